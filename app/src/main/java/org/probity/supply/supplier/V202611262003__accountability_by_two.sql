-- Another department shall answer for a category, or nobody any more: proposed by one, it counts when a second person has agreed.
CREATE TABLE supplier.accountability_proposed (
    proposal   uuid PRIMARY KEY REFERENCES decision.proposal,
    category   text NOT NULL REFERENCES supplier.category,
    charge     text NOT NULL,
    site       uuid REFERENCES directory.unit,
    department uuid REFERENCES supplier.department,   -- null: nobody any more
    from_day   date NOT NULL,
    reason     text NOT NULL,
    CONSTRAINT proposed_charge_known CHECK (charge IN ('BUYING', 'QUALITY')),
    CONSTRAINT change_says_why CHECK (reason <> ''),
    CONSTRAINT accountability_proposed_reason_fits CHECK (char_length(reason) <= 4000)
);
CREATE INDEX accountability_proposed_by_category ON supplier.accountability_proposed (category);
