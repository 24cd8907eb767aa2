package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.probity.formats.cmrt.WriteBack.Correction;
import org.probity.formats.cmrt.WriteBack.Obstacle;
import org.probity.formats.cmrt.WriteBack.Outcome;

class WritingCorrectionsBackTest {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
    private static final SampleOrder ORDER = SampleOrder.complete("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", DAY)
            .withFaults(EnumSet.of(SampleOrder.Fault.MISSING_ANSWERS, SampleOrder.Fault.AUTHORISER_EMAIL));

    static CellRef at(String sheet, String address) {
        return new CellRef(sheet, address);
    }

    static byte[] written(byte[] file, List<Correction> corrections) {
        return switch (WriteBack.write(file, corrections)) {
            case Outcome.Written(byte[] patched) -> patched;
            case Outcome.NotWritten(Obstacle obstacle) -> throw new AssertionError(obstacle);
        };
    }

    static Declaration read(byte[] file) {
        return ((Reading.Read) Cmrt.read(file)).declaration();
    }

    private static Set<String> changedParts(byte[] before, byte[] after) {
        Map<String, byte[]> old = Hostile.parts(before);
        Map<String, byte[]> now = Hostile.parts(after);
        assertThat(now.keySet()).containsExactlyElementsOf(old.keySet());
        return old.keySet().stream().filter(name -> !Arrays.equals(old.get(name), now.get(name))).collect(Collectors.toSet());
    }

    @Test
    void whatWasOpenIsClosedAndNothingElseIsTouched() {
        byte[] file = Sample.workbook(ORDER);
        byte[] patched = written(file, List.of(
                new Correction.Text(at("Declaration", "D17"), "+86 512 5555 0100"), new Correction.Text(at("Declaration", "D63"), "Yes"),
                new Correction.Text(at("Declaration", "D79"), "Yes"), new Correction.Text(at("Declaration", "D20"), "a&b@example.org")));

        assertThat(Checker.openItems(read(patched))).isEmpty();
        assertThat(read(patched).text(Field.AUTHORISER_EMAIL)).isEqualTo("a&b@example.org");
        assertThat(changedParts(file, patched)).containsExactlyInAnyOrder("xl/worksheets/sheet1.xml", "xl/workbook.xml");
        assertThat(new String(Hostile.parts(patched).get("xl/workbook.xml"))).contains("<calcPr fullCalcOnLoad=\"1\"/>");
    }

    @Test
    void everyOtherCellKeepsEveryCharacter() {
        byte[] file = Sample.workbook(ORDER);
        String before = new String(Hostile.parts(file).get("xl/worksheets/sheet1.xml"));
        String after = new String(Hostile.parts(written(file, List.of(new Correction.Text(at("Declaration", "D20"), "x@example.org"))))
                .get("xl/worksheets/sheet1.xml"));

        assertThat(after.replaceFirst("<c r=\"D20\" s=\"1\" t=\"inlineStr\">.*?</c>", "")).isEqualTo(before.replaceFirst("<c r=\"D20\".*?</c>", ""));
    }

    @Test
    void rowsAndCellsThatWereNotThereComeInTheirPlace() {
        byte[] patched = written(Sample.workbook(ORDER), List.of(
                new Correction.Text(at("Smelter List", "B300"), "Tin"), new Correction.Text(at("Smelter List", "C300"), "Far Away Tin"),
                new Correction.Text(at("Smelter List", "A5"), "CID901001"), new Correction.Text(at("Smelter List", "Q5"), "checked"),
                new Correction.Text(at("Product List", "B6"), "SR-20"), new Correction.Number(at("Declaration", "G56"), new BigDecimal("0.5")),
                new Correction.Day(at("Declaration", "D22"), LocalDate.of(2026, 10, 1)), new Correction.Nothing(at("Declaration", "D9"))));
        Declaration declaration = read(patched);

        assertThat(declaration.smelters().getLast().lookup()).isEqualTo("Far Away Tin");
        assertThat(declaration.smelters().getFirst().cell(SmelterRow.Column.ID_INPUT).orElseThrow().value()).isEqualTo("CID901001");
        assertThat(declaration.smelters().getFirst().cell(SmelterRow.Column.COMMENTS).orElseThrow().value()).isEqualTo("checked");
        assertThat(declaration.products()).hasSize(1);
        assertThat(declaration.effectiveDate()).contains(LocalDate.of(2026, 10, 1));
        assertThat(declaration.scope()).isEqualTo(Scope.UNANSWERED);
        String sheet = new String(Hostile.parts(patched).get("xl/worksheets/sheet2.xml"));
        assertThat(sheet.indexOf("r=\"A5\"")).isLessThan(sheet.indexOf("r=\"B5\""));
    }

