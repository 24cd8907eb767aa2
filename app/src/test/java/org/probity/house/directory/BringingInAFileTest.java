package org.probity.house.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Spreadsheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse(own = true)
class BringingInAFileTest {
    static final String UNITS = """
            code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei
            HS,ENTITY,Helia Solar,赫利亚,,2010-01-01,,,,,
            CQ,SITE,Chongqing,重庆,HS,2015-03-01,,CN,Chongqing,,
            CELL,UNIT,Cell workshop,电池车间,CQ,2015-03-01,,,,,
            """;
    static final String UNIT_HEADINGS = UNITS.lines().findFirst().orElseThrow() + "\n";
    static final String PEOPLE = "number,name_zh,name_en,email,engagement,unit,title,from,until\n";
    static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Autowired Directory directory;
    @Autowired Intake intake;
    @Autowired JdbcClient db;

    final UUID me = UUID.randomUUID();

    @BeforeEach
    void aTree() {
        Emptied.of(db, "directory.batch, directory.unit, directory.person CASCADE");
        bring(UNITS);
    }

    Reading read(String text) {
        try {
            return Reading.of(Spreadsheet.read(text.getBytes(StandardCharsets.UTF_8)), new HashSet<>(db.sql("SELECT code FROM directory.unit").query(String.class).list()));
        } catch (Spreadsheet.Unreadable e) {
            throw new AssertionError(e);
        }
    }

    UUID staged(byte[] file) {
        return ((Answer.Done<UUID>) intake.read(file, "people.csv", me)).value();
    }

    UUID staged(String text) {
        return staged(text.getBytes(StandardCharsets.UTF_8));
    }

    List<String> faults(String text) {
        return intake.find(staged(text)).orElseThrow().faults().stream().map(fault -> fault.row() + " " + fault.column() + " " + fault.key()).toList();
    }

    Answer<Intake.Plan> bring(String text) {
        assertThat(read(text).faults()).isEmpty();
        return intake.bringIn(staged(text), me);
    }

    static String key(Answer<?> answer) {
        return ((Answer.Refused<?>) answer).reasons().getFirst().key();
    }

    static Intake.Plan done(Answer<Intake.Plan> answer) {
        return ((Answer.Done<Intake.Plan>) answer).value();
    }

