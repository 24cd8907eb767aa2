package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What suppliers' hands and tools do to the form, each seen in a real file.
class ReadingOddWorkbooksTest {

    private static Declaration read(byte[] file) {
        return switch (Cmrt.read(file)) {
            case Reading.Read(Declaration declaration) -> declaration;
            case Reading.Unreadable unreadable -> throw new AssertionError(unreadable.toString());
        };
    }

    private static Declaration read(Form form) {
        return read(form.xlsx());
    }

    @Test
    void answersAreUnderstoodWithBlanksAndInAnyCase() {
        Declaration declaration = read(Form.sixth().text("Declaration!D26", " yes ").text("Declaration!D27", "YES\u00A0")
                .text("Declaration!D28", "No").text("Declaration!D50", "Unknown").number("Declaration!D57", 1));

        assertThat(declaration.reply(Question.ADDED, Metal.TANTALUM)).isEqualTo(Reply.YES);
        assertThat(declaration.reply(Question.ADDED, Metal.TIN)).isEqualTo(Reply.YES);
        assertThat(declaration.reply(Question.RECYCLED, Metal.TANTALUM)).isEqualTo(Reply.UNKNOWN);
        assertThat(declaration.reply(Question.RESPONSES, Metal.TIN)).isEqualTo(Reply.ALL);
    }

    @Test
    void theFormsOwnCheckIsStricterAboutBlanksAndSoIsOurs() {
        // "Yes " is not "Yes" to a spreadsheet: the answers that depend on it stay open.
        Declaration declaration = read(Form.sixth().text("Declaration!D27", "Yes ").text("Declaration!D33", "Yes"));

        assertThat(Checker.openItems(declaration)).extracting(OpenItem::checkerRow).contains(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "50% or less|HALF_OR_LESS", "Greater than 90%|OVER_90", "None|NONE", "No, but greater than 75% |OVER_75", "No but > 75%|OVER_75",
        "No, but less than 25%|UNDER_25", "Yes, 100%|ALL", "Yes all smelters have been provided|YES", "Uncertain or Unknown|UNKNOWN",
        "Yes, in conformance with IPC1755 (e.g., CMRT)|WITH_STANDARD_FORM", "Yes, using other format (describe)|WITH_OTHER_FORM",
        "Yes, with the SEC|SEC", "Yes, with the EU|EU", "Yes, with the SEC and the EU|SEC_AND_EU", "Yes (documentation review only)|YES",
        "nothing of the kind|OTHER", "Nope|OTHER"})
    void answersOfAllEditionsAreUnderstood(String text, Reply reply) {
        assertThat(Reply.of(text)).isEqualTo(reply);
    }

    @Test
    void errorsAndMissingValuesOfFormulasAreNoValues() {
        Declaration declaration = read(Form.sixth().text("Smelter List!B5", "Tin").text("Smelter List!C5", "Kestrel Bay Tin Works")
                .formula("Smelter List!E5", "e", "#REF!").formula("Smelter List!F5", "e", "#N/A").formula("Smelter List!R5", "str", ""));
        SmelterRow row = declaration.smelters().getFirst();

        assertThat(row.claimedId()).isEmpty();
        assertThat(row.country()).isEmpty();
        assertThat(SecondOpinion.findings(declaration, Background.of(LocalDate.of(2026, 11, 20)).withList(SmelterList.fictional(), java.util.List.of())))
                .isEmpty();
    }

    @Test
    void aFormulaTypedOverIsTheSuppliersOwnWord() {
        Declaration declaration = read(Form.sixth().text("Smelter List!B5", "Tin").text("Smelter List!C5", "Somewhere").text("Smelter List!F5", "CID901002"));

        assertThat(declaration.smelters().getFirst().claimedId()).contains("CID901002");
        assertThat(declaration.smelters().getFirst().cell(SmelterRow.Column.ID).orElseThrow().computed()).isFalse();
    }

    @Test
    void anIdAloneIsLookedUpInTheFormsOwnListWhenNobodyComputedIt() {
        Declaration declaration = read(Form.sixth().text("Smelter List!A5", "CID901001").formula("Smelter List!B5", "str", "")
                .text("Smelter List!A6", "CID909999")
                .text("Smelter Look-up!A5", "Tin").text("Smelter Look-up!B5", "Kestrel").text("Smelter Look-up!C5", "Kestrel Bay Tin Works")
                .text("Smelter Look-up!E5", "CID901001"));

        assertThat(declaration.smelters().get(0).metal()).contains(Metal.TIN);
        assertThat(declaration.smelters().get(0).lookup()).isEqualTo("Kestrel Bay Tin Works");
        assertThat(declaration.smelters().get(1).metal()).isEmpty();
        assertThat(Checker.openItems(declaration)).extracting(OpenItem::checkerRow).doesNotContain(66).contains(65, 67, 68);
    }

