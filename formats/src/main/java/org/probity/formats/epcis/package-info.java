/// Reads and writes what moved where, when and why: events of EPCIS 2.0 (ISO/IEC 19987) in JSON-LD and XML, and of EPCIS 1.2 in XML.
///
/// [org.probity.formats.epcis.Epcis] reads a document of any length and hands out its events one by one;
/// [org.probity.formats.epcis.EventHash] names an event by its content, whichever way it was written (CBV 2.0, clause 8.9);
/// [org.probity.formats.epcis.DigitalLink] turns the names of things from one form of GS1 into the other; [org.probity.formats.epcis.EventWriter]
/// writes documents.
///
/// The same event read from JSON or from XML is the same value. This package follows no address, resolves no entity, and knows no graph: what the
/// events say about each other is for others to find out.
@NullMarked
package org.probity.formats.epcis;

import org.jspecify.annotations.NullMarked;
