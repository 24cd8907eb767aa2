package org.probity.people.education;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
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
import org.probity.house.log.Log;
import org.probity.house.start.Statements;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.people.Traces;
import org.probity.people.education.Programmes.Plan;
import org.probity.people.education.Support.State;
import org.probity.people.education.Studies.Upload;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.LettingGo;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.probity.shapes.rule.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** From an application by whoever is engaged here to a degree, with two people's yes, instalments on proof and the limits of a service bond. */
@WholeHouse(own = true)
class SupportingAStudyTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    static final Me UNION = new Me(UUID.randomUUID(), "Gao Yan", Set.of(Role.UNION), Optional.empty());
    static final Me LEGAL = new Me(UUID.randomUUID(), "Shen Yi", Set.of(Role.LEGAL), Optional.empty());
    static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);
    static final Upload NOTHING = new Upload("x", new byte[0]);
    static final Upload HUGE = new Upload("x", new byte[Studies.FILE_BYTES_MAX + 1]);

    @Autowired Programmes programmes;
    @Autowired Supports supports;
    @Autowired Studies studies;
    @Autowired Payments payments;
    @Autowired Rules rules;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Directory directory;
    @Autowired Figures figures;
    @Autowired StatedTotals totals;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationContext house;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;
    @Autowired Log log;
    @Autowired DataSource source;

    LocalDate today;
    UUID unit;
    UUID partner;
    UUID programme;

    @BeforeEach
    void aProgramme() {
        today = LocalDate.now(clock);
        var code = "U" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "", "", "", "", ""), BEGUN, "", HR.account()));
        unit = done(organisation.found(code, Place.Kind.UNIT, company, new Organisation.Details("Unit", "", "", "", "", ""), BEGUN, "", HR.account()));
        partner = done(programmes.add("Riverside Open College", "江畔开放学院", HR));
        programme = done(programmes.open(plan("12000.00", false, 0, 0), HR));
    }

    Plan plan(String tuition, boolean professional, int months, int percent) {
        return new Plan(partner, Kind.BACHELOR, "Materials, evening course", "材料学（夜大）", new BigDecimal(tuition), today.minusDays(10), today.plusYears(2), professional, months, percent);
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    static String key(Answer<?> answer) {
        return switch (answer) {
            case Answer.Done<?>(var value) -> throw new AssertionError("done: " + value);
            case Answer.Refused<?>(var reasons) -> reasons.getFirst().key();
        };
    }

    Me somebody(Engagement kind, Role role) {
        var number = "N" + UUID.randomUUID().toString().substring(0, 8);
        var person = done(staff.takeOn(new Staff.Identity(number, "", "Colleague " + number, number + "@helia.example"), new Staff.Term(kind, unit, "", BEGUN, null), "", HR.account()));
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(role), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }

    UUID supported(Me me, String amount) {
        var id = done(supports.apply(programme, "I want to know why", me));
        done(supports.offer(id, new BigDecimal(amount), HR));
        done(supports.rule(id, Outcome.APPROVED, "", UNION));
        return id;
    }

    static Upload file(String text) {
        return new Upload("receipt.pdf", text.getBytes(StandardCharsets.UTF_8));
    }

    FigureValue live(String key) {
        var value = figures.live(figures.find(key).orElseThrow(), today.getYear());
        if (StatedTotals.heldAgainst(value.figure()).isEmpty()) {
            assertThat(value.control().difference()).as(key).isZero();
        }
        return value;
    }

    @Test
    void aProgrammeKeepsToTheLimitsOfAServiceBond() {
        assertThat(key(programmes.add("A", "甲", UNION))).isEqualTo("education.not-yours");
        assertThat(key(programmes.add("", "甲", HR))).isEqualTo("education.name-wrong");
        assertThat(key(programmes.open(plan("1.00", false, 0, 0), UNION))).isEqualTo("education.not-yours");
        assertThat(key(programmes.open(new Plan(UUID.randomUUID(), Kind.BACHELOR, "A", "甲", BigDecimal.ONE, today, today, false, 0, 0), HR))).isEqualTo("education.partner-unknown");
        assertThat(key(programmes.open(new Plan(partner, Kind.BACHELOR, " ", "甲", BigDecimal.ONE, today, today, false, 0, 0), HR))).isEqualTo("education.name-wrong");
        for (var wrong : List.of("0", "0.001", "10000000")) {
            assertThat(key(programmes.open(plan(wrong, false, 0, 0), HR))).as(wrong).isEqualTo("education.tuition-wrong");
        }
        assertThat(key(programmes.open(new Plan(partner, Kind.BACHELOR, "A", "甲", BigDecimal.ONE, today, today.minusDays(1), false, 0, 0), HR))).isEqualTo("education.days-turned");
        assertThat(key(programmes.open(plan("100", false, 12, 50), HR))).isEqualTo("education.bond-not-professional");
        assertThat(key(programmes.open(plan("100", true, 61, 50), HR))).isEqualTo("education.bond-long");
        assertThat(key(programmes.open(plan("100", true, 0, 50), HR))).as("money back without a term").isEqualTo("education.bond-long");
        assertThat(key(programmes.open(plan("100", true, 12, 101), HR))).as("never more than the cost").isEqualTo("education.bond-dear");
        done(programmes.open(plan("100", true, 60, 100), HR));
        assertThatThrownBy(() -> db.sql("UPDATE education.programme SET bond_months = 12 WHERE id = :id").param("id", programme).update()).hasMessageContaining("bond_only_for_professional_training");
    }

    @Test
    void aBondMeltsEvenlyAndNeverPassesWhatWasPaid() {
        var bond = new Bond(new BigDecimal("10000.00"), 36, LocalDate.of(2026, 1, 1));
        assertThat(bond.owed(LocalDate.of(2025, 6, 1))).as("before it begins").isEqualByComparingTo("10000.00");
        assertThat(bond.owed(LocalDate.of(2026, 1, 30))).isEqualByComparingTo("10000.00");
        assertThat(bond.owed(LocalDate.of(2026, 1, 31))).as("a whole month; the fen that does not divide is theirs").isEqualByComparingTo("9722.22");
        assertThat(bond.owed(LocalDate.of(2027, 6, 30))).isEqualByComparingTo("5000.00");
        assertThat(bond.owed(LocalDate.of(2028, 12, 31))).isZero();
        assertThat(bond.owed(LocalDate.of(2040, 1, 1))).isZero();
        assertThat(new Bond(BigDecimal.ZERO, 0, today).owed(today)).isZero();
    }

    @Test
    void everybodyEngagedMayApplyPartTimersAndContractorsToo() {
        for (var kind : List.of(Engagement.EMPLOYEE, Engagement.PART_TIME, Engagement.CONTRACTOR, Engagement.DISPATCH)) {
            assertThat(supports.find(done(supports.apply(programme, "I want to know why", somebody(kind, Role.EMPLOYEE)))).orElseThrow().engagement()).isEqualTo(kind.name());
        }
        var ren = somebody(Engagement.EMPLOYEE, Role.EMPLOYEE);
        assertThat(key(supports.apply(programme, "x", HR))).isEqualTo("education.no-person");
        assertThat(key(supports.apply(programme, "x", somebody(Engagement.RETIREE, Role.EMPLOYEE)))).isEqualTo("education.not-engaged");
        assertThat(key(supports.apply(UUID.randomUUID(), "x", ren))).isEqualTo("education.programme-unknown");
        var over = done(programmes.open(new Plan(partner, Kind.CERTIFICATE, "A", "甲", BigDecimal.TEN, today.minusDays(9), today.minusDays(1), false, 0, 0), HR));
        assertThat(key(supports.apply(over, "x", ren))).isEqualTo("education.programme-over");
        assertThat(key(supports.apply(programme, " ", ren))).isEqualTo("education.words-wrong");
        done(supports.apply(programme, "x", ren));
        assertThat(key(supports.apply(programme, "x", ren))).isEqualTo("education.applied-already");
    }

    @Test
    void twoAgreeAndNobodyForThemselves() {
        var ren = somebody(Engagement.EMPLOYEE, Role.EMPLOYEE);
        var id = done(supports.apply(programme, "I want to know why", ren));
        assertThat(key(supports.offer(id, BigDecimal.TEN, ren))).isEqualTo("education.not-yours");
        assertThat(key(supports.offer(UUID.randomUUID(), BigDecimal.TEN, HR))).isEqualTo("education.unknown");
        assertThat(key(supports.offer(id, new BigDecimal("12000.01"), HR))).as("more than it costs").isEqualTo("education.amount-wrong");
        assertThat(key(supports.rule(id, Outcome.APPROVED, "", UNION))).isEqualTo("education.not-offered");
        done(supports.offer(id, new BigDecimal("9000.50"), HR));
        assertThat(key(supports.offer(id, BigDecimal.TEN, HR))).isEqualTo("education.not-applied");
        assertThat(key(supports.rule(id, Outcome.APPROVED, "", HR))).isEqualTo("decision.needs-another-person");
        assertThat(key(supports.rule(id, Outcome.APPROVED, "", ren))).isEqualTo("education.not-yours");
        assertThat(key(supports.rule(UUID.randomUUID(), Outcome.APPROVED, "", UNION))).isEqualTo("education.unknown");
        done(supports.rule(id, Outcome.REJECTED, "", UNION));
        assertThat(supports.find(id).orElseThrow().state()).as("waits for another amount").isEqualTo(State.APPLIED);
        assertThat(key(supports.refuse(id, "x", ren))).isEqualTo("education.not-yours");
        assertThat(key(supports.refuse(UUID.randomUUID(), "x", HR))).isEqualTo("education.unknown");
        assertThat(key(supports.refuse(id, " ", HR))).isEqualTo("education.reason-wrong");
        done(supports.refuse(id, "No place this year", HR));
        assertThat(key(supports.refuse(id, "x", HR))).isEqualTo("education.not-applied");
        assertThat(browser.get().uri("/app/education/supports/" + id).with(As.me(ren)).exchange()).hasStatusOk().bodyText().contains("No place this year");
        assertThat(browser.get().uri("/app/education/supports/" + id).with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(404);
        var keeper = somebody(Engagement.EMPLOYEE, Role.HR);
        var own = done(supports.apply(programme, "Me too", keeper));
        assertThat(key(supports.offer(own, BigDecimal.TEN, keeper))).isEqualTo("education.own");
        assertThat(key(supports.refuse(own, "x", keeper))).isEqualTo("education.own");
        done(supports.offer(own, BigDecimal.TEN, HR));
        assertThat(key(supports.rule(own, Outcome.APPROVED, "", keeper))).isEqualTo("education.own");
        done(supports.rule(own, Outcome.APPROVED, "", UNION));
        assertThat(key(studies.conclude(own, "LEFT", today, NOTHING, keeper))).isEqualTo("education.own");
    }

    @Test
    void instalmentsArePaidOnProofAndNeverAboveWhatWasAgreed() {
        var ren = somebody(Engagement.PART_TIME, Role.EMPLOYEE);
        var waiting = done(supports.apply(programme, "x", ren));
        assertThat(key(studies.prove(waiting, BigDecimal.TEN, file("a"), ren))).isEqualTo("education.not-supported");
        done(supports.offer(waiting, new BigDecimal("9000.50"), HR));
        done(supports.rule(waiting, Outcome.APPROVED, "", UNION));
        var id = waiting;
        assertThat(key(studies.prove(id, BigDecimal.TEN, file("a"), HR))).as("the person brings it").isEqualTo("education.unknown");
        assertThat(key(studies.prove(id, BigDecimal.TEN, NOTHING, ren))).isEqualTo("education.file-missing");
        assertThat(key(studies.prove(id, BigDecimal.TEN, HUGE, ren))).isEqualTo("education.file-big");
        assertThat(key(studies.prove(id, BigDecimal.ZERO, file("a"), ren))).isEqualTo("education.proof-amount");
        assertThat(key(studies.prove(id, new BigDecimal("9000.51"), file("a"), ren))).as("a fen too much").isEqualTo("education.proof-above");
        var receipt = file("receipt " + id);
        done(studies.prove(id, new BigDecimal("4500.25"), receipt, ren));
        assertThat(key(studies.prove(id, new BigDecimal("1.00"), receipt, ren))).isEqualTo("education.proof-twice");
        assertThat(db.sql("SELECT count(*) FROM evidence.item WHERE brought_by = :me").param("me", ren.account()).query(Long.class).single()).as("what was refused leaves no file behind").isOne();
        done(studies.prove(id, new BigDecimal("4500.25"), file("second " + id), ren));
        assertThat(key(studies.prove(id, new BigDecimal("0.01"), file("third " + id), ren))).as("all of it is proven").isEqualTo("education.proof-above");
        var number = supports.find(id).orElseThrow().number();
        var before = new BigDecimal(live("study-paid").shown().replace(",", ""));
        assertThat(key(payments.bring(csv(number + ",1,4500.25," + today), new BigDecimal("4500.25"), ren))).isEqualTo("education.not-yours");
        assertThat(key(payments.bring("number,no\n1,1\n".getBytes(StandardCharsets.UTF_8), BigDecimal.ONE, HR))).isEqualTo("education.paying.columns");
        assertThat(key(payments.bring(csv(""), BigDecimal.ONE, HR))).isEqualTo("education.paying.empty");
        assertThat(key(payments.bring(csv("x,1,1,2026-01-01\n".repeat(Payments.LINES_MOST + 1)), BigDecimal.ONE, HR))).isEqualTo("education.paying.long");
        assertThat(key(payments.bring(csv(number + ",7,4500.25," + today), BigDecimal.ONE, HR))).isEqualTo("education.line-proof");
        assertThat(key(payments.bring(csv(number + ",1,4500.26," + today), BigDecimal.ONE, HR))).isEqualTo("education.line-amount");
        assertThat(key(payments.bring(csv(number + ",1,4500.25," + today.plusDays(1)), BigDecimal.ONE, HR))).isEqualTo("education.line-day");
        assertThat(key(payments.bring(csv((number + ",1,4500.25," + today + "\n").repeat(2)), BigDecimal.ONE, HR))).isEqualTo("education.line-twice");
        assertThat(key(payments.bring(csv(number + ",1,4500.25," + today), new BigDecimal("4500.24"), HR))).as("a fen less than stated").isEqualTo("education.paying-sum");
        assertThat(done(payments.bring(csv(number + ",1,4500.25," + today + "\n" + number + ",2,4500.25," + today), new BigDecimal("9000.50"), HR))).isEqualTo(2);
        assertThat(key(payments.bring(csv(number + ",1,4500.25," + today), new BigDecimal("4500.25"), HR))).as("paid already").isEqualTo("education.line-proof");
        assertThat(new BigDecimal(live("study-paid").shown().replace(",", "")).subtract(before)).isEqualByComparingTo("9000.50");
        var paid = new BigDecimal(live("study-paid").shown().replace(",", ""));
        done(totals.state(figures.find("study-paid").orElseThrow(), today.getYear(), paid.add(new BigDecimal("12.50")).toPlainString(), "General ledger", HR));
        assertThat(live("study-paid").control().difference()).as("the ledger has a payment that no file brought").isEqualByComparingTo("12.50");
        done(totals.state(figures.find("study-paid").orElseThrow(), today.getYear(), paid.toPlainString(), "General ledger, closed", HR));
        assertThat(live("study-paid").control().difference()).isZero();
        assertThat(browser.get().uri("/app/education/supports/" + id).with(As.me(ren)).exchange()).hasStatusOk().bodyText().contains("paid on");
        db.sql("UPDATE education.application SET applied_at = :at WHERE id = :id").param("at", clock.instant().minusSeconds(86_400L * 800).atOffset(java.time.ZoneOffset.UTC)).param("id", id).update();
        var other = supported(somebody(Engagement.EMPLOYEE, Role.EMPLOYEE), "100");
        assertThat(key(payments.bring(csv(supports.find(other).orElseThrow().number() + ",1,1," + today), BigDecimal.ONE, HR))).isEqualTo("education.line-proof");
    }

    @Test
    void paymentsOfTwoYearsComeInTwoFiles() {
        var ren = somebody(Engagement.EMPLOYEE, Role.EMPLOYEE);
        var id = supported(ren, "200.00");
        done(studies.prove(id, new BigDecimal("100.00"), file("y1 " + id), ren));
        done(studies.prove(id, new BigDecimal("100.00"), file("y2 " + id), ren));
        db.sql("UPDATE education.application SET applied_at = :at WHERE id = :id").param("at", clock.instant().minusSeconds(86_400L * 800).atOffset(java.time.ZoneOffset.UTC)).param("id", id).update();
        var number = supports.find(id).orElseThrow().number();
        assertThat(key(payments.bring(csv(number + ",1,100.00," + today + "\n" + number + ",2,100.00," + today.minusYears(1)), new BigDecimal("200.00"), HR))).isEqualTo("education.paying-years");
    }

    /** The file of a month has hundreds of lines. */
    @Test
    void aFileOfPaymentsIsLookedUpAsOne() {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            var ren = somebody(Engagement.EMPLOYEE, Role.EMPLOYEE);
            var id = supported(ren, "30.00");
            done(studies.prove(id, new BigDecimal("10.00"), file("one of many " + id), ren));
            done(studies.prove(id, new BigDecimal("20.00"), file("two of many " + id), ren));
            lines.add(supports.find(id).orElseThrow().number() + ",2,20," + today);
            lines.add(supports.find(id).orElseThrow().number() + ",1,10.00," + today);
        }
        var asked = transaction.execute(status -> Statements.of(source, counted -> {
            assertThat(done(new Payments(counted, supports, programmes, log, _ -> {}, clock).bring(csv(String.join("\n", lines)), new BigDecimal("90.00"), HR))).isEqualTo(6);
        }));
        assertThat(asked).as("what is owed, the file, its payments, whom to tell").isEqualTo(4);
        assertThat(key(payments.bring(csv(lines.getFirst()), new BigDecimal("20.00"), HR))).isEqualTo("education.line-proof");
    }

    /** Shortly after midnight where the house stands it is still the day before in UTC. */
    @Test
    void nothingWasPaidBeforeTheDayOfTheHouseOnWhichSomebodyApplied() {
        var ren = somebody(Engagement.EMPLOYEE, Role.EMPLOYEE);
        var id = supported(ren, "100.00");
        done(studies.prove(id, new BigDecimal("100.00"), file("midnight " + id), ren));
        var applied = today.minusDays(3);
        db.sql("UPDATE education.application SET applied_at = :at WHERE id = :id").param("at", applied.atTime(0, 30).atZone(clock.getZone()).toOffsetDateTime()).param("id", id).update();
        var number = supports.find(id).orElseThrow().number();
        assertThat(key(payments.bring(csv(number + ",1,100.00," + applied.minusDays(1)), new BigDecimal("100.00"), HR))).isEqualTo("education.line-day");
        assertThat(done(payments.bring(csv(number + ",1,100.00," + applied), new BigDecimal("100.00"), HR))).isOne();
    }

    static byte[] csv(String lines) {
        return ("number,no,amount,paid_on\n" + lines + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aResultCountsWithItsPaper() {
        var people = Integer.parseInt(live("study-supported").shown());
        var degrees = Integer.parseInt(live("degrees-obtained").shown());
        var ren = somebody(Engagement.CONTRACTOR, Role.EMPLOYEE);
        var id = supported(ren, "100.00");
        var second = supported(somebody(Engagement.EMPLOYEE, Role.EMPLOYEE), "100.00");
        done(supports.apply(programme, "Only applied", somebody(Engagement.EMPLOYEE, Role.EMPLOYEE)));
        assertThat(live("study-supported").shown()).as("who only applied is not supported").isEqualTo(String.valueOf(people + 2));
        assertThat(key(studies.conclude(id, "OBTAINED", today, file("x"), ren))).isEqualTo("education.not-yours");
        assertThat(key(studies.conclude(UUID.randomUUID(), "OBTAINED", today, file("x"), HR))).isEqualTo("education.unknown");
        assertThat(key(studies.conclude(id, "WON", today, file("x"), HR))).isEqualTo("education.outcome-wrong");
        assertThat(key(studies.conclude(id, "OBTAINED", today.plusDays(1), file("x"), HR))).isEqualTo("education.day-wrong");
        assertThat(key(studies.conclude(id, "OBTAINED", today.minusDays(1), file("x"), HR))).as("before it was agreed").isEqualTo("education.day-wrong");
        assertThat(key(studies.conclude(id, "OBTAINED", today, NOTHING, HR))).isEqualTo("education.result-unproven");
        assertThat(key(studies.conclude(id, "OBTAINED", today, HUGE, HR))).isEqualTo("education.file-big");
        assertThat(browser.post().uri("/app/education/supports/" + id + "/result").multipart().file(new MockMultipartFile("file", "degree.pdf", null, "degree".getBytes(StandardCharsets.UTF_8)))
                .param("outcome", "OBTAINED").param("day", today.toString()).with(As.me(HR)).exchange()).hasStatus(303);
        done(studies.conclude(second, "FAILED", today, NOTHING, HR));
        assertThat(key(studies.conclude(second, "LEFT", today, NOTHING, HR))).isEqualTo("education.not-supported");
        var value = live("degrees-obtained");
        assertThat(value.shown()).isEqualTo(String.valueOf(degrees + 1));
        assertThat(value.rows()).filteredOn(it -> it.subject().equals(second)).singleElement().extracting(FigureValue.Row::reason).isEqualTo("education.state.FAILED");
        assertThat(live("study-supported").shown()).as("who ended this year was supported this year").isEqualTo(String.valueOf(people + 2));
        assertThat(browser.get().uri("/app/education").with(As.me(ren)).exchange()).hasStatusOk().bodyText().contains("obtained");
        assertThat(browser.get().uri("/app/education/supports?state=ENDED&format=csv").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("failed");
    }

    /** The letters of somebody, oldest first, by what their message begins with. */
    List<String> letters(Me me) {
        return db.sql("SELECT subject FROM mail.letter WHERE recipient = :to ORDER BY written_at, id").param("to", me.account() + "@helia.example").query(String.class).list();
    }

    private org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder sending(String path, String name, String text) {
        return browser.post().uri(path).multipart().file(new MockMultipartFile("file", name, null, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void oneStudyThroughItsPagesWithALetterAtEachStep() {
        var ren = somebody(Engagement.PART_TIME, Role.EMPLOYEE);
        db.sql("UPDATE access.account SET language = 'zh' WHERE id = :id").param("id", ren.account()).update();
        var bonded = done(programmes.open(plan("9000.00", true, 36, 50), HR));
        assertThat(browser.post().uri("/app/education/programmes/" + bonded + "/application").with(As.me(ren)).param("words", "To read a furnace").exchange()).hasStatus(303);
        var id = supports.of(directory.personOf(ren).orElseThrow()).getFirst().id();
        var one = "/app/education/supports/" + id;
        assertThat(browser.post().uri(one + "/offer").with(As.me(HR)).param("amount", "9000.00").exchange()).hasStatus(303);
        assertThat(letters(ren)).as("an offer that waits is no answer").isEmpty();
        assertThat(browser.post().uri(one + "/approval").with(As.me(UNION)).exchange()).hasStatus(303);
        assertThat(letters(ren)).singleElement().asString().contains("已获批准");
        assertThat(sending(one + "/proofs", "one.pdf", "one " + id).param("amount", "4000.00").with(As.me(ren)).exchange()).hasStatus(303);
        assertThat(sending(one + "/proofs", "two.pdf", "two " + id).param("amount", "5000.00").with(As.me(ren)).exchange()).hasStatus(303);
        var number = supports.find(id).orElseThrow().number();
        assertThat(sending("/app/education/supports/payments", "paid.csv", new String(csv(number + ",1,4000.00," + today), StandardCharsets.UTF_8)).param("stated", "4000.00").with(As.me(HR)).exchange()).hasStatus(303);
        assertThat(sending("/app/education/supports/payments", "paid.csv", new String(csv(number + ",2,5000.00," + today), StandardCharsets.UTF_8)).param("stated", "5000.00").with(As.me(HR)).exchange()).hasStatus(303);
        assertThat(letters(ren)).as("one an instalment").hasSize(3);
        var bond = studies.bond(supports.find(id).orElseThrow());
        assertThat(bond.owed(today)).as("half of what was paid, and no fen more").isEqualByComparingTo("4500.00");
        assertThat(sending(one + "/result", "degree.pdf", "degree " + id).param("outcome", "OBTAINED").param("day", today.toString()).with(As.me(HR)).exchange()).hasStatus(303);
        assertThat(studies.bond(supports.find(id).orElseThrow()).owed(today.plusMonths(18))).as("half of the term is over").isEqualByComparingTo("2250.00");
        assertThat(letters(ren)).hasSize(4).last().asString().contains("已登记");
        var refused = somebody(Engagement.EMPLOYEE, Role.EMPLOYEE);
        done(supports.refuse(done(supports.apply(programme, "x", refused)), "No place this year", HR));
        assertThat(letters(refused)).singleElement().asString().contains("is answered").doesNotContain("No place");
    }

    /** Each form that wants a day says which one is missing: {@code education.day-missing}. */
    @Test
    void aDayThatIsNoneIsToldWhereItIsMissing() {
        var studied = supported(somebody(Engagement.EMPLOYEE, Role.EMPLOYEE), "100.00");
        assertThat(browser.post().uri("/app/education/programmes").param("partner", partner.toString()).param("untilDay", today.toString()).with(As.me(HR)).exchange()).hasStatus(422)
                .bodyText().contains("Write a day", "#fromDay");
        assertThat(browser.post().uri("/app/education/programmes").param("partner", partner.toString()).param("fromDay", today.toString()).param("untilDay", "31/12").with(As.me(HR)).exchange()).hasStatus(422)
                .bodyText().contains("Write a day", "#untilDay");
        assertThat(sending("/app/education/supports/" + studied + "/result", "degree.pdf", "x").param("outcome", "LEFT").with(As.me(HR)).exchange()).hasStatus(422).bodyText().contains("Write a day", "#day");
        assertThat(browser.post().uri("/app/education/limits").param("key", "bond-months-most").param("value", "36").param("source", "Board").with(As.me(LEGAL)).exchange()).hasStatus(422)
                .bodyText().contains("today or a later day", "#fromDay");
    }

    @Test
    void limitsAreCounselsAndDated() {
        assertThat(key(rules.decide(EducationRule.ALL, "bond-months-most", 36, today, "Board", HR))).isEqualTo("rule.not-yours");
        assertThat(key(rules.decide(EducationRule.ALL, "no-such", 36, today, "Board", LEGAL))).isEqualTo("rule.unknown");
        assertThat(key(rules.decide(EducationRule.ALL, "penalty-percent-most", 101, today, "Board", LEGAL))).isEqualTo("rule.value-wrong");
        assertThat(key(rules.decide(EducationRule.ALL, "bond-months-most", 36, today.minusDays(1), "Board", LEGAL))).isEqualTo("rule.day-past");
        assertThat(key(rules.decide(EducationRule.ALL, "bond-months-most", 36, today, " ", LEGAL))).isEqualTo("rule.source-wrong");
        done(rules.decide(EducationRule.ALL, "bond-months-most", 36, today.plusDays(400), "An opinion of counsel", LEGAL));
        assertThat(rules.on(EducationRule.BOND_MONTHS, today)).isEqualTo(60);
        assertThat(rules.on(EducationRule.BOND_MONTHS, today.plusDays(400))).isEqualTo(36);
        assertThat(browser.get().uri("/app/education/limits").with(As.me(LEGAL)).exchange()).hasStatusOk().bodyText().contains("to be confirmed by counsel");
    }

    @Test
    void whatSomebodyWhoIsForgottenWroteAndBroughtGoesAndItsCountStays() {
        var word = "w" + UUID.randomUUID();
        var ren = somebody(Engagement.EMPLOYEE, Role.EMPLOYEE);
        var id = done(supports.apply(programme, word, ren));
        done(supports.offer(id, new BigDecimal("100.00"), HR));
        done(supports.rule(id, Outcome.APPROVED, word, UNION));
        done(studies.prove(id, new BigDecimal("100.00"), new Upload(word + ".pdf", ("receipt " + word).getBytes(StandardCharsets.UTF_8)), ren));
        done(payments.bring(csv(supports.find(id).orElseThrow().number() + ",1,100.00," + today), new BigDecimal("100.00"), HR));
        done(studies.conclude(id, "OBTAINED", today, new Upload(word + ".pdf", ("degree " + word).getBytes(StandardCharsets.UTF_8)), HR));
        var refused = done(supports.apply(done(programmes.open(plan("10.00", false, 0, 0), HR)), word, ren));
        done(supports.refuse(refused, word, HR));
        var person = directory.personOf(ren).orElseThrow();
        var record = db.sql("SELECT record FROM education.result WHERE application = :id").param("id", id).query(UUID.class).single();
        var before = List.of("study-supported", "degrees-obtained", "study-paid").stream().map(it -> live(it).rows()).toList();
        assertThat(Traces.of(db, word)).contains("education.application.words", "education.refused.reason", "decision.ruling.reason", "evidence.item.name", "evidence.chunk.bytes");

        transaction.executeWithoutResult(_ -> house.publishEvent(new Directory.Forgotten(person)));
        house.getBean(LettingGo.class).day(new DayHasBegun(today.plusDays(1)));
        assertThat(Traces.of(db, word)).isEmpty();
        assertThat(house.getBean(Log.class).opening(record)).as("the salt").isEmpty();
        assertThat(List.of("study-supported", "degrees-obtained", "study-paid").stream().map(it -> live(it).rows()).toList()).isEqualTo(before);
        assertThat(browser.get().uri("/app/education/supports/" + id).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Gone with who brought it");
        var chen = somebody(Engagement.EMPLOYEE, Role.EMPLOYEE);
        var again = supported(chen, "100.00");
        assertThat(key(studies.prove(again, BigDecimal.TEN, new Upload("x.pdf", ("receipt " + word).getBytes(StandardCharsets.UTF_8)), chen))).as("the receipt of somebody who is forgotten").isEqualTo("education.proof-twice");
    }
}
