package org.probity.supply.blacklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.supply.blacklist.ACase.LEGAL;
import static org.probity.supply.blacklist.ACase.QUALITY;
import static org.probity.supply.blacklist.ACase.contact;
import static org.probity.supply.blacklist.ACase.done;
import static org.probity.supply.blacklist.ACase.forGood;
import static org.probity.supply.blacklist.ACase.refused;
import static org.probity.supply.blacklist.ACase.until;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Role;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Clearance;
import org.probity.supply.clearance.Clearances;
import org.probity.supply.clearance.Question;
import org.probity.supply.evaluation.AGate;
import org.probity.supply.evaluation.Source;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class BarringASupplierTest {
    @Autowired Matters matters;
    @Autowired Blacklist blacklist;
    @Autowired Clearances clearances;
    @Autowired BlacklistTies ties;
    @Autowired org.probity.shapes.figure.Figures figures;
    @Autowired Source barredInTheHalfYear;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    ACase cases;

    @BeforeEach
    void cases() {
        cases = new ACase(matters, blacklist, db, clock);
    }

    Optional<Clearance.Reason> stop(UUID supplier, Act act) {
        return clearances.ask(new Question(supplier, null, null, act), LEGAL).orElseThrow().reasons().stream().filter(it -> it.rule().startsWith("blacklist.") && !it.rule().equals("blacklist.heard")).findFirst();
    }

    @Test
    void whoeverSitsOnTheCaseOrDeclaredDealingsAuditsNobodyOfIt() {
        var supplier = cases.supplier();
        var other = cases.supplier();
        var colleague = db.sql("""
                INSERT INTO access.account (id, email, name, language, invited_at, invited_by)
                VALUES (gen_random_uuid(), :mail, 'Wu', 'zh', now(), gen_random_uuid())
                RETURNING id
                """).param("mail", UUID.randomUUID() + "@helia.example").query(UUID.class).single();
        assertThat(ties.between(supplier, LEGAL.account())).isEmpty();
        var matter = cases.heard(supplier);
        assertThat(ties.between(supplier, LEGAL.account())).contains("blacklist.tie.case");
        assertThat(ties.between(supplier, QUALITY.account())).isEmpty();
        done(blacklist.rule(cases.proposed(matter, forGood()), Outcome.APPROVED, "", QUALITY));
        assertThat(ties.between(supplier, QUALITY.account())).as("ruled on it").contains("blacklist.tie.case");
        assertThat(ties.between(other, QUALITY.account())).isEmpty();
        db.sql("""
                INSERT INTO blacklist.dealing (id, account, party, supplier, kind, words, declared_at, refused, record)
                VALUES (gen_random_uuid(), :account, 'them', :supplier, 'FAMILY', 'a cousin', now(), false, gen_random_uuid())
                """).param("account", colleague).param("supplier", other).update();
        assertThat(ties.between(other, colleague)).as("and not which").contains("blacklist.tie.own");
        assertThat(ties.between(supplier, colleague)).isEmpty();
    }

    @Test
    void nobodyBarsASupplierAloneByStoppingItAgainAndAgain() {
        var supplier = cases.supplier();
        done(matters.suspend(cases.opened(supplier), "somebody was hurt", QUALITY));
        var another = cases.opened(supplier);
        refused(matters.suspend(another, "and again", QUALITY), "blacklist.suspended-lately");
        var day = cases.today().minusDays(30);
        db.sql("UPDATE blacklist.suspension SET from_day = :from, until_day = :until WHERE supplier = :supplier").param("from", day.minusDays(6)).param("until", day)
                .param("supplier", supplier).update();
        refused(matters.suspend(another, "and again", QUALITY), "blacklist.suspended-lately");
        db.sql("UPDATE blacklist.suspension SET from_day = from_day - 1, until_day = until_day - 1 WHERE supplier = :supplier").param("supplier", supplier).update();
        done(matters.suspend(another, "it happened once more", QUALITY));
    }

    @Test
    void whoeverDeclaredDealingsOfTheirOwnDecidesNothingAboutThem() {
        var supplier = cases.supplier();
        var friend = cousin(supplier);
        var matter = cases.heard(supplier);
        refused(blacklist.propose(matter, forGood(), "so", friend), "blacklist.not-yours-to-decide");
        refused(matters.drop(matter, "it was nothing", friend), "blacklist.not-yours-to-decide");
        var ban = cases.proposed(matter, forGood());
        refused(blacklist.rule(ban, Outcome.REJECTED, "it was nothing", friend), "blacklist.not-yours-to-decide");
        refused(blacklist.rule(ban, Outcome.APPROVED, "", friend), "blacklist.not-yours-to-decide");
        done(blacklist.rule(ban, Outcome.APPROVED, "", QUALITY));
        refused(blacklist.proposeLifting(matter, "they paid", friend), "blacklist.not-yours-to-decide");
        var lifting = done(blacklist.proposeLifting(matter, "they paid", LEGAL));
        refused(blacklist.ruleLifting(lifting, Outcome.APPROVED, "", friend), "blacklist.not-yours-to-decide");
        done(blacklist.ruleLifting(lifting, Outcome.APPROVED, "", QUALITY));
    }

    /** Somebody of legal affairs who said that a cousin of theirs works there. */
    org.probity.house.access.Me cousin(UUID supplier) {
        var account = db.sql("""
                INSERT INTO access.account (id, email, name, language, invited_at, invited_by)
                VALUES (gen_random_uuid(), :mail, 'Wu', 'zh', now(), gen_random_uuid())
                RETURNING id
                """).param("mail", UUID.randomUUID() + "@helia.example").query(UUID.class).single();
        db.sql("""
                INSERT INTO blacklist.dealing (id, account, party, supplier, kind, words, declared_at, refused, record)
                VALUES (gen_random_uuid(), :account, 'them', :supplier, 'FAMILY', 'a cousin', now(), false, gen_random_uuid())
                """).param("account", account).param("supplier", supplier).update();
        return new org.probity.house.access.Me(account, "Wu", java.util.Set.of(Role.LEGAL), Optional.empty());
    }

    @Test
    void whoeverWasBarredOnADayOfAHalfYearFailsTheGateOfItsGrade() {
        var gate = new AGate(barredInTheHalfYear, db);
        var today = cases.today();
        var before = clock.instant();
        var barred = cases.supplier();
        var heard = cases.supplier();
        cases.barred(barred, until(today.plusDays(30)));
        cases.proposed(cases.heard(heard), forGood());
        assertThat(gate.shut(today.minusDays(180), today, clock.instant())).contains(barred).doesNotContain(heard);
        assertThat(gate.shut(today.minusDays(180), today.minusDays(1), clock.instant())).as("it began a day later").doesNotContain(barred);
        assertThat(gate.shut(today.plusDays(30), today.plusDays(200), clock.instant())).as("its last day").contains(barred);
        assertThat(gate.shut(today.plusDays(31), today.plusDays(200), clock.instant())).as("it was over").doesNotContain(barred);
        assertThat(gate.shut(today.minusDays(180), today, before)).as("as known before it was decided").doesNotContain(barred);
    }

    @Test
    void aRelationIsEndedForCauseFromItsLastDayOn() {
        var ended = cases.supplier();
        var leaving = cases.supplier();
        var staying = cases.supplier();
        var left = cases.supplier();
        var before = figures.live(figures.find("ended-for-cause").orElseThrow(), cases.today().getYear()).control();
        List.of(ended, leaving, staying).forEach(it -> cases.barred(it, forGood()));
        endedOn(ended, cases.today());
        endedOn(leaving, cases.today().plusDays(1));
        endedOn(left, cases.today());
        var value = figures.live(figures.find("ended-for-cause").orElseThrow(), cases.today().getYear());
        assertThat(List.of(ended, leaving, staying)).extracting(it -> value.rows().stream().filter(row -> row.subject().equals(it)).findFirst().orElseThrow().input("met").intValueExact())
                .as("today is its last day; tomorrow is; it has none").containsExactly(1, 0, 0);
        assertThat(value.rows()).as("left for other reasons").noneMatch(row -> row.subject().equals(left));
        // Other tests bar suppliers in this database; the three of here are in the log and in the rows.
        assertThat(value.control().stated().subtract(before.stated())).isEqualByComparingTo("3");
        assertThat(value.control().rows().subtract(before.rows())).isEqualByComparingTo("3");
        assertThat(figures.live(figures.find("ended-for-cause").orElseThrow(), cases.today().getYear() - 1).rows()).isEmpty();
    }

    private void endedOn(UUID supplier, LocalDate last) {
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, :last, 'COMPLIANCE', '', gen_random_uuid(), now() - interval '1 hour', gen_random_uuid())
                """).param("supplier", supplier).param("last", last).update();
    }

    @Test
    void aProposedBanBarsNobodyUntilASecondPersonApproves() {
        var supplier = cases.supplier();
        var proposed = cases.proposed(cases.heard(supplier), forGood());
        assertThat(stop(supplier, Act.ORDER)).isEmpty();
        refused(blacklist.rule(proposed, Outcome.APPROVED, "", LEGAL), "decision.needs-another-person");
        assertThat(stop(supplier, Act.ORDER)).isEmpty();
        done(blacklist.rule(proposed, Outcome.APPROVED, "", QUALITY));
        for (var act : Act.values()) {
            assertThat(stop(supplier, act).orElseThrow().verdict().name()).as(act.name()).isEqualTo("BAR");
        }
    }

    @Test
    void theFirstClearanceAfterTheCommitSeesTheBanAndNoneBefore() {
        var supplier = cases.supplier();
        var proposed = cases.proposed(cases.heard(supplier), until(cases.today().plusDays(30)));
        transaction.executeWithoutResult(_ -> {
            done(blacklist.rule(proposed, Outcome.APPROVED, "", QUALITY));
            assertThat(CompletableFuture.supplyAsync(() -> stop(supplier, Act.ORDER)).join()).isEmpty();
        });
        var stopped = stop(supplier, Act.ORDER).orElseThrow();
        assertThat(stopped.verdict().name()).isEqualTo("STOP");
        assertThat(stopped.untilDay()).isEqualTo(cases.today().plusDays(30));
        assertThat(stopped.record()).isNotNull();
    }

    @Test
    void whatWasOrderedBeforeMayComeInUntilItsDayAndIsPaidOrNot() {
        var supplier = cases.supplier();
        cases.barred(supplier, new Blacklist.Scope(false, cases.today().plusDays(200), cases.today(), null));
        assertThat(stop(supplier, Act.RECEIPT).orElseThrow().verdict().name()).as("its last day is today").isEqualTo("WARN");
        assertThat(stop(supplier, Act.PAYMENT).orElseThrow().verdict().name()).isEqualTo("STOP");
        db.sql("UPDATE blacklist.ban SET receipts_until = receipts_until - 1 WHERE supplier = :id").param("id", supplier).update();
        assertThat(stop(supplier, Act.RECEIPT).orElseThrow().verdict().name()).isEqualTo("STOP");
    }

    @Test
    void aBanIsOverByItselfAfterItsLastDay() {
        var supplier = cases.supplier();
        cases.barred(supplier, until(cases.today().plusDays(1)));
        db.sql("UPDATE blacklist.ban SET in_force = daterange(from_day - 9, from_day, '[]') WHERE supplier = :id").param("id", supplier).update();
        assertThat(stop(supplier, Act.ORDER)).as("its last day").isPresent();
        db.sql("UPDATE blacklist.ban SET in_force = daterange(from_day - 9, from_day) WHERE supplier = :id").param("id", supplier).update();
        assertThat(stop(supplier, Act.ORDER)).isEmpty();
    }

    @Test
    void whatIsWrongWithACaseIsSaid() {
        var supplier = cases.supplier();
        var today = cases.today();
        refused(matters.open(UUID.randomUUID(), "BRIBERY", today, "x", LEGAL), "blacklist.supplier-unknown");
        refused(matters.open(supplier, "RUDENESS", today, "x", LEGAL), "blacklist.ground-missing");
        refused(matters.open(supplier, "BRIBERY", today.plusDays(1), "x", LEGAL), "blacklist.day-wrong");
        refused(matters.open(supplier, "BRIBERY", null, "x", LEGAL), "blacklist.day-wrong");
        refused(matters.open(supplier, "BRIBERY", today, " ", LEGAL), "blacklist.facts-missing");
        refused(matters.open(supplier, "BRIBERY", today, "x".repeat(4001), LEGAL), "blacklist.words-long");
        assertThat(matters.grounds(today)).extracting(Ground::code).containsExactly("BRIBERY", "COUNTERFEIT", "ENVIRONMENT", "FALSE_MATERIALS", "QUALITY", "SAFETY_ACCIDENT");
    }

    @Test
    void nobodyIsBarredUnheard() {
        var supplier = cases.supplier();
        var matter = cases.opened(supplier);
        refused(blacklist.propose(matter, forGood(), "because", LEGAL), "blacklist.hearing-first");
        refused(matters.callHearing(matter, cases.today().plusDays(4), "x", LEGAL), "blacklist.hearing-day");
        refused(matters.callHearing(matter, cases.today().plusDays(61), "x", LEGAL), "blacklist.hearing-day");
        refused(matters.callHearing(matter, cases.today().plusDays(5), "", LEGAL), "blacklist.notice-missing");
        refused(matters.callHearing(matter, cases.today().plusDays(5), "x".repeat(4001), LEGAL), "blacklist.words-long");
        refused(matters.callHearing(UUID.randomUUID(), cases.today().plusDays(5), "x", LEGAL), "blacklist.unknown");
        done(matters.callHearing(matter, cases.today().plusDays(5), "x", LEGAL));
        refused(matters.callHearing(matter, cases.today().plusDays(5), "x", LEGAL), "blacklist.hearing-called");
        refused(blacklist.propose(matter, forGood(), "because", LEGAL), "blacklist.hearing-runs");
        done(matters.answer(matter, "No.", Optional.of(new Matters.Upload("proof.pdf", "application/pdf", new byte[] {1})), contact(supplier)));
        done(blacklist.propose(matter, forGood(), "because", LEGAL));
        assertThat(matters.exhibits(matter)).singleElement().matches(Matters.Exhibit::fromSupplier);
    }

    @Test
    void whoDoesNotAnswerInTimeIsDecidedAboutAndALateAnswerIsSaidToBeLate() {
        var supplier = cases.supplier();
        var matter = cases.called(supplier);
        db.sql("UPDATE blacklist.hearing SET due_day = :day WHERE matter = :id").param("day", cases.today().minusDays(1)).param("id", matter).update();
        done(matters.answer(matter, "Now we answer.", Optional.empty(), contact(supplier)));
        assertThat(matters.statements(matter)).singleElement().matches(Matters.Statement::late);
        done(blacklist.propose(matter, forGood(), "because", LEGAL));
    }

    @Test
    void onlyTheSupplierItselfAnswersAndNotWithoutWords() {
        var supplier = cases.supplier();
        var matter = cases.called(supplier);
        refused(matters.answer(matter, "x", Optional.empty(), contact(cases.supplier())), "blacklist.unknown");
        refused(matters.answer(cases.opened(supplier), "x", Optional.empty(), contact(supplier)), "blacklist.unknown");
        refused(matters.answer(matter, "", Optional.empty(), contact(supplier)), "blacklist.words-missing");
        refused(matters.answer(matter, "x".repeat(4001), Optional.empty(), contact(supplier)), "blacklist.words-long");
        refused(matters.exhibit(matter, new Matters.Upload("f", "text/plain", new byte[0]), LEGAL), "blacklist.file-missing");
        refused(matters.exhibit(UUID.randomUUID(), new Matters.Upload("f", "text/plain", new byte[1]), LEGAL), "blacklist.unknown");
    }

    @Test
    void whatIsWrongWithABanIsSaid() {
        var matter = cases.heard(cases.supplier());
        var today = cases.today();
        refused(blacklist.propose(UUID.randomUUID(), forGood(), "x", LEGAL), "blacklist.unknown");
        refused(blacklist.propose(matter, until(today), "x", LEGAL), "blacklist.until-wrong");
        refused(blacklist.propose(matter, new Blacklist.Scope(false, null, null, null), "x", LEGAL), "blacklist.until-wrong");
        refused(blacklist.propose(matter, until(today.plusYears(10).plusDays(1)), "x", LEGAL), "blacklist.until-wrong");
        refused(blacklist.propose(matter, new Blacklist.Scope(true, null, today.minusDays(1), null), "x", LEGAL), "blacklist.winding-down-wrong");
        refused(blacklist.propose(matter, new Blacklist.Scope(true, null, null, today.plusDays(367)), "x", LEGAL), "blacklist.winding-down-wrong");
        refused(blacklist.propose(matter, forGood(), "", LEGAL), "blacklist.reason-missing");
        refused(blacklist.propose(matter, forGood(), "x".repeat(4001), LEGAL), "blacklist.words-long");
        var proposed = cases.proposed(matter, until(today.plusYears(10)));
        refused(blacklist.propose(matter, forGood(), "x", LEGAL), "blacklist.ban-waits");
        refused(blacklist.rule(UUID.randomUUID(), Outcome.APPROVED, "", QUALITY), "blacklist.ban-unknown");
        db.sql("UPDATE blacklist.sentence SET until_day = :day WHERE id = :id").param("day", today.minusDays(1)).param("id", proposed).update();
        refused(blacklist.rule(proposed, Outcome.APPROVED, "", QUALITY), "blacklist.until-passed");
        done(blacklist.rule(proposed, Outcome.WITHDRAWN, "", LEGAL));
    }

    @Test
    void aDecidedCaseTakesNothingMore() {
        var supplier = cases.supplier();
        var matter = cases.barred(supplier, forGood());
        refused(matters.exhibit(matter, new Matters.Upload("f", "text/plain", new byte[1]), LEGAL), "blacklist.closed");
        refused(matters.answer(matter, "x", Optional.empty(), contact(supplier)), "blacklist.closed");
        refused(matters.callHearing(matter, cases.today().plusDays(9), "x", LEGAL), "blacklist.closed");
        refused(matters.suspend(matter, "x", LEGAL), "blacklist.closed");
        refused(matters.drop(matter, "x", QUALITY), "blacklist.closed");
        refused(blacklist.propose(matter, forGood(), "x", LEGAL), "blacklist.closed");
        refused(blacklist.propose(cases.heard(supplier), forGood(), "x", LEGAL), "blacklist.barred-already");
    }

    @Test
    void ofTwoBansOfOneSupplierDecidedAtOnceTheSecondIsRefused() {
        var supplier = cases.supplier();
        var first = cases.proposed(cases.heard(supplier), forGood());
        var second = cases.proposed(cases.heard(supplier), until(cases.today().plusDays(30)));
        assertThat(Meanwhile.slower(transaction, db, () -> done(blacklist.rule(first, Outcome.APPROVED, "", QUALITY)), () -> blacklist.rule(second, Outcome.APPROVED, "", ACase.person(Role.EHS))))
                .isEqualTo(Answer.<UUID>refused("", "blacklist.barred-already"));
    }

    @Test
    void theTableItselfHoldsThatNoTwoBansOfOneSupplierAreInForceAtOnce() {
        var supplier = cases.supplier();
        cases.barred(supplier, until(cases.today().plusDays(30)));
        var other = cases.proposed(cases.heard(cases.supplier()), forGood());
        var matter = db.sql("SELECT matter FROM blacklist.sentence WHERE id = :id").param("id", other).query(UUID.class).single();
        assertThatThrownBy(() -> db.sql("""
                INSERT INTO blacklist.ban (id, matter, supplier, from_day, in_force, decided_by, decided_at, record)
                VALUES (:id, :matter, :supplier, :day, daterange(:day, NULL), :id, now(), :id)
                """).param("id", other).param("matter", matter).param("supplier", supplier).param("day", cases.today().plusDays(30)).update())
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("not_two_bans_at_once");
    }

    @Test
    void onePersonStopsNewBusinessForSevenDaysOnce() {
        var supplier = cases.supplier();
        var matter = cases.opened(supplier);
        refused(matters.suspend(UUID.randomUUID(), "x", LEGAL), "blacklist.unknown");
        refused(matters.suspend(matter, "", LEGAL), "blacklist.reason-missing");
        refused(matters.suspend(matter, "x".repeat(4001), LEGAL), "blacklist.words-long");
        done(matters.suspend(matter, "Two people were hurt.", LEGAL));
        var stopped = stop(supplier, Act.ORDER).orElseThrow();
        assertThat(stopped.verdict().name()).isEqualTo("STOP");
        assertThat(stopped.untilDay()).isEqualTo(cases.today().plusDays(6));
        assertThat(stop(supplier, Act.PAYMENT).orElseThrow().verdict().name()).isEqualTo("WARN");
        refused(matters.suspend(matter, "again", LEGAL), "blacklist.suspended-already");
        db.sql("UPDATE blacklist.suspension SET from_day = from_day - 7, until_day = until_day - 7 WHERE matter = :id").param("id", matter).update();
        assertThat(stop(supplier, Act.ORDER)).as("over by itself").isEmpty();
    }

    @Test
    void aDroppedCaseEndsItsStopAndIsNotDroppedByWhoeverOpenedIt() {
        var supplier = cases.supplier();
        var matter = cases.opened(supplier);
        done(matters.suspend(matter, "Danger", QUALITY));
        refused(matters.drop(matter, "x", LEGAL), "blacklist.drop-another-person");
        refused(matters.drop(matter, " ", QUALITY), "blacklist.reason-missing");
        refused(matters.drop(matter, "x".repeat(4001), QUALITY), "blacklist.words-long");
        refused(matters.drop(UUID.randomUUID(), "x", QUALITY), "blacklist.unknown");
        done(matters.drop(matter, "It was another company.", QUALITY));
        assertThat(stop(supplier, Act.ORDER)).isEmpty();
    }

    @Test
    void aBanIsLiftedByTwoAndStaysInTheHistory() {
        var supplier = cases.supplier();
        refused(blacklist.proposeLifting(cases.heard(supplier), "x", LEGAL), "blacklist.not-barred");
        var matter = cases.barred(supplier, forGood());
        refused(blacklist.proposeLifting(UUID.randomUUID(), "x", LEGAL), "blacklist.unknown");
        refused(blacklist.proposeLifting(matter, "", LEGAL), "blacklist.reason-missing");
        refused(blacklist.proposeLifting(matter, "x".repeat(4001), LEGAL), "blacklist.words-long");
        var lifting = done(blacklist.proposeLifting(matter, "New owners.", LEGAL));
        refused(blacklist.proposeLifting(matter, "again", LEGAL), "blacklist.lifting-waits");
        refused(blacklist.ruleLifting(lifting, Outcome.APPROVED, "", LEGAL), "decision.needs-another-person");
        refused(blacklist.ruleLifting(UUID.randomUUID(), Outcome.APPROVED, "", QUALITY), "blacklist.lifting-unknown");
        done(blacklist.ruleLifting(lifting, Outcome.APPROVED, "", QUALITY));
        assertThat(stop(supplier, Act.ORDER)).isEmpty();
        refused(blacklist.ruleLifting(lifting, Outcome.APPROVED, "", QUALITY), "blacklist.not-barred");
        assertThat(matters.find(matter).orElseThrow().stage(cases.today())).isEqualTo(Matter.Stage.ENDED);
        cases.barred(supplier, forGood());
        assertThat(stop(supplier, Act.ORDER)).as("and may be barred again").isPresent();
    }

    @Test
    void whoeverHeardIsToldInAClearanceThatACaseRuns() {
        var supplier = cases.supplier();
        cases.called(supplier);
        var answer = clearances.ask(new Question(supplier, null, null, Act.CONTRACT), LEGAL).orElseThrow();
        assertThat(answer.reasons()).anyMatch(it -> it.rule().equals("blacklist.heard") && it.verdict().name().equals("WARN"));
        assertThat(Arrays.stream(Act.values()).filter(it -> !BlacklistRules.BEGINNINGS.contains(it)).flatMap(it -> Stream.ofNullable(stop(supplier, it).orElse(null)))).isEmpty();
    }
}
