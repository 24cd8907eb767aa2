-- An item is found by sixteen bytes: the last six of its address, turned round, because serial numbers are typed by their end, and ten of the address's SHA-256. Three indexes
-- of texts (by address, by end, by article) were the larger half of what an item costs; whoever asks compares the address itself.
CREATE FUNCTION traceability.item_key(uri text) RETURNS uuid
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    -- Turned round by half bytes, as a text can be; ItemKey does the same.
    SELECT (rpad(reverse(right(encode(convert_to($1, 'UTF8'), 'hex'), 12)), 12, '0') || left(encode(sha256(convert_to($1, 'UTF8')), 'hex'), 20))::uuid
$$;
DROP INDEX traceability.item_by_end;
DROP INDEX traceability.item_by_article;
ALTER TABLE traceability.item DROP CONSTRAINT item_once;
ALTER TABLE traceability.item ADD COLUMN key uuid;
UPDATE traceability.item SET key = traceability.item_key(uri);
ALTER TABLE traceability.item ALTER COLUMN key SET NOT NULL;
ALTER TABLE traceability.item ADD CONSTRAINT item_once UNIQUE (key);
