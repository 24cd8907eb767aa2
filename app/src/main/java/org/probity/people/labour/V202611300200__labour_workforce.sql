-- What else another source says of a year, for figures of who works here: people of others and on their own account, who left, women, people with a certificate of disability.
ALTER TABLE labour.stated DROP CONSTRAINT stated_what_known;
ALTER TABLE labour.stated ADD CONSTRAINT stated_what_known
    CHECK (what IN ('HIRES', 'HEADCOUNT', 'BREACHES', 'NONEMPLOYEES', 'LEAVERS', 'WOMEN', 'DISABLED'));