    @Test
    void aFormulaGivesWayAndLeavesTheChain() {
        Map<String, byte[]> parts = Hostile.parts(Sample.workbook(ORDER));
        parts.put("xl/calcChain.xml", "<calcChain><c r=\"E5\" i=\"2\"/><c r=\"F5\"/><c r=\"G5\"/><c r=\"A1\" i=\"3\"/></calcChain>".getBytes());
        byte[] patched = written(Hostile.zip(parts, false), List.of(new Correction.Text(at("Smelter List", "E5"), "PERU")));

        assertThat(new String(Hostile.parts(patched).get("xl/calcChain.xml")))
                .isEqualTo("<calcChain><c i=\"2\" r=\"F5\"/><c r=\"G5\"/><c r=\"A1\" i=\"3\"/></calcChain>");
        assertThat(read(patched).smelters().getFirst().country()).isEqualTo("PERU");
    }

    @Test
    void aFormulaThatOthersBorrowIsNotReplaced() {
        byte[] file = Hostile.with("xl/worksheets/sheet2.xml", xml -> xml.replaceFirst("(<c r=\"E5\"[^>]*>)<f>", "$1<f t=\"shared\" ref=\"E5:E9\" si=\"0\">"));

        assertThat(WriteBack.write(file, List.of(new Correction.Text(at("Smelter List", "E5"), "PERU"))))
                .isEqualTo(new Outcome.NotWritten(Obstacle.SHARED_FORMULA));
    }

    @Test
    void unreadableFilesStayAsTheyAre() {
        assertThat(WriteBack.write(new byte[] {1, 2, 3}, List.of())).isEqualTo(new Outcome.NotWritten(Obstacle.UNREADABLE));
        assertThat(WriteBack.write(Hostile.macro(), List.of())).isEqualTo(new Outcome.NotWritten(Obstacle.UNREADABLE));
        assertThat(WriteBack.write(Sample.workbook(ORDER), List.of(new Correction.Text(at("Checker", "A1"), "x"))))
                .isEqualTo(new Outcome.NotWritten(Obstacle.NO_SUCH_SHEET));
    }

    /// Whatever is written is read again, wherever it goes and however often.
    @Test
    void randomCorrectionsComeBackAsWritten() {
        Random random = new Random(5);
        List<String> columns = List.of("A", "B", "C", "D", "N", "P", "Q");
        byte[] file = Sample.workbook(ORDER);
        for (int round = 0; round < 150; round++) {
            Map<CellRef, String> texts = new TreeMap<>();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                CellRef cell = random.nextBoolean()
                        ? at("Smelter List", columns.get(random.nextInt(columns.size())) + random.nextInt(5, 40))
                        : at("Declaration", (random.nextBoolean() ? "D" : "G") + random.nextInt(8, 92));
                texts.put(cell, random.ints(random.nextInt(1, 20), 0, 8).mapToObj(n -> List.of("<", "&", "\"", "锡", " ", "a", "\n", "\uD83D\uDE00").get(n))
                        .collect(Collectors.joining()));
            }
            byte[] patched = written(file, texts.entrySet().stream().<Correction>map(e -> new Correction.Text(e.getKey(), e.getValue())).toList());
            Extract extract;
            try {
                extract = Cmrt.extract(patched, Limits.standard());
            } catch (java.io.IOException e) {
                throw new AssertionError(e);
            }
            texts.forEach((cell, text) -> assertThat(extract.at(cell.sheet(), cell.address()).raw()).isEqualTo(text));
            file = random.nextInt(5) == 0 ? Sample.workbook(ORDER) : patched;
        }
    }

    @Test
    void withoutCorrectionsTheFileIsTheSame() {
        byte[] file = Sample.workbook(ORDER);

        assertThat(written(file, List.of())).isEqualTo(file);
    }

    @Test
    void aRealFormOf65TakesAWholeDeclaration() {
        byte[] form = Shared.bytes("supply/cmrt/templates/RMI_CMRT_6.5.xlsx");
        List<Correction> fill = new ArrayList<>();
        read(Sample.workbook(SampleOrder.complete("Blue Heron Solder", "Lin Qing", "lin.qing@example.org", DAY))).company().values().stream()
                .filter(c -> !c.blank() && !c.at().address().equals("D22")).forEach(c -> fill.add(new Correction.Text(c.at(), c.raw())));
        fill.add(new Correction.Day(at("Declaration", "D22"), DAY));
        Declaration sample = read(Hostile.sample());
        sample.answers().stream().map(MetalAnswer::cell).filter(c -> !c.blank()).forEach(c -> fill.add(new Correction.Text(c.at(), c.raw())));
        sample.companyAnswers().stream().map(CompanyAnswer::cell).forEach(c -> fill.add(new Correction.Text(c.at(), c.raw())));
        fill.add(new Correction.Text(at("Declaration", "G77"), "https://example.org/policy"));
        fill.add(new Correction.Text(at("Smelter List", "B5"), "Tin"));
        fill.add(new Correction.Text(at("Smelter List", "C5"), "Kestrel Bay Tin Works"));

        byte[] patched = written(form, fill);

        assertThat(Checker.openItems(read(patched))).isEmpty();
        assertThat(changedParts(form, patched)).containsExactlyInAnyOrder(
                "xl/worksheets/sheet4.xml", "xl/worksheets/sheet5.xml", "xl/workbook.xml");
    }
}
