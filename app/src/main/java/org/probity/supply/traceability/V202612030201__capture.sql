-- To ask of each event whether its own capture is there, and of each paper whether its own event is, takes a good part of a capture's time: the statement that
-- writes them knows (Numbering), as it does for event_item.
ALTER TABLE traceability.event DROP CONSTRAINT event_capture_fkey;
ALTER TABLE traceability.event_document DROP CONSTRAINT event_document_event_fkey;

-- Where things are now is read from what was moved, in the order of happening (Whereabouts): a few events among those that made something.
CREATE INDEX event_by_move ON traceability.event (happened_at, id) WHERE kind IN ('OBJECT', 'TRANSACTION');

-- What an event names once in one role is written once (Numbering): an index of events alone holds each number once, and costs a third of the key that held all of it.
ALTER TABLE traceability.event_item DROP CONSTRAINT event_item_pkey;
CREATE INDEX event_item_by_event ON traceability.event_item (event);
-- Of a capture its events are asked for all at once.
DROP INDEX traceability.event_by_capture;
CREATE INDEX event_by_capture ON traceability.event (capture);
