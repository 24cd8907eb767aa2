-- What figures said when they were last computed, for desks: thirty figures over ten thousand suppliers take seconds, and are looked at all day.
CREATE TABLE figure.lately (
    figure         text        NOT NULL,
    version        int         NOT NULL,
    year           int         NOT NULL,
    known_at       timestamptz NOT NULL,
    included       bigint      NOT NULL,
    left_out       bigint      NOT NULL,
    met            bigint      NOT NULL,
    exact          text,
    shown          text        NOT NULL,
    control_stated numeric     NOT NULL,
    control_other  numeric     NOT NULL,
    control_rows   numeric     NOT NULL,
    PRIMARY KEY (figure, year)
);
COMMENT ON TABLE figure.lately IS 'Not in backups. Computed anew from the records.';
