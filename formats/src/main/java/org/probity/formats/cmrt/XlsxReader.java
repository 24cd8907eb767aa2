package org.probity.formats.cmrt;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Takes the form's cells out of an .xlsx workbook: the sheets it needs, the shared strings they use, nothing else. Styles, drawings, links and
/// other sheets are never opened.
final class XlsxReader {

    private static final XMLInputFactory XML = xml();

    private final Zip zip;
    private final Limits limits;
    private final List<String> sheetNames = new ArrayList<>();
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
    /// Cells whose text waits for the shared strings, by the string's number.
    private final Map<Integer, List<Cell>> waiting = new HashMap<>();
    private boolean days1904;
    private int count;

    private XlsxReader(Zip zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    private static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        // Since JDK 24 the parser counts &quot; and &amp; towards its limit for entities, and a real smelter list, 5.7 MB of formulas, has more.
        // No other entity can occur: a document type ends the reading, and the bytes are counted as they are unpacked.
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entity");
        });
        return factory;
    }

    static Extract read(byte[] file, Limits limits) throws IOException {
        return read(file, limits, Set.of(Declaration.DECLARATION, Declaration.SMELTERS, Declaration.PRODUCTS));
    }

    static Extract read(byte[] file, Limits limits, Set<String> sheets) throws IOException {
        XlsxReader reader = new XlsxReader(Zip.of(file, limits), limits);
        reader.refuseActiveContent();
        reader.readBook();
        for (Map.Entry<String, String> sheet : reader.targets.entrySet()) {
            if (sheets.contains(sheet.getKey())) {
                reader.readSheet(sheet.getKey(), sheet.getValue());
            }
        }
        reader.readSharedStrings();
        return new Extract(List.copyOf(reader.sheetNames), reader.days1904, reader.cells);
    }

    /// Where each sheet this library reads is kept, by canonical name.
    static Map<String, String> sheetParts(Zip zip, Limits limits) throws IOException {
        XlsxReader reader = new XlsxReader(zip, limits);
        reader.refuseActiveContent();
        reader.readBook();
        return reader.targets;
    }

    /// Macros run when a person opens the file; a declaration needs none.
    private void refuseActiveContent() throws Refused {
        for (Zip.Part part : zip.parts()) {
            String name = part.name().toLowerCase(Locale.ROOT);
            if (name.endsWith("vbaproject.bin") || name.contains("/macrosheets/") || name.contains("/activex/")
                    || name.contains("/intlmacrosheets/") || name.contains("/dialogsheets/")) {
                throw new Refused(Reading.Reason.ACTIVE_CONTENT);
            }
        }
    }

    private void readBook() throws IOException {
        if (zip.find("xl/workbook.bin").isPresent()) {
            throw new Refused(Reading.Reason.NOT_A_CMRT);
        }
        Zip.Part book = zip.find("xl/workbook.xml").orElseThrow(() -> new Refused(Reading.Reason.NOT_A_WORKBOOK));
        Map<String, String> idsBySheet = new LinkedHashMap<>();
        parse(book, xml -> {
            switch (xml.getLocalName()) {
                case "sheet" -> {
                    String name = attribute(xml, "name");
                    String id = attribute(xml, "id");
                    if (name != null && id != null) {
                        sheetNames.add(name);
                        Extract.canonical(name).ifPresent(c -> idsBySheet.putIfAbsent(c, id));
                    }
                }
                case "workbookPr" -> {
                    String days = attribute(xml, "date1904");
                    days1904 = "1".equals(days) || "true".equals(days);
                }
                default -> { }
            }
        });
        Optional<Zip.Part> relations = zip.find("xl/_rels/workbook.xml.rels");
        Map<String, String> targetsById = new HashMap<>();
        if (relations.isPresent()) {
            parse(relations.get(), xml -> {
                String id = attribute(xml, "Id");
                String target = attribute(xml, "Target");
                if (id != null && target != null) {
                    targetsById.put(id, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            });
        }
        for (Map.Entry<String, String> sheet : idsBySheet.entrySet()) {
            String target = targetsById.get(sheet.getValue());
            if (target == null) {
                throw new Refused(Reading.Reason.DAMAGED);
            }
            targets.put(sheet.getKey(), target);
        }
    }

    private void readSheet(String sheet, String target) throws IOException {
        Zip.Part part = zip.find(target).orElseThrow(() -> new Refused(Reading.Reason.DAMAGED));
        Map<String, Cell> found = new LinkedHashMap<>();
        cells.put(sheet, found);
        try (InputStream in = zip.open(part)) {
            XMLStreamReader xml = XML.createXMLStreamReader(decoded(in));
            try {
                int row = 0;
                int column = 0;
                while (xml.hasNext()) {
                    int event = next(xml);
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        String name = xml.getLocalName();
                        if (name.equals("c")) {
                            String address = attribute(xml, "r");
                            if (address == null) {
                                column++;
                            } else {
                                column = column(address);
                                row = row(address, column);
                            }
                            if (column > 0 && row > 0 && Extract.wants(sheet, row, column)) {
                                readCell(xml, found, CellRef.of(sheet, Columns.letters(column), row));
                            }
                        } else if (name.equals("row")) {
                            String number = attribute(xml, "r");
                            row = number == null ? row + 1 : rowNumber(number);
                            column = 0;
                        }
                    } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("sheetData")) {
                        return;
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    private static int column(String address) throws Refused {
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            if (c < 'A' || c > 'Z' || i > 2) {
                break;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column;
    }

    private static int row(String address, int column) throws Refused {
        return rowNumber(address.substring(column > 702 ? 3 : column > 26 ? 2 : column > 0 ? 1 : 0));
    }

    private static int rowNumber(String digits) throws Refused {
        if (digits.isEmpty() || digits.length() > 7) {
            throw new Refused(Reading.Reason.DAMAGED);
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                throw new Refused(Reading.Reason.DAMAGED);
            }
            number = number * 10 + (c - '0');
        }
        if (number == 0) {
            throw new Refused(Reading.Reason.DAMAGED);
        }
        return number;
    }

    /// Reads from the start of a `c` element to its end.
    private void readCell(XMLStreamReader xml, Map<String, Cell> found, CellRef at) throws XMLStreamException, IOException {
        String type = attribute(xml, "t");
        boolean computed = false;
        StringBuilder text = null;
        int phonetic = 0;
        while (true) {
            int event = next(xml);
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "f" -> {
                            computed = true;
                            skip(xml);
                        }
                        case "rPh" -> phonetic++;
                        case "v", "t" -> {
                            text = text == null ? new StringBuilder() : text;
                            readText(xml, phonetic > 0 ? new StringBuilder() : text);
                        }
                        default -> { }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (xml.getLocalName().equals("rPh")) {
                        phonetic--;
                    } else if (xml.getLocalName().equals("c")) {
                        if (text != null) {
                            keep(found, at, type, text.toString(), computed);
                        }
                        return;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> throw new Refused(Reading.Reason.DAMAGED);
                default -> { }
            }
        }
    }

    private void keep(Map<String, Cell> found, CellRef at, @Nullable String type, String value, boolean computed) throws Refused {
        Cell cell = switch (type == null ? "n" : type) {
            case "s" -> {
                int number;
                try {
                    number = Integer.parseInt(value.strip());
                } catch (NumberFormatException e) {
                    throw new Refused(Reading.Reason.DAMAGED);
                }
                Cell pending = new Cell(at, Cell.Kind.TEXT, "", computed);
                waiting.computeIfAbsent(number, n -> new ArrayList<>(1)).add(pending);
                yield pending;
            }
            case "b" -> new Cell(at, Cell.Kind.BOOLEAN, value.strip().equals("1") ? "TRUE" : "FALSE", computed);
            case "e" -> new Cell(at, Cell.Kind.ERROR, value.strip(), computed);
            case "n" -> number(value.strip())
                    ? new Cell(at, Cell.Kind.NUMBER, value.strip(), computed)
                    : new Cell(at, Cell.Kind.TEXT, value, computed);
            default -> new Cell(at, Cell.Kind.TEXT, unescape(value), computed);
        };
        // Formulas that found nothing leave an empty text behind, thousands of them in the smelter list.
        if (cell.kind() == Cell.Kind.TEXT && value.isEmpty()) {
            return;
        }
        if (++count > limits.cells()) {
            throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.CELLS, limits.cells());
        }
        found.put(at.address(), cell);
    }

    static boolean number(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+' || c == 'E' || c == 'e')) {
                return false;
            }
        }
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void readSharedStrings() throws IOException {
        if (waiting.isEmpty()) {
            return;
        }
        Zip.Part part = zip.find("xl/sharedStrings.xml").orElseThrow(() -> new Refused(Reading.Reason.DAMAGED));
        int left = waiting.size();
        try (InputStream in = zip.open(part)) {
            XMLStreamReader xml = XML.createXMLStreamReader(decoded(in));
            try {
                int number = -1;
                int phonetic = 0;
                StringBuilder text = new StringBuilder();
                List<Cell> wanted = null;
                while (left > 0 && xml.hasNext()) {
                    int event = next(xml);
                    if (event == XMLStreamConstants.START_ELEMENT) {
                        switch (xml.getLocalName()) {
                            case "si" -> {
                                number++;
                                wanted = waiting.get(number);
                                text.setLength(0);
                            }
                            case "rPh" -> phonetic++;
                            case "t" -> {
                                if (wanted != null && phonetic == 0) {
                                    readText(xml, text);
                                }
                            }
                            default -> { }
                        }
                    } else if (event == XMLStreamConstants.END_ELEMENT) {
                        if (xml.getLocalName().equals("rPh")) {
                            phonetic--;
                        } else if (xml.getLocalName().equals("si") && wanted != null) {
                            deliver(wanted, unescape(text.toString()));
                            left--;
                        }
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
        if (left > 0) {
            throw new Refused(Reading.Reason.DAMAGED);
        }
    }

    private void deliver(List<Cell> wanted, String text) {
        for (Cell cell : wanted) {
            Map<String, Cell> sheet = cells.get(cell.at().sheet());
            if (text.isEmpty()) {
                sheet.remove(cell.at().address());
            } else {
                sheet.put(cell.at().address(), new Cell(cell.at(), Cell.Kind.TEXT, text, cell.computed()));
            }
        }
    }

    /// Takes the text from the start of an element to its end.
    private void readText(XMLStreamReader xml, StringBuilder text) throws XMLStreamException, IOException {
        while (true) {
            switch (next(xml)) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    if (text.length() > limits.textChars()) {
                        throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.TEXT, limits.textChars());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return;
                }
                case XMLStreamConstants.END_DOCUMENT, XMLStreamConstants.START_ELEMENT -> throw new Refused(Reading.Reason.DAMAGED);
                default -> { }
            }
        }
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException, IOException {
        int depth = 1;
        while (depth > 0) {
            switch (next(xml)) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.END_DOCUMENT -> throw new Refused(Reading.Reason.DAMAGED);
                default -> { }
            }
        }
    }

    /// The next event; a document type or an entity that it would define ends the reading.
    private static int next(XMLStreamReader xml) throws XMLStreamException, IOException {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE
                || event == XMLStreamConstants.ENTITY_DECLARATION) {
            throw new Refused(Reading.Reason.UNSAFE_MARKUP);
        }
        return event;
    }

    private interface Start {
        void element(XMLStreamReader xml) throws IOException;
    }

    private void parse(Zip.Part part, Start start) throws IOException {
        try (InputStream in = zip.open(part)) {
            XMLStreamReader xml = XML.createXMLStreamReader(decoded(in));
            try {
                while (xml.hasNext()) {
                    if (next(xml) == XMLStreamConstants.START_ELEMENT) {
                        start.element(xml);
                    }
                }
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        }
    }

    /// The packaging standard allows UTF-8 and UTF-16 only. Decoding here, because the parser's own decoder prints what it dislikes.
    private static Reader decoded(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, 2);
        byte[] first = bytes.readNBytes(2);
        bytes.unread(first);
        boolean wide = first.length == 2 && ((first[0] & 0xFF) == 0xFE && (first[1] & 0xFF) == 0xFF || (first[0] & 0xFF) == 0xFF && (first[1] & 0xFF) == 0xFE);
        PushbackReader text = new PushbackReader(new InputStreamReader(bytes, (wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)), 1);
        int mark = text.read();
        if (mark >= 0 && mark != '\uFEFF') {
            text.unread(mark);
        }
        return text;
    }

    private static Refused broken(XMLStreamException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause() != null ? cause.getCause()
                : cause instanceof XMLStreamException x ? x.getNestedException() : null) {
            if (cause instanceof Refused refused) {
                return refused;
            }
        }
        return new Refused(Reading.Reason.DAMAGED);
    }

    private static @Nullable String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /// Characters XML cannot hold are written `_x000D_` in workbooks.
    private static String unescape(String text) {
        int at = text.indexOf("_x");
        if (at < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int from = 0;
        while (at >= 0) {
            if (at + 7 <= text.length() && text.charAt(at + 6) == '_' && hex(text, at + 2, at + 6)) {
                plain.append(text, from, at).append((char) Integer.parseInt(text.substring(at + 2, at + 6), 16));
                from = at + 7;
            } else {
                plain.append(text, from, at + 2);
                from = at + 2;
            }
            at = text.indexOf("_x", from);
        }
        return plain.append(text, from, text.length()).toString();
    }

    private static boolean hex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
