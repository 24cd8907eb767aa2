package org.probity.people.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Heads;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Query;
import org.probity.people.care.Kind.Paper;
import org.probity.people.care.Leave.Part;
import org.probity.people.care.Leave.State;
import org.probity.people.care.Leaves.Request;
import org.probity.shapes.book.Books;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Leave that tells of health or family goes to human resources, who see a paper and keep none; the line manager reads that somebody is away. Payroll says who is covered, yes or no. */
@WholeHouse
class AwayForFamilyTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());

    @Autowired Grants grants;
    @Autowired Leaves leaves;
    @Autowired Leading leading;
    @Autowired Cover cover;
    @Autowired Books books;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Heads heads;
    @Autowired Directory directory;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    LocalDate today;
    UUID site;
    UUID ren;
    Me worker;
    UUID lead;
    Me manager;

    @BeforeEach
    void aSiteWithAHead() {
        today = LocalDate.now(clock);
        var begun = LocalDate.of(2015, 1, 1);
        var code = "F" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), begun, "", HR.account()));
        site = done(organisation.found(code, Place.Kind.SITE, company, new Organisation.Details("Hefei", "合肥", "CN", "Anhui", "", ""), begun, "", HR.account()));
        ren = engaged(Engagement.EMPLOYEE);
        worker = account(ren);
        lead = engaged(Engagement.EMPLOYEE);
        manager = account(lead);
        done(heads.appoint(site, lead, Place.Rank.HEAD, begun, "", HR.account()));
    }

    UUID engaged(Engagement kind) {
        var number = "F" + UUID.randomUUID().toString().substring(0, 10);
        return done(staff.takeOn(new Staff.Identity(number, "任" + number, "Ren " + number, number + "@helia.example"), new Staff.Term(kind, site, "", LocalDate.of(2015, 1, 1), null), "", HR.account()));
    }

    Me account(UUID person) {
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }

    static Request of(Kind kind, LocalDate from, LocalDate until) {
        return new Request(kind, from, until, Part.WHOLE, "Something private");
    }

    /** The first Monday of June, next year: a year without holidays yet. */
    LocalDate june() {
        return LocalDate.of(today.getYear() + 1, 6, 1).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    }

    long on(String kind) {
        return books.balances(LeaveBook.BOOK, LeaveBook.HOUR, ren).getOrDefault(kind, 0L);
    }

    FigureValue live(String key, int year) {
        return figures.live(figures.find(key).orElseThrow(), year);
    }

    @Test
    void anIllnessIsAnsweredByHumanResourcesWhoSawANoteAndKeptNone() {
        var id = done(leaves.ask(of(Kind.SICK, june(), june().plusDays(6)), worker));
        assertThat(leaves.find(id).orElseThrow().amount()).isEqualTo(4_000);
        assertThat(on("asked")).as("no account has it").isZero();
        assertThat(leading.waiting(lead)).extracting(Leave::id).doesNotContain(id);
        assertThat(leading.forResources()).extracting(Leave::id).contains(id);
        assertThat(key(leaves.answer(id, true, "", Paper.SICK_NOTE, manager))).isEqualTo("care.not-yours");
        assertThat(browser.get().uri("/app/care/leaves/" + id).with(As.me(manager)).exchange()).as("not even the page").hasStatus(404);
        assertThat(browser.get().uri("/app/care/leaves/" + id).with(As.me(HR)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/care/team").with(As.me(manager)).exchange()).hasStatusOk().bodyText().doesNotContain("Sick", "Something private");
        assertThat(key(leaves.answer(id, true, "", null, HR))).isEqualTo("care.paper-missing");
        assertThat(key(leaves.answer(id, true, "", Paper.BIRTH_CERTIFICATE, HR))).as("another paper").isEqualTo("care.paper-missing");
        done(leaves.answer(id, true, "", Paper.SICK_NOTE, HR));
        assertThat(on("taken-sick")).isEqualTo(4_000);
        done(leaves.withdraw(id, worker));
        assertThat(on("taken-sick")).isZero();
        assertThat(leaves.find(id).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        assertThat(books.sum(LeaveBook.BOOK, LeaveBook.HOUR).total()).isZero();
    }

    @Test
    void nobodyPlansAnIllnessAndWeddingsAreAskedForBefore() {
        var monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusDays(14);
        assertThat(leaves.find(done(leaves.ask(of(Kind.SICK, monday, monday.plusDays(11)), worker)))).isPresent();
        assertThat(key(leaves.ask(of(Kind.SICK, today.minusDays(32), today.minusDays(31)), worker))).isEqualTo("care.days-long-past");
        assertThat(key(leaves.ask(of(Kind.MARRIAGE, today.minusDays(1), today), worker))).isEqualTo("care.days-past");
        assertThat(key(leaves.ask(of(Kind.MARRIAGE, june(), june().plusDays(3)), worker))).as("a day more than the law").isEqualTo("care.too-long");
        assertThat(key(leaves.ask(of(Kind.PERSONAL, june(), june().plusDays(367)), worker))).isEqualTo("care.days-many");
        var married = done(leaves.ask(of(Kind.MARRIAGE, june(), june().plusDays(2)), worker));
        assertThat(key(leaves.ask(of(Kind.SICK, june().plusDays(2), june().plusDays(4)), worker))).as("away already").isEqualTo("care.away-already");
        done(leaves.answer(married, false, "Let us talk about the week after", null, manager));
        assertThat(on("asked")).isZero();
    }

    @Test
    void leaveAroundABirthIsNeverShorterThanThePlaceSays() {
        assertThat(key(leaves.ask(of(Kind.MATERNITY, june(), june().plusDays(96)), worker))).as("97 days").isEqualTo("care.too-short");
        var id = done(leaves.ask(of(Kind.MATERNITY, june(), june().plusDays(97)), worker));
        done(leaves.answer(id, true, "", Paper.DUE_DATE, HR));
        assertThat(on("taken-maternity")).as("fourteen weeks of forty hours").isEqualTo(56_000);
        assertThat(leaves.find(done(leaves.ask(of(Kind.PATERNITY, june().plusDays(30), june().plusDays(30 + 41)), manager))).orElseThrow().kind()).as("thirty days of work in Anhui").isEqualTo(Kind.PATERNITY);
        assertThat(key(leaves.ask(of(Kind.PATERNITY, june().plusDays(100), june().plusDays(100 + 43)), manager))).isEqualTo("care.too-long");
    }

    @Test
    void figuresTellWhoTookItWhoCameBackAndWhoIsStillHere() {
        var year = today.getYear();
        var before = live("family-leave", year + 1).rows().size();
        var id = done(leaves.ask(of(Kind.MATERNITY, june(), june().plusDays(97)), worker));
        done(leaves.answer(id, true, "", Paper.DUE_DATE, HR));
        var told = live("family-leave", year + 1);
        assertThat(told.rows()).hasSize(before + 1);
        assertThat(told.control().difference()).as("hours of rows and of the book").isZero();
        assertThat(live("family-leave-return", year + 1).rows()).as("it has not ended").extracting(FigureValue.Row::subject).doesNotContain(ren);
        db.sql("UPDATE care.leave SET from_day = from_day - 900, until_day = until_day - 900 WHERE id = :id").param("id", id).update();
        var ended = june().plusDays(97).minusDays(900).getYear();
        assertThat(live("family-leave-return", ended).rows()).filteredOn(it -> it.subject().equals(ren)).singleElement().satisfies(it -> assertThat(it.inputs().inputs().get("met")).isEqualByComparingTo("1"));
        assertThat(live("family-leave-return", ended).control().difference()).isZero();
        assertThat(live("family-leave-retention", ended + 1).rows()).extracting(FigureValue.Row::subject).contains(ren);
        assertThat(live("family-leave-retention", ended + 1).control().difference()).isZero();
        db.sql("UPDATE care.leave SET from_day = from_day + 900, until_day = until_day + 900 WHERE id = :id").param("id", id).update();
        done(leaves.withdraw(id, worker));
        assertThat(live("family-leave", year + 1).rows()).hasSize(before);
    }

    @Test
    void annualLeaveUsedIsHeldAgainstTheBook() {
        var next = today.getYear() + 1;
        done(grants.grant(next, site, done(grants.preview(next, site, HR)).seen(), HR));
        var id = done(leaves.ask(of(Kind.ANNUAL, june(), june().plusDays(1)), worker));
        done(leaves.answer(id, true, "", null, manager));
        var value = live("leave-used", next);
        assertThat(value.control().difference()).isZero();
        assertThat(value.rows()).filteredOn(it -> it.subject().equals(ren)).singleElement().satisfies(it -> {
            assertThat(it.inputs().inputs().get("used")).isEqualByComparingTo("16");
            assertThat(it.inputs().inputs().get("granted")).as("ten years and more").isEqualByComparingTo("80");
        });
    }

    static byte[] csv(String lines) {
        return ("number,insurance,fund\n" + lines + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void payrollSaysWhoIsCoveredAndWhatDoesNotAgreeIsListed() {
        var month = YearMonth.from(today).minusMonths(1);
        var a = directory.person(ren).orElseThrow().number();
        var b = directory.person(lead).orElseThrow().number();
        var paid = directory.person(engaged(Engagement.DISPATCH)).orElseThrow().number();
        var missing = engaged(Engagement.EMPLOYEE);
        assertThat(key(cover.bring(month, "Payroll", csv(a + ",yes,yes"), worker))).isEqualTo("care.not-yours");
        assertThat(key(cover.bring(null, "Payroll", csv(a + ",yes,yes"), HR))).isEqualTo("care.month-wrong");
        assertThat(key(cover.bring(YearMonth.from(today).plusMonths(1), "Payroll", csv(a + ",yes,yes"), HR))).isEqualTo("care.month-wrong");
        assertThat(key(cover.bring(month, " ", csv(a + ",yes,yes"), HR))).isEqualTo("care.source-wrong");
        assertThat(key(cover.bring(month, "Payroll", "number\n1\n".getBytes(StandardCharsets.UTF_8), HR))).isEqualTo("care.cover.columns");
        assertThat(key(cover.bring(month, "Payroll", csv(""), HR))).isEqualTo("care.cover.empty");
        assertThat(key(cover.bring(month, "Payroll", csv(a + ",yes,maybe"), HR))).isEqualTo("care.cover-word");
        assertThat(key(cover.bring(month, "Payroll", csv(a + ",yes,yes\n" + a + ",no,no"), HR))).isEqualTo("care.cover-twice");
        var id = done(cover.bring(month, "Payroll, run 3", csv(a + ",yes,yes\n" + b + ",Yes,no\n" + paid + ",是,是\nZ-nobody,yes,yes"), HR));
        var report = cover.find(id).orElseThrow();
        var differences = cover.differences(report, Query.all("/app/care/cover"));
        assertThat(db.sql("SELECT count(*) FROM care.cover WHERE report = :id").param("id", id).query(Long.class).single()).isEqualTo(3);
        assertThat(cover.count(report)).isGreaterThanOrEqualTo(4);
        assertThat(differences).filteredOn(it -> b.equals(it.number())).extracting(Cover.Difference::why).allMatch("care.cover.no-fund"::equals);
        assertThat(cover.of(ren)).first().satisfies(it -> assertThat(it.insured()).isTrue());
        assertThat(browser.get().uri("/app/care/cover/" + id).with(As.me(HR)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/care/cover/" + id).with(As.me(worker)).exchange()).hasStatus(403);
        assertThat(browser.post().uri("/app/care/cover").multipart().file(new MockMultipartFile("file", "cover.csv", null, csv(a + ",no,no"))).param("month", month.toString()).param("source", "Payroll, run 4")
                .with(As.me(HR)).exchange()).hasStatus(303);
        assertThat(cover.of(ren)).as("the newest file of a month counts").singleElement().satisfies(it -> assertThat(it.insured()).isFalse());
        done(cover.bring(month, "Payroll, run 5", csv(a + ",yes,yes\n" + b + ",yes,no\n" + paid + ",yes,yes\nZ-nobody,yes,yes"), HR));
        var insured = live("social-insurance", month.getYear());
        assertThat(insured.rows()).filteredOn(it -> it.subject().equals(ren)).singleElement().satisfies(it -> assertThat(it.inputs().inputs().get("met")).isEqualByComparingTo("1"));
        assertThat(insured.rows()).extracting(FigureValue.Row::subject).contains(missing);
        assertThat(insured.control().difference()).as("as many as the file does not name").isEqualByComparingTo(java.math.BigDecimal.valueOf(-(insured.rows().size() - 2L)));
    }
}
