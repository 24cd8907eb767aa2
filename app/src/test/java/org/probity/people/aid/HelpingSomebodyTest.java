package org.probity.people.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.aid.AFund.OTHER;
import static org.probity.people.aid.AFund.UNION;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.people.aid.Applications.Plea;
import org.probity.people.aid.Applications.Upload;
import org.probity.shapes.book.Books;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.LettingGo;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.rule.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody is in need and asks; two sign at once, the committee decides by the table, and the money is in the book. */
@WholeHouse
class HelpingSomebodyTest {
    @Autowired Applications applications;
    @Autowired Deciding deciding;
    @Autowired Giving giving;
    @Autowired Payouts payouts;
    @Autowired Seats seats;
    @Autowired Fund fund;
    @Autowired Books books;
    @Autowired Rules rules;
    @Autowired Figures figures;
    @Autowired Directory directory;
    @Autowired Evidence evidence;
    @Autowired LettingGo lettingGo;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationContext house;
    @Autowired Clock clock;

    AFund a;
    AFund.One ren;

    @BeforeEach
    void aFund() {
        a = new AFund(house);
        ren = a.somebody();
        a.gift(100_000_00L);
    }

    Plea plea(Ground ground, long yuan, int dependants, boolean urgent) {
        return new Plea(ground, fund.today().minusDays(3), yuan * 100, dependants, "My <mother> fell ill.", urgent);
    }

    UUID applied(boolean urgent) {
        return done(applications.apply(plea(Ground.ILLNESS_FAMILY, 60_000, 1, urgent), ren.me()));
    }

    Application find(UUID id) {
        return applications.find(id).orElseThrow();
    }

