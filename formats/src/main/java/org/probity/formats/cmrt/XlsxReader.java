package org.probity.formats.cmrt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
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
        if (sheets.contains(Declaration.SMELTERS) && reader.smeltersById() && reader.targets.containsKey(Extract.LOOKUP)) {
            reader.readSheet(Extract.LOOKUP, reader.targets.get(Extract.LOOKUP));
        }
        reader.readSharedStrings();
        return new Extract(List.copyOf(reader.sheetNames), reader.days1904, reader.cells);
    }

    /// Whether a row of the smelter list has an id and no metal: typed by a tool that does not compute, so that the form's own list must say
    /// what its formulas would.
    private boolean smeltersById() {
        Map<String, Cell> list = cells.getOrDefault(Declaration.SMELTERS, Map.of());
        return list.values().stream().anyMatch(c -> c.at().row() >= Edition.FIRST_SMELTER_ROW && c.at().column().equals("A")
                && (!list.containsKey("B" + c.at().row()) || list.get("B" + c.at().row()).kind() == Cell.Kind.ERROR));
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
            Tags tags = new Tags(narrow(in), limits.textChars());
            int row = 0;
            int column = 0;
            while (tags.next()) {
                if (tags.closes("sheetData")) {
                    break;
                }
                if (tags.opens("c")) {
                    String address = tags.attribute("r");
                    if (address == null) {
                        column++;
                    } else {
                        column = column(address);
                        row = row(address, column);
                    }
                    if (column > 0 && row > 0 && !tags.alone() && Extract.wants(sheet, row, column)) {
                        readCell(tags, found, CellRef.of(sheet, Columns.letters(column), row));
                    }
                } else if (tags.opens("row")) {
                    String number = tags.attribute("r");
                    row = number == null ? row + 1 : rowNumber(number);
                    column = 0;
                }
            }
            // The rest is of no interest, but the sum over the whole tells whether the file arrived as it was sent.
            in.transferTo(OutputStream.nullOutputStream());
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
    private void readCell(Tags tags, Map<String, Cell> found, CellRef at) throws IOException {
        String type = tags.attribute("t");
        boolean computed = false;
        StringBuilder text = null;
        while (true) {
            if (!tags.next()) {
                throw new Refused(Reading.Reason.DAMAGED);
            }
            if (tags.closes("c")) {
                break;
            }
            if (tags.opens("f")) {
                computed = true;
                tags.skip();
            } else if (tags.opens("rPh")) {
                tags.skip();
            } else if (tags.opens("v") || tags.opens("t")) {
                text = text == null ? new StringBuilder() : text;
                tags.text(text);
            }
        }
        if (text != null) {
            keep(found, at, type, text.toString(), computed);
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
            Tags tags = new Tags(narrow(in), limits.textChars());
            int number = -1;
            StringBuilder text = new StringBuilder();
            List<Cell> wanted = null;
            while (left > 0 && tags.next()) {
                if (tags.opens("si")) {
                    number++;
                    wanted = waiting.get(number);
                    text.setLength(0);
                } else if (wanted != null && tags.opens("rPh")) {
                    tags.skip();
                } else if (wanted != null && tags.opens("t")) {
                    tags.text(text);
                }
                if (tags.is("si") && (tags.closing() || tags.alone()) && wanted != null) {
                    deliver(wanted, unescape(text.toString()));
                    wanted = null;
                    left--;
                }
            }
            in.transferTo(OutputStream.nullOutputStream());
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

    /// The packaging standard allows UTF-8 and UTF-16 only; the second is rare and turned into the first.
    private InputStream narrow(InputStream in) throws IOException {
        PushbackInputStream bytes = new PushbackInputStream(in, 2);
        byte[] first = bytes.readNBytes(2);
        bytes.unread(first);
        return Tags.wide(first)
                ? new ByteArrayInputStream(new String(bytes.readAllBytes(), StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8))
                : bytes;
    }

    /// The parser's own decoder prints what it dislikes.
    private Reader decoded(InputStream in) throws IOException {
        PushbackReader text = new PushbackReader(new InputStreamReader(narrow(in), StandardCharsets.UTF_8.newDecoder()
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
