package org.probity.supply.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Identifiers;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.house.webhook.Happened;
import org.probity.proof.Commitment;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.proof.MerkleTree;
import org.probity.screen.ListSource;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Clearance;
import org.probity.supply.clearance.Clearances;
import org.probity.supply.clearance.Question;
import org.probity.supply.evaluation.AGate;
import org.probity.supply.evaluation.Source;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Names here are invented. */
@WholeHouse(own = true)
@RecordApplicationEvents
class LookingForSuppliersTest {
    private static final String HEAD = "id,kind,name,aliases,identifiers,country,detail\n";
    private static final String REASON = "Another owner, another place, other goods.";

    @Autowired ApplicationEvents events;
    @Autowired Suppliers suppliers;
    @Autowired WatchLists lists;
    @Autowired Alerts alerts;
    @Autowired Runs runs;
    @Autowired Results results;
    @Autowired Asking asking;
    @Autowired Listings listings;
    @Autowired ListSettings settings;
    @Autowired TransactionTemplate transaction;
    @Autowired Clearances clearances;
    @Autowired Source listedInTheHalfYear;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    Me legal = new Me(UUID.randomUUID(), "Legal", Set.of(Role.LEGAL), Optional.empty());
    Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    UUID list;
    UUID supplier;
    String trade;

    @BeforeEach
    void aSupplierWrittenInHanzi() {
        list = done(lists.open("own-" + UUID.randomUUID().toString().substring(0, 8), ListSource.OWN, "Own list", "自有名单", 800, "WARN", legal));
        supplier = register("新疆辰瀚硅业有限公司");
    }

    @Test
    void aNewVersionCatchesASupplierWrittenInHanzi() {
        take("1", "a,,Quiet Heron Trading,,,,\n");
        assertThat(mine()).isEmpty();
        take("2", "a,,Quiet Heron Trading,,,,\nb,,\"Xinjiang Chenhan Silicon Industry Co., Ltd.\",,,,\n");
        assertThat(mine()).singleElement().satisfies(it -> {
            assertThat(it.code()).isEqualTo("b");
            assertThat(it.state()).isEqualTo(Alert.Standing.OPEN);
            assertThat(alerts.whole(it.id()).orElseThrow().links()).anySatisfy(link -> assertThat(link.right()).isEqualTo("Chenhan"));
        });
        assertThat(lists.versions(list)).first().satisfies(it -> assertThat(List.of(it.no(), it.came(), it.went(), it.changed())).containsExactly(2, 1, 0, 0));
    }

    @Test
    void aFalseHitIsNotAskedAboutAgainWhileNeitherSideChanged() {
        take("1", "b,,Xinjiang Chenhan Silicon Industry,,,,\n");
        done(alerts.falseHit(mine().getFirst().id(), REASON, legal));
        take("2", "b,,Xinjiang Chenhan Silicon Industry,,,,a new remark\nc,,Other Company,,,,\n");
        assertThat(mine()).singleElement().satisfies(it -> assertThat(it.state()).isEqualTo(Alert.Standing.FALSE_HIT));
    }

    @Test
    void anEntryThatGetsAnotherAliasIsAskedAboutAgain() {
        take("1", "b,,Xinjiang Chenhan Silicon Industry,,,,\n");
        done(alerts.falseHit(mine().getFirst().id(), REASON, legal));
        take("2", "b,,Xinjiang Chenhan Silicon Industry,Chenhan Silicon,,,\n");
        assertThat(mine()).extracting(Alert::state).containsExactlyInAnyOrder(Alert.Standing.CLOSED, Alert.Standing.OPEN);
    }

    @Test
    void aRemovedAliasClosesWhatHungOnItAndItsReturnOpensItAgain() {
        take("1", "b,,Something Else,Xinjiang Chenhan Silicon Industry,,,\n");
        var alert = mine().getFirst().id();
        take("2", "b,,Something Else,,,,\n");
        assertThat(alerts.find(alert).orElseThrow().state()).isEqualTo(Alert.Standing.CLOSED);
        assertThat(alerts.steps(alert).getFirst().reason()).isEqualTo("screening.unlike");
        take("3", "b,,Something Else,Xinjiang Chenhan Silicon Industry,,,\n");
        assertThat(alerts.find(alert).orElseThrow().state()).isEqualTo(Alert.Standing.OPEN);
    }

