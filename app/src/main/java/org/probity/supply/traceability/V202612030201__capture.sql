-- To ask of each event whether its own capture is there, and of each paper whether its own event is, takes a good part of a capture's time: the statement that
-- writes them knows (Numbering), as it does for event_item.
ALTER TABLE traceability.event DROP CONSTRAINT event_capture_fkey;
ALTER TABLE traceability.event_document DROP CONSTRAINT event_document_event_fkey;

-- Where things are now is read from what was moved, in the order of happening (Whereabouts): a few events among those that made something.
CREATE INDEX event_by_move ON traceability.event (happened_at, id) WHERE kind IN ('OBJECT', 'TRANSACTION');
