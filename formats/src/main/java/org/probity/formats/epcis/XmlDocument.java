package org.probity.formats.epcis;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Reason;

/// Reads EPCIS 2.0 and 1.2 in XML, one event at a time. What 1.2 wraps into `extension` and `baseExtension` is read as if it stood outside.
///
/// A document type is passed over unread, so no entity is ever known and none is resolved; a document that uses one is refused.
final class XmlDocument {

    private static final XMLInputFactory FACTORY = factory();

    private final Tally tally;
    private final XMLStreamReader in;
    private final XmlEvent event;

    XmlDocument(InputStream document, CountedStream stream, Limits limits, Tally tally) throws Refused {
        this.tally = tally;
        try {
            this.in = FACTORY.createXMLStreamReader(document);
        } catch (XMLStreamException damaged) {
            throw refused(damaged);
        }
        this.event = new XmlEvent(in, stream, limits);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    void read() throws Refused {
        try {
            if (!child()) {
                throw new Refused(Reason.NOT_EPCIS, new Position(0, "", line()), "");
            }
            root();
            while (in.hasNext()) {
                event.next();
            }
        } catch (XMLStreamException damaged) {
            throw refused(damaged);
        }
    }

    private void root() throws XMLStreamException, Refused {
        String name = in.getLocalName();
        Member.Type type = Member.Type.named(name);
        if (type != null && XmlEvent.isStandard(in.getNamespaceURI())) {
            tally.event(event.read(type, tally.next()), event.draft);
            document("2.0", false);
            return;
        }
        boolean query = name.equals("EPCISQueryDocument");
        if (!query && !name.equals("EPCISDocument") || !XmlEvent.isStandard(in.getNamespaceURI())) {
            throw new Refused(Reason.NOT_EPCIS, new Position(0, "", line()), name);
        }
        String version = in.getAttributeValue(null, "schemaVersion");
        if (version == null || !(version.startsWith("1.") || version.startsWith("2.") || version.equals("1") || version.equals("2"))) {
            throw new Refused(Reason.UNKNOWN_VERSION, new Position(0, "schemaVersion", line()), version == null ? "" : version);
        }
        document(version, query);
        if (!body(0)) {
            throw new Refused(Reason.NOT_EPCIS, new Position(0, "", line()), name);
        }
    }

    private void document(String version, boolean query) {
        String created = in.getEventType() == XMLStreamReader.START_ELEMENT ? in.getAttributeValue(null, "creationDate") : null;
        tally.document(new Reading.Document(Reading.Syntax.XML, version, query, created));
    }

    /// What stands around the events: `EPCISBody`, for answers to queries `QueryResults` and `resultsBody`, and `EventList`. False if that is not there.
    private boolean body(int depth) throws XMLStreamException, Refused {
        boolean found = false;
        while (child()) {
            String name = in.getLocalName();
            switch (name) {
                case "EventList" -> {
                    found = true;
                    events(0);
                }
                case "EPCISBody", "QueryResults", "resultsBody" -> {
                    if (depth > 4) {
                        throw new Refused(Reason.DAMAGED, new Position(0, name, line()));
                    }
                    found |= body(depth + 1);
                }
                case "Poll", "Subscribe" -> throw new Refused(Reason.NOT_EPCIS, new Position(0, name, line()), name);
                case "ignoreFields" -> ignoreFields();
                default -> event.skip();
            }
        }
        return found;
    }

    private void ignoreFields() throws XMLStreamException {
        while (child()) {
            event.ignore(in.getNamespaceURI(), in.getLocalName());
            event.skip();
        }
    }

    private void events(int depth) throws XMLStreamException, Refused {
        while (child()) {
            String name = in.getLocalName();
            Member.Type type = XmlEvent.isStandard(in.getNamespaceURI()) ? Member.Type.named(name) : null;
            if (type != null) {
                tally.event(event.read(type, tally.next()), event.draft);
            } else if (name.equals("extension") && depth < 4) {
                events(depth + 1);
            } else {
                event.draft.begin(tally.next());
                event.draft.refuse("", Reason.UNKNOWN_EVENT, name);
                event.skip();
                tally.event(null, event.draft);
            }
        }
    }

    private boolean child() throws XMLStreamException {
        return event.child();
    }

    private int line() {
        return in.getLocation().getLineNumber();
    }

    private Refused refused(XMLStreamException damaged) {
        for (@Nullable Throwable cause = damaged; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refused inside) {
                return inside;
            }
            if (cause instanceof XMLStreamException wrapper && wrapper.getNestedException() instanceof Refused inside) {
                return inside;
            }
        }
        int line = damaged.getLocation() == null ? 0 : damaged.getLocation().getLineNumber();
        return new Refused(Reason.DAMAGED, new Position(tally.next(), "", Math.max(line, 0)));
    }
}
