package org.probity.people.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.AfterEach;
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
import org.probity.house.start.WholeHouse;
import org.probity.house.vault.Vault;
import org.probity.people.reward.Plan.Formula;
import org.probity.people.reward.Splits.Reckoned;
import org.probity.shapes.book.Books;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figures;
import org.probity.vest.GainSplit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A plan by two, a period with its paper, a split that is looked at and agreed to by another, and then each sees their own. Nine people of two units of one site. */
@WholeHouse
class SharingOutAGainTest {
    static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    static final Me OTHER = new Me(UUID.randomUUID(), "Bai Lan", Set.of(Role.HR), Optional.empty());
    static final Me UNION = new Me(UUID.randomUUID(), "Gao Yan", Set.of(Role.UNION), Optional.empty());
    static final LocalDate BEGUN = LocalDate.of(2015, 1, 1);

    @Autowired Plans plans;
    @Autowired Periods periods;
    @Autowired Splits splits;
    @Autowired SplitLists lists;
    @Autowired PayLists payLists;
    @Autowired SealedSplits sealed;
    @Autowired PaySeal seal;
    @Autowired Books books;
    @Autowired Figures figures;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;
    @Autowired Vault vault;

    String code;
    UUID site;
    UUID cells;
    UUID modules;
    UUID ren;
    Me worker;
    LocalDate from;
    LocalDate until;

    @BeforeEach
    void twoUnits() {
        until = LocalDate.now(clock).minusDays(20);
        from = until.minusDays(90);
        code = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var company = done(organisation.found(code + "-E", Place.Kind.ENTITY, null, new Organisation.Details("Company", "公司", "", "", "", ""), BEGUN, "", HR.account()));
        site = done(organisation.found(code + "-S", Place.Kind.SITE, company, new Organisation.Details("Hefei", "合肥", "CN", "Anhui", "", ""), BEGUN, "", HR.account()));
        cells = done(organisation.found(code + "-C", Place.Kind.UNIT, site, new Organisation.Details("Cells", "电池", "", "", "", ""), BEGUN, "", HR.account()));
        modules = done(organisation.found(code + "-M", Place.Kind.UNIT, site, new Organisation.Details("Modules", "组件", "", "", "", ""), BEGUN, "", HR.account()));
        ren = engaged(cells, BEGUN);
        worker = account(ren);
        for (int at = 0; at < 5; at++) {
            engaged(cells, BEGUN);
            engaged(modules, BEGUN);
        }
    }

    /** As the role to which pay belongs; the house's own connection reads none of it. */
    <T> T apart(java.util.function.Supplier<T> work) {
        return transaction.execute(_ -> vault.open(work));
    }

    UUID engaged(UUID where, LocalDate day) {
        var number = "R" + UUID.randomUUID().toString().substring(0, 10);
        return done(staff.takeOn(new Staff.Identity(number, "任" + number, "Ren " + number, number + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, where, "", day, null), "", HR.account()));
    }

