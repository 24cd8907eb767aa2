package org.probity.formats.cmrt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes workbooks for trial and demonstration: cells where the 6.x form has them, labels in words of our own, smelters that do not exist.
/// Spreadsheet programs open them, and the same order always gives the same bytes.
public final class Sample {

    private static final int INPUT = 1;
    private static final int LABEL = 2;
    private static final int DATE = 3;
    private static final int TITLE = 4;
    private static final int COMPUTED = 5;
    private static final int LAST_LIST_ROW = 400;

    private final SampleOrder order;
    private final Map<String, String> words;
    private final Map<String, Integer> strings = new LinkedHashMap<>();
    private final Set<Metal> metals = new LinkedHashSet<>();

    private Sample(SampleOrder order) {
        this.order = order;
        this.words = SampleWords.in(order.language());
        order.smelters().forEach(s -> metals.add(s.metal()));
    }

    public static byte[] workbook(SampleOrder order) {
        return new Sample(order).write();
    }

    private boolean has(SampleOrder.Fault fault) {
        return order.faults().contains(fault);
    }

    private byte[] write() {
        Map<String, String> parts = new LinkedHashMap<>();
        String declaration = declaration();
        String smelters = smelters();
        String products = products();
        String lookup = lookup();
        parts.put("[Content_Types].xml", CONTENT_TYPES);
        parts.put("_rels/.rels", RELATIONS);
        parts.put("xl/workbook.xml", BOOK);
        parts.put("xl/_rels/workbook.xml.rels", BOOK_RELATIONS);
        parts.put("xl/styles.xml", STYLES);
        parts.put("xl/sharedStrings.xml", sharedStrings());
        parts.put("xl/worksheets/sheet1.xml", declaration);
        parts.put("xl/worksheets/sheet2.xml", smelters);
        parts.put("xl/worksheets/sheet3.xml", products);
        parts.put("xl/worksheets/sheet4.xml", lookup);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    // ---- Declaration

    private String declaration() {
        Rows rows = new Rows();
        rows.text("D2", words.get("title"), TITLE).text("D3", languageName(), INPUT).text("J3", revision(), LABEL);
        rows.text("P9", "A. Company", COMPUTED).text("Q9", "B. Product (or List of Products)", COMPUTED)
                .text("R9", "C. User defined [Specify in 'Description of scope']", COMPUTED);
        Edition.SIXTH.fields().forEach((field, address) ->
                rows.text("B" + address.substring(1), words.get(field.name()), LABEL));
        rows.text("D8", order.companyName(), INPUT)
                .text("D9", order.products().isEmpty() ? "A. Company" : "B. Product (or List of Products)", INPUT)
                .text("D12", "SAMPLE-001", INPUT).text("D13", "Sample register", INPUT).text("D14", "1 Sample Road", INPUT)
                .text("D15", order.contactName(), INPUT).text("D16", order.contactEmail(), INPUT);
        if (!has(SampleOrder.Fault.MISSING_ANSWERS)) {
            rows.text("D17", "+86 512 5555 0100", INPUT);
        }
        rows.text("D18", order.contactName(), INPUT).text("D19", words.get("authoriser-title-value"), INPUT)
                .text("D20", has(SampleOrder.Fault.AUTHORISER_EMAIL) ? "same as above" : order.contactEmail(), INPUT)
                .text("D21", "+86 512 5555 0100", INPUT);
        LocalDate day = has(SampleOrder.Fault.FUTURE_DATE) ? order.effectiveDate().plusYears(2) : order.effectiveDate();
        rows.number("D22", ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), day), DATE);
        answers(rows);
        company(rows);
        return rows.sheet("<cols><col min=\"1\" max=\"1\" width=\"2\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"52\" customWidth=\"1\"/>"
                + "<col min=\"4\" max=\"4\" width=\"44\" customWidth=\"1\"/><col min=\"7\" max=\"7\" width=\"40\" customWidth=\"1\"/>"
                + "<col min=\"10\" max=\"10\" width=\"24\" customWidth=\"1\"/><col min=\"16\" max=\"18\" hidden=\"1\" width=\"9\"/></cols>",
                choices());
    }

    private void answers(Rows rows) {
        Edition.SIXTH.questions().forEach((question, first) -> {
            rows.text("B" + (first - 1), words.get(question.name()), LABEL).text("D" + (first - 1), words.get("answer"), LABEL)
                    .text("G" + (first - 1), words.get("comment"), LABEL);
            for (Metal metal : Metal.values()) {
                int row = first + metal.ordinal();
                rows.text("B" + row, words.get(metal.name()), LABEL);
                String answer = answer(question, metal);
                if (question == Question.RESPONSES && answer.equals("100%") && beforeTextShares()) {
                    rows.number("D" + row, 1, INPUT);
                } else if (!answer.isEmpty()) {
                    rows.text("D" + row, answer, INPUT);
                }
            }
        });
    }

    private boolean beforeTextShares() {
        return Version.of(order.version()).compareTo(Version.of("6.31")) < 0;
    }

    private String answer(Question question, Metal metal) {
        boolean used = metals.contains(metal);
        if (!used) {
            return question == Question.ADDED ? "No" : "";
        }
        return switch (question) {
            case ADDED, REMAINS -> "Yes";
            case COVERED_COUNTRIES -> has(SampleOrder.Fault.CONTRADICTION) ? "Yes" : "No";
            case CONFLICT_AREAS -> "No";
            case RECYCLED -> has(SampleOrder.Fault.CONTRADICTION) ? "Yes" : "No";
            case RESPONSES -> has(SampleOrder.Fault.CONTRADICTION) ? "Greater than 75%" : "100%";
            case SMELTERS_IDENTIFIED -> has(SampleOrder.Fault.MISSING_ANSWERS) ? "" : "Yes";
            case SMELTERS_REPORTED -> "Yes";
            case SMELTERS_VALIDATED -> "";
        };
    }

    private void company(Rows rows) {
        rows.text("B74", words.get("company-questions"), LABEL).text("D74", words.get("answer"), LABEL).text("G74", words.get("comment"), LABEL);
        Edition.SIXTH.companyQuestions().forEach((question, row) -> {
            rows.text("B" + row, words.get(question.name()), LABEL);
            switch (question) {
                case SURVEY -> rows.text("D" + row, "Yes, in conformance with IPC1755 (e.g., CMRT)", INPUT);
                case DISCLOSURE -> rows.text("D" + row, "No", INPUT);
                case VALIDATED_SMELTERS_REQUIRED -> {
                    if (!has(SampleOrder.Fault.MISSING_ANSWERS)) {
                        rows.text("D" + row, "Yes", INPUT);
                    }
                }
                case POLICY_PUBLIC -> rows.text("D" + row, "Yes", INPUT).text("G" + row, "https://example.org/minerals-policy", INPUT);
                case POLICY, DUE_DILIGENCE, REVIEW, CORRECTIVE_ACTION -> rows.text("D" + row, "Yes", INPUT);
                case CONFLICT_FREE_REQUIRED, SMELTER_NAMES_ASKED -> { }
            }
        });
    }

    private String choices() {
        StringBuilder choices = new StringBuilder();
        int[] count = {0};
        Edition.SIXTH.questions().forEach((question, first) -> {
            String list = switch (question) {
                case COVERED_COUNTRIES, CONFLICT_AREAS, RECYCLED -> "Yes,No,Unknown";
                case RESPONSES -> "100%,Greater than 90%,Greater than 75%,Greater than 50%,50% or less,None";
                case ADDED, REMAINS, SMELTERS_IDENTIFIED, SMELTERS_REPORTED, SMELTERS_VALIDATED -> "Yes,No";
            };
            choices.append(choice("D" + first + ":D" + (first + 3), list));
            count[0]++;
        });
        return "<dataValidations count=\"" + (count[0] + 1) + "\">" + choices
                + choice("D75 D77 D79 D81 D85 D87", "Yes,No") + "</dataValidations>";
    }

    private static String choice(String cells, String list) {
        return "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"" + cells + "\"><formula1>\"" + list
                + "\"</formula1></dataValidation>";
    }

    private String languageName() {
        return switch (order.language()) {
            case ENGLISH -> "English";
            case CHINESE -> "中文 Chinese";
            case GERMAN -> "Deutsch";
        };
    }

    private String revision() {
        String day = TemplateVersions.shipped().released(Version.of(order.version()))
                .map(d -> "\n" + DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH).format(d)).orElse("");
        return "Revision " + order.version() + day;
    }

    // ---- Smelter List

    private String smelters() {
        Rows rows = new Rows();
        rows.text("B2", words.get("smelters"), TITLE).text("Q3", revision(), LABEL);
        Edition.SIXTH.smelterColumns().forEach((column, letters) -> rows.text(letters + "4", words.get("column." + column.name()), LABEL));
        int row = Edition.FIRST_SMELTER_ROW;
        List<SmelterList.Smelter> named = new ArrayList<>(order.smelters());
        if (has(SampleOrder.Fault.DELISTED)) {
            named.add(delisted());
        }
        for (int i = 0; i < named.size(); i++) {
            SmelterList.Smelter smelter = named.get(i);
            Metal metal = has(SampleOrder.Fault.WRONG_METAL) && i == 0 ? other(smelter.metal()) : smelter.metal();
            boolean noId = has(SampleOrder.Fault.MISSING_ID) && i == order.smelters().size() - 1;
            String id = has(SampleOrder.Fault.UNKNOWN_ID) && i == 0 ? "CID999999" : smelter.id();
            String name = has(SampleOrder.Fault.NAME_OF_ANOTHER) && i == 1 && named.size() > 2 ? named.get(2).name() : smelter.name();
            rows.text("B" + row, metal.word(), INPUT);
            if (noId) {
                rows.text("D" + row, words.get("trader"), INPUT).text("E" + row, smelter.country(), INPUT);
            } else {
                rows.text("C" + row, name, INPUT).computed("E" + row, find(row, "D"), smelter.country())
                        .computed("F" + row, find(row, "E"), id).computed("G" + row, find(row, "F"), "Sample list")
                        .computed("I" + row, find(row, "H"), smelter.city()).computed("R" + row, find(row, "C"), smelter.name());
            }
            rows.text("P" + row, "No", INPUT);
            row++;
        }
        if (has(SampleOrder.Fault.NOT_LISTED_INCOMPLETE)) {
            rows.text("B" + row, Metal.TIN.word(), INPUT).text("C" + row, "Smelter not listed", INPUT)
                    .text("D" + row, words.get("trader"), INPUT);
        }
        return rows.sheet("<cols><col min=\"1\" max=\"1\" width=\"14\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"12\" customWidth=\"1\"/>"
                + "<col min=\"3\" max=\"4\" width=\"36\" customWidth=\"1\"/><col min=\"5\" max=\"18\" width=\"18\" customWidth=\"1\"/></cols>", "");
    }

    private static String find(int row, String column) {
        return "IFERROR(INDEX('Smelter Look-up'!$" + column + "$5:$" + column + "$" + LAST_LIST_ROW + ",MATCH(B" + row + "&C" + row
                + ",'Smelter Look-up'!$J$5:$J$" + LAST_LIST_ROW + ",0)),\"\")";
    }

    private static SmelterList.Smelter delisted() {
        List<SmelterList> editions = SmelterList.fictionalEditions();
        return editions.getFirst().smelters(Metal.TIN).stream()
                .filter(s -> editions.getLast().find(s.id()).isEmpty()).findFirst().orElseThrow();
    }

    private static Metal other(Metal metal) {
        return metal == Metal.GOLD ? Metal.TUNGSTEN : Metal.GOLD;
    }

    // ---- Product List and Look-up

    private String products() {
        Rows rows = new Rows();
        rows.text("B2", words.get("products"), TITLE).text("B5", words.get("product.number"), LABEL)
                .text("C5", words.get("product.name"), LABEL).text("D5", words.get("comment"), LABEL);
        int row = Edition.FIRST_PRODUCT_ROW;
        for (String number : order.products()) {
            rows.text("B" + row, number, INPUT).text("C" + row, words.get("product.value"), INPUT);
            row++;
        }
        return rows.sheet("<cols><col min=\"2\" max=\"4\" width=\"30\" customWidth=\"1\"/></cols>", "");
    }

    private String lookup() {
        Rows rows = new Rows();
        rows.text("A2", words.get("lookup"), TITLE);
        String[] heads = {"METAL", "LOOKUP", "STANDARD_NAME", "COUNTRY", "ID", "ID_SOURCE", "STREET", "CITY", "STATE"};
        for (int i = 0; i < heads.length; i++) {
            rows.text(Columns.letters(i + 1) + "4", words.get("column." + heads[i]), LABEL);
        }
        int row = Edition.FIRST_SMELTER_ROW;
        for (SmelterList.Smelter smelter : SmelterList.fictional().smelters()) {
            for (String alias : smelter.aliases()) {
                rows.text("A" + row, smelter.metal().word(), 0).text("B" + row, alias, 0).text("C" + row, smelter.name(), 0)
                        .text("D" + row, smelter.country(), 0).text("E" + row, smelter.id(), 0).text("F" + row, "Sample list", 0)
                        .text("H" + row, smelter.city(), 0).computed("J" + row, "A" + row + "&B" + row, smelter.metal().word() + alias);
                row++;
            }
        }
        return rows.sheet("<cols><col min=\"1\" max=\"9\" width=\"22\" customWidth=\"1\"/><col min=\"10\" max=\"10\" hidden=\"1\" width=\"9\"/></cols>", "");
    }

    // ---- Writing

    /// Cells gathered in any order and written in theirs.
    private final class Rows {

        private final TreeMap<Integer, TreeMap<Integer, String>> cells = new TreeMap<>();

        private Rows put(String address, String cell) {
            CellRef at = new CellRef("", address);
            cells.computeIfAbsent(at.row(), r -> new TreeMap<>()).put(Columns.number(at.column()), cell);
            return this;
        }

        Rows text(String address, String text, int style) {
            int number = strings.computeIfAbsent(text, t -> strings.size());
            return put(address, "<c r=\"" + address + "\" s=\"" + style + "\" t=\"s\"><v>" + number + "</v></c>");
        }

        Rows number(String address, long number, int style) {
            return put(address, "<c r=\"" + address + "\" s=\"" + style + "\"><v>" + number + "</v></c>");
        }

        Rows computed(String address, String formula, String value) {
            return put(address, "<c r=\"" + address + "\" s=\"" + COMPUTED + "\" t=\"str\"><f>" + Xml.escape(formula) + "</f><v>"
                    + Xml.escape(value) + "</v></c>");
        }

        String sheet(String columns, String after) {
            StringBuilder sheet = new StringBuilder(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\">")
                    .append("<sheetFormatPr defaultRowHeight=\"15\"/>").append(columns).append("<sheetData>");
            cells.forEach((row, line) -> {
                sheet.append("<row r=\"").append(row).append("\">");
                line.values().forEach(sheet::append);
                sheet.append("</row>");
            });
            return sheet.append("</sheetData>").append(after).append("</worksheet>").toString();
        }
    }

    private String sharedStrings() {
        StringBuilder xml = new StringBuilder(HEAD).append("<sst xmlns=\"").append(MAIN).append("\" uniqueCount=\"").append(strings.size())
                .append("\">");
        strings.keySet().forEach(text -> xml.append("<si><t xml:space=\"preserve\">").append(Xml.escape(text)).append("</t></si>"));
        return xml.append("</sst>").toString();
    }

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private static final String CONTENT_TYPES = HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPES + "sheet.main+xml\"/>"
            + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPES + "styles+xml\"/>"
            + "<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"" + TYPES + "sharedStrings+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPES + "worksheet+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet2.xml\" ContentType=\"" + TYPES + "worksheet+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet3.xml\" ContentType=\"" + TYPES + "worksheet+xml\"/>"
            + "<Override PartName=\"/xl/worksheets/sheet4.xml\" ContentType=\"" + TYPES + "worksheet+xml\"/></Types>";

    private static final String RELATIONS = HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    private static final String BOOK = HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>"
            + "<sheet name=\"Declaration\" sheetId=\"1\" r:id=\"rId1\"/><sheet name=\"Smelter List\" sheetId=\"2\" r:id=\"rId2\"/>"
            + "<sheet name=\"Product List\" sheetId=\"3\" r:id=\"rId3\"/><sheet name=\"Smelter Look-up\" sheetId=\"4\" r:id=\"rId4\"/>"
            + "</sheets></workbook>";

    private static final String BOOK_RELATIONS = HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
            + "<Relationship Id=\"rId1\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
            + "<Relationship Id=\"rId2\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet2.xml\"/>"
            + "<Relationship Id=\"rId3\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet3.xml\"/>"
            + "<Relationship Id=\"rId4\" Type=\"" + OFFICE + "/worksheet\" Target=\"worksheets/sheet4.xml\"/>"
            + "<Relationship Id=\"rId5\" Type=\"" + OFFICE + "/styles\" Target=\"styles.xml\"/>"
            + "<Relationship Id=\"rId6\" Type=\"" + OFFICE + "/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>";

    /// Styles by number: 1 input, 2 label, 3 date, 4 title, 5 computed.
    private static final String STYLES = HEAD + "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"d\\-mmm\\-yyyy\"/></numFmts>"
            + "<fonts count=\"3\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"14\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
            + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFFFF8DC\"/></patternFill></fill></fills>"
            + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"6\"><xf xfId=\"0\"/>"
            + "<xf fillId=\"2\" xfId=\"0\" applyFill=\"1\"/>"
            + "<xf fontId=\"1\" xfId=\"0\" applyFont=\"1\" applyAlignment=\"1\"><alignment wrapText=\"1\" vertical=\"top\"/></xf>"
            + "<xf numFmtId=\"164\" fillId=\"2\" xfId=\"0\" applyNumberFormat=\"1\" applyFill=\"1\"/>"
            + "<xf fontId=\"2\" xfId=\"0\" applyFont=\"1\"/><xf xfId=\"0\"/></cellXfs></styleSheet>";
}