    private BigDecimal rows(String figure) {
        return figures.live(figures.find(figure).orElseThrow(), fund.today().getYear()).rows().stream().map(it -> it.inputs().inputs().get("yuan")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void theCommitteeDecidesByTheTableAndTheMoneyIsInTheBook() {
        var committee = a.committee();
        var before = fund.holds(Fund.FUND);
        var paid = fund.holds(Fund.PAID);
        var rowsBefore = rows("aid-fund");
        var paidBefore = rows("aid-paid");
        var id = applied(false);
        done(deciding.say(id, true, "", committee.get(0).me()));
        assertThat(key(deciding.say(id, false, "", committee.get(0).me()))).isEqualTo("aid.spoke");
        assertThat(key(deciding.say(id, false, " ", committee.get(1).me()))).isEqualTo("aid.reason-missing");
        assertThat(key(deciding.say(id, false, "x".repeat(1_001), committee.get(1).me()))).isEqualTo("aid.reason-long");
        done(deciding.say(id, false, "The bill is missing", committee.get(1).me()));
        assertThat(find(id).state()).as("two of three have spoken").isEqualTo(Application.State.APPLIED);
        done(deciding.say(id, true, "", committee.get(2).me()));
        assertThat(find(id).state()).isEqualTo(Application.State.AGREED);
        assertThat(find(id).amount()).as("60,000 with one dependant").isEqualTo(12_000_00L);
        assertThat(fund.holds(Fund.FUND)).isEqualTo(before - 12_000_00L);
        assertThat(key(deciding.say(id, true, "", a.member(Seats.Body.COMMITTEE).me()))).isEqualTo("aid.not-open");
        var waits = db.sql("SELECT id FROM aid.payout WHERE application = :id").param("id", id).query(UUID.class).single();
        assertThat(key(payouts.comeBack(waits, 1, "Bank", UNION))).as("nobody was paid yet").isEqualTo("aid.not-handed");
        var handing = done(payouts.hand(UNION));
        var line = payouts.lines(handing).stream().filter(it -> it.staff().equals(ren.number())).findFirst().orElseThrow();
        assertThat(key(payouts.hand(UNION))).isEqualTo("aid.nothing-waits");
        assertThat(fund.holds(Fund.PAID)).isEqualTo(paid + payouts.handing(handing).orElseThrow().amount());
        assertThat(key(payouts.comeBack(line.id(), 12_000_01L, "Bank", UNION))).isEqualTo("aid.returned-most");
        assertThat(key(payouts.comeBack(line.id(), 0, "Bank", UNION))).isEqualTo("aid.amount-wrong");
        assertThat(key(payouts.comeBack(line.id(), 1, " ", UNION))).isEqualTo("aid.source-wrong");
        assertThat(key(payouts.comeBack(UUID.randomUUID(), 1, "Bank", UNION))).isEqualTo("aid.unknown");
        assertThat(key(payouts.comeBack(line.id(), 1, "Bank", ren.me()))).isEqualTo("aid.not-yours");
        assertThat(key(payouts.comeBack(line.id(), 1, "Bank", new Me(ren.me().account(), "Ren", Set.of(Role.UNION), Optional.empty())))).as("who got it does not say that it came back").isEqualTo("aid.own");
        done(payouts.comeBack(line.id(), 2_000_00L, "Bank", UNION));
        assertThat(fund.holds(Fund.FUND)).isEqualTo(before - 10_000_00L);
        assertThat(books.sum(Fund.BOOK, Fund.YUAN).total()).isZero();
        assertThat(rows("aid-fund")).as("two entries more").isEqualByComparingTo(rowsBefore.subtract(new BigDecimal("10000.00")));
        assertThat(rows("aid-paid")).isEqualByComparingTo(paidBefore.add(new BigDecimal("10000.00")));
    }

    @Test
    void nothingIsLetOutBelowWhatAlwaysStays() {
        var committee = a.committee();
        var id = applied(false);
        done(deciding.say(id, true, "", committee.get(0).me()));
        done(deciding.say(id, true, "", committee.get(1).me()));
        var holds = fund.holds(Fund.FUND);
        a.rule("floor-thousands", Math.toIntExact(holds / 100_000));
        assertThat(key(deciding.say(id, true, "", committee.get(2).me()))).isEqualTo("aid.floor");
        assertThat(find(id).state()).as("nothing was kept").isEqualTo(Application.State.APPLIED);
        assertThat(deciding.voices(id)).hasSize(2);
        assertThat(fund.holds(Fund.FUND)).isEqualTo(holds);
        a.gift(12_000_00L);
        done(deciding.say(id, true, "", committee.get(2).me()));
        assertThat(fund.holds(Fund.FUND)).isEqualTo(holds);
    }

    @Test
    void nobodyAsksTwiceForTheSame() {
        var id = applied(false);
        assertThat(key(applications.apply(plea(Ground.ILLNESS_FAMILY, 90_000, 2, true), ren.me()))).isEqualTo("aid.applied-already");
        done(applications.apply(plea(Ground.ACCIDENT, 60_000, 1, false), ren.me()));
        done(applications.withdraw(id, ren.me()));
        assertThat(key(applications.withdraw(id, ren.me()))).isEqualTo("aid.not-open");
        applied(false);
    }

    @Test
    void whatIsNotAnApplicationIsRefused() {
        var nobody = new Me(UUID.randomUUID(), "Nobody", Set.of(Role.EMPLOYEE), Optional.empty());
        assertThat(key(applications.apply(plea(Ground.DISASTER, 60_000, 0, false), nobody))).isEqualTo("aid.no-person");
        assertThat(key(applications.apply(new Plea(Ground.DISASTER, fund.today().plusDays(1), 1, 0, "x", false), ren.me()))).isEqualTo("aid.event-day");
        assertThat(key(applications.apply(new Plea(Ground.DISASTER, fund.today().minusDays(367), 1, 0, "x", false), ren.me()))).isEqualTo("aid.event-day");
        assertThat(key(applications.apply(plea(Ground.DISASTER, -1, 0, false), ren.me()))).isEqualTo("aid.cost-wrong");
        assertThat(key(applications.apply(plea(Ground.DISASTER, 60_000, -1, false), ren.me()))).isEqualTo("aid.dependants-wrong");
        assertThat(key(applications.apply(new Plea(Ground.DISASTER, fund.today(), 60_000_00, 0, " ", false), ren.me()))).isEqualTo("aid.words-missing");
        assertThat(key(applications.apply(new Plea(Ground.DISASTER, fund.today(), 60_000_00, 0, "x".repeat(2_001), false), ren.me()))).isEqualTo("aid.words-long");
        assertThat(key(applications.apply(plea(Ground.DISASTER, 19_999, 0, false), ren.me()))).as("the table begins at 20,000").isEqualTo("aid.cost-small");
        a.rule("months-given-least", 1);
        assertThat(key(applications.apply(plea(Ground.DISASTER, 60_000, 0, false), ren.me()))).isEqualTo("aid.gave-too-short");
        done(applications.apply(plea(Ground.DISASTER, 60_000, 0, true), ren.me()));
    }

    @Test
    void nobodyActsInTheirOwnCaseOrThatOfWhomTheyLead() {
        var head = a.member(Seats.Body.COMMITTEE);
        a.leads(head);
        var mate = a.member(Seats.Body.COMMITTEE);
        var looksOn = a.member(Seats.Body.SUPERVISION);
        done(seats.appoint(ren.number(), Seats.Body.COMMITTEE, fund.today(), fund.today().plusDays(30), UNION));
        var id = applied(true);
        assertThat(key(deciding.say(id, true, "", ren.me()))).isEqualTo("aid.own");
        assertThat(key(deciding.sign(id, 1_000_00, ren.me()))).isEqualTo("aid.own");
        assertThat(key(deciding.recuse(id, ren.me()))).isEqualTo("aid.own");
        assertThat(applications.waiting(ren.me())).as("one's own waits for others").extracting(Application::id).doesNotContain(id);
        assertThat(browser.get().uri("/app/aid/applications/" + id).with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().doesNotContain("/yes", "/no\"", "/signature", "/recusal");
        for (var act : List.of("yes", "signature")) {
            assertThat(browser.post().uri("/app/aid/applications/" + id + "/" + act).param("amount", "1000").with(As.me(ren.me())).exchange()).as(act).hasStatus(422);
        }
        assertThat(deciding.voices(id)).isEmpty();
        assertThat(deciding.signatures(id)).isEmpty();
        assertThat(key(deciding.say(id, true, "", head.me()))).isEqualTo("aid.concerned");
        assertThat(key(deciding.say(id, true, "", looksOn.me()))).isEqualTo("aid.not-yours");
        assertThat(key(deciding.say(id, true, "", UNION))).isEqualTo("aid.not-yours");
        assertThat(applications.sees(find(id), head.me())).as("whoever leads them does not even see it").isFalse();
        assertThat(applications.sees(find(id), looksOn.me())).isFalse();
        assertThat(applications.sees(find(id), mate.me())).isTrue();
        assertThat(applications.waiting(mate.me())).extracting(Application::id).contains(id);
        assertThat(applications.waiting(head.me())).extracting(Application::id).doesNotContain(id);
        done(deciding.recuse(id, mate.me()));
        assertThat(key(deciding.say(id, true, "", mate.me()))).isEqualTo("aid.concerned");
        assertThat(applications.sees(find(id), mate.me())).isFalse();
        var spoke = a.member(Seats.Body.COMMITTEE);
        done(deciding.say(id, true, "", spoke.me()));
        assertThat(key(deciding.recuse(id, spoke.me()))).isEqualTo("aid.spoke");
    }

    /** The same faces, at another moment. */
    private Applications at(Instant moment) {
        return new Applications(db, then(moment), seats, giving, directory, evidence, lettingGo, log);
    }

    private Deciding decidingAt(Instant moment) {
        return new Deciding(db, at(moment), then(moment), seats, directory, log, house);
    }

    private Fund then(Instant moment) {
        return new Fund(db, books, rules, Clock.fixed(moment, clock.getZone()));
    }

    @Test
    void twoSignaturesLetAPartOutAndTheClockCountsToTheSecond() {
        var committee = a.committee();
        var id = applied(true);
        var due = find(id).dueAt();
        assertThat(due).isEqualTo(find(id).appliedAt().plusSeconds(48 * 3_600));
        assertThat(key(deciding.sign(id, 5_000_01L, committee.get(0).me()))).as("5,000 at most").isEqualTo("aid.urgent-most");
        assertThat(key(deciding.sign(id, 0, committee.get(0).me()))).isEqualTo("aid.amount-wrong");
        done(deciding.sign(id, 5_000_00L, committee.get(0).me()));
        assertThat(key(deciding.sign(id, 5_000_00L, committee.get(0).me()))).isEqualTo("aid.signed");
        assertThat(key(deciding.sign(id, 4_000_00L, committee.get(1).me()))).isEqualTo("aid.signed-other");
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO aid.signature (application, no, person, amount, signed_at, record) SELECT application, 2, person, amount, signed_at, record FROM aid.signature WHERE application = :id
                """).param("id", id).update()).as("not even behind the room's back").hasMessageContaining("signature_of_two");
        transaction.executeWithoutResult(_ -> done(decidingAt(due).sign(id, 5_000_00L, committee.get(1).me())));
        assertThat(find(id).inTime()).as("the last second is in time").isTrue();
        assertThat(find(id).state()).isEqualTo(Application.State.HELPED_AT_ONCE);
        assertThat(key(deciding.sign(id, 5_000_00L, committee.get(2).me()))).isEqualTo("aid.helped");
        assertThat(key(applications.withdraw(id, ren.me()))).as("money is out").isEqualTo("aid.not-open");
        committee.forEach(it -> done(deciding.say(id, true, "", it.me())));
        assertThat(find(id).amount()).as("the table's 12,000 less what was let out").isEqualTo(7_000_00L);

        var late = done(applications.apply(plea(Ground.DISASTER, 30_000, 0, true), ren.me()));
        done(deciding.sign(late, 1_000_00L, committee.get(0).me()));
        transaction.executeWithoutResult(_ -> done(decidingAt(find(late).dueAt().plusMillis(1)).sign(late, 1_000_00L, committee.get(1).me())));
        assertThat(find(late).inTime()).isFalse();
        var calm = done(applications.apply(plea(Ground.ACCIDENT, 30_000, 0, false), ren.me()));
        assertThat(key(deciding.sign(calm, 1_000_00L, committee.get(0).me()))).isEqualTo("aid.not-urgent");
    }

    /** PE-103 over applications of four days ago, whose hours are over, and of today. */
    @Test
    void whoWasHelpedInTimeIsCountedAndWhoIsNotDueYetIsLeftOut() {
        var committee = a.committee();
        var asked = clock.instant().minus(Duration.ofDays(4));
        var soon = asked.plus(Duration.ofHours(2));
        var day = LocalDate.ofInstant(asked, clock.getZone());
        var helped = urgent(asked, a.somebody());
        var late = urgent(asked, a.somebody());
        var never = urgent(asked, a.somebody());
        var other = a.somebody();
        var gone = urgent(asked, other);
        transaction.executeWithoutResult(_ -> {
            committee.subList(0, 2).forEach(it -> done(decidingAt(soon).sign(helped, 1_000_00L, it.me())));
            done(decidingAt(soon).sign(late, 1_000_00L, committee.getFirst().me()));
            done(at(soon).withdraw(gone, other.me()));
        });
        done(deciding.sign(late, 1_000_00L, committee.get(1).me()));
        var fresh = applied(true);
        assertThat(inTime(day.getYear(), helped)).isEqualTo("1 null");
        assertThat(inTime(day.getYear(), late)).as("the second signature is two days late").isEqualTo("0 null");
        assertThat(inTime(day.getYear(), never)).isEqualTo("0 null");
        assertThat(inTime(day.getYear(), gone)).isEqualTo("0 aid.fig.in-time.taken-back");
        assertThat(inTime(fund.today().getYear(), fresh)).isEqualTo("0 aid.fig.in-time.not-due");
        done(deciding.sign(fresh, 1_000_00L, committee.get(0).me()));
        done(deciding.sign(fresh, 1_000_00L, committee.get(1).me()));
        assertThat(inTime(fund.today().getYear(), fresh)).as("helped before it was due").isEqualTo("1 null");
        assertThat(figures.live(figures.find("aid-in-time").orElseThrow(), day.getYear()).control().difference()).as("the log counted the same").isZero();
    }

    private UUID urgent(Instant asked, AFund.One by) {
        return Objects.requireNonNull(transaction.execute(_ -> done(at(asked).apply(new Plea(Ground.DISASTER, LocalDate.ofInstant(asked, clock.getZone()), 60_000_00L, 1, "The house burned down.", true), by.me()))));
    }

    private String inTime(int year, UUID application) {
        var row = figures.live(figures.find("aid-in-time").orElseThrow(), year).rows().stream().filter(it -> it.subject().equals(application)).findFirst().orElseThrow();
        return row.inputs().inputs().get("met").intValueExact() + " " + row.reason();
    }

    @Test
    void onePersonGetsNoMoreThanTheCapWithinAYear() {
        var committee = a.committee();
        a.rule("year-cap-thousands", 20);
        for (var ground : List.of(Ground.ILLNESS_FAMILY, Ground.DISASTER, Ground.ACCIDENT)) {
            var id = done(applications.apply(plea(ground, 60_000, 1, false), ren.me()));
            committee.forEach(it -> done(deciding.say(id, true, "", it.me())));
        }
        assertThat(applications.of(ren.person())).extracting(Application::amount).containsExactlyInAnyOrder(12_000_00L, 8_000_00L, 0L);
        assertThat(deciding.capLeft(ren.person())).isZero();
        a.rule("year-cap-thousands", 50);
    }

    @Test
    void papersAreForTheCommitteeAndGoWithWhoIsForgotten() {
        var mate = a.member(Seats.Body.COMMITTEE);
        var id = applied(false);
        assertThat(key(applications.bring(id, new Upload("bill.pdf", new byte[0]), ren.me()))).isEqualTo("aid.file-missing");
        assertThat(key(applications.bring(id, new Upload("bill.pdf", new byte[Applications.FILE_BYTES_MAX + 1]), ren.me()))).isEqualTo("aid.file-big");
        assertThat(key(applications.bring(id, new Upload("bill.pdf", new byte[1]), mate.me()))).as("one's own alone").isEqualTo("aid.unknown");
        var paper = done(applications.bring(id, new Upload("bill.pdf", id.toString().getBytes()), ren.me()));
        for (int at = 1; at < Applications.FILES_MOST; at++) {
            done(applications.bring(id, new Upload("page.pdf", (id + " " + at).getBytes()), ren.me()));
        }
        assertThat(key(applications.bring(id, new Upload("page.pdf", (id + " last").getBytes()), ren.me()))).isEqualTo("aid.files-many");
        var page = "/app/aid/applications/" + id;
        assertThat(browser.get().uri(page + "/files/" + paper).with(As.me(mate.me())).exchange()).hasStatusOk();
        assertThat(browser.get().uri(page + "/files/" + paper).with(As.me(UNION)).exchange()).hasStatus(404);
        assertThat(browser.get().uri(page).with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().contains("My &lt;mother&gt; fell ill.", "bill.pdf");
        assertThat(browser.get().uri(page).with(As.me(AFund.HR)).exchange()).hasStatus(404);
        transaction.executeWithoutResult(_ -> house.publishEvent(new Directory.Forgotten(ren.person())));
        assertThat(find(id).words()).isEmpty();
        assertThat(find(id).ownCost()).isNull();
        assertThat(applications.papers(id)).isEmpty();
    }

    @Test
    void whoLooksOnReadsNumbersAndNoName() {
        var looksOn = a.member(Seats.Body.SUPERVISION);
        var id = applied(true);
        var number = find(id).number();
        assertThat(browser.get().uri("/app/aid/applications").with(As.me(looksOn.me())).exchange()).hasStatusOk().bodyText().contains(number).doesNotContain(ren.number(), "mother");
        assertThat(browser.get().uri("/app/aid/applications/" + id).with(As.me(looksOn.me())).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/aid/applications").with(As.me(a.member(Seats.Body.COMMITTEE).me())).exchange()).hasStatusOk().bodyText().contains(ren.number());
        assertThat(browser.get().uri("/app/aid/applications").with(As.me(ren.me())).exchange()).as("nobody else has that list").hasStatus(404);
        assertThat(browser.get().uri("/app/aid/desk").with(As.me(ren.me())).exchange()).hasStatus(403);
        assertThat(browser.get().uri("/app/aid/desk").with(As.me(UNION)).exchange()).hasStatusOk().bodyText().doesNotContain("mother");
        assertThat(browser.get().uri("/app/aid/book").with(As.me(ren.me())).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/aid/register").with(As.me(ren.me())).exchange()).hasStatusOk();
    }

    @Test
    void seatsAreForATermAndNobodySitsOnBoth() {
        var day = fund.today();
        assertThat(key(seats.appoint(ren.number(), Seats.Body.COMMITTEE, day, day.plusDays(9), ren.me()))).isEqualTo("aid.not-yours");
        assertThat(key(seats.appoint("nobody", Seats.Body.COMMITTEE, day, day.plusDays(9), UNION))).isEqualTo("aid.nobody");
        assertThat(key(seats.appoint(ren.number(), Seats.Body.COMMITTEE, day, day.minusDays(1), UNION))).isEqualTo("aid.days-turned");
        done(seats.appoint(ren.number(), Seats.Body.COMMITTEE, day, day.plusDays(9), UNION));
        assertThat(key(seats.appoint(ren.number(), Seats.Body.SUPERVISION, day.plusDays(9), day.plusDays(20), OTHER))).isEqualTo("aid.sits-already");
        done(seats.appoint(ren.number(), Seats.Body.SUPERVISION, day.plusDays(10), day.plusDays(20), OTHER));
        assertThat(seats.decides(ren.me())).isTrue();
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO aid.seat (id, person, body, from_day, until_day, appointed_by, appointed_at, record)
                VALUES (gen_random_uuid(), :person, 'SUPERVISION', :day, :day, :person, now(), gen_random_uuid())
                """).param("person", ren.person()).param("day", LocalDate.from(day)).update()).hasMessageContaining("nobody_on_two_seats");
    }

    @Test
    void whoLeftNeitherAsksNorGivesNorDecides() {
        var gone = a.member(Seats.Body.COMMITTEE);
        var id = applied(true);
        db.sql("UPDATE directory.engagement SET until_day = :day WHERE person = ANY (:people) AND superseded_at IS NULL").param("day", LocalDate.from(fund.today().minusDays(1)))
                .param("people", new UUID[] {gone.person(), ren.person()}).update();
        assertThat(key(deciding.say(id, true, "", gone.me()))).as("their seat ends with their work").isEqualTo("aid.not-yours");
        assertThat(key(deciding.sign(id, 1_000_00, gone.me()))).isEqualTo("aid.not-yours");
        assertThat(applications.sees(find(id), gone.me())).isFalse();
        assertThat(browser.get().uri("/app/aid/applications").with(As.me(gone.me())).exchange()).hasStatus(404);
        assertThat(key(applications.apply(plea(Ground.DISASTER, 60_000, 0, true), ren.me()))).isEqualTo("aid.not-employed");
        assertThat(key(giving.pledge(Band.B5, ren.me()))).isEqualTo("aid.not-employed");
        assertThat(browser.get().uri("/app/aid/applications/" + id).with(As.me(ren.me())).exchange()).as("what they asked for stays theirs").hasStatusOk();
        assertThat(browser.post().uri("/app/aid/applications").param("eventDay", fund.today().toString()).with(As.me(a.somebody().me())).exchange()).as("no ground").hasStatus(422);
    }
}