    Me account(UUID person) {
        var me = new Me(UUID.randomUUID(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Somebody', :email, 'en', now(), :id)")
                .param("id", me.account()).param("email", me.account() + "@helia.example").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) VALUES (:person, :account, now(), :account)").param("person", person).param("account", me.account()).update();
        return me;
    }

    Plans.Draft draft() {
        return new Plans.Draft(code, "Gains of Hefei", "合肥收益分享", Formula.SCANLON, BEGUN, new BigDecimal("55000000"), new BigDecimal("125000000"), null, null, null, new BigDecimal("75"), new BigDecimal("20"), true,
                "NONE = 1\n16 = 1.2", "NONE = 1\nA = 1.5\nB+ = 1.2\nB = 1\nC = 0.5\nD = 0", "Staff congress of January");
    }

    UUID plan() {
        var plan = done(plans.propose(draft(), HR));
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        return plan;
    }

    Periods.Said said(UUID plan, String output, String cost) {
        return new Periods.Said(plan, from, until, new BigDecimal(cost), new BigDecimal(output), null, code + "-C = 1.2\n" + code + "-M = 1", "Closing of the quarter", "closing.pdf",
                "what finance says".getBytes(StandardCharsets.UTF_8));
    }

    UUID period(String output, String cost) {
        return done(periods.say(said(plan(), output, cost), HR));
    }

    UUID put(UUID period) {
        return done(splits.propose(period, done(splits.reckon(period, HR)).seen(), HR));
    }

    UUID shared(UUID period) {
        var split = put(period);
        done(splits.rule(split, Outcome.APPROVED, OTHER));
        return split;
    }

    /** A rating of a cycle that was closed and ended before the period did; given again it is the next number. */
    UUID rated(UUID person, String rating) {
        var id = UUID.randomUUID();
        var earlier = db.sql("SELECT cycle FROM performance.member WHERE person = :person LIMIT 1").param("person", person).query(UUID.class).optional();
        var cycle = earlier.orElseGet(UUID::randomUUID);
        if (earlier.isEmpty()) {
            var end = LocalDate.of(2016, 1, 1).plusDays(Math.floorMod(cycle.getLeastSignificantBits(), 3_000));
            db.sql("""
                    INSERT INTO performance.cycle (id, from_day, until_day, population_day, sign_by, mid_year_by, self_by, rate_by, calibrate_by, talk_by, lines_on, followed_on, followed_at, opened_by, opened_at)
                    SELECT :id, :from, :until, :until, :until, :until, :until, :until, :until, :until, :until, :until, now(), :by, now()
                    """).param("id", cycle).param("from", end.minusDays(90)).param("until", end).param("by", HR.account()).update();
            db.sql("""
                    INSERT INTO performance.member (cycle, person, kind, unit, title, since, scheme, manager, added_at)
                    SELECT :cycle, :person, 'EMPLOYEE', :unit, '', :day, rating.scheme, :manager, now() FROM performance.rating WHERE rating.code = :rating ORDER BY scheme LIMIT 1
                    """).param("cycle", cycle).param("person", person).param("unit", cells).param("day", end).param("manager", engaged(site, BEGUN)).param("rating", rating).update();
        }
        db.sql("""
                INSERT INTO performance.assessment (id, cycle, person, no, scheme, rating, origin, words, by, at, salt)
                SELECT :id, :cycle, :person, 1 + (SELECT count(*) FROM performance.assessment WHERE cycle = :cycle AND person = :person), member.scheme, :rating, :origin, '', :by, now(), gen_random_uuid()
                  FROM performance.member WHERE member.cycle = :cycle AND member.person = :person
                """).param("id", id).param("cycle", cycle).param("person", person).param("rating", rating).param("origin", earlier.isEmpty() ? "BROUGHT_IN" : "APPEAL").param("by", HR.account()).update();
        db.sql("UPDATE performance.cycle SET closed_by = :by, closed_at = now() WHERE id = :cycle AND closed_at IS NULL").param("by", HR.account()).param("cycle", cycle).update();
        return id;
    }

    /** They stand in no book: whoever counts leave in the same house would miss their hours there. */
    @AfterEach
    void nobodyIsAwayAnyMore() {
        db.sql("DELETE FROM care.answered WHERE leave IN (SELECT id FROM care.leave WHERE number LIKE 'LX%')").update();
        db.sql("DELETE FROM care.leave WHERE number LIKE 'LX%'").update();
    }

    void away(UUID person, String kind, LocalDate first, LocalDate last) {
        var leave = UUID.randomUUID();
        db.sql("INSERT INTO care.leave (id, number, person, kind, from_day, until_day, part, amount, words, asked_by, asked_at) VALUES (:id, :number, :person, :kind, :from, :until, 'WHOLE', 800, '', :by, now())")
                .param("id", leave).param("number", "LX" + leave.toString().substring(0, 12)).param("person", person).param("kind", kind).param("from", first).param("until", last).param("by", HR.account()).update();
        db.sql("INSERT INTO care.answered (leave, outcome, reason, answered_by, answered_at, record) VALUES (:leave, 'AGREED', '', :by, now(), gen_random_uuid())").param("leave", leave).param("by", HR.account()).update();
    }

    Part part(Reckoned it, UUID person) {
        return it.people().stream().filter(one -> one.person().equals(person)).findFirst().orElseThrow().part();
    }

    @Test
    void fromAPlanByTwoToWhatEachSees() {
        rated(ren, "A");
        var plan = done(plans.propose(draft(), HR));
        assertThat(key(plans.rule(plan, Outcome.APPROVED, HR))).isEqualTo("decision.needs-another-person");
        assertThat(key(periods.say(said(plan, "18000000", "7000000"), HR))).as("nobody agreed to it").isEqualTo("reward.plan-unknown");
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        var period = done(periods.say(said(plan, "18000000", "7000000"), HR));
        var would = done(splits.reckon(period, HR));
        assertThat(would.pool()).extracting("gain", "people", "company", "held", "paid").containsExactly(92_000_000L, 69_000_000L, 23_000_000L, 13_800_000L, 55_200_000L);
        assertThat(would.people()).hasSize(11).allSatisfy(it -> assertThat(it.part().amount()).isPositive());
        assertThat(would.people().stream().mapToLong(it -> it.part().amount()).sum()).isEqualTo(55_200_000);
        assertThat(part(would, ren).weight().product()).as("a grade of none, an A, always there").isEqualTo(BigFraction.of(3, 2));
        assertThat(would.units()).extracting(Splits.UnitPart::members).containsExactly(6, 5);
        assertThat(key(splits.propose(period, "another", HR))).isEqualTo("reward.seen-changed");
        var split = done(splits.propose(period, would.seen(), HR));
        assertThat(key(splits.propose(period, would.seen(), OTHER))).isEqualTo("reward.waits");
        assertThat(key(splits.rule(split, Outcome.APPROVED, HR))).as("one person's two signatures are one").isEqualTo("decision.needs-another-person");
        assertThat(splits.of(ren)).as("not before two agreed").isEmpty();
        done(splits.rule(split, Outcome.APPROVED, OTHER));
        var own = splits.of(ren).getFirst();
        assertThat(own.part().amount()).isEqualTo(part(would, ren).amount());
        var page = "/app/reward/parts/" + split;
        assertThat(browser.get().uri(page).with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains("1.5", own.part().code());
        assertThat(browser.get().uri("/app/reward").with(As.me(worker)).exchange()).hasStatusOk().bodyText().contains(page);
        assertThat(browser.get().uri(page).with(As.me(HR)).exchange()).as("not even human resources").hasStatus(404);
        assertThat(browser.get().uri("/app/reward/periods/" + period).with(As.me(worker)).exchange()).hasStatus(403);
        assertThat(browser.get().uri("/app/reward/periods/" + period).with(As.me(UNION)).exchange()).hasStatusOk().bodyText().contains("Cells").doesNotContain("100009");
        var book = db.sql("SELECT account.kind, balance.amount FROM book.account JOIN book.balance ON balance.account = account.id WHERE account.book = 'gain' AND account.kind LIKE '%-' || :code")
                .param("code", code.toLowerCase(Locale.ROOT)).query((row, n) -> Map.entry(row.getString(1), row.getLong(2))).list();
        assertThat(book).containsExactlyInAnyOrder(Map.entry("held-" + code.toLowerCase(Locale.ROOT), 13_800_000L), Map.entry("paid-" + code.toLowerCase(Locale.ROOT), 55_200_000L));
        assertThat(key(splits.reckon(period, HR))).isEqualTo("reward.period-settled");
        assertThat(key(periods.say(said(plan, "19000000", "7000000"), HR))).isEqualTo("reward.period-settled");
    }

    @Test
    void anybodyReckonsTheSplitAgainFromWeightsWithoutNames() {
        rated(ren, "B+");
        away(ren, "SICK", from.plusDays(10), from.plusDays(16));
        var split = shared(period("18000000", "7000000"));
        assertThat(key(lists.weights(split, worker))).isEqualTo("reward.not-yours");
        assertThat(key(payLists.ofSplit(split, UNION))).isEqualTo("reward.not-yours");
        var lines = new String(done(lists.weights(split, UNION)), StandardCharsets.UTF_8).lines().skip(1).map(it -> it.split(",")).toList();
        var factors = new HashMap<String, BigFraction>();
        var weights = new HashMap<String, GainSplit.Weight<String>>();
        lines.forEach(it -> {
            factors.put(it[1], Plan.exact(new BigDecimal(it[2])));
            weights.put(it[0], new GainSplit.Weight<>(it[1], Plan.exact(new BigDecimal(it[3])), Plan.exact(new BigDecimal(it[4])), GainSplit.attendance(Long.parseLong(it[5]), Long.parseLong(it[6]))));
        });
        var again = GainSplit.of(55_200_000, factors, weights);
        assertThat(lines).hasSize(11).allSatisfy(it -> assertThat(again.people().get(it[0])).isEqualTo(Long.parseLong(it[7])));
        assertThat(db.sql("SELECT count(*) FROM reward.handed_out WHERE split = :split").param("split", split).query(Long.class).single()).isOne();
    }

    @Test
    void payrollGetsAListInWhichEverybodyStandsOnceAndInNoOther() {
        rated(ren, "B+");
        var split = shared(period("18000000", "7000000"));
        assertThat(payLists.of(split)).isEmpty();
        var list = done(payLists.ofSplit(split, HR));
        var lines = payLists.lines(list);
        assertThat(lines).hasSize(11).allSatisfy(it -> assertThat(it.what()).isEqualTo("gain"));
        assertThat(lines.stream().mapToLong(PayLists.Line::fen).sum()).as("to the fen").isEqualTo(55_200_000);
        assertThat(PayLists.hash(lines)).isEqualTo(PayLists.hash(payLists.lines(list))).hasSize(64);
        assertThat(key(payLists.ofSplit(split, OTHER))).as("nobody stands in two lists").isEqualTo("reward.nothing-due");
        var path = "/app/reward/lists/" + list;
        assertThat(browser.get().uri(path).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("552,000", PayLists.hash(lines));
        assertThat(browser.get().uri(path + "?format=csv").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains(lines.getFirst().number(), Splits.yuan(lines.getFirst().fen()).toPlainString());
        assertThat(browser.get().uri(path).with(As.me(UNION)).exchange()).hasStatus(403);
        assertThat(db.sql("SELECT count(*) FROM log.opening WHERE content LIKE '%' || :list || '%' AND content LIKE '%55200000%'").param("list", list.toString()).query(Long.class).single()).isZero();
        transaction.executeWithoutResult(_ -> events.publishEvent(new Directory.Forgotten(ren)));
        assertThat(payLists.lines(list)).as("whoever was forgotten stands in none").hasSize(10);
    }

    @Test
    void aStrangerReckonsTheSplitAgainFromItsPackage() {
        rated(ren, "B+");
        away(ren, "SICK", from.plusDays(10), from.plusDays(16));
        var split = shared(period("18000000", "7000000"));
        assertThat(key(sealed.of(split, worker))).isEqualTo("reward.not-yours");
        assertThat(key(sealed.of(UUID.randomUUID(), UNION))).isEqualTo("reward.split-unknown");
        var zip = done(sealed.of(split, UNION));
        var verdict = org.probity.proof.Verifier.verify(zip, Optional.empty());
        assertThat(verdict).as("%s", verdict).isInstanceOf(org.probity.proof.Verdict.ConsistentSignerUnknown.class);
        assertThat(verdict.toString()).contains("55200000");
        var files = org.probity.proof.SealedPackage.unpack(zip);
        assertThat(new String(files.get("figures/gain-split.json"), StandardCharsets.UTF_8)).contains("\"name\":\"split\"", "55200000");
        var rows = new String(files.get("figures/gain-split.rows.jsonl"), StandardCharsets.UTF_8);
        assertThat(rows).contains(splits.of(ren).getFirst().part().code()).doesNotContain(ren.toString());
        assertThat(org.probity.proof.SealedPackage.unpack(done(sealed.of(split, HR))).get("report.json")).as("the second time its proofs alone are newer").isEqualTo(files.get("report.json"));
        assertThat(db.sql("SELECT count(*) FROM reward.handed_out WHERE split = :split AND kind = 'PACKAGE'").param("split", split).query(Long.class).single()).isEqualTo(2);
        assertThat(this.<Long>apart(() -> db.sql("SELECT count(*) FROM pay.split_package WHERE split = :split AND encode(sealed, 'escape') LIKE '%gain-split%'").param("split", split).query(Long.class).single())).as("it lies sealed").isZero();
    }

    @Test
    void whatLawGivesIsPresenceAndSicknessIsNot() {
        var mother = engaged(cells, BEGUN);
        var sick = engaged(cells, BEGUN);
        away(mother, "MATERNITY", from.minusDays(5), until.plusDays(5));
        away(sick, "SICK", from.plusDays(7), from.plusDays(13));
        var newcomer = engaged(cells, until.minusDays(6));
        var would = done(splits.reckon(period("18000000", "7000000"), HR));
        assertThat(part(would, mother)).extracting(Part::absent).isEqualTo(0);
        assertThat(part(would, mother).amount()).isBetween(part(would, ren).amount() - 1, part(would, ren).amount() + 1);
        assertThat(part(would, sick).absent()).isBetween(3, 5);
        assertThat(part(would, sick).amount()).isLessThan(part(would, ren).amount());
        assertThat(part(would, newcomer).scheduled()).as("a week of work").isBetween(1, 5);
    }

    @Test
    void aRatingThatMovesBeforeTheSecondPersonAgreesStopsTheSplit() {
        rated(ren, "C");
        var period = period("18000000", "7000000");
        var split = put(period);
        rated(ren, "B");
        assertThat(key(splits.rule(split, Outcome.APPROVED, OTHER))).isEqualTo("reward.stale");
        assertThat(done(splits.rule(split, Outcome.WITHDRAWN, HR))).isEqualTo(split);
        assertThat(this.<Long>apart(() -> db.sql("SELECT count(*) FROM pay.part WHERE split = :split").param("split", split).query(Long.class).single())).as("nothing of it is kept").isZero();
        shared(period);
        assertThat(splits.of(ren)).hasSize(1).first().extracting(it -> it.part().rating()).isEqualTo("B");
    }

    @Test
    void aRatingThatMovesAfterTheSplitIsOwedByTheCompany() {
        rated(ren, "C");
        var id = period("18000000", "7000000");
        var split = splits.find(shared(id)).orElseThrow();
        var period = periods.find(id).orElseThrow();
        var plan = plans.find(period.plan()).orElseThrow();
        var before = splits.of(ren).getFirst().part();
        assertThat(ratedSince(split)).as("nobody was rated since, and nobody's rating is looked at").isZero();
        assertThat(splits.late(split, period, plan)).isEmpty();
        rated(ren, "B");
        assertThat(ratedSince(split)).isOne();
        assertThat(splits.late(split, period, plan)).singleElement().satisfies(it -> {
            assertThat(it.before()).isEqualTo("C");
            assertThat(it.now()).isEqualTo("B");
            assertThat(it.owed()).as("twice the factor").isEqualTo(before.amount());
        });
        assertThat(splits.of(ren).getFirst().part()).as("what was agreed to stands").isEqualTo(before);
        assertThat(browser.get().uri("/app/reward/periods/" + id).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("moved after the split");
    }

    @Test
    void withoutAGainNobodyGetsAndNobodyOwes() {
        var plan = plan();
        shared(done(periods.say(said(plan, "18000000", "7000000"), HR)));
        var next = new Periods.Said(plan, until.plusDays(1), until.plusDays(15), new BigDecimal("9000000"), new BigDecimal("20000000"), null, code + "-C = 1\n" + code + "-M = 1", "Closing", "b.pdf", new byte[] {1});
        var bad = done(periods.say(next, HR));
        var split = splits.find(shared(bad)).orElseThrow();
        assertThat(split).extracting(Split::gain, Split::people, Split::paid, Split::drawn, Split::company, Split::members).containsExactly(-20_000_000L, 0L, 0L, 13_800_000L, -6_200_000L, 0);
        assertThat(splits.of(ren)).hasSize(1);
        assertThat(key(sealed.of(split.id(), HR))).as("nothing to reckon again").isEqualTo("reward.no-gain-package");
        assertThat(browser.get().uri("/app/reward/periods/" + bad).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("nobody owes anything");
    }

    @Test
    void whatIsHeldIsReleasedAtTheEndOfAYear() {
        var plan = plan();
        var release = new Periods.Said(plan, from.minusDays(200), until, null, null, null, code + "-C = 1.2\n" + code + "-M = 1", "Board of December", "b.pdf", new byte[] {1});
        assertThat(key(periods.release(release, HR))).isEqualTo("reward.nothing-held");
        shared(done(periods.say(said(plan, "18000000", "7000000"), HR)));
        var period = done(periods.release(release, HR));
        var split = splits.find(shared(period)).orElseThrow();
        assertThat(split).extracting(Split::gain, Split::people, Split::company, Split::held, Split::paid).containsExactly(13_800_000L, 13_800_000L, 0L, 0L, 13_800_000L);
        var book = db.sql("SELECT account.kind, balance.amount FROM book.account JOIN book.balance ON balance.account = account.id WHERE account.book = 'gain' AND account.kind LIKE '%-' || :code")
                .param("code", code.toLowerCase(Locale.ROOT)).query((row, n) -> Map.entry(row.getString(1), row.getLong(2))).list();
        assertThat(book).containsExactlyInAnyOrder(Map.entry("held-" + code.toLowerCase(Locale.ROOT), 0L), Map.entry("paid-" + code.toLowerCase(Locale.ROOT), 69_000_000L));
        assertThat(splits.of(ren)).hasSize(2);
        assertThat(key(periods.release(release, HR))).as("released already").isIn("reward.nothing-held", "reward.period-settled");
        assertThat(browser.get().uri("/app/reward/periods/" + period).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("release of the reserve");
    }

    @Test
    void whatCannotBeIsRefusedWithItsField() {
        assertThat(key(plans.propose(draft(), worker))).isEqualTo("reward.not-yours");
        var d = draft();
        assertThat(key(plans.propose(new Plans.Draft("x y", d.nameEn(), d.nameZh(), d.formula(), d.from(), d.baseCost(), d.baseOutput(), null, null, null, d.share(), d.reserve(), true, d.grades(), d.ratings(), d.source()), HR))).isEqualTo("reward.code-wrong");
        assertThat(key(plans.propose(new Plans.Draft(code, d.nameEn(), d.nameZh(), Formula.RUCKER, d.from(), null, d.baseOutput(), null, null, null, d.share(), d.reserve(), true, d.grades(), d.ratings(), d.source()), HR))).isEqualTo("reward.number-wrong");
        assertThat(key(plans.propose(new Plans.Draft(code, d.nameEn(), d.nameZh(), Formula.CONTRIBUTION, d.from(), null, null, null, null, BigDecimal.ONE, d.share(), d.reserve(), true, d.grades(), d.ratings(), d.source()), HR))).isEqualTo("reward.number-wrong");
        assertThat(key(plans.propose(new Plans.Draft(code, d.nameEn(), d.nameZh(), d.formula(), d.from(), d.baseCost(), d.baseOutput(), null, null, null, new BigDecimal("101"), d.reserve(), true, d.grades(), d.ratings(), d.source()), HR))).isEqualTo("reward.percent-wrong");
        assertThat(key(plans.propose(new Plans.Draft(code, d.nameEn(), d.nameZh(), d.formula(), d.from(), d.baseCost(), d.baseOutput(), null, null, null, d.share(), d.reserve(), true, "16 = 1", d.ratings(), d.source()), HR))).isEqualTo("reward.factors-wrong");
        var waiting = done(plans.propose(d, HR));
        assertThat(key(plans.propose(d, HR))).isEqualTo("reward.waits");
        done(plans.rule(waiting, Outcome.APPROVED, OTHER));
        var s = said(waiting, "18000000", "7000000");
        assertThat(key(periods.say(s, worker))).isEqualTo("reward.not-yours");
        assertThat(key(periods.say(new Periods.Said(waiting, from, LocalDate.now(clock), s.cost(), s.output(), null, s.units(), s.source(), "a", s.file()), HR))).isEqualTo("reward.period-wrong");
        assertThat(key(periods.say(new Periods.Said(waiting, from, until, null, s.output(), null, s.units(), s.source(), "a", s.file()), HR))).isEqualTo("reward.number-wrong");
        assertThat(key(periods.say(new Periods.Said(waiting, from, until, s.cost(), s.output(), null, "NOWHERE-" + code + " = 1", s.source(), "a", s.file()), HR))).isEqualTo("reward.units-wrong");
        assertThat(key(periods.say(new Periods.Said(waiting, from, until, s.cost(), s.output(), null, s.units(), s.source(), "a", new byte[0]), HR))).isEqualTo("reward.file-missing");
        var period = done(periods.say(s, HR));
        assertThat(key(periods.say(new Periods.Said(waiting, from.plusDays(1), until, s.cost(), s.output(), null, s.units(), s.source(), "a", s.file()), HR))).isEqualTo("reward.period-overlaps");
        var again = done(periods.say(said(waiting, "18000001", "7000000"), HR));
        assertThat(key(splits.reckon(period, HR))).as("said again since").isEqualTo("reward.period-unknown");
        assertThat(key(splits.rule(UUID.randomUUID(), Outcome.APPROVED, OTHER))).isEqualTo("reward.split-unknown");
        assertThat(key(payLists.ofSplit(put(again), HR))).as("not agreed to").isEqualTo("reward.split-unknown");
        assertThat(key(splits.reckon(again, worker))).isEqualTo("reward.not-yours");
    }

    @Test
    void aRatingThatThePlanDoesNotKnowIsNamed() {
        var d = draft();
        rated(ren, "A");
        var plan = done(plans.propose(new Plans.Draft(code, d.nameEn(), d.nameZh(), d.formula(), d.from(), d.baseCost(), d.baseOutput(), null, null, null, d.share(), d.reserve(), false, d.grades(), "NONE = 0", d.source()), HR));
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        var period = done(periods.say(said(plan, "18000000", "7000000"), HR));
        assertThat(key(splits.reckon(period, HR))).isEqualTo("reward.factor-missing");
        db.sql("INSERT INTO reward.factor (plan, kind, code, factor) VALUES (:plan, 'RATING', 'A', 0)").param("plan", plan).update();
        assertThat(key(splits.reckon(period, HR))).isEqualTo("reward.nobody");
    }

    @Test
    void aUnitOfFewSharesWithTheOneAboveIt() {
        var lab = done(organisation.found(code + "-L", Place.Kind.UNIT, site, new Organisation.Details("Lab", "实验室", "", "", "", ""), BEGUN, "", HR.account()));
        engaged(lab, BEGUN);
        var s = said(plan(), "18000000", "7000000");
        var period = done(periods.say(new Periods.Said(s.plan(), from, until, s.cost(), s.output(), null, s.units() + "\n" + code + "-L = 1", s.source(), "a", s.file()), HR));
        assertThat(key(splits.reckon(period, HR))).isEqualTo("reward.unit-small");
        var again = done(periods.say(new Periods.Said(s.plan(), from, until, s.cost(), s.output(), null, code + "-S = 1", s.source(), "a", s.file()), HR));
        assertThat(done(splits.reckon(again, HR)).people()).hasSize(12);
    }

    @Test
    void noAmountOfAnybodyStandsInTheLogOrOpenInTheDatabase() {
        rated(ren, "A");
        var split = shared(period("18765432", "7000000"));
        var amount = String.valueOf(splits.of(ren).getFirst().part().amount());
        assertThat(amount).hasSizeGreaterThan(5);
        assertThat(db.sql("SELECT count(*) FROM log.opening WHERE content LIKE '%' || :amount || '%'").param("amount", amount).query(Long.class).single()).isZero();
        assertThat(this.<Long>apart(() -> db.sql("SELECT count(*) FROM pay.part WHERE split = :split AND encode(sealed, 'escape') LIKE '%' || :amount || '%'").param("split", split).param("amount", amount).query(Long.class).single())).isZero();
        assertThat(this.<Long>apart(() -> db.sql("SELECT count(*) FROM pay.part WHERE split = :split").param("split", split).query(Long.class).single())).isEqualTo(11);
    }

    @Test
    void aPartOfSomebodyElseDoesNotOpenAndOneThatIsForgottenGoes() {
        var split = shared(period("18000000", "7000000"));
        var sealing = seal.sealing();
        var sealed = apart(() -> db.sql("SELECT sealed FROM pay.part WHERE split = :split AND person = :person").param("split", split).param("person", ren).query(byte[].class).single());
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> sealing.open("part", split, UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        transaction.executeWithoutResult(_ -> events.publishEvent(new Directory.Forgotten(ren)));
        assertThat(splits.of(ren)).isEmpty();
        assertThat(db.sql("SELECT sum(amount) FROM reward.split_unit WHERE split = :split").param("split", split).query(Long.class).single()).isEqualTo(55_200_000);
    }

    @Test
    void theYearsFigureIsTheSumOfUnits() {
        var year = LocalDate.now(clock).getYear();
        var before = figure(year);
        shared(period("18000000", "7000000"));
        assertThat(figure(year).subtract(before)).isEqualByComparingTo("552000.00");
    }

    /** Nothing where no row is. */
    BigDecimal figure(int year) {
        var shown = figures.live(figures.find("gain-shared").orElseThrow(), year).shown().replace(",", "");
        return shown.matches("[0-9.]+") ? new BigDecimal(shown) : BigDecimal.ZERO;
    }

    @Test
    void formsSayWhatIsWrongAndKeepWhatWasTyped() {
        var plan = plan();
        assertThat(browser.post().uri("/app/reward/plans").param("code", "a b").param("nameEn", "Typed before").with(As.me(HR)).exchange()).hasStatus(422).bodyText().contains("Typed before");
        assertThat(browser.post().multipart().uri("/app/reward/periods").param("plan", plan.toString()).param("source", "Typed source").with(As.me(HR)).exchange()).hasStatus(422).bodyText().contains("Typed source");
        for (var path : List.of("/app/reward/plans", "/app/reward/plans/" + plan, "/app/reward/periods", "/app/reward")) {
            assertThat(browser.get().uri(path).with(As.me(HR)).exchange()).as(path).hasStatusOk();
        }
    }

    private long ratedSince(Split split) {
        return db.sql("SELECT count(*) FROM performance.rated_since(:since, 'infinity')").param("since", split.at().atOffset(ZoneOffset.UTC)).query(Long.class).single();
    }

    /** What cannot be kept to the last digit is refused, not rounded; and nobody's page breaks by what somebody typed. */
    @Test
    void numbersBeyondAllReasonAreRefusedAndNothingIsRounded() {
        var d = draft();
        for (var bases : List.of(List.of("55000000", "0.001"), List.of("55000000.005", "125000000"), List.of("1000000000001", "125000000"), List.of("-1", "125000000"), List.of("55000000", "0"))) {
            assertThat(key(plans.propose(new Plans.Draft(code, d.nameEn(), d.nameZh(), d.formula(), d.from(), new BigDecimal(bases.getFirst()), new BigDecimal(bases.getLast()), null, null, null, d.share(), d.reserve(), true, d.grades(),
                    d.ratings(), d.source()), HR))).as("%s", bases).isEqualTo("reward.number-wrong");
        }
        assertThat(key(plans.propose(new Plans.Draft(code, d.nameEn(), d.nameZh(), Formula.CONTRIBUTION, d.from(), null, null, null, BigDecimal.ONE, new BigDecimal("1e15"), d.share(), d.reserve(), true, d.grades(), d.ratings(), d.source()),
                HR))).isEqualTo("reward.number-wrong");
        assertThat(key(plans.propose(new Plans.Draft(code, d.nameEn(), d.nameZh(), d.formula(), d.from(), d.baseCost(), d.baseOutput(), null, null, null, new BigDecimal("33.333"), d.reserve(), true, d.grades(), d.ratings(), d.source()),
                HR))).isEqualTo("reward.percent-wrong");
        assertThat(key(plans.propose(new Plans.Draft(code, d.nameEn(), d.nameZh(), d.formula(), d.from(), d.baseCost(), d.baseOutput(), null, null, null, d.share(), d.reserve(), true, d.grades() + "\n" + "x".repeat(21) + " = 1",
                d.ratings(), d.source()), HR))).isEqualTo("reward.factors-wrong");
        var plan = done(plans.propose(new Plans.Draft(code, d.nameEn(), d.nameZh(), Formula.IMPROSHARE, d.from(), new BigDecimal("1000000000000"), new BigDecimal("0.01"), new BigDecimal("1000"), null, null, d.share(), d.reserve(), true,
                d.grades(), d.ratings(), d.source()), HR));
        done(plans.rule(plan, Outcome.APPROVED, OTHER));
        for (var numbers : List.of(List.of("7000000.005", "18", "30", "reward.number-wrong"), List.of("-7", "18", "30", "reward.number-wrong"), List.of("7", "1000000000000.01", "30", "reward.number-wrong"),
                List.of("7", "18", "1000000.01", "reward.wage-wrong"), List.of("7", "18", "-30", "reward.wage-wrong"), List.of("7", "1000000000000", "1000000", "reward.gain-wrong"))) {
            assertThat(key(periods.say(new Periods.Said(plan, from, until, new BigDecimal(numbers.get(0)), new BigDecimal(numbers.get(1)), new BigDecimal(numbers.get(2)), code + "-C = 1", "Closing", "a", new byte[] {1}), HR)))
                    .as("%s", numbers).isEqualTo(numbers.getLast());
        }
        assertThat(periods.all()).noneMatch(it -> it.plan().equals(plan));
    }
}
