package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class DownloadingATableTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u3000=1", "\u200b=1", "\ufeff=1", "\u0000=1",
        "＝1+1", "＋1", "－1", "＠SUM", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://evil.example\",\"x\")"
    })
    void whatBeginsLikeAFormulaIsText(String text) {
        assertThat(Export.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Longtai Silicon", "隆泰硅业", "A = B", "a@b.example", "'quoted'", "", " ", "2026-11-22", "（一）"})
    void ordinaryTextStaysAsItIs(String text) {
        assertThat(Export.harmless(text)).isEqualTo(text);
    }

    @Test
    void numbersAndDaysStayWhatTheyAre() {
        var csv = new String(Export.csv(List.of("数量", "Day"), List.of(List.of(new BigDecimal("-22.50"), LocalDate.of(2026, 11, 22)))),
                StandardCharsets.UTF_8);
        assertThat(csv).isEqualTo("\ufeff数量,Day\r\n-22.50,2026-11-22\r\n");
    }

    @Test
    void quotesCommasAndBreaksSurviveInsideACell() {
        var csv = new String(Export.csv(List.of("a"), List.of(List.of("x \"y\", z\nw"))), StandardCharsets.UTF_8);
        assertThat(csv).isEqualTo("\ufeffa\r\n\"x \"\"y\"\", z\nw\"\r\n");
    }

    /** Whatever the text, it is one cell in one row and no formula; and it is still there to read. */
    @Test
    void nothingAPersonTypesRuns() throws IOException {
        var random = new Random(20261122);
        String edges = "=+-@\t\r\n\"',;|\u0000\u200b\u3000\u00a0\ufeff＝＋－＠a1汉😀\ud800\uffff";
        for (int i = 0; i < 3_000; i++) {
            mustBeHarmless(IntStream.range(0, random.nextInt(1, 8))
                    .mapToObj(_ -> String.valueOf(edges.charAt(random.nextInt(edges.length())))).reduce("", String::concat));
        }
    }

    @Test
    void norWhatAWholeListOfNaughtyStringsHolds() throws IOException {
        Path list = Path.of(System.getProperty("probity.shared", "none")).resolve("security/blns/blns.json");
        assumeTrue(Files.exists(list), "the list is not on this machine");
        for (String naughty : JsonMapper.shared().readValue(list.toFile(), String[].class)) {
            mustBeHarmless(naughty);
        }
    }

    private static void mustBeHarmless(String text) throws IOException {
        String cell = Export.harmless(text);
        assertThat(cell).endsWith(text);
        String seen = cell.codePoints().dropWhile(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        assertThat(seen).as(text).doesNotMatch("(?s)[=+\\-@＝＋－＠].*");

        String csv = new String(Export.csv(List.of("a", "b"), List.of(List.of(text, "end"))), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeffa,b\r\n").endsWith(",end\r\n");
    }

    @Test
    void aWorkbookHoldsTextWhereAFormulaWasTyped() throws IOException {
        byte[] bytes = Export.xlsx(List.of("Name", "Days", "Day"),
                List.of(List.of("=1+1", -22, LocalDate.of(2026, 11, 22)), List.of("bad \u0000 mark \uffff", 1, "x".repeat(40_000))));
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            var rows = workbook.getFirstSheet().read();
            assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(1).getCellText(0)).isEqualTo("'=1+1");
            assertThat(rows.get(1).getCellAsNumber(1)).hasValue(new BigDecimal("-22"));
            assertThat(rows.get(1).getCellAsDate(2).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 22));
            assertThat(rows.get(2).getCellText(0)).isEqualTo("bad  mark ");
            assertThat(rows.get(2).getCellText(2)).hasSize(32_767);
        }
    }

    @Test
    void whoFillsInAWorkbookChoosesWhereThereIsAChoice() throws IOException {
        var long256 = "x".repeat(256);
        var table = Table.of(Screens.of(Lang.EN), List.of("gate", "hours"))
                .text("ui.choose", row -> row)
                .text("ui.filter", _ -> "").offers(row -> row.equals("gate") ? List.of("Yes, always", "No", long256) : List.of());
        byte[] bytes = Export.of(Export.Format.XLSX, table);
        assertThat(entry(bytes, "xl/worksheets/sheet1.xml")).contains("sqref=\"B2:B2\" type=\"list\"", "'Choices'!$A$1:$A$3", "errorStyle=\"stop\" showErrorMessage=\"true\"").containsOnlyOnce("<dataValidation ");
        assertThat(entry(bytes, "xl/workbook.xml")).contains("name=\"Choices\"", "state=\"hidden\"");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(workbook.getFirstSheet().getName()).isEqualTo("Probity");
            assertThat(workbook.getSheet(1).orElseThrow().read().stream().map(row -> row.getCellText(0))).containsExactly("Yes, always", "No", long256);
        }
    }

    @Test
    void aListToReadHasNoSecondSheet() throws IOException {
        byte[] bytes = Export.xlsx(List.of("Name"), List.of(List.of("Longtai Silicon")));
        assertThat(entry(bytes, "xl/workbook.xml")).doesNotContain("Choices");
    }

    private static String entry(byte[] zip, String name) throws IOException {
        try (var file = ZipFile.builder().setByteArray(zip).get()) {
            return new String(file.getInputStream(file.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
