-- Whoever speaks for a supplier speaks for one that is there.
ALTER TABLE access.account
    ADD CONSTRAINT account_of_a_supplier FOREIGN KEY (supplier) REFERENCES supplier.supplier;
