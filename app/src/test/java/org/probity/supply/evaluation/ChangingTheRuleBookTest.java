package org.probity.supply.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true)
class ChangingTheRuleBookTest {
    @Autowired Schemes schemes;
    @Autowired Log log;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired TransactionTemplate transaction;

    final Me buyer = someone(Role.BUYER);
    final Me quality = someone(Role.QUALITY);
    LocalDate next;

    @BeforeEach
    void theBookOfTheHouseAlone() {
        db.sql("DELETE FROM evaluation.criterion WHERE scheme > 1").update();
        db.sql("DELETE FROM evaluation.scheme WHERE version > 1").update();
        next = LocalDate.of(LocalDate.now(clock).getYear() + 1, 1, 1);
    }

    @Test
    void twoPeopleChangeItForHalfYearsToComeAndTheLogSaysSo() {
        var version = done(schemes.propose(form(Map.of("weight.on-time", "40", "aFrom", "92.5", "dDays", "60", "weight.cost", "", "gate.no-breach", "")), buyer));
        assertThat(schemes.on(next)).as("a proposal grades nobody").map(Scheme::version).contains(1);
        assertThat(key(schemes.rule(version, Outcome.APPROVED, "", buyer))).isEqualTo("decision.needs-another-person");
        done(schemes.rule(version, Outcome.APPROVED, "", quality));

        var holds = schemes.on(next).orElseThrow();
        assertThat(holds.version()).isEqualTo(version);
        assertThat(holds.aFrom()).isEqualByComparingTo("92.5");
        assertThat(holds.days(Grade.Consequence.TERMINATION)).isEqualTo(60);
        assertThat(holds.criterion("on-time").orElseThrow().weight()).isEqualByComparingTo("40");
        assertThat(holds.criterion("cost")).isEmpty();
        assertThat(holds.criterion("no-breach")).isEmpty();
        assertThat(schemes.on(next.minusDays(1))).map(Scheme::version).contains(1);
        log.settle();
        assertThat(log.place(db.sql("SELECT record FROM evaluation.scheme WHERE version = :version").param("version", version).query(UUID.class).single())).isPresent();
    }

    @Test
    void whatWasTakenOutCanBeTakenInAgain() {
        done(schemes.rule(done(schemes.propose(form(Map.of("weight.cost", "", "gate.no-breach", "")), buyer)), Outcome.APPROVED, "", quality));
        assertThat(schemes.known()).extracting(Criterion::code).contains("cost", "no-breach");
        done(schemes.rule(done(schemes.propose(form(Map.of("weight.cost", "5", "gate.no-breach", "true")), buyer)), Outcome.APPROVED, "", quality));
        assertThat(schemes.on(next).orElseThrow().criteria()).extracting(Criterion::code).contains("cost", "no-breach");
    }

    @Test
    void sentBackOrTakenBackNothingChangesAndAnotherMayFollow() {
        var first = done(schemes.propose(form(Map.of("aFrom", "91")), buyer));
        done(schemes.rule(first, Outcome.REJECTED, "Too mild", quality));
        var second = done(schemes.propose(form(Map.of("aFrom", "93")), buyer));
        assertThat(key(schemes.rule(second, Outcome.WITHDRAWN, "", quality))).isEqualTo("decision.not-yours");
        done(schemes.rule(second, Outcome.WITHDRAWN, "", buyer));
        assertThat(schemes.on(next)).map(Scheme::version).contains(1);
        assertThat(key(schemes.rule(second, Outcome.APPROVED, "", quality))).isEqualTo("decision.ruled-already");
    }

