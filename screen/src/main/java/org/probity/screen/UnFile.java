package org.probity.screen;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.probity.screen.ListFile.Unreadable;
import org.probity.screen.ListReading.Fault;

/** The consolidated list of the United Nations: individuals and entities, their names in up to four parts, aliases good and low, original script. */
final class UnFile {

    private static final int DEPTH_MAX = 12;
    private static final int TEXT_MAX = 50_000;

    private final String file;
    private final Map<String, Party> parties = new LinkedHashMap<>();
    private final Deque<String> path = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder name = new StringBuilder();
    private List<Naming> names = new ArrayList<>();
    private List<String> details = new ArrayList<>();
    private String id = "";
    private String quality = "";
    private String country = "";

    private UnFile(String file) {
        this.file = file;
    }

    static List<Party> read(String file, String text) throws Unreadable {
        UnFile reading = new UnFile(file);
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // What the parser would print goes with the answer.
        factory.setXMLReporter((message, type, related, location) -> { });
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            while (reader.hasNext()) {
                reading.event(reader, reader.next());
            }
        } catch (XMLStreamException broken) {
            int line = Math.max(0, broken.getLocation() == null ? 0 : broken.getLocation().getLineNumber());
            throw new Unreadable(file, line, reading.path.isEmpty() ? Fault.OTHER_KIND : Fault.CUT_OFF, "");
        }
        return List.copyOf(reading.parties.values());
    }

    private void event(XMLStreamReader reader, int event) throws Unreadable {
        int line = reader.getLocation().getLineNumber();
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE, XMLStreamConstants.ENTITY_DECLARATION ->
                    throw new Unreadable(file, line, Fault.DOCTYPE, "");
            case XMLStreamConstants.START_ELEMENT -> open(reader.getLocalName(), line);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                text.append(reader.getText());
                if (text.length() > TEXT_MAX) {
                    throw new Unreadable(file, line, Fault.VALUE, text.substring(0, 40));
                }
            }
            case XMLStreamConstants.END_ELEMENT -> close(reader.getLocalName(), line);
            default -> { }
        }
    }

    private void open(String element, int line) throws Unreadable {
        if (path.isEmpty() && !element.equals("CONSOLIDATED_LIST")) {
            throw new Unreadable(file, line, Fault.OTHER_KIND, element);
        }
        if (path.size() >= DEPTH_MAX) {
            throw new Unreadable(file, line, Fault.VALUE, element);
        }
        path.push(element);
        text.setLength(0);
        if (element.equals("INDIVIDUAL") || element.equals("ENTITY")) {
            names = new ArrayList<>();
            details = new ArrayList<>();
            name.setLength(0);
            id = "";
            country = "";
        }
    }

    private void close(String element, int line) throws Unreadable {
        path.pop();
        String value = text.toString().strip();
        String above = path.isEmpty() ? "" : path.peek();
        switch (element) {
            case "REFERENCE_NUMBER" -> id = value;
            case "FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME" -> name.append(value).append(' ');
            case "NAME_ORIGINAL_SCRIPT" -> alias(value, Naming.Sort.ALIAS);
            case "QUALITY" -> quality = value;
            case "ALIAS_NAME" -> alias(value, sort(quality));
            case "UN_LIST_TYPE", "COMMENTS1" -> details.add(value);
            case "COUNTRY" -> country = above.endsWith("_ADDRESS") && country.isEmpty() ? value : country;
            case "INDIVIDUAL", "ENTITY" -> entry(element.equals("INDIVIDUAL") ? Kind.PERSON : Kind.ORGANISATION, line);
            default -> { }
        }
        text.setLength(0);
    }

    private static Naming.Sort sort(String quality) {
        return switch (quality) {
            case "Low" -> Naming.Sort.WEAK;
            case "f.k.a." -> Naming.Sort.FORMER;
            default -> Naming.Sort.ALIAS;
        };
    }

    /** Some entries put several aliases into one, separated by semicolons. */
    private void alias(String value, Naming.Sort sort) {
        for (String part : value.split(";")) {
            if (!part.isBlank()) {
                names.add(new Naming(part, sort));
            }
        }
    }

    private void entry(Kind kind, int line) throws Unreadable {
        if (id.isEmpty() || name.toString().isBlank()) {
            throw new Unreadable(file, line, Fault.VALUE, id);
        }
        List<Naming> all = new ArrayList<>(List.of(Naming.of(name.toString())));
        all.addAll(names);
        details.add(country);
        String detail = String.join(" · ", details.stream().filter(part -> !part.isEmpty()).toList());
        if (parties.put(id, new Party(id, kind, all, List.of(), "", detail)) != null) {
            throw new Unreadable(file, line, Fault.DOUBLED, id);
        }
    }
}
