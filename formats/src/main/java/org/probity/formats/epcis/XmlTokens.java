package org.probity.formats.epcis;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Measure;
import org.probity.formats.epcis.Reading.Reason;

/// The steps through XML; inside an event they are counted against the limits of an event.
final class XmlTokens {

    private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";

    private final XMLStreamReader in;
    private final CountedStream stream;
    private final Limits limits;
    private final StringBuilder text = new StringBuilder();
    private boolean inside;
    private int values;
    private int depth;

    XmlTokens(XMLStreamReader in, CountedStream stream, Limits limits) {
        this.in = in;
        this.stream = stream;
        this.limits = limits;
    }

    /// The reader stands on the element that is the event; answers what [#passOver] wants.
    int begin() {
        inside = true;
        values = 0;
        stream.event();
        return depth - 1;
    }

    void end() {
        inside = false;
    }

    /// To the end of the event, without keeping anything.
    void passOver(int outside) throws XMLStreamException {
        inside = false;
        while (depth > outside) {
            next();
        }
    }

    String name() {
        return in.getLocalName();
    }

    String namespace() {
        String namespace = in.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /// The element is one of EPCIS: those stand in its namespace or, as its schema has it, in none.
    boolean isStandard() {
        return isStandard(in.getNamespaceURI());
    }

    private static boolean isStandard(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty() || namespace.startsWith("urn:epcglobal:epcis");
    }

    /// What EPCIS 1.2 puts around fields that 1.0 did not have, and what may be passed through.
    boolean isWrapper() {
        String name = in.getLocalName();
        return name.equals("extension") || name.equals("baseExtension");
    }

    @Nullable String attribute(String name) {
        return in.getAttributeValue(null, name);
    }

    int line() {
        return Math.max(0, in.getLocation().getLineNumber());
    }

    /// Goes on to the next element inside the one whose child is looked for; false at its end.
    boolean child() throws XMLStreamException {
        while (true) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {
                    // Blanks and remarks between elements.
                }
            }
        }
    }

    /// Passes over the element the reader stands on.
    void skip() throws XMLStreamException {
        int outside = depth - 1;
        while (depth > outside) {
            next();
        }
    }

    /// The text of the element, without blanks around it; null where another element stands in it.
    @Nullable String text() throws XMLStreamException {
        text.setLength(0);
        boolean other = false;
        while (true) {
            switch (next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append();
                case XMLStreamConstants.START_ELEMENT -> {
                    other = true;
                    skip();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return other ? null : text.toString().strip();
                }
                default -> {
                    // Remarks.
                }
            }
        }
    }

    // Fields of others

    /// The element with all that is in it. Its text is what stands before the first element in it (as the reference has it).
    Extension extension(int nested) throws XMLStreamException {
        if (nested > limits.depth()) {
            throw new TooMuch(Measure.DEPTH, limits.depth());
        }
        String namespace = namespace();
        String name = limitedName(in.getLocalName());
        List<Extension> fields = new ArrayList<>();
        attributes(fields, true);
        text.setLength(0);
        String own = null;
        for (int token = next(); token != XMLStreamConstants.END_ELEMENT; token = next()) {
            if (token == XMLStreamConstants.CHARACTERS || token == XMLStreamConstants.CDATA) {
                append();
            } else if (token == XMLStreamConstants.START_ELEMENT) {
                own = own == null ? text.toString().strip() : own;
                fields.add(extension(nested + 1));
                text.setLength(0);
            }
        }
        own = own == null ? text.toString().strip() : own;
        return new Extension(namespace, name, Extension.textOrNull(own), fields);
    }

    /// Attributes of others are fields, too; what only concerns a schema is not.
    ///
    /// @param plain also those without a namespace
    void attributes(List<Extension> into, boolean plain) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            count();
            String namespace = in.getAttributeNamespace(i);
            boolean own = namespace == null || namespace.isEmpty();
            if (own ? plain : !namespace.equals(SCHEMA_INSTANCE)) {
                into.add(new Extension(own ? "" : namespace, limitedName(in.getAttributeLocalName(i)), Extension.textOrNull(limited(i)), List.of()));
            }
        }
    }

    interface Field {
        void take(String name, String value);
    }

    /// The standard's own attributes go to the one, those of others to the list.
    void attributes(Field standard, List<Extension> others) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            count();
            String namespace = in.getAttributeNamespace(i);
            String name = in.getAttributeLocalName(i);
            if (isStandard(namespace)) {
                standard.take(name, limited(i));
            } else if (!namespace.equals(SCHEMA_INSTANCE)) {
                others.add(new Extension(namespace, limitedName(name), Extension.textOrNull(limited(i)), List.of()));
            }
        }
    }

    private void append() {
        int length = in.getTextLength();
        if (inside && text.length() + length > limits.textChars()) {
            throw new TooMuch(Measure.TEXT, limits.textChars());
        }
        text.append(in.getTextCharacters(), in.getTextStart(), length);
    }

    private String limited(int attribute) {
        String value = in.getAttributeValue(attribute);
        if (value.length() > limits.textChars()) {
            throw new TooMuch(Measure.TEXT, limits.textChars());
        }
        return value.strip();
    }

    private String limitedName(String name) {
        if (name.length() > limits.nameChars()) {
            throw new TooMuch(Measure.NAME, limits.nameChars());
        }
        return name;
    }

    private int next() throws XMLStreamException {
        stream.token();
        int token = in.next();
        if (token == XMLStreamConstants.START_ELEMENT) {
            depth++;
            count();
        } else if (token == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (token == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new XMLStreamException(new Refused(Reason.UNSAFE_MARKUP, new Position(0, "", line())));
        }
        return token;
    }

    private void count() {
        if (!inside) {
            return;
        }
        stream.inEvent();
        if (++values > limits.eventValues()) {
            throw new TooMuch(Measure.VALUES, limits.eventValues());
        }
    }

    /// To the end of the document.
    void finish() throws XMLStreamException {
        while (in.hasNext()) {
            next();
        }
    }
}