    @ParameterizedTest
    @CsvSource({"A, B, C, E", "C, D, E, G"})
    void aColumnDeletedOrInsertedInFrontMovesTheListWithIt(String metal, String lookup, String name, String id) {
        Form form = Form.sixth();
        for (int row = 5; row < 8; row++) {
            form.text("Smelter List!" + metal + row, "Tin").text("Smelter List!" + lookup + row, "Harimau Selatan Smelting")
                    .text("Smelter List!" + id + row, "CID901002");
        }
        Declaration declaration = read(form);

        assertThat(declaration.smelters(Metal.TIN)).hasSize(3);
        assertThat(declaration.smelters().getFirst().lookup()).isEqualTo("Harimau Selatan Smelting");
        assertThat(declaration.smelters().getFirst().cell(SmelterRow.Column.LOOKUP).orElseThrow().at()).hasToString("Smelter List!" + lookup + 5);
        assertThat(declaration.smelters().getFirst().cell(SmelterRow.Column.ID).orElseThrow().value()).isEqualTo("CID901002");
    }

    @Test
    void anIdWrittenIntoANameIsFound() {
        Declaration declaration = read(Form.sixth().text("Smelter List!B5", "tin ").text("Smelter List!C5", "SMELTER NOT LISTED")
                .text("Smelter List!D5", "Harimau Selatan (CID 901002)").text("Smelter List!E5", "INDONESIA"));
        SmelterRow row = declaration.smelters().getFirst();

        assertThat(row.notListed()).isTrue();
        assertThat(row.metal()).contains(Metal.TIN);
        assertThat(row.claimedId()).contains("CID901002");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2026-09-01", "1-Sep-2026", "2026/9/1", "1 sep 2026", "September 1, 2026", "2026年9月1日", "2026-09-01T00:00:00"})
    void daysTypedAsTextAreStillDays(String text) {
        assertThat(read(Form.sixth().text("Declaration!D22", text)).effectiveDate()).contains(LocalDate.of(2026, 9, 1));
    }

    @ParameterizedTest
    @CsvSource({"39081, ", "39082, 2006-12-31", "46266.75, 2026-09-01", "73414, 2100-12-30", "73415, ", "-5, "})
    void numbersAreDaysSinceTheFormExists(double serial, LocalDate day) {
        assertThat(read(Form.sixth().number("Declaration!D22", serial)).effectiveDate()).isEqualTo(Optional.ofNullable(day));
    }

    @Test
    void aDayThatIsNoneIsSaidAtItsCell() {
        Declaration declaration = read(Form.sixth().text("Declaration!D22", "soon"));

        assertThat(SecondOpinion.findings(declaration, Background.of(LocalDate.of(2026, 11, 20))))
                .anySatisfy(f -> assertThat(f.key() + " " + f.cell() + " " + f.value()).isEqualTo("cmrt.day-unreadable Declaration!D22 soon"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Revision 2 August 29th 2012|SECOND_EARLY|2|A|6", "Revision 2.03a|SECOND|2.03a|F|6", "Revision 3.01|THIRD|3.01|F|7"})
    void oldEditionsHaveTheirOwnPlaces(String revision, Edition edition, String version, String idColumn, int questions) {
        Form form = edition == Edition.THIRD ? Form.third() : Form.second(revision);
        form.text("Smelter List!" + idColumn + 5, "4CHN005").text("Smelter List!B5", "Tungsten").text("Smelter List!C5", "Old Name");
        edition.questions().forEach((question, row) -> form.text("Declaration!D" + (row + 1), "No"));

        for (byte[] file : new byte[][] {form.xlsx(), form.xls()}) {
            Declaration declaration = read(file);
            assertThat(declaration.edition()).isEqualTo(edition);
            assertThat(declaration.version()).hasToString(version);
            assertThat(declaration.answers().stream().filter(a -> a.reply() == Reply.NO)).hasSize(questions).allMatch(a -> a.metal() == Metal.TIN);
            assertThat(declaration.smelters().getFirst().claimedId()).contains("4CHN005");
        }
    }

    @Test
    void theLayoutIsKnownByItsSheetsWhenTheRevisionIsLost() {
        Declaration declaration = read(new Form("Declaration", "Smelter List", "Smelter Look-up", "SorP").text("Declaration!D8", "Blue Heron"));

        assertThat(declaration.edition()).isEqualTo(Edition.SIXTH);
        assertThat(declaration.versionCertain()).isFalse();
        assertThat(SecondOpinion.findings(declaration, Background.of(LocalDate.of(2026, 11, 20)))).extracting(Finding::key)
                .containsExactly("cmrt.version-uncertain");
    }

    @Test
    void sheetsAreFoundWhateverTheirOrderAndCapitals() {
        assertThat(read(new Form("SMELTER LIST", "declaration ", "SorP", "smelter look-up")).edition()).isEqualTo(Edition.SIXTH);
    }

    @Test
    void changedBytesOfAnOldWorkbookNeverMakeTheReaderThrow() {
        byte[] whole = Form.third().text("Declaration!D8", "Blue Heron").number("Declaration!D22", 46_000).xls();
        assertThat(read(whole).companyName()).isEqualTo("Blue Heron");
        Random random = new Random(3);
        for (int round = 0; round < 400; round++) {
            byte[] changed = random.nextInt(8) == 0 ? java.util.Arrays.copyOf(whole, 8 + random.nextInt(whole.length)) : whole.clone();
            for (int i = random.nextInt(1, 20); i > 0; i--) {
                changed[8 + random.nextInt(Math.min(changed.length, whole.length) - 8)] = (byte) random.nextInt();
            }
            assertThat(Cmrt.read(changed)).isNotNull();
        }
    }
}
