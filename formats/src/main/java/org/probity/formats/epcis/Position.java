package org.probity.formats.epcis;

/// Where in a document something stands.
///
/// @param event its number, from 1; 0 outside of the events
/// @param path of fields inside the event: `readPoint/id`, `quantityList/2/uom`; empty for all of it
/// @param line from 1; 0 when not known
public record Position(long event, String path, int line) {
}