    @Test
    void theTreeStandsAsItWasWritten() {
        bring(PEOPLE + "1,林一,,,员工,CELL,Operator,2020-01-01,\n2,,Ann,,RETIREE,CELL,,2025-01-01,\n");
        assertThat(directory.tree(DAY, Instant.now())).extracting(Place::code).containsExactly("HS", "CQ", "CELL");
        assertThat(directory.staff(DAY).values()).as("retirees are not staff, and who is in a workshop is on its site too").containsExactly(1L, 1L, 1L);
        assertThat(directory.tree(LocalDate.of(2012, 1, 1), Instant.now())).extracting(Place::code).containsExactly("HS");
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var file = PEOPLE + "1,林一,,lin@helia.example,EMPLOYEE,CELL,Operator,2020-01-01,\n";
        assertThat(done(bring(file)).added()).isEqualTo(1);
        assertThat(key(bring(file))).isEqualTo("directory.nothing-new");
        assertThat(db.sql("SELECT count(*) FROM directory.engagement").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aCorrectionKeepsWhatWasBelievedBefore() {
        bring(PEOPLE + "1,林一,,,INTERN,CELL,Operator,2020-01-01,\n");
        var then = Instant.now();
        assertThat(done(bring(PEOPLE + "1,林一,,,EMPLOYEE,CELL,Operator,2020-01-01,2026-03-31\n")).changed()).isEqualTo(1);
        assertThat(engaged(LocalDate.of(2026, 3, 1), Instant.now())).isEqualTo("EMPLOYEE");
        assertThat(engaged(LocalDate.of(2026, 3, 1), then)).isEqualTo("INTERN");
        assertThat(directory.members(new Directory.Search(DAY, "", true, "", "", ""), "name.number", 9, 0)).as("they left in March").isEmpty();
    }

    String engaged(LocalDate day, Instant known) {
        return db.sql("SELECT kind FROM directory.engaged(:day, :known)").param("day", day)
                .param("known", known.atOffset(java.time.ZoneOffset.UTC)).query(String.class).single();
    }

    @Test
    void aPersonMayLeaveAndComeBackAsSomethingElse() {
        bring(PEOPLE + "1,林一,,,EMPLOYEE,CELL,Operator,2000-01-01,2025-12-31\n1,林一,,,REHIRED,CELL,Adviser,2026-01-01,\n");
        assertThat(directory.members(new Directory.Search(DAY, "林", true, "", "", ""), "name.number", 9, 0)).singleElement().returns(Engagement.REHIRED, Directory.Member::kind);
    }

    @Test
    void oneFaultAndNothingComesIn() {
        var reading = read(PEOPLE + "1,林一,,,EMPLOYEE,CELL,,2020-01-01,\n2,林二,,not an address,VISITOR,NOWHERE,,1.1.2020,\n1,林一,,,EMPLOYEE,CELL,,2020-01-01,\n"
                + "3,,,,EMPLOYEE,CELL,,2020-01-01,2019-01-01\n");
        assertThat(reading.faults()).extracting(fault -> fault.row() + " " + fault.column() + " " + fault.key()).containsExactlyInAnyOrder(
                "3 email directory.email-wrong", "3 engagement directory.engagement-unknown", "3 unit directory.unit-unknown",
                "3 from directory.day-wrong", "4 number directory.twice", "5 name_zh directory.field-missing", "5 until directory.ends-before");
        assertThat(key(intake.bringIn(staged(PEOPLE + "2,林二,,not an address,EMPLOYEE,CELL,,2020-01-01,\n"), me))).isEqualTo("directory.batch-gone");
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThat(read("number,engagement\n1,EMPLOYEE\n").faults()).extracting(Reading.Fault::column)
                .contains("name_zh", "unit", "from", "until");
    }

    @Test
    void aUnitCannotStandAboveItself() {
        assertThat(key(bring(UNIT_HEADINGS + "HS,ENTITY,Helia Solar,赫利亚,CELL,2010-01-01,,,,,\n"))).isEqualTo("directory.circle");
        assertThat(directory.tree(DAY, Instant.now())).filteredOn(unit -> unit.code().equals("HS")).singleElement()
                .returns(null, Place::parent);
        assertThat(read(UNIT_HEADINGS + "A,UNIT,A,,A,2010-01-01,,,,,\n").faults()).extracting(Reading.Fault::key)
                .containsExactly("directory.own-parent");
    }

    @Test
    void whatWasReadADayAgoNoLongerComesInAndIsForgotten() {
        var batch = staged(PEOPLE + "1,林一,,,EMPLOYEE,CELL,,2020-01-01,\n");
        db.sql("UPDATE directory.batch SET read_at = read_at - interval '25 hours' WHERE id = :batch").param("batch", batch).update();
        assertThat(intake.find(batch)).isEmpty();
        assertThat(key(intake.bringIn(batch, me))).isEqualTo("directory.batch-gone");
        intake.forget(new DayHasBegun(directory.today()));
        assertThat(db.sql("SELECT count(*) FROM directory.staged WHERE batch = :batch").param("batch", batch).query(Long.class).single()).isZero();
    }

    @Test
    void aBatchComesInOnce() {
        var batch = staged(PEOPLE + "1,林一,,,EMPLOYEE,CELL,,2020-01-01,\n");
        done(intake.bringIn(batch, me));
        assertThat(key(intake.bringIn(batch, me))).isEqualTo("directory.batch-gone");
    }

    @Test
    void theSameDaysTwiceInOneKindAreAFaultOfTheirLine() {
        bring(PEOPLE + "1,林一,,,EMPLOYEE,CELL,,2020-01-01,\n");
        assertThat(faults(PEOPLE + "1,林一,,,EMPLOYEE,CQ,,2021-01-01,\n")).containsExactly("2 from directory.overlaps");
        assertThat(faults(PEOPLE + "1,林一,,,EMPLOYEE,CELL,,2020-01-01,2020-12-31\n1,林一,,,EMPLOYEE,CQ,,2021-01-01,\n"))
                .as("the file ends the earlier one itself").isEmpty();
        assertThat(faults(PEOPLE + "1,林一,,,CONTRACTOR,CQ,,2021-01-01,\n")).as("another kind may overlap").isEmpty();
        assertThat(faults(UNIT_HEADINGS + "CELL,UNIT,Cells,电池,CQ,2020-01-01,,,,,\n")).containsExactly("2 from directory.overlaps");
    }

    @Test
    void whatChangedBetweenReadingAndBringingInIsLookedAtAgain() {
        var batch = staged(PEOPLE + "1,林一,,,EMPLOYEE,CELL,,2020-01-01,\n");
        bring(PEOPLE + "1,林一,,,EMPLOYEE,CELL,,2019-01-01,\n");
        assertThat(key(intake.bringIn(batch, me))).isEqualTo("directory.overlaps-now");
    }

    @Test
    void thePreviewTellsNewChangedEndedAndSameApart() {
        bring(PEOPLE + "1,林一,,,EMPLOYEE,CELL,,2020-01-01,\n2,林二,,,EMPLOYEE,CELL,,2020-01-01,\n3,林三,,,EMPLOYEE,CELL,,2020-01-01,\n");
        var batch = staged(PEOPLE + "1,林一,,,EMPLOYEE,CELL,,2020-01-01,\n2,林二,,,EMPLOYEE,CELL,,2020-01-01,2026-05-31\n"
                + "3,林三,,,EMPLOYEE,CQ,,2020-01-01,\n4,林四,,,EMPLOYEE,CELL,,2020-01-01,\n");
        assertThat(intake.lines(batch, null, 9, 0)).extracting(Intake.Line::effect)
                .containsExactly(Intake.Effect.SAME, Intake.Effect.ENDED, Intake.Effect.CHANGED, Intake.Effect.ADDED);
        assertThat(intake.lines(batch, Intake.Effect.ENDED, 9, 0)).singleElement().returns(3, Intake.Line::row);
        assertThat(intake.plan(batch)).contains(new Intake.Plan(batch, Reading.Kind.PEOPLE, 1, 1, 1, 1));
        assertThat(directory.count(Directory.Search.all(DAY))).as("nothing comes in before somebody says so").isEqualTo(3);
    }

    @Test
    void numbersOfLegalEntitiesAreChecked() {
        assertThat(faults(UNIT_HEADINGS + "E,ENTITY,E,,,2010-01-01,,,,911100000000000000,529900T8BM49AURSDO56\nS,SITE,S,,E,2010-01-01,,ZZ,,,\n"
                + "U,UNIT,U,,E,2010-01-01,,CN,,,529900T8BM49AURSDO55\n")).containsExactly("2 credit_code directory.credit-code-wrong",
                "2 lei directory.lei-wrong", "3 country directory.country-unknown", "4 country directory.only-sites", "4 credit_code directory.only-entities");
    }

    @Test
    void quotesBackslashesAndChineseExcelSurvive() throws Exception {
        var text = PEOPLE + "1,\"林\"\"一\\\",\"a,b {x} \\N\",,EMPLOYEE,CELL,\"O'Neill \\t\",2020/01/01,\n";
        done(intake.bringIn(staged(text.getBytes(Charset.forName("GB18030"))), me));
        assertThat(directory.members(new Directory.Search(DAY, "", true, "", "", ""), "name.number", 9, 0)).singleElement().returns("林\"一\\", Directory.Member::nameZh)
                .returns("a,b {x} \\N", Directory.Member::nameEn).returns("O'Neill \\t", Directory.Member::title);
    }

    @Test
    void whatIsNoTableIsRefusedInOneSentence() {
        for (var bytes : new byte[][] {{}, {'P', 'K', 3, 4, 0, 0}, {0, 1, 2, 3}}) {
            try {
                Spreadsheet.read(bytes);
                throw new AssertionError("read");
            } catch (Spreadsheet.Unreadable e) {
                assertThat(e.key).isIn("ui.file-empty", "ui.file-unreadable");
            }
        }
    }

    @Test
    void theLogGetsOneEntryForTheBatchWithoutAName() {
        bring(PEOPLE + "1,林一,,,EMPLOYEE,CELL,,2020-01-01,\n2,林二,,,EMPLOYEE,CELL,,2020-01-01,\n");
        assertThat(db.sql("SELECT count(*) FROM log.record WHERE class = 'directory.imported'").query(Integer.class).single()).isGreaterThanOrEqualTo(2);
        assertThat(db.sql("SELECT count(*) FROM log.opening WHERE content::text LIKE '%林%'").query(Integer.class).single()).isZero();
    }

    @Test
    void tenThousandPeopleComeInAsOne() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var sheet = book.newWorksheet("people");
            var columns = Reading.Kind.PEOPLE.columns;
            for (var i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i));
            }
            for (var row = 1; row <= 10_000; row++) {
                sheet.value(row, 0, "P" + row);
                sheet.value(row, 1, "员工" + row);
                sheet.value(row, 2, "Worker " + row);
                sheet.value(row, 3, "p" + row + "@helia.example");
                sheet.value(row, 4, row % 9 == 0 ? "DISPATCH" : "EMPLOYEE");
                sheet.value(row, 5, "CELL");
                sheet.value(row, 6, "Operator");
                sheet.value(row, 7, LocalDate.of(2020, 1, 1).plusDays(row % 1000));
                sheet.style(row, 7).format("yyyy-mm-dd").set();
            }
        }
        var plan = done(intake.bringIn(staged(bytes.toByteArray()), me));
        assertThat(plan.added()).isEqualTo(10_000);
        assertThat(directory.count(new Directory.Search(DAY, "", true, "HS", "CQ", "DISPATCH"))).isEqualTo(1111);
    }
}