    @Test
    void anEntryThatLeavesTheListClosesATrueHitToo() {
        take("1", "a,,Quiet Heron,,,,\nb,,Xinjiang Chenhan Silicon Industry,,,,\n");
        var alert = confirmed();
        take("2", "a,,Quiet Heron,,,,\n", true);
        assertThat(alerts.steps(alert).getFirst().reason()).isEqualTo("screening.gone");
    }

    @Test
    void whoeverWasHeldToBeListedOnADayOfAHalfYearFailsTheGateOfItsGrade() {
        var gate = new AGate(listedInTheHalfYear, db);
        var today = LocalDate.now(clock);
        take("1", "a,,Quiet Heron,,,,\nb,,Xinjiang Chenhan Silicon Industry,,,,\n");
        assertThat(gate.shut(today.minusDays(90), today, clock.instant())).as("a likeness is no breach").doesNotContain(supplier);
        var before = clock.instant();
        var alert = confirmed();
        assertThat(gate.shut(today.minusDays(90), today, clock.instant())).contains(supplier);
        assertThat(gate.shut(today.minusDays(90), today.minusDays(1), clock.instant())).as("a day later").doesNotContain(supplier);
        assertThat(gate.shut(today.minusDays(90), today, before)).as("as known before").doesNotContain(supplier);
        take("2", "a,,Quiet Heron,,,,\n", true);
        assertThat(gate.shut(today.minusDays(90), today, clock.instant())).as("the list let go of it afterwards").contains(supplier);
        assertThat(gate.shut(today.plusDays(1), today.plusDays(90), clock.instant())).as("before this half-year").doesNotContain(supplier);
        db.sql("UPDATE screening.step SET state = 'FALSE_HIT', by = gen_random_uuid() WHERE alert = :alert AND state = 'CLOSED'").param("alert", alert).update();
        assertThat(gate.shut(today.minusDays(90), today, clock.instant())).as("it was somebody else").doesNotContain(supplier);
    }

    @Test
    void aNewSupplierAndARenamedOneAreLookedForAtOnce() {
        take("1", "b,,Jiangsu Zhuoming Glass,,,,\n");
        var fresh = register("江苏卓铭玻璃有限公司");
        assertThat(alerts.about(fresh)).hasSize(1);
        var form = "number=N" + UUID.randomUUID() + "&nameEn=Jiangsu+Zhuoming+Glass&nameZh=&nameOther=&country=CN&category=glass&creditCode=&lei=&changes=0";
        assertThat(browser.post().uri("/app/suppliers/" + supplier + "/edit").contentType("application/x-www-form-urlencoded").content(form)
                .with(As.me(new Me(UUID.randomUUID(), "Buyer", Set.of(Role.BUYER), Optional.empty())))).hasStatus3xxRedirection();
        assertThat(mine()).hasSize(1);
    }

    @Test
    void aCreditCodeInCommonDecidesWhateverTheNames() {
        var code = "91330782MA28DXXN4" + "0123456789ABCDEFGHJKLMNPQRTUWXY".chars().mapToObj(Character::toString)
                .filter(last -> Identifiers.isCreditCode("91330782MA28DXXN4" + last)).findFirst().orElseThrow();
        take("1", "b,,Quite Another Name,," + code + ",,\n");
        var same = done(suppliers.register(new Suppliers.Registration("C" + UUID.randomUUID(), "Lantern Works", "", "CN", "glass", code, null), legal));
        assertThat(alerts.about(same)).singleElement().satisfies(it -> assertThat(it.inCommon()).isEqualTo(code));
    }

