package org.probity.formats.ipc1752;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.probity.formats.ipc1752.Reading.Measure;
import org.probity.formats.ipc1752.Reading.Reason;

/// Walks the bytes once: no document type, no entity but the five of XML, and an end to everything.
final class XmlReader {

    private XmlReader() {
    }

    /// The elements with the outermost first, the namespace of the outermost under the attribute `xmlns`.
    static List<Element> read(byte[] file, Limits limits) throws Refused {
        if (file.length == 0) {
            throw new Refused(Reason.EMPTY);
        }
        if (file.length > limits.fileBytes()) {
            throw new Refused(Reason.TOO_BIG, Measure.FILE, limits.fileBytes());
        }
        if (!looksLikeXml(file)) {
            throw new Refused(Reason.NOT_XML);
        }
        int[] line = {0};
        try {
            return walk(factory().createXMLStreamReader(new ByteArrayInputStream(file)), limits, line);
        } catch (XMLStreamException broken) {
            int at = broken.getLocation() == null ? line[0] : broken.getLocation().getLineNumber();
            throw new Refused(Reason.DAMAGED, Math.max(at, line[0]));
        } catch (RuntimeException broken) {
            // The parser of the JDK throws some of these at bytes that are no text.
            throw new Refused(Reason.DAMAGED, line[0]);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Without one the parser of the JDK writes to the error stream what it also throws.
        factory.setXMLReporter((message, type, information, location) -> {
        });
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    private static List<Element> walk(XMLStreamReader xml, Limits limits, int[] line) throws XMLStreamException, Refused {
        List<Element> met = new ArrayList<>();
        int depth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            line[0] = Math.max(line[0], xml.getLocation().getLineNumber());
            switch (event) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                        throw new Refused(Reason.UNSAFE_MARKUP);
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth >= limits.depth()) {
                        throw new Refused(Reason.TOO_BIG, Measure.DEPTH, limits.depth());
                    }
                    if (met.size() >= limits.elements()) {
                        throw new Refused(Reason.TOO_BIG, Measure.ELEMENTS, limits.elements());
                    }
                    met.add(element(xml, depth++, limits));
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Text, comments and instructions say nothing in this form.
                }
            }
        }
        return met;
    }

    private static Element element(XMLStreamReader xml, int depth, Limits limits) throws Refused {
        if (xml.getAttributeCount() > limits.attributes()) {
            throw new Refused(Reason.TOO_BIG, Measure.ATTRIBUTES, limits.attributes());
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String text = xml.getAttributeValue(i);
            if (text.length() > limits.textChars()) {
                throw new Refused(Reason.TOO_BIG, Measure.TEXT, limits.textChars());
            }
            attributes.put(named(xml.getAttributeLocalName(i), limits), text);
        }
        if (depth == 0 && xml.getNamespaceURI() != null) {
            attributes.put("xmlns", xml.getNamespaceURI());
        }
        return new Element(named(xml.getLocalName(), limits), depth, xml.getLocation().getLineNumber(), attributes);
    }

    private static String named(String name, Limits limits) throws Refused {
        if (name.length() > limits.nameChars()) {
            throw new Refused(Reason.TOO_BIG, Measure.TEXT, limits.nameChars());
        }
        return name;
    }

    /// A `<` first, after blanks and in whatever Unicode; so a PDF, a picture or a workbook gets a sentence of its own.
    private static boolean looksLikeXml(byte[] file) {
        for (int i = 0; i < Math.min(file.length, 200); i++) {
            int b = file[i] & 0xff;
            boolean markOrBlank = b == 0xEF || b == 0xBB || b == 0xBF || b == 0xFE || b == 0xFF || b == 0 || b == ' ' || b == '\n' || b == '\r' || b == '\t';
            if (b == '<') {
                return true;
            }
            if (!markOrBlank) {
                return false;
            }
        }
        return false;
    }
}
