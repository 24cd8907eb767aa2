package org.probity.supply.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.webhook.Happened;
import org.probity.proof.SealedPackage;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.CaseRulings;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Clearances;
import org.probity.supply.clearance.Question;
import org.probity.supply.evaluation.Feeds.Delivery;
import org.probity.supply.evaluation.Feeds.OrderLine;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
@RecordApplicationEvents
class GradingAHalfYearTest {
    @Autowired ApplicationEvents events;
    @Autowired GradesTold told;
    @Autowired Suppliers suppliers;
    @Autowired Rounds rounds;
    @Autowired Schemes schemes;
    @Autowired Scorecards scorecards;
    @Autowired Appeals appeals;
    @Autowired Consequences consequences;
    @Autowired Feeds feeds;
    @Autowired FeedFiles files;
    @Autowired Cases cases;
    @Autowired CaseRulings rulings;
    @Autowired Clearances clearances;
    @Autowired Log log;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    final Me buyer = someone(Role.BUYER);
    final Me quality = someone(Role.QUALITY);
    final Me third = someone(Role.QUALITY);
    final Me fourth = someone(Role.QUALITY);
    int year;
    LocalDate day;
    UUID supplier;
    String number;
    UUID round;

    @BeforeEach
    void aHalfYearIsOver() {
        Emptied.of(db, "evaluation.round, evaluation.feed CASCADE");
        year = LocalDate.now(clock).getYear() - 1;
        day = LocalDate.of(year, 3, 10);
        number = "E-" + UUID.randomUUID();
        supplier = done(suppliers.register(new Suppliers.Registration(number, "Wafer " + number, "硅片" + number, "CN", "wafer", null, null), buyer));
        round = done(rounds.open(year, 1, buyer));
    }

    @Test
    void aLineThatCameInPartsIsOnTimeWhenAllOfItCameByTheDay() {
        order("PO1", 1, day, "100");
        deliver("PO1", 1, "GR1", day.minusDays(3), "60", "0");
        deliver("PO1", 1, "GR2", day, "40", "0");
        order("PO2", 1, day, "100");
        deliver("PO2", 1, "GR3", day, "99", "0");
        deliver("PO2", 1, "GR4", day.plusDays(1), "1", "0");
        order("PO3", 1, day, "100");
        done(rounds.compute(round, buyer));

        assertThat(card().measures().get("on-time").facts()).isEqualTo(Map.of("lines", "3", "on-time", "1"));
        // A third of the lines is below the worst of the scale.
        assertThat(card().inputs().get("on-time")).isEqualByComparingTo("0");
    }

    @Test
    void aSupplierWithOrdersOnlyHasNoGrade() {
        order("PO1", 1, day, "100");
        done(rounds.compute(round, buyer));
        assertThat(card().grade()).isNull();
        assertThat(card().score()).isNull();
    }

    /** Held against a reckoning of its own: parts are added up line by line, in whole thousandths, for a hundred random lines. */
    @Test
    void splitDeliveriesAreCountedAsTheyAddUp() {
        var random = new java.util.Random(20261126);
        var onTime = 0;
        var received = 0L;
        var rejected = 0L;
        var orders = new java.util.ArrayList<OrderLine>();
        var deliveries = new java.util.ArrayList<Delivery>();
        for (var line = 1; line <= 100; line++) {
            var ordered = 1 + random.nextInt(5_000);
            var inTime = 0;
            orders.add(new OrderLine("POX", line, number, day, BigDecimal.valueOf(ordered, 3)));
            for (var part = 1; part <= random.nextInt(5); part++) {
                var quantity = random.nextInt(4) == 0 ? ordered : 1 + random.nextInt(ordered);
                var bad = random.nextInt(quantity + 1);
                var late = random.nextInt(3) - 1;
                deliveries.add(new Delivery("POX", line, "GR" + part, day.plusDays(late), BigDecimal.valueOf(quantity, 3), BigDecimal.valueOf(bad, 3)));
                received += quantity;
                rejected += bad;
                inTime += late <= 0 ? quantity : 0;
            }
            onTime += inTime >= ordered ? 1 : 0;
        }
        done(feeds.orders("ERP", orders, buyer));
        done(feeds.deliveries("ERP", deliveries, buyer));
        done(rounds.compute(round, buyer));
        assertThat(card().measures().get("on-time").facts()).isEqualTo(Map.of("lines", "100", "on-time", String.valueOf(onTime)));
        assertThat(card().measures().get("rejected-ppm").facts())
                .isEqualTo(Map.of("received", BigDecimal.valueOf(received, 3).toPlainString(), "rejected", BigDecimal.valueOf(rejected, 3).toPlainString()));
        assertThat(onTime).as("the draw holds both").isBetween(10, 90);
    }

