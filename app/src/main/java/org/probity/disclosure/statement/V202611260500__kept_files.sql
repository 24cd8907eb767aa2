-- What is in the packages of an edition, each file once for all levels: the report names its files by their hashes. Deflated, because whoever writes
-- them has done that faster than PostgreSQL would.
CREATE TABLE statement.kept_file (
    edition  uuid  NOT NULL REFERENCES statement.edition,
    sha256   bytea NOT NULL,             -- of the content
    deflated bytea NOT NULL,             -- RFC 1950
    PRIMARY KEY (edition, sha256),
    CONSTRAINT named_by_its_hash CHECK (length(sha256) = 32)
);
ALTER TABLE statement.kept_file ALTER COLUMN deflated SET STORAGE EXTERNAL;

-- A package is its report, which names everything else, and the log section that proves it; whole archives stay where earlier versions kept them.
ALTER TABLE statement.package
    ALTER COLUMN draft DROP NOT NULL,
    ADD COLUMN report bytea,
    ADD COLUMN proofs bytea,
    ADD CONSTRAINT report_kept FOREIGN KEY (edition, report) REFERENCES statement.kept_file (edition, sha256),
    ADD CONSTRAINT proofs_kept FOREIGN KEY (edition, proofs) REFERENCES statement.kept_file (edition, sha256),
    ADD CONSTRAINT whole_or_in_files CHECK ((draft IS NULL) <> (report IS NULL));
