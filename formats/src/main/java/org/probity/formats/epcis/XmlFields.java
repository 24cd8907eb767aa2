package org.probity.formats.epcis;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.probity.formats.epcis.Reading.Reason;

/// Fields of XML that the standard does not have: those of others are kept, those of nobody refused.
record XmlFields(XmlTokens in, Draft draft) {

    private static final String RDF_SCHEMA = "http://www.w3.org/2000/01/rdf-schema#";

    /// A field that the standard does not have.
    void other(List<Extension> into) throws XMLStreamException {
        if (in.name().equals("comment") && in.namespace().equals(RDF_SCHEMA)) {
            in.skip();
        } else {
            into.add(in.extension(1));
        }
    }

    void unknown(String path) throws XMLStreamException {
        draft.refuse(path, Reason.UNKNOWN_FIELD, in.name());
        in.skip();
    }
}