    @Test
    void aTrueHitNeedsTwo() {
        take("1", "b,,Xinjiang Chenhan Silicon Industry,,,,\n");
        var alert = mine().getFirst().id();
        done(alerts.proposeTrue(alert, REASON, legal));
        refused(alerts.rule(alert, Outcome.APPROVED, "", legal), "decision.needs-another-person");
        refused(alerts.falseHit(alert, REASON, officer), "screening.two-are-at-it");
        assertThat(alerts.find(alert).orElseThrow().state()).isEqualTo(Alert.Standing.OPEN);
        done(alerts.rule(alert, Outcome.APPROVED, "", officer));
        assertThat(alerts.find(alert).orElseThrow().state()).isEqualTo(Alert.Standing.TRUE_HIT);
        refused(alerts.falseHit(alert, REASON, officer), "screening.alert-not-open");
        done(alerts.proposeNone(alert, REASON, officer));
        done(alerts.rule(alert, Outcome.APPROVED, "", legal));
        assertThat(alerts.find(alert).orElseThrow().state()).isEqualTo(Alert.Standing.FALSE_HIT);
        refused(alerts.proposeNone(alert, REASON, officer), "screening.alert-not-true");
    }

    /** Four eyes see one thing: other grounds put in its place meanwhile are not approved unseen. */
    @Test
    void whoeverApprovesSaysWhatTheyLookedAt() {
        take("1", "b,,Xinjiang Chenhan Silicon Industry,,,,\n");
        var alert = mine().getFirst().id();
        done(alerts.proposeTrue(alert, REASON, legal));
        var seen = alerts.waiting(alert).orElseThrow().id();
        done(alerts.rule(alert, Outcome.WITHDRAWN, "", legal));
        done(alerts.proposeTrue(alert, REASON + " Other grounds.", legal));
        refused(alerts.rule(alert, seen, Outcome.APPROVED, "", officer), "screening.proposed-anew");
        assertThat(alerts.find(alert).orElseThrow().state()).isEqualTo(Alert.Standing.OPEN);
    }

    @Test
    void aProposalAboutWhatTheRuleClosedCanOnlyBeRefusedOrWithdrawn() {
        take("1", "a,,Quiet Heron,,,,\nb,,Xinjiang Chenhan Silicon Industry,,,,\n");
        var alert = mine().getFirst().id();
        done(alerts.proposeTrue(alert, REASON, legal));
        take("2", "a,,Quiet Heron,,,,\n", true);
        refused(alerts.rule(alert, Outcome.APPROVED, "", officer), "screening.alert-not-open");
        done(alerts.rule(alert, Outcome.WITHDRAWN, "", legal));
        refused(alerts.rule(alert, Outcome.APPROVED, "", officer), "screening.nothing-proposed");
    }

    @Test
    void anOpenAlertWarnsAsTheListIsSetAndATrueHitStops() {
        var order = new Question(supplier, null, null, Act.ORDER);
        assertThat(clearances.ask(order, legal).orElseThrow().outcome()).isEqualTo(Clearance.Outcome.YES);
        take("1", "b,,Xinjiang Chenhan Silicon Industry,,,,\n");
        assertThat(clearances.ask(order, legal).orElseThrow().outcome()).isEqualTo(Clearance.Outcome.WARNED);
        var alert = confirmed();
        assertThat(clearances.ask(order, legal).orElseThrow().outcome()).isEqualTo(Clearance.Outcome.NO);
        done(alerts.proposeNone(alert, REASON, officer));
        done(alerts.rule(alert, Outcome.APPROVED, "", legal));
        assertThat(clearances.ask(order, legal).orElseThrow().outcome()).isEqualTo(Clearance.Outcome.YES);
    }

    @Test
    void everybodyIsLookedForWithWhatIsInForce() {
        take("1", "b,,Quiet Heron,,,,\n");
        var covered = results.coverage();
        assertThat(covered.screened()).isPositive();
        db.sql("UPDATE screening.result SET judged_at = NULL, subject = NULL, hits = NULL, digest = NULL WHERE supplier = :supplier").param("supplier", supplier).update();
        assertThat(results.coverage().screened()).isEqualTo(covered.screened() - 1);
    }