    @ParameterizedTest
    @CsvSource({
        "fromDay, tomorrow, evaluation.book-day-wrong", "fromDay, +999999999-12-31, evaluation.book-day-wrong",
        "aFrom, 100.1, evaluation.book-band-wrong", "bFrom, 90, evaluation.book-bands-order", "cFrom, 0, evaluation.book-bands-order",
        "appealDays, 0, evaluation.book-days-wrong", "aDays, 366, evaluation.book-days-wrong", "cDays, x, evaluation.book-days-wrong",
        "weight.cost, 0, evaluation.book-weight-wrong", "weight.cost, -1, evaluation.book-weight-wrong", "weight.cost, 1e3, evaluation.book-weight-wrong",
        "worst.cost, 100, evaluation.book-scale-wrong", "best.cost, '', evaluation.book-scale-wrong", "without.cost, '', evaluation.book-without-missing",
        "source, '', evaluation.book-source-wrong", "reasons, '', evaluation.book-reasons-wrong"
    })
    void eachFieldIsRefusedWhereItStands(String field, String typed, String key) {
        var answer = schemes.propose(form(Map.of(field, typed)), buyer);
        assertThat(((Answer.Refused<Integer>) answer).reasons()).singleElement().satisfies(it -> assertThat(it.key()).isEqualTo(key));
        assertThat(schemes.all()).hasSize(1);
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(key(schemes.propose(form(Map.of("aFrom", "91", "fromDay", LocalDate.now(clock).toString())), buyer))).isEqualTo("evaluation.book-day-past");
        assertThat(key(schemes.propose(form(Map.of("reasons", "x".repeat(2_001))), buyer))).isEqualTo("evaluation.book-reasons-wrong");
        assertThat(key(schemes.propose(form(Map.of("source", "x".repeat(301))), buyer))).isEqualTo("evaluation.book-source-wrong");
        assertThat(key(schemes.propose(form(Map.of("source", "Another name", "weight.on-time", "25.0000")), buyer))).as("25 and 25.0000 are one weight")
                .isEqualTo("evaluation.book-same");
        var gatesAlone = new HashMap<String, String>();
        schemes.known().forEach(it -> gatesAlone.put("weight." + it.code(), ""));
        assertThat(key(schemes.propose(form(gatesAlone), buyer))).isEqualTo("evaluation.book-weighs-nothing");
        assertThat(key(schemes.rule(1, Outcome.APPROVED, "", quality))).as("came with the house").isEqualTo("evaluation.book-unknown");
        assertThat(key(schemes.rule(99, Outcome.APPROVED, "", quality))).isEqualTo("evaluation.book-unknown");
        var waits = done(schemes.propose(form(Map.of("aFrom", "91")), buyer));
        assertThat(key(schemes.propose(form(Map.of("aFrom", "93")), quality))).isEqualTo("evaluation.book-waits");
        db.sql("UPDATE evaluation.scheme SET from_day = :today WHERE version = :version").param("today", LocalDate.now(clock)).param("version", waits).update();
        assertThat(key(schemes.rule(waits, Outcome.APPROVED, "", quality))).as("its day came while it waited").isEqualTo("evaluation.book-day-past");
    }

    /** The second finds that one waits; neither is lost in the other. */
    @Test
    void ofTwoWhoProposeAtOnceOneWaits() {
        var slower = Meanwhile.slower(transaction, db, () -> done(schemes.propose(form(Map.of("aFrom", "91")), buyer)), () -> schemes.propose(form(Map.of("aFrom", "93")), quality));
        assertThat(key(slower)).isEqualTo("evaluation.book-waits");
        assertThat(schemes.waiting().orElseThrow().scheme().aFrom()).isEqualByComparingTo("91");
    }

    @Test
    void thePageSaysWhatWouldBeOtherwise() {
        var typed = browser.post().uri("/app/evaluation/rules").with(As.me(buyer));
        for (var it : form(Map.of("weight.on-time", "40", "weight.service", "")).typed().entrySet()) {
            typed = typed.param(it.getKey(), it.getValue());
        }
        assertThat(typed).hasStatus(303);
        assertThat(browser.get().uri("/app/evaluation/rules").with(As.me(quality)).exchange()).bodyText()
                .contains("weight 25, 80 to 100 %, no data: no grade → weight 40", "Service and technical support: no longer looked at", "Approve the rule book");
        assertThat(browser.get().uri("/app/evaluation/rules").with(As.me(buyer)).exchange()).bodyText().contains("Take back").doesNotContain("Approve the rule book");
        assertThat(browser.post().uri("/app/evaluation/rules").param("fromDay", "never").with(As.me(quality)).exchange()).hasStatus(422).bodyText().contains("year-month-day");
        assertThat(browser.post().uri("/app/evaluation/rules/nine/approval").with(As.me(quality)).exchange()).hasStatus(422).bodyText().contains("no such rule book");
    }

    /** The book of the house from next year on, with other words in some fields. */
    private RuleForm form(Map<String, String> otherwise) {
        var typed = new HashMap<>(RuleForm.from(schemes.on(next), schemes.known(), next).typed());
        typed.put("reasons", "Lines come late too often");
        typed.putAll(otherwise);
        return new RuleForm(typed);
    }

    private static Me someone(Role role) {
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
}
