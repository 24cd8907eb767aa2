-- The rows are kept first, by one statement, and the value that is folded over them second: that they belong together is seen at the commit.
ALTER TABLE figure.frozen_row ALTER CONSTRAINT frozen_row_frozen_fkey DEFERRABLE INITIALLY DEFERRED;
