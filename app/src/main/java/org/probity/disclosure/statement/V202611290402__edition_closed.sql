-- Figures that an edition goes without, because they tell of fewer people than are ever shown. Said beside the edition, so that nothing is missing in silence.
CREATE TABLE statement.edition_closed (
    edition uuid NOT NULL REFERENCES statement.edition,
    figure  text NOT NULL,
    PRIMARY KEY (edition, figure)
);