    @Test
    void whoLeftIsNotLookedForAgain() {
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, :day, 'CLOSED', '', gen_random_uuid(), now(), gen_random_uuid())
                """)
                .param("supplier", supplier).param("day", LocalDate.now(clock).minusDays(1)).update();
        take("1", "b,,Xinjiang Chenhan Silicon Industry,,,,\n");
        assertThat(mine()).isEmpty();
    }

    @Test
    void aReasonIsNeeded() {
        take("1", "b,,Xinjiang Chenhan Silicon Industry,,,,\n");
        refused(alerts.falseHit(mine().getFirst().id(), "no", legal), "screening.reason-short");
        refused(alerts.falseHit(UUID.randomUUID(), REASON, legal), "screening.alert-unknown");
    }

    @Test
    void nothingFoundIsProvable() {
        take("1", "a,,Quiet Heron Trading,,,,\n");
        log.settle();
        var seen = results.onDay(supplier, LocalDate.now(clock)).stream().filter(it -> it.list().equals(list)).findFirst().orElseThrow();
        assertThat(seen.hits()).isZero();
        assertThat(seen.upToDate()).isTrue();
        var proof = (Json.Obj) results.proof(seen.run(), supplier, seen.version()).orElseThrow();
        var row = (Json.Obj) proof.get("row").orElseThrow();
        assertThat(row.get("hits")).contains(Json.of(0));
        var content = (Json.Obj) ((Json.Obj) proof.get("opening").orElseThrow()).get("content").orElseThrow();
        var path = ((Json.Arr) proof.get("path").orElseThrow()).items().stream().map(it -> Hash.hex(((Json.Str) it).value())).toList();
        assertThat(MerkleTree.includes(Hash.leaf(row.canonical()), number(proof, "index"), number(proof, "size"), path, Hash.hex(Entries.text(content, "root")))).isTrue();
        assertThat(MerkleTree.includes(Hash.leaf(row.with("hits", 1).canonical()), number(proof, "index"), number(proof, "size"), path, Hash.hex(Entries.text(content, "root")))).isFalse();
        assertThat(Entries.text(proof, "entry")).contains(Commitment.of(Commitment.ENTRY,
                new Commitment.Opening(Entries.text((Json.Obj) proof.get("opening").orElseThrow(), "salt"), content)).hex());
        assertThat(results.onDay(supplier, LocalDate.now(clock).minusDays(1))).noneMatch(it -> it.list().equals(list));
    }

    private static long number(Json.Obj of, String key) {
        return ((Json.Num) of.get(key).orElseThrow()).value().longValueExact();
    }

    @Test
    void anInterruptedRunGoesOnWhereItWas() {
        take("1", "b,,Xinjiang Chenhan Silicon Industry,,,,\n");
        var run = db.sql("SELECT run FROM screening.result WHERE supplier = :supplier ORDER BY judged_at DESC LIMIT 1").param("supplier", supplier).query(UUID.class).single();
        var before = db.sql("SELECT digest FROM screening.result WHERE run = :run AND supplier = :supplier").param("run", run).param("supplier", supplier).query(String.class).single();
        db.sql("UPDATE screening.run SET done_at = NULL, record = NULL WHERE id = :run").param("run", run).update();
        db.sql("UPDATE screening.result SET judged_at = NULL, subject = NULL, hits = NULL, digest = NULL WHERE run = :run").param("run", run).update();
        assertThat(browser.get().uri("/app/screening").with(As.me(legal)).exchange()).bodyText().contains("It goes on by itself");
        assertThat(runs.work(run, Duration.ofSeconds(20))).isTrue();
        assertThat(db.sql("SELECT digest FROM screening.result WHERE run = :run AND supplier = :supplier").param("run", run).param("supplier", supplier).query(String.class).single()).isEqualTo(before);
        assertThat(mine()).as("and nothing is asked twice").hasSize(1);
        assertThat(db.sql("SELECT done_at IS NOT NULL FROM screening.run WHERE id = :run").param("run", run).query(Boolean.class).single()).isTrue();
    }

    @Test
    void halfAFileIsNoList() {
        refused(lists.draw(list, file(HEAD + "b,,\"Xinjiang Chen"), "1", LocalDate.now(clock), legal), "screening.unreadable.cut-off");
        refused(lists.draw(list, file("id,name\n"), "1", LocalDate.now(clock), legal), "screening.unreadable.other-kind");
        refused(lists.draw(list, file(HEAD), "1", LocalDate.now(clock), legal), "screening.unreadable.nothing");
        refused(lists.draw(list, file(HEAD + "b,,x\n"), "1", LocalDate.now(clock), legal), "screening.unreadable.cut-off", "screening.unreadable.columns");
        refused(lists.draw(list, file(HEAD + "b,ghost,x,,,,\n"), "1", LocalDate.now(clock), legal), "screening.unreadable.value");
        refused(lists.draw(list, file(HEAD + "b,,x,,,,\nb,,y,,,,\n"), "1", LocalDate.now(clock), legal), "screening.unreadable.doubled");
        refused(lists.draw(list, List.of(), "1", LocalDate.now(clock), legal), "screening.unreadable.missing");
        refused(lists.draw(list, List.of(new WatchLists.Sent("own", "x.csv", (HEAD + "b,,Société,,,,\n").getBytes(StandardCharsets.ISO_8859_1))), "1", LocalDate.now(clock), legal),
                "screening.unreadable.not-utf8");
        assertThat(lists.versions(list)).isEmpty();
    }

    @Test
    void anOwnListMayComeAsAWorkbook() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("list");
            var head = HEAD.strip().split(",");
            for (var at = 0; at < head.length; at++) {
                sheet.value(0, at, head[at]);
            }
            sheet.value(1, 0, "b");
            sheet.value(1, 2, "Xinjiang Chenhan Silicon Industry Co., Ltd.");
        }
        var draft = done(lists.draw(list, List.of(new WatchLists.Sent("own", "own.xlsx", out.toByteArray())), "1", LocalDate.now(clock), legal));
        done(lists.take(draft.draft(), false, legal));
        assertThat(mine()).hasSize(1);
        refused(lists.draw(list, List.of(new WatchLists.Sent("own", "own.xlsx", "PK, but no workbook".getBytes(StandardCharsets.UTF_8))), "2", LocalDate.now(clock), legal),
                "ui.file-unreadable");
    }

    @Test
    void whatFitsNoVersionIsRefused() {
        take("1", "b,,Quiet Heron,,,,\n");
        refused(lists.draw(UUID.randomUUID(), file(HEAD), "2", LocalDate.now(clock), legal), "screening.list-unknown");
        refused(lists.draw(list, file(HEAD), " ", LocalDate.now(clock), legal), "screening.label-missing");
        refused(lists.draw(list, file(HEAD), "1", LocalDate.now(clock), legal), "screening.label-taken");
        refused(lists.draw(list, file(HEAD), "2", LocalDate.now(clock).plusYears(2), legal), "screening.day-far");
        refused(lists.take(UUID.randomUUID(), false, legal), "screening.draft-unknown");
        var early = done(lists.draw(list, file(HEAD + "b,,Quiet Heron,,,,\n"), "2", LocalDate.now(clock).minusDays(2), legal));
        refused(lists.take(early.draft(), false, legal), "screening.day-before");
        var draft = done(lists.draw(list, file(HEAD + "c,,Other,,,,\n"), "2", LocalDate.now(clock), legal));
        assertThat(draft.shrinks()).isTrue();
        refused(lists.take(draft.draft(), false, legal), "screening.shrink-unconfirmed");
        done(lists.take(draft.draft(), true, legal));
        refused(lists.take(draft.draft(), true, legal), "screening.draft-overtaken");
    }

    @Test
    void aListIsOpenedWithASenseOfWhatItIsFor() {
        refused(lists.open("Not Good", ListSource.UN, "a", "b", 800, "WARN", legal), "screening.code-wrong");
        refused(lists.open("x1", ListSource.UN, "", "b", 800, "WARN", legal), "screening.name-missing");
        refused(lists.open("x1", ListSource.UN, "a", "b", 400, "WARN", legal), "screening.bar-wrong");
        done(lists.open("x1", ListSource.UN, "a", "b", 800, "WARN", legal));
        refused(lists.open("x1", ListSource.UN, "a", "b", 800, "WARN", legal), "screening.code-taken");
        refused(lists.open("x2", ListSource.UN, "a", "b", 910, "WARN", legal), "screening.opened-mild");
        refused(lists.open("x2", ListSource.UN, "a", "b", 800, "NONE", legal), "screening.opened-mild");
    }

    @Test
    void whatAnAlertDoesIsSaidByTwoFromADayOn() {
        var today = Optional.of(LocalDate.now(clock));
        refused(settings.propose(UUID.randomUUID(), 800, WatchList.Verdict.NONE, today, "x", legal), "screening.list-unknown");
        refused(settings.propose(list, 590, WatchList.Verdict.NONE, today, "x", legal), "screening.bar-wrong");
        refused(settings.propose(list, 800, WatchList.Verdict.NONE, Optional.empty(), "x", legal), "screening.not-a-day");
        refused(settings.propose(list, 800, WatchList.Verdict.NONE, today.map(it -> it.minusDays(1)), "x", legal), "screening.setting-past");
        refused(settings.propose(list, 800, WatchList.Verdict.NONE, today, " ", legal), "screening.setting-reason");
        refused(settings.propose(list, 800, WatchList.Verdict.NONE, today, "x".repeat(2001), legal), "screening.setting-reason");
        refused(settings.propose(list, 800, WatchList.Verdict.WARN, today, "x", legal), "screening.setting-same");
        var mild = done(settings.propose(list, 800, WatchList.Verdict.NONE, today.map(it -> it.plusDays(1)), "It alerts nothing", legal));
        refused(settings.propose(list, 900, WatchList.Verdict.WARN, today, "x", officer), "screening.setting-waits");
        refused(settings.rule(UUID.randomUUID(), Outcome.APPROVED, "", officer), "screening.setting-unknown");
        refused(settings.rule(mild, Outcome.APPROVED, "", legal), "decision.needs-another-person");
        done(settings.rule(mild, Outcome.APPROVED, "", officer));
        assertThat(lists.find(list).orElseThrow().verdict()).as("its day is to come").isEqualTo(WatchList.Verdict.WARN);
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            settings.day(new DayHasBegun(today.get().plusDays(1)));
            assertThat(lists.find(list).orElseThrow().verdict()).isEqualTo(WatchList.Verdict.NONE);
        });
        var late = done(settings.propose(list, 850, WatchList.Verdict.WARN, today, "x", legal));
        db.sql("UPDATE screening.setting SET from_day = from_day - 1 WHERE id = :id").param("id", late).update();
        refused(settings.rule(late, Outcome.APPROVED, "", officer), "screening.setting-past");
        done(settings.rule(late, Outcome.REJECTED, "Too late", officer));
        assertThat(settings.of(list)).as("with how it was opened").hasSize(3);
    }

    @Test
    void aHigherBarClosesWhatIsNoLongerAlikeEnough() {
        take("1", "b,,Xinjiang Chenhen Silicon Industry,,,,\n");
        assertThat(mine()).hasSize(1);
        var higher = done(settings.propose(list, 1000, WatchList.Verdict.STOP, Optional.of(LocalDate.now(clock)), "Alike is not enough", legal));
        assertThat(mine()).as("one person changes nothing").extracting(Alert::state).containsExactly(Alert.Standing.OPEN);
        assertThat(browser.get().uri("/app/screening/lists/" + list).with(As.me(officer)).exchange()).bodyText().contains(higher + "/approval");
        assertThat(browser.post().uri("/app/screening/lists/" + list + "/setting/" + higher + "/approval").with(As.me(officer)).exchange()).hasStatus(303);
        assertThat(mine()).extracting(Alert::state).containsExactly(Alert.Standing.CLOSED);
    }

    @Test
    void whoeverKeepsOurAnswersIsToldWhenWhatListsSayChanged() {
        var before = askAgain(supplier);
        take("1", "a,,Quiet Heron Trading,,,,\n");
        assertThat(askAgain(supplier) - before).as("nothing was found").isZero();
        take("2", "a,,Quiet Heron Trading,,,,\nb,,Xinjiang Chenhan Silicon Industry,,,,\n");
        assertThat(askAgain(supplier) - before).as("an alert came").isEqualTo(1);
        done(settings.rule(done(settings.propose(list, 800, WatchList.Verdict.STOP, Optional.of(LocalDate.now(clock)), "It is a law's", legal)), Outcome.APPROVED, "", officer));
        assertThat(askAgain(supplier) - before).as("it stops now").isEqualTo(2);
        done(alerts.falseHit(mine().getFirst().id(), REASON, legal));
        assertThat(askAgain(supplier) - before).as("it was somebody else").isEqualTo(3);
        take("3", "a,,Quiet Heron Trading,,,,\nb,,Xinjiang Chenhan Silicon Industry,,,,\nc,,Other Company,,,,\n");
        assertThat(askAgain(supplier) - before).as("as before").isEqualTo(3);
        take("4", "a,,Quiet Heron Trading,,,,\nb,,Another Company,,,,\nc,,Other Company,,,,\n");
        assertThat(askAgain(supplier) - before).as("the alert went").isEqualTo(4);
    }

    @Test
    void aVersionThatBeginsLaterWaitsForItsDay() {
        var draft = done(lists.draw(list, file(HEAD + "b,,Xinjiang Chenhan Silicon Industry,,,,\n"), "1", LocalDate.now(clock).plusDays(3), legal));
        done(lists.take(draft.draft(), false, legal));
        assertThat(mine()).isEmpty();
        assertThat(lists.now(list)).isEmpty();
    }

    @Test
    void aNameIsAskedOnTheScreenAndByAProgram() {
        take("1", "b,,Zhejiang Ruiyao Photovoltaic Technology,,,,\n");
        assertThat(browser.get().uri("/api/screening/names").param("name", "浙江睿曜光伏科技有限公司").with(As.me(officer)).exchange()).hasStatusOk().bodyText()
                .contains("Zhejiang Ruiyao", "\"how\":\"SOUND\"");
        assertThat(browser.get().uri("/app/screening/ask").param("name", "浙江睿曜光伏").with(As.me(officer)).exchange()).hasStatusOk().bodyText().contains("Zhejiang Ruiyao");
        assertThat(asking.ask(" ", "")).isEmpty();
    }

    private List<Alert> mine() {
        return alerts.about(supplier).stream().filter(it -> it.list().equals(list)).toList();
    }

    private UUID confirmed() {
        var alert = mine().getFirst().id();
        done(alerts.proposeTrue(alert, REASON, legal));
        done(alerts.rule(alert, Outcome.APPROVED, "", officer));
        return alert;
    }

    private UUID register(String name) {
        return done(suppliers.register(new Suppliers.Registration("N" + UUID.randomUUID(), "", name, "CN", "glass", null, null), legal));
    }

    private void take(String label, String lines) {
        take(label, lines, false);
    }

    private void take(String label, String lines, boolean shrinks) {
        var draft = done(lists.draw(list, file(HEAD + lines), label, LocalDate.now(clock), legal));
        done(lists.take(draft.draft(), shrinks, legal));
    }

    private static List<WatchLists.Sent> file(String text) {
        return List.of(new WatchLists.Sent("own", "own.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Done<T>(var value) -> value;
            case Refused<T>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private static void refused(Answer<?> answer, String... oneOf) {
        assertThat(answer).isInstanceOfSatisfying(Refused.class, it -> assertThat(oneOf).contains(((Answer.Reason) it.reasons().getFirst()).key()));
    }

    private long askAgain(UUID supplier) {
        return events.stream(Happened.class).filter(it -> it.kind().name().equals("clearance.changed") && it.ids().containsValue(supplier.toString())).count();
    }
}
