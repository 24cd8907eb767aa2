package org.probity.people.pay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.TestDatabase;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Query;
import org.probity.house.vault.Vault;
import org.probity.people.Traces;
import org.probity.people.reward.PaySeal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Payroll's file of a year, from the file to a letter that only its owner opens. */
@WholeHouse
class StatingPayTest {
    static final Me KEEPER = new Me(UUID.randomUUID(), "Su Qing", Set.of(Role.REMUNERATION), Optional.empty());
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    static final LocalDate BEGUN = LocalDate.of(2000, 1, 1);
    /** Each test has a year of its own. */
    static final AtomicInteger YEARS = new AtomicInteger(2001);

    @Autowired Payroll payroll;
    @Autowired Comparing comparing;
    @Autowired Letters letters;
    @Autowired LetterPaper paper;
    @Autowired Bands bands;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired Vault vault;
    @Autowired PaySeal seal;

    int year;
    UUID unit;
    String number;
    UUID ren;
    Me worker;

    @BeforeEach
    void somebody() {
        year = YEARS.getAndIncrement();
        var code = "Y" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), BEGUN, "", HR.account()));
        unit = done(organisation.found(code, Place.Kind.UNIT, company, new Organisation.Details("Cells", "电池", "", "", "", ""), BEGUN, "", HR.account()));
        number = "Y" + UUID.randomUUID().toString().substring(0, 10);
        ren = engaged(number, BEGUN);
        worker = account(ren);
    }

    UUID engaged(String of, LocalDate from) {
        return done(staff.takeOn(new Staff.Identity(of, "任" + of, "Ren " + of, of + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, unit, "", from, null), "", HR.account()));
    }

    Me account(UUID person) {
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)").param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }

    static byte[] file(String... lines) {
        return (String.join(",", Payroll.COLUMNS) + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    String line(String of) {
        return of + ",120000.00,18000,3600.50,0,,960,2080.5";
    }

    UUID brought(String... lines) {
        return done(payroll.bring(year, "Payroll books", file(lines), KEEPER));
    }

    /** Why each line differs, in the file's order; nothing about who has no line. */
    List<String> whys(UUID file) {
        return comparing.differences(payroll.find(file).orElseThrow(), Query.all("")).stream().filter(it -> it.row() > 0).map(it -> it.row() + " " + it.why() + (it.about().isEmpty() ? "" : " " + it.about())).toList();
    }

    @Test
    void fromTheFileToALetterThatOnlyItsOwnerOpens() throws Exception {
        var file = brought(line(number));
        assertThat(whys(file)).isEmpty();
        assertThat(payroll.of(ren)).as("nothing counts yet").isEmpty();
        assertThat(key(letters.write(file, KEEPER))).isEqualTo("pay.counts-not");
        done(payroll.count(file, "", KEEPER));
        assertThat(payroll.of(ren)).singleElement().satisfies(it -> assertThat(it.pay().total()).isEqualTo(14_256_050));
        done(letters.write(file, KEEPER));
        var mine = letters.of(ren);
        assertThat(mine).hasSize(1);
        var path = "/app/pay/letters/" + mine.getFirst().id() + "/letter-";
        for (var lang : List.of("en", "zh")) {
            var response = browser.get().uri(path + lang + ".pdf").with(As.me(worker)).exchange();
            assertThat(response).hasStatusOk();
            try (var pdf = Loader.loadPDF(response.getResponse().getContentAsByteArray())) {
                var words = new PDFTextStripper().getText(pdf);
                assertThat(words).contains("120,000.00", "142,560.50", number, mine.getFirst().code().substring(0, 12)).contains(lang.equals("en") ? "Fixed pay" : "固定薪酬");
            }
        }
        var another = account(engaged("Z" + number.substring(1), BEGUN));
        assertThat(browser.get().uri(path + "en.pdf").with(As.me(another))).hasStatus(404);
        assertThat(browser.get().uri(path + "en.pdf").with(As.me(KEEPER))).hasStatus(404);
        assertThat(browser.get().uri(path + "en.pdf").with(As.me(HR))).hasStatus(404);
        assertThat(browser.get().uri("/app/pay").with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains("142,560.5", "Fixed pay");
        assertThat(browser.get().uri("/app/pay").with(As.me(another)).exchange()).bodyText().doesNotContain("142,560");
        assertThat(browser.get().uri("/app/pay/files/" + file).with(As.me(HR)).exchange()).hasStatusOk().bodyText().doesNotContain("142,560", "120,000", "120000");
    }

    @Test
    void payrollThatDisagreesIsListedLineByLineAndNothingOfItIsLost() {
        var gone = "G" + number.substring(1);
        var late = engaged(gone, LocalDate.of(year + 1, 1, 1));
        assertThat(late).isNotNull();
        var twice = "T" + number.substring(1);
        engaged(twice, BEGUN);
        var file = brought(line(number), line("nobody-has-this"), line(gone), line(twice), line(twice), number + "x,12 000,0,0,0,0,0,2000", line(number).replace("2080.5", "-1"), line(number).replace("18000", "1e3"));
        assertThat(whys(file)).containsExactly("2 pay.why.twice", "3 pay.why.stranger", "4 pay.why.not-engaged", "5 pay.why.twice", "6 pay.why.twice", "7 pay.why.unread fixed", "8 pay.why.unread hours", "9 pay.why.unread bonus");
        var page = "/app/pay/files/" + file;
        assertThat(browser.get().uri(page).with(As.me(KEEPER)).exchange()).hasStatusOk().bodyText().contains("Ren " + gone, "nobody-has-this");
        for (var path : List.of(page, page + "?format=csv")) {
            assertThat(browser.get().uri(path).with(As.me(HR)).exchange()).as("human resources read numbers of people: " + path).hasStatusOk().bodyText().contains("8").doesNotContain("Ren " + gone, gone, "nobody-has-this");
        }
        assertThat(key(payroll.count(file, "", KEEPER))).isEqualTo("pay.none-agrees");
        var mended = brought(line(number), line("nobody-has-this"));
        assertThat(whys(mended)).containsExactly("3 pay.why.stranger");
        assertThat(key(payroll.count(file, "x", KEEPER))).isEqualTo("pay.later-file");
        assertThat(key(payroll.count(mended, "", KEEPER))).isEqualTo("pay.reason-missing");
        assertThat(key(payroll.count(mended, "x".repeat(1_001), KEEPER))).isEqualTo("pay.reason-long");
        done(payroll.count(mended, "An agency's worker", KEEPER));
        assertThat(payroll.find(mended).orElseThrow().people()).isEqualTo(1);
        assertThat(payroll.find(file).orElseThrow().lines()).as("the first file is still there, line by line").isEqualTo(8);
        assertThat(whys(file)).hasSize(8);
        assertThat(key(payroll.count(mended, "x", KEEPER))).isEqualTo("pay.counts-already");
    }

    @Test
    void amountsThatNobodyIsPaidAreNotRead() {
        var others = Stream.of("A", "B", "C", "D").map(it -> it + number.substring(1)).toList();
        others.forEach(it -> engaged(it, BEGUN));
        var file = brought(number + ",-120000,0,0,0,0,0,2080", others.get(0) + ",1000000000.01,0,0,0,0,0,2080", others.get(1) + ",999999999999999999999,0,0,0,0,0,2080", others.get(2) + ",120000.001,0,0,0,0,0,2080",
                others.get(3) + ",120000,0,0,0,0,0,0.0099");
        assertThat(whys(file)).containsExactly("2 pay.why.unread fixed", "3 pay.why.unread fixed", "4 pay.why.unread fixed", "5 pay.why.unread fixed", "6 pay.why.unread hours");
    }

    @Test
    void anotherColumnUnderTheHeadingOfNumbersIsNotKept() {
        var before = payroll.all().size();
        assertThat(key(payroll.bring(year, "x", file("8765432.19," + number + ",0,0,0,0,0,2080", "8765432.18,1,0,0,0,0,0,2080"), KEEPER))).isEqualTo("pay.file.strangers");
        assertThat(payroll.all()).hasSize(before);
        assertThat(Traces.of(db, "8765432")).as("what was an amount lies open nowhere").isEmpty();
    }

    @Test
    void aShareOfGainsThatTheHouseDoesNotKnowDiffers() {
        var file = brought(number + ",120000,0,0,5.00,0,0,2080");
        assertThat(whys(file)).containsExactly("2 pay.why.gain");
    }

    @Test
    void fewerSubsidiesThanTheListsThatPayrollWasGivenDiffer() {
        listed(new BigDecimal("960.00"));
        assertThat(whys(brought(number + ",120000,0,0,0,0,959.99,2080"))).containsExactly("2 pay.why.subsidy");
        assertThat(whys(brought(number + ",120000,0,0,0,0,960.00,2080"))).isEmpty();
        assertThat(whys(brought(number + ",120000,0,0,0,0,1200,2080"))).as("payroll may know subsidies that are no claims").isEmpty();
    }

    @Test
    void unitsThatPayrollWasToPayAreHeldAgainstItsFile() {
        var list = unitsListed(ren, 166_667);
        assertThat(whys(brought(number + ",120000,0,0,0,1666.66,0,2080"))).containsExactly("2 pay.why.incentive");
        assertThat(whys(brought(number + ",120000,0,0,0,1666.67,0,2080"))).isEmpty();
        assertThat(whys(brought(number + ",120000,0,0,0,9000,0,2080"))).as("payroll may know incentives that are no units").isEmpty();
        var retired = "R" + number.substring(1);
        var gone = engaged(retired, BEGUN);
        db.sql("UPDATE directory.engagement SET until_day = :day WHERE person = :person AND superseded_at IS NULL").param("day", LocalDate.of(year - 1, 6, 30)).param("person", gone).update();
        var other = unitsListed(gone, 4_000_000);
        var file = payroll.find(brought(number + ",120000,0,0,0,1666.67,0,2080")).orElseThrow();
        assertThat(comparing.differences(file, Query.all(""))).filteredOn(it -> it.number().equals(retired)).as("to be paid, and payroll does not carry it").singleElement()
                .satisfies(it -> assertThat(it.why()).isEqualTo("pay.why.listed"));
        assertThat(comparing.count(file)).isEqualTo(comparing.differences(file, Query.all("")).size());
        for (var it : List.of(list, other)) {
            transaction.executeWithoutResult(_ -> vault.open(() -> db.sql("DELETE FROM pay.listed WHERE list = :list").param("list", it).update()));
            db.sql("DELETE FROM reward.pay_list WHERE id = :list").param("list", it).update();
        }
    }

    /** A list of the year, as the room of units would have made it then. */
    UUID unitsListed(UUID person, long fen) {
        var list = UUID.randomUUID();
        db.sql("INSERT INTO reward.pay_list (id, kind, source, year, no, lines, made_by, made_at, record) VALUES (:id, 'UNITS', :id, :year, 1, 1, :id, :at, :id)").param("id", list).param("year", year)
                .param("at", LocalDate.of(year, 6, 1).atStartOfDay(clock.getZone()).toOffsetDateTime()).update();
        var sealed = java.util.Objects.requireNonNull(transaction.execute(_ -> seal.sealing())).seal("listed", list, person, "dividend\t" + fen);
        transaction.executeWithoutResult(_ -> vault.open(() -> db.sql("INSERT INTO pay.listed (person, source, what, list, sealed) VALUES (:person, :list, 'dividend', :list, :sealed)").param("person", person).param("list", list)
                .param("sealed", sealed).update()));
        return list;
    }

    void listed(BigDecimal yuan) {
        var id = UUID.randomUUID();
        var short_ = id.toString().substring(0, 12);
        var day = LocalDate.of(year, 6, 1);
        db.sql("INSERT INTO subsidy.scheme (id, code, kind, name_en, name_zh, per, most, receipt, from_day, source, set_by, set_at, record) VALUES (:id, :code, 'MEALS', 'Meals', '', 'CLAIM', 5000, 'NO', :day, 'x', :id, now(), :id)")
                .param("id", id).param("code", short_).param("day", day).update();
        db.sql("INSERT INTO subsidy.claim (id, number, scheme, person, from_day, until_day, amount, invoice, words, claimed_by, claimed_at, record) VALUES (:id, :code, :id, :person, :day, :day, :yuan, '', '', :id, now(), :id)")
                .param("id", id).param("code", short_).param("person", ren).param("day", day).param("yuan", yuan).update();
        db.sql("INSERT INTO subsidy.payment (id, number, lines, total, made_by, made_at, record) VALUES (:id, :code, 1, :yuan, :id, :at, :id)").param("id", id).param("code", short_).param("yuan", yuan)
                .param("at", day.atStartOfDay(clock.getZone()).toOffsetDateTime()).update();
        db.sql("INSERT INTO subsidy.line (claim, payment, amount) VALUES (:id, :id, :yuan)").param("id", id).param("yuan", yuan).update();
    }

    @Test
    void whatCannotBeAFileIsRefusedWithASentence() {
        assertThat(key(payroll.bring(year, "x", file(line(number)), HR))).isEqualTo("pay.not-yours");
        assertThat(key(payroll.bring(LocalDate.now(clock).getYear() + 1, "x", file(line(number)), KEEPER))).isEqualTo("pay.year-wrong");
        assertThat(key(payroll.bring(year, " ", file(line(number)), KEEPER))).isEqualTo("pay.source-wrong");
        assertThat(key(payroll.bring(year, "x", new byte[0], KEEPER))).isEqualTo("ui.file-empty");
        assertThat(key(payroll.bring(year, "x", "number,fixed\n1,2\n".getBytes(StandardCharsets.UTF_8), KEEPER))).isEqualTo("pay.file.columns");
        assertThat(key(payroll.bring(year, "x", file(), KEEPER))).isEqualTo("pay.file.empty");
        assertThat(key(payroll.count(UUID.randomUUID(), "", KEEPER))).isEqualTo("pay.file-unknown");
        var file = brought(line(number));
        assertThat(key(payroll.count(file, "", HR))).isEqualTo("pay.not-yours");
        assertThat(key(letters.write(file, HR))).isEqualTo("pay.not-yours");
        done(payroll.count(file, "", KEEPER));
        done(letters.write(file, KEEPER));
        assertThat(key(letters.write(file, KEEPER))).isEqualTo("pay.written-already");
    }

    @Test
    void aGradeHasARangeFromADay() {
        var grade = "X" + UUID.randomUUID().toString().substring(0, 6);
        done(bands.set(grade, LocalDate.of(2020, 1, 1), new BigDecimal("96000"), new BigDecimal("168000"), "Board", KEEPER));
        done(bands.set(grade, LocalDate.of(2022, 1, 1), new BigDecimal("99000"), new BigDecimal("172000"), "Board", KEEPER));
        assertThat(bands.of(grade, LocalDate.of(2021, 12, 31)).orElseThrow().low()).isEqualByComparingTo("96000");
        assertThat(bands.of(grade, LocalDate.of(2022, 1, 1)).orElseThrow().low()).isEqualByComparingTo("99000");
        assertThat(bands.of(grade, LocalDate.of(2019, 1, 1))).isEmpty();
        assertThat(key(bands.set(grade, LocalDate.of(2022, 1, 1), BigDecimal.TEN, BigDecimal.ONE, "Board", KEEPER))).isEqualTo("pay.range-wrong");
        assertThat(key(bands.set(grade, null, BigDecimal.ONE, BigDecimal.TEN, "Board", KEEPER))).isEqualTo("pay.day-missing");
        assertThat(key(bands.set("<x>", LocalDate.of(2022, 1, 1), BigDecimal.ONE, BigDecimal.TEN, "Board", KEEPER))).isEqualTo("pay.grade-wrong");
        assertThat(key(bands.set(grade, LocalDate.of(2022, 1, 1), BigDecimal.ONE, BigDecimal.TEN, "Board", HR))).isEqualTo("pay.not-yours");
    }

    @Test
    void whoeverLooksIsReadByTheOneLookedAt() {
        var file = brought(line(number));
        done(payroll.count(file, "", KEEPER));
        assertThat(key(letters.look(ren, "", KEEPER))).isEqualTo("pay.look-why");
        assertThat(key(letters.look(ren, "Why", HR))).isEqualTo("pay.not-yours");
        var look = done(letters.look(ren, "A question about overtime", KEEPER));
        assertThat(browser.get().uri("/app/pay/looks/" + look).with(As.me(KEEPER)).exchange()).hasStatusOk().bodyText().contains("142,560.5");
        var other = new Me(UUID.randomUUID(), "Another", Set.of(Role.REMUNERATION), Optional.empty());
        assertThat(browser.get().uri("/app/pay/looks/" + look).with(As.me(other))).as("a look is of the one who looked").hasStatus(404);
        assertThat(browser.get().uri("/app/pay").with(As.me(worker)).exchange()).bodyText().contains("A question about overtime");
        var content = db.sql("SELECT content FROM log.opening JOIN payroll.look ON look.record = opening.record WHERE look.id = :look").param("look", look).query(String.class).single();
        assertThat(content).contains(ren.toString()).doesNotContain("120000", "142560");
    }

    @Test
    void noAmountStandsInTheLogInAnEventOrInALogFile() throws Exception {
        var file = brought(number + ",7654321.09,0,0,0,0,0,2000", number + "x,7654321.09,1e9,0,0,0,0,2000");
        done(payroll.count(file, "Another's", KEEPER));
        done(letters.write(file, KEEPER));
        done(letters.look(ren, "Why", KEEPER));
        assertThat(browser.get().uri("/app/pay").with(As.me(worker)).exchange()).bodyText().contains("7,654,321.09");
        for (var canary : List.of("7654321", "765432109", "7,654,321")) {
            assertThat(Traces.of(db, canary)).as("every table that the house's own connection reads").isEmpty();
            try (var files = Files.walk(TestDatabase.everything())) {
                for (var log : files.filter(it -> it.getFileName().toString().endsWith(".log") && Files.isRegularFile(it)).toList()) {
                    assertThat(new String(Files.readAllBytes(log), StandardCharsets.ISO_8859_1)).as(log.toString()).doesNotContain(canary);
                }
            }
        }
        var kept = transaction.execute(_ -> vault.open(() -> db.sql("SELECT string_agg(encode(sealed, 'escape'), '') FROM (SELECT sealed FROM pay.stated UNION ALL SELECT sealed FROM pay.letter) AS it").query(String.class).single()));
        assertThat(kept).as("sealed").doesNotContain("7654321", "765432109");
    }

    @Test
    void whoIsForgottenIsPaidNothingThatAnybodyKnows() {
        var file = brought(line(number));
        done(payroll.count(file, "", KEEPER));
        done(letters.write(file, KEEPER));
        done(letters.look(ren, "Why", KEEPER));
        transaction.executeWithoutResult(_ -> events.publishEvent(new Directory.Forgotten(ren)));
        assertThat(payroll.of(ren)).isEmpty();
        assertThat(letters.of(ren)).isEmpty();
        assertThat(letters.looks(ren)).isEmpty();
        assertThat(whys(file)).containsExactly("2 pay.why.forgotten");
    }
}
