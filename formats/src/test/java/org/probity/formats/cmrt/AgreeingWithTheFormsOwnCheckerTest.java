package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Random fills whose open items were counted by a spreadsheet program recalculating the form itself.
class AgreeingWithTheFormsOwnCheckerTest {

    private static final String CASES = "supply/cmrt/oracle/cases.json";
    private static final String EXPECTED = "supply/cmrt/oracle/expected.json";

    @TestFactory
    Stream<DynamicTest> everySavedCaseHasTheSameOpenItems() {
        Map<String, Object> expected = Json.object(Json.parse(new String(Shared.bytes(EXPECTED), StandardCharsets.UTF_8)));
        return cases().stream().map(Json::object).map(fill -> DynamicTest.dynamicTest((String) fill.get("case"), () -> {
            List<Integer> rows = Json.list(Json.object(expected.get((String) fill.get("case"))).get("rows")).stream()
                    .map(row -> ((Double) row).intValue()).toList();
            assertThat(rowsOf(declaration(fill))).isEqualTo(rows);
        }));
    }

    /// The same fills, written into the real forms and read from there.
    @TestFactory
    Stream<DynamicTest> everySavedCaseWrittenIntoTheRealFormHasThemToo() {
        Map<String, Object> expected = Json.object(Json.parse(new String(Shared.bytes(EXPECTED), StandardCharsets.UTF_8)));
        return cases().stream().map(Json::object).map(fill -> DynamicTest.dynamicTest((String) fill.get("case"), () -> {
            byte[] form = Shared.bytes("supply/cmrt/templates/RMI_CMRT_" + fill.get("version") + ".xlsx");
            List<WriteBack.Correction> corrections = new ArrayList<>();
            Map.of(Declaration.DECLARATION, "declaration", Declaration.SMELTERS, "smelter_list", Declaration.PRODUCTS, "product_list")
                    .forEach((sheet, key) -> Json.object(fill.get(key)).forEach((address, value) -> corrections.add(value instanceof Double number
                            ? new WriteBack.Correction.Number(new CellRef(sheet, address), BigDecimal.valueOf(number.longValue()))
                            : new WriteBack.Correction.Text(new CellRef(sheet, address), (String) value))));
            List<Integer> rows = Json.list(Json.object(expected.get((String) fill.get("case"))).get("rows")).stream()
                    .map(row -> ((Double) row).intValue()).toList();
            assertThat(rowsOf(WritingCorrectionsBackTest.read(WritingCorrectionsBackTest.written(form, corrections)))).isEqualTo(rows);
        }));
    }

    @Test
    void aBlankFormOf65Shows52() {
        assertThat(Checker.openItems(Shared.declaration("supply/cmrt/templates/RMI_CMRT_6.5.xlsx"))).hasSize(52);
    }

    private static List<Object> cases() {
        return Json.list(Json.parse(new String(Shared.bytes(CASES), StandardCharsets.UTF_8)));
    }

    private static List<Integer> rowsOf(Declaration declaration) {
        return Checker.openItems(declaration).stream().map(OpenItem::checkerRow).toList();
    }

    private static Declaration declaration(Map<String, Object> fill) {
        Map<String, Map<String, Cell>> cells = new LinkedHashMap<>();
        cells.put(Declaration.DECLARATION, cells(Declaration.DECLARATION, fill.get("declaration")));
        cells.put(Declaration.SMELTERS, cells(Declaration.SMELTERS, fill.get("smelter_list")));
        cells.put(Declaration.PRODUCTS, cells(Declaration.PRODUCTS, fill.get("product_list")));
        CellRef revision = new CellRef(Declaration.DECLARATION, "J3");
        cells.get(Declaration.DECLARATION).put("J3", new Cell(revision, Cell.Kind.TEXT, "Revision " + fill.get("version"), false));
        List<String> sheets = new ArrayList<>(List.of("Declaration", "Smelter List", "Product List", "Smelter Look-up", "SorP"));
        return ((Reading.Read) Interpreter.read(new Extract(sheets, false, cells))).declaration();
    }

    private static Map<String, Cell> cells(String sheet, Object filled) {
        Map<String, Cell> cells = new LinkedHashMap<>();
        Json.object(filled).forEach((address, value) -> {
            CellRef at = new CellRef(sheet, address);
            cells.put(address, value instanceof Double number
                    ? new Cell(at, Cell.Kind.NUMBER, String.valueOf(number.longValue()), false)
                    : new Cell(at, Cell.Kind.TEXT, (String) value, false));
        });
        return cells;
    }
}
