-- What the ERP reported is looked at from the newest back.
CREATE INDEX deed_newest ON clearance.deed (day DESC, document, kind);
