package org.probity.formats.epcis;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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

    /// Longer than any declaration of an encoding.
    static final int BEGIN = 200;

    private final Tally tally;
    private final XmlTokens tokens;
    private final XmlEvent event;

    XmlDocument(PushbackInputStream document, CountedStream stream, Limits limits, Tally tally) throws IOException {
        this.tally = tally;
        XMLStreamReader in;
        try {
            in = isUtf8(document)
                    // Octets that are no UTF-8 are an error either way, but the parser's own decoder would print it.
                    ? FACTORY.createXMLStreamReader(new InputStreamReader(document, StandardCharsets.UTF_8.newDecoder()))
                    : FACTORY.createXMLStreamReader(document);
        } catch (XMLStreamException damaged) {
            throw refused(damaged);
        }
        this.tokens = new XmlTokens(in, stream, limits);
        this.event = new XmlEvent(tokens);
    }

    /// Whether the document does not say that it is written in anything else, in its first line or by its first octets.
    private static boolean isUtf8(PushbackInputStream document) throws IOException {
        byte[] begin = document.readNBytes(BEGIN);
        document.unread(begin);
        String line = new String(begin, StandardCharsets.ISO_8859_1);
        if (begin.length < 2 || line.charAt(0) != '<' || begin[1] == 0) {
            return begin.length < 2;
        }
        int end = line.startsWith("<?xml") ? line.indexOf("?>") : 0;
        return end == 0 || end > 0 && (!line.substring(0, end).contains("encoding") || line.substring(0, end).toUpperCase(Locale.ROOT).contains("UTF-8"));
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
            tokens.finish();
        } catch (XMLStreamException damaged) {
            throw refused(damaged);
        }
    }

    private void root() throws XMLStreamException, Refused {
        String name = tokens.name();
        Member.Type type = Member.Type.named(name);
        if (type != null && tokens.isStandard()) {
            tally.event(event.read(type, tally.next()), event.draft);
            document("2.0", false, null);
            return;
        }
        boolean query = name.equals("EPCISQueryDocument");
        if (!query && !name.equals("EPCISDocument") || !tokens.isStandard()) {
            throw new Refused(Reason.NOT_EPCIS, new Position(0, "", line()), name);
        }
        String version = tokens.attribute("schemaVersion");
        if (version == null || !(version.startsWith("1.") || version.startsWith("2.") || version.equals("1") || version.equals("2"))) {
            throw new Refused(Reason.UNKNOWN_VERSION, new Position(0, "schemaVersion", line()), version == null ? "" : version);
        }
        document(version, query, tokens.attribute("creationDate"));
        if (!body(0)) {
            throw new Refused(Reason.NOT_EPCIS, new Position(0, "", line()), name);
        }
    }

    private void document(String version, boolean query, @Nullable String created) {
        tally.document(new Reading.Document(Reading.Syntax.XML, version, query, created));
    }

    /// What stands around the events: `EPCISBody`, for answers to queries `QueryResults` and `resultsBody`, and `EventList`. False if that is not there.
    private boolean body(int depth) throws XMLStreamException, Refused {
        boolean found = false;
        while (child()) {
            String name = tokens.name();
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
                default -> tokens.skip();
            }
        }
        return found;
    }

    private void ignoreFields() throws XMLStreamException {
        while (child()) {
            event.ignore(tokens.namespace(), tokens.name());
            tokens.skip();
        }
    }

    private void events(int depth) throws XMLStreamException, Refused {
        while (child()) {
            String name = tokens.name();
            Member.Type type = tokens.isStandard() ? Member.Type.named(name) : null;
            if (type != null) {
                tally.event(event.read(type, tally.next()), event.draft);
            } else if (name.equals("extension") && depth < 4) {
                events(depth + 1);
            } else {
                event.draft.begin(tally.next());
                event.draft.refuse("", Reason.UNKNOWN_EVENT, name);
                tokens.skip();
                tally.event(null, event.draft);
            }
        }
    }

    private boolean child() throws XMLStreamException {
        return tokens.child();
    }

    private int line() {
        return tokens.line();
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
