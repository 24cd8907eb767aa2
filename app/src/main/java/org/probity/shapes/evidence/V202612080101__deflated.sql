-- Pieces of long files lie deflated where that makes them shorter. What is told of a file, its size and its hash, is of the file as it was brought.
ALTER TABLE evidence.chunk ADD COLUMN deflated boolean NOT NULL DEFAULT false;