    @Test
    void howGradesMovedIsAMatrixAndAFile() {
        given(Grade.C);
        var first = round;
        round = done(rounds.open(year, 2, buyer));
        day = LocalDate.of(year, 9, 10);
        order("PO7", 1, day, "1000");
        deliver("PO7", 1, "GR7", day, "1000", "0");
        done(rounds.compute(round, buyer));
        assertThat(browser.get().uri("/app/evaluation/migration").with(As.me(buyer)).exchange()).as("one half-year moves nobody").bodyText().contains("Nothing to compare yet");
        done(rounds.propose(round, buyer));
        done(rounds.rule(round, Outcome.APPROVED, "", quality));
        assertThat(first).isNotEqualTo(round);
        var page = browser.get().uri("/app/evaluation/migration").with(As.me(buyer)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("First half of " + year + " to Second half of " + year, "was=C", "is=A", "better");
        assertThat(browser.get().uri("/app/evaluation/migration?was=B").with(As.me(buyer)).exchange()).bodyText().doesNotContain(number);
        assertThat(browser.get().uri("/app/evaluation/migration?format=csv").with(As.me(buyer)).exchange()).bodyText().contains(number + ",C,A,better");
        var matrix = browser.get().uri("/app/evaluation/migration?table=matrix&format=csv").with(As.me(buyer)).exchange();
        assertThat(matrix).bodyText().contains("Before,A,B,C,D,no grade,not measured,All", "C,1,0,0,0,0,0,1");
        assertThat(matrix.getResponse().getHeader("Content-Disposition")).contains("grade-migration-" + year + "-1-" + year + "-2-matrix-");
        assertThat(browser.get().uri("/app/evaluation/migration?from=" + year + "-2&to=" + year + "-1&format=csv").with(As.me(buyer)).exchange()).as("the other way round")
                .bodyText().contains(number + ",A,C,worse");
    }

    @Test
    void theCorrectionOfADeliveryTakesThePlaceOfTheOneBefore() {
        order("PO1", 1, day, "1000");
        deliver("PO1", 1, "GR1", day, "1000", "5");
        var first = db.sql("SELECT count(*) FROM evaluation.delivery").query(Long.class).single();
        assertThat(done(feeds.deliveries("ERP", List.of(new Delivery("PO1", 1, "GR1", day, new BigDecimal("1000"), new BigDecimal("5.000"))), buyer)).changed()).isZero();
        assertThat(done(feeds.deliveries("ERP", List.of(new Delivery("PO1", 1, "GR1", day, new BigDecimal("1000"), BigDecimal.ZERO)), buyer)).changed()).isOne();
        assertThat(db.sql("SELECT count(*) FROM evaluation.delivery").query(Long.class).single()).isEqualTo(first + 1);
        done(rounds.compute(round, buyer));
        assertThat(card().measures().get("rejected-ppm").facts()).isEqualTo(Map.of("received", "1000.000", "rejected", "0.000"));
    }

    @Test
    void twoPeopleGiveTheGradesAndEachHasItsEntryInTheLog() {
        perfect();
        done(rounds.compute(round, buyer));
        done(rounds.propose(round, buyer));
        assertThat(key(rounds.rule(round, Outcome.APPROVED, "", buyer))).isEqualTo("decision.needs-another-person");
        assertThat(card().record()).isNull();
        done(rounds.rule(round, Outcome.APPROVED, "", quality));

        assertThat(card().grade()).isEqualTo(Grade.A);
        log.settle();
        assertThat(log.place(card().record())).isPresent();
        assertThat(consequences.of(card().id()).orElseThrow().kind()).isEqualTo(Grade.Consequence.MORE_SHARE);
        assertThat(key(rounds.compute(round, buyer))).isEqualTo("evaluation.round-closed");
        assertThat(key(rounds.judge(round, supplier, "cost", "80", "cheap", buyer))).isEqualTo("evaluation.round-closed");
        assertThat(key(rounds.propose(round, buyer))).isEqualTo("evaluation.round-closed");
    }

    /** Four eyes see one thing: whoever approves says what they looked at, so that nothing else is put in its place meanwhile. */
    @Test
    void gradesPutForwardAgainAreNotApprovedUnseen() {
        perfect();
        done(rounds.compute(round, buyer));
        var seen = done(rounds.propose(round, buyer));
        done(rounds.rule(round, Outcome.WITHDRAWN, "", buyer));
        done(rounds.judge(round, supplier, "cost", "0", "dear", buyer));
        done(rounds.compute(round, buyer));
        var now = done(rounds.propose(round, buyer));
        assertThat(key(rounds.rule(round, seen, Outcome.APPROVED, "", quality))).isEqualTo("evaluation.proposed-anew");
        assertThat(browser.post().uri("/app/evaluation/" + round + "/approval").param("proposal", seen.toString()).with(As.me(quality))).hasStatus(422);
        assertThat(browser.get().uri("/app/evaluation/" + round).with(As.me(quality)).exchange()).bodyText().contains(now.toString());
        assertThat(card().record()).isNull();
        done(rounds.rule(round, now, Outcome.APPROVED, "", quality));
    }

    @Test
    void sentBackTheRoundIsOpenAgain() {
        perfect();
        done(rounds.compute(round, buyer));
        done(rounds.propose(round, buyer));
        assertThat(done(rounds.rule(round, Outcome.REJECTED, "one ledger is missing", quality)).stage()).isEqualTo(Round.Stage.COMPUTED);
        done(rounds.judge(round, supplier, "cost", "0", "dear", buyer));
        done(rounds.compute(round, buyer));
        assertThat(card().grade()).isEqualTo(Grade.B);
    }

    @Test
    void aCStopsNewBusinessUntilItsPlanIsAgreed() {
        given(Grade.C);
        assertThat(stops(Act.CONTRACT)).isTrue();
        assertThat(stops(Act.ORDER)).isFalse();
        assertThat(askAgain(supplier)).as("whoever keeps our answers asks again").isEqualTo(1);
        var plan = db.sql("SELECT id FROM casework.standing WHERE kind = 'evaluation.plan' AND subject = :card").param("card", card().id()).query(UUID.class).single();
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        var measures = List.of(
                new Case.Measure(Case.Aim.CORRECTIVE, "Second inspection", "Quality lead", LocalDate.now(clock).plusDays(9)),
                new Case.Measure(Case.Aim.PREVENTIVE, "Training", "Quality lead", LocalDate.now(clock).plusDays(9)));
        done(cases.plan(plan, new Cases.Plan("Stock was sorted", "Worn tool", measures), contact));
        assertThat(stops(Act.CONTRACT)).isTrue();
        done(rulings.accept(plan, quality));
        assertThat(stops(Act.CONTRACT)).isFalse();
        assertThat(askAgain(supplier)).isEqualTo(2);
        assertThat(consequences.of(card().id()).orElseThrow().doneAt()).isNotNull();
    }

    @Test
    void aDEndsTheRelationAndOrdersGoOnOnlyUntilSomebodyFollows() {
        given(Grade.D);
        assertThat(stops(Act.QUOTATION)).isTrue();
        assertThat(stops(Act.RENEWAL)).isTrue();
        assertThat(stops(Act.ORDER)).isFalse();
        assertThat(stops(Act.PAYMENT)).isFalse();
        var due = consequences.of(card().id()).orElseThrow().dueDay();
        told.on(new DayHasBegun(due));
        assertThat(askAgain(supplier)).as("its last day").isEqualTo(1);
        told.on(new DayHasBegun(due.plusDays(1)));
        assertThat(askAgain(supplier)).as("from now on orders are stopped").isEqualTo(2);
        db.sql("UPDATE evaluation.consequence SET due_day = :yesterday WHERE supplier = :supplier").param("yesterday", LocalDate.now(clock).minusDays(1)).param("supplier", supplier).update();
        assertThat(stops(Act.ORDER)).isTrue();
        assertThat(key(consequences.carryOut(card().id(), " ", buyer))).isEqualTo("evaluation.words-missing");
        assertThat(done(consequences.carryOut(card().id(), "Yunqi Wafer follows from May", buyer)).doneAt()).isNotNull();
        assertThat(key(consequences.carryOut(card().id(), "again", buyer))).isEqualTo("evaluation.consequence-done");
        assertThat(key(consequences.carryOut(UUID.randomUUID(), "again", buyer))).isEqualTo("evaluation.consequence-unknown");
        assertThat(key(consequences.carryOut(card().id(), "x".repeat(2_001), buyer))).isEqualTo("evaluation.consequence-done");
    }

    @Test
    void anAppealThatWasRightMakesANewGradeAndTheOldOneStays() {
        given(Grade.C);
        var was = card();
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        assertThat(key(appeals.appeal(was.id(), " ", Optional.empty(), contact))).isEqualTo("evaluation.words-missing");
        assertThat(key(appeals.appeal(was.id(), "x".repeat(4_001), Optional.empty(), contact))).isEqualTo("evaluation.words-long");
        assertThat(key(appeals.appeal(was.id(), "No", Optional.empty(), new Me(UUID.randomUUID(), "Other", Set.of(Role.SUPPLIER), Optional.of(UUID.randomUUID())))))
                .isEqualTo("evaluation.card-unknown");
        var appeal = done(appeals.appeal(was.id(), "The rejected parts were counted twice.", Optional.of(new Appeals.File("8d.pdf", "%PDF-1".getBytes())), contact));
        assertThat(key(appeals.appeal(was.id(), "Again", Optional.empty(), contact))).isEqualTo("evaluation.appealed-already");
        assertThat(key(appeals.answer(appeal.id(), Appeal.Outcome.CORRECTED, "You are right.", quality))).isEqualTo("evaluation.answer-by-another");
        assertThat(key(appeals.answer(appeal.id(), Appeal.Outcome.UPHELD, "No.", buyer))).as("who proposed the grades").isEqualTo("evaluation.answer-by-another");
        assertThat(key(appeals.answer(appeal.id(), Appeal.Outcome.CORRECTED, "You are right.", third))).isEqualTo("evaluation.nothing-changed");
        done(feeds.deliveries("ERP", List.of(new Delivery("PO1", 1, "GR1", day, new BigDecimal("1000"), BigDecimal.ZERO)), buyer));
        assertThat(key(appeals.answer(appeal.id(), Appeal.Outcome.CORRECTED, "", third))).isEqualTo("evaluation.words-missing");
        assertThat(key(appeals.answer(appeal.id(), Appeal.Outcome.CORRECTED, "x".repeat(4_001), third))).isEqualTo("evaluation.words-long");
        done(appeals.answer(appeal.id(), Appeal.Outcome.CORRECTED, "They were counted twice.", third));

        assertThat(card().no()).isEqualTo(2);
        assertThat(card().grade()).isNotEqualTo(Grade.C);
        assertThat(scorecards.find(was.id()).orElseThrow()).isEqualTo(was);
        assertThat(stops(Act.CONTRACT)).isFalse();
        assertThat(key(appeals.answer(appeal.id(), Appeal.Outcome.UPHELD, "No", third))).isEqualTo("evaluation.answered-already");
        assertThat(key(appeals.answer(UUID.randomUUID(), Appeal.Outcome.UPHELD, "No", third))).isEqualTo("evaluation.appeal-unknown");
        assertThat(browser.get().uri("/app/portal/evaluation/" + card().id()).with(As.me(contact)).exchange()).hasStatusOk().bodyText().contains("They were counted twice.");
    }

    @Test
    void whoCorrectedAGradeDoesNotJudgeTheObjectionToIt() {
        given(Grade.D);
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        var first = done(appeals.appeal(card().id(), "Less was rejected.", Optional.empty(), contact));
        done(feeds.deliveries("ERP", List.of(new Delivery("PO1", 1, "GR1", day, new BigDecimal("1000"), new BigDecimal("4"))), buyer));
        done(appeals.answer(first.id(), Appeal.Outcome.CORRECTED, "Less it is.", third));
        var second = done(appeals.appeal(card().id(), "Less still.", Optional.empty(), contact));

        var path = "/app/evaluation/" + round + "/" + supplier;
        assertThat(browser.get().uri(path).with(As.me(third)).exchange()).bodyText().doesNotContain(path + "/answer");
        assertThat(key(appeals.answer(second.id(), Appeal.Outcome.UPHELD, "No.", third))).isEqualTo("evaluation.answer-by-another");
        assertThat(key(appeals.answer(second.id(), Appeal.Outcome.UPHELD, "No.", quality))).isEqualTo("evaluation.answer-by-another");
        assertThat(browser.get().uri(path).with(As.me(fourth)).exchange()).bodyText().contains(path + "/answer");
        done(appeals.answer(second.id(), Appeal.Outcome.UPHELD, "No.", fourth));
    }

    @Test
    void afterTheLastDayNobodyObjects() {
        given(Grade.D);
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        db.sql("UPDATE evaluation.round SET given_at = given_at - INTERVAL '16 days'").update();
        db.sql("UPDATE evaluation.scorecard SET at = at - INTERVAL '16 days'").update();
        assertThat(key(appeals.appeal(card().id(), "No", Optional.empty(), contact))).isEqualTo("evaluation.appeal-late");
    }

    @Test
    void aMarkThatWasChangedAfterwardsShows() {
        given(Grade.D);
        assertThat(browser.get().uri("/app/evaluation/" + round + "/" + supplier).with(As.me(buyer)).exchange()).bodyText().contains("the same score, the same grade");
        db.sql("UPDATE evaluation.scorecard SET inputs = jsonb_set(inputs, '{on-time}', '\"100.0000\"')").update();
        assertThat(browser.get().uri("/app/evaluation/" + round + "/" + supplier).with(As.me(buyer)).exchange()).bodyText().contains("the grade is another one");
    }

    @Test
    void aSupplierComputesItsGradeAgainOffline() {
        given(Grade.C);
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        var zip = taken(contact);
        var trusted = Optional.of(TrustPolicy.parse("log " + log.verifier() + "\nquorum none\n"));
        assertThat(Verifier.verify(zip, trusted)).isInstanceOf(Verdict.Proved.class);
        assertThat(new String(SealedPackage.unpack(zip).get("figures/score.json"), StandardCharsets.UTF_8)).contains("\"shown\":\"67.27\"");
        var files = new TreeMap<>(SealedPackage.unpack(zip));
        files.computeIfPresent("figures/score.rows.jsonl", (_, rows) -> new String(rows, StandardCharsets.UTF_8).replace("40.0000", "90.0000").replace("\"40\"", "\"90\"")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(Verifier.verify(SealedPackage.pack(files), trusted)).isInstanceOf(Verdict.NotProved.class);
        assertThat(taken(contact)).as("sealed once").isEqualTo(zip);
        assertThat(browser.get().uri("/app/portal/evaluation/" + card().id() + "/package.zip").with(As.contactOf(UUID.randomUUID())).exchange()).hasStatus(404);
    }

    private byte[] taken(Me contact) {
        return browser.get().uri("/app/portal/evaluation/" + card().id() + "/package.zip").with(As.me(contact)).exchange().getResponse().getContentAsByteArray();
    }

    @Test
    void refusesWhatCannotBeGraded() {
        assertThat(key(rounds.open(year, 3, buyer))).isEqualTo("evaluation.period-wrong");
        assertThat(key(rounds.open(LocalDate.now(clock).getYear() + 1, 1, buyer))).isEqualTo("evaluation.period-not-over");
        assertThat(key(rounds.open(2010, 1, buyer))).isEqualTo("evaluation.no-scheme");
        assertThat(key(rounds.open(year, 1, buyer))).isEqualTo("evaluation.round-open-already");
        assertThat(key(rounds.compute(UUID.randomUUID(), buyer))).isEqualTo("evaluation.round-unknown");
        assertThat(key(rounds.propose(round, buyer))).isEqualTo("evaluation.not-computed");
        assertThat(key(rounds.rule(round, Outcome.APPROVED, "", quality))).isEqualTo("evaluation.not-proposed");
        assertThat(key(rounds.compute(done(rounds.open(year, 2, buyer)), buyer))).isEqualTo("evaluation.nothing-measured");
        assertThat(key(rounds.judge(round, supplier, "on-time", "80", "late", buyer))).isEqualTo("evaluation.not-judged");
        assertThat(key(rounds.judge(round, supplier, "cost", "100.1", "dear", buyer))).isEqualTo("evaluation.mark-wrong");
        assertThat(key(rounds.judge(round, supplier, "cost", "-1", "dear", buyer))).isEqualTo("evaluation.mark-wrong");
        assertThat(key(rounds.judge(round, supplier, "cost", "80", " ", buyer))).isEqualTo("evaluation.reason-missing");
        assertThat(key(rounds.judge(round, supplier, "cost", "80", "x".repeat(2_001), buyer))).isEqualTo("evaluation.reason-long");
        assertThat(key(rounds.judge(round, UUID.randomUUID(), "cost", "80", "dear", buyer))).isEqualTo("evaluation.supplier-unknown");
    }

    @Test
    void refusesLinesThatCannotBe() {
        assertThat(key(feeds.orders("ERP", List.of(), buyer))).isEqualTo("evaluation.no-lines");
        var line = new OrderLine("PO9", 1, number, day, BigDecimal.TEN);
        assertThat(key(feeds.orders("ERP", List.of(line, line), buyer))).isEqualTo("evaluation.line-twice");
        assertThat(key(feeds.orders("ERP", List.of(new OrderLine("PO9", 1, "nobody", day, BigDecimal.TEN)), buyer))).isEqualTo("evaluation.number-unknown");
        assertThat(key(feeds.orders("ERP", List.of(new OrderLine("PO9", 1, number, day, BigDecimal.ZERO)), buyer))).isEqualTo("evaluation.quantity-wrong");
        assertThat(key(feeds.deliveries("ERP", List.of(new Delivery("PO9", 1, "G", day, BigDecimal.TEN, BigDecimal.ZERO)), buyer))).isEqualTo("evaluation.order-unknown");
        order("PO9", 1, day, "10");
        assertThat(key(feeds.deliveries("ERP", List.of(new Delivery("PO9", 1, "G", day, BigDecimal.ONE, BigDecimal.TEN)), buyer))).isEqualTo("evaluation.rejected-wrong");
        assertThat(key(feeds.deliveries("ERP", List.of(new Delivery("PO9", 1, "G", LocalDate.now(clock).plusDays(1), BigDecimal.ONE, BigDecimal.ZERO)), buyer)))
                .isEqualTo("evaluation.day-to-come");
        assertThat(key(files.bring(Feeds.Kind.ORDERS, "a.csv", "document,line,supplier,quantity\nPO,1,S,3".getBytes(), buyer))).isEqualTo("evaluation.column-missing");
        assertThat(key(files.bring(Feeds.Kind.ORDERS, "a.csv", "document,line,supplier,committed_day,quantity\nPO,one,S,2025-02-30,3".getBytes(), buyer)))
                .isEqualTo("evaluation.cell-wrong");
        // Two numbers alike in their first sixty signs were one before: the rest was cut off and nobody said so.
        var heading = "document,line,supplier,committed_day,quantity\n";
        assertThat(key(files.bring(Feeds.Kind.ORDERS, "a.csv", (heading + "P".repeat(60) + "1,1," + number + "," + day + ",3\n").getBytes(), buyer))).isEqualTo("evaluation.cell-long");
        assertThat(key(files.bring(Feeds.Kind.ORDERS, "a.csv", (heading + "PO,1," + number + ",+999999999-12-31,3\n").getBytes(), buyer))).isEqualTo("evaluation.cell-wrong");
        assertThat(key(files.bring(Feeds.Kind.ORDERS, "a.csv", new byte[0], buyer))).isEqualTo("ui.file-empty");
        var file = "document,line,supplier,committed_day,quantity\nPO10,1," + number + "," + day + ",3\n";
        assertThat(done(files.bring(Feeds.Kind.ORDERS, "a.csv", file.getBytes(), buyer))).extracting(Feeds.Brought::changed).isEqualTo(1);
    }

    /** Each was an error of ours, and the third of them the end of the program: the amount is a gigabyte when it is written out. */
    @Test
    void refusesWhatAProgramLeavesOutOrBlowsUp() {
        assertThat(key(feeds.orders("ERP", null, buyer))).isEqualTo("evaluation.no-lines");
        assertThat(key(feeds.orders(null, List.of(new OrderLine("PO", 1, number, day, BigDecimal.TEN)), buyer))).isEqualTo("evaluation.source-wrong");
        for (var amount : new String[] {"1e1000000000", "0e-1000000000", "1e12", "0.0001", null}) {
            var line = new OrderLine("PO", 1, number, day, amount == null ? null : new BigDecimal(amount));
            assertThat(key(feeds.orders("ERP", List.of(line), buyer))).as(amount).isEqualTo("evaluation.cell-wrong");
        }
        for (var line : new OrderLine[] {
            null, new OrderLine(null, 1, number, day, BigDecimal.TEN),
            new OrderLine("PO", -1, number, day, BigDecimal.TEN), new OrderLine("PO", 1, number, LocalDate.MAX, BigDecimal.TEN)}) {
            assertThat(key(feeds.orders("ERP", Collections.singletonList(line), buyer))).isEqualTo("evaluation.cell-wrong");
        }
        assertThat(key(feeds.deliveries("ERP", List.of(new Delivery("PO", 1, "GR", day, BigDecimal.TEN, null)), buyer))).isEqualTo("evaluation.cell-wrong");
        assertThat(key(feeds.orders("ERP", List.of(new OrderLine("x".repeat(61), 1, number, day, BigDecimal.TEN)), buyer))).isEqualTo("evaluation.cell-long");
        assertThat(done(feeds.orders("ERP", List.of(new OrderLine("x".repeat(60), 1, number, day, BigDecimal.TEN)), buyer)).changed()).isOne();
        assertThat(done(feeds.orders("ERP", List.of(new OrderLine("PO", 1, number, day, new BigDecimal("12.5000"))), buyer)).changed()).isOne();
    }

    private void perfect() {
        order("PO1", 1, day, "1000");
        deliver("PO1", 1, "GR1", day, "1000", "0");
    }

    /** Marks of quality and delivery that come to the grade wanted. */
    private void given(Grade grade) {
        order("PO1", 1, day, "1000");
        deliver("PO1", 1, "GR1", day, "1000", grade == Grade.C ? "3" : "5");
        if (grade == Grade.D) {
            order("PO2", 1, day, "1000");
        }
        done(rounds.compute(round, buyer));
        done(rounds.propose(round, buyer));
        done(rounds.rule(round, Outcome.APPROVED, "", quality));
        assertThat(card().grade()).isEqualTo(grade);
    }

    /** Two of us hold that no plan is needed: then none is waited for. */
    @Test
    void aCWhosePlanIsCalledOffByTwoStopsNothingAnyMore() {
        given(Grade.C);
        var plan = consequences.plan(card().id()).orElseThrow();
        done(rulings.noAction(plan, "the tool is gone", quality));
        assertThat(stops(Act.CONTRACT)).isTrue();
        done(rulings.close(plan, third));
        assertThat(stops(Act.CONTRACT)).isFalse();
        assertThat(db.sql("SELECT count(*) FROM evaluation.consequence WHERE done IS NOT NULL AND scorecard = :card").param("card", card().id()).query(Long.class).single()).isOne();
    }

    private boolean stops(Act act) {
        return clearances.ask(new Question(supplier, null, null, act), buyer).orElseThrow().reasons().stream()
                .anyMatch(it -> it.rule().startsWith("evaluation.") && it.verdict().name().equals("STOP"));
    }

    private void order(String document, int line, LocalDate committed, String quantity) {
        done(feeds.orders("ERP", List.of(new OrderLine(document, line, number, committed, new BigDecimal(quantity))), buyer));
    }

    private void deliver(String document, int line, String receipt, LocalDate on, String quantity, String rejected) {
        done(feeds.deliveries("ERP", List.of(new Delivery(document, line, receipt, on, new BigDecimal(quantity), new BigDecimal(rejected))), buyer));
    }

    private Scorecard card() {
        return scorecards.newest(round).stream().filter(it -> it.supplier().equals(supplier)).findFirst().orElseThrow();
    }

    static Me someone(Role role) {
        return new Me(UUID.randomUUID(), "Someone", Set.of(role), Optional.empty());
    }

    private static String key(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Refused.class);
        return ((Answer.Refused<?>) answer).reasons().getFirst().key();
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done<T>) answer).value();
    }

    private long askAgain(UUID supplier) {
        return events.stream(Happened.class).filter(it -> it.kind().name().equals("clearance.changed") && it.ids().containsValue(supplier.toString())).count();
    }
}
