-- Where a room keeps who is told and what: its address on our screens. Nothing where an administrator chose kinds.
ALTER TABLE webhook.endpoint ADD COLUMN page text;
ALTER TABLE webhook.endpoint ADD CONSTRAINT endpoint_page_fits CHECK (char_length(page) <= 300);
