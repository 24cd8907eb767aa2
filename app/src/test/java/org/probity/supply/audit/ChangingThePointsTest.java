package org.probity.supply.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.audit.AnAudit.done;
import static org.probity.supply.audit.AnAudit.key;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.house.access.As;
import org.probity.house.log.Log;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.audit.Points.Stop;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
@Import(AnAudit.class)
class ChangingThePointsTest {
    @Autowired AnAudit an;
    @Autowired Points points;
    @Autowired Plans plans;
    @Autowired Log log;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void thePointsOfTheHouseAlone() {
        db.sql("DELETE FROM audit.points_change").update();
        db.sql("DELETE FROM audit.risk_rule WHERE version > 1 OR since > DATE '2024-01-01'").update();
        db.sql("DELETE FROM audit.priority_setting WHERE from_day > DATE '2024-01-01'").update();
    }

    @Test
    void twoPeopleChangeThemFromADayToComeAndTheLogSaysSo() {
        var day = an.today.plusDays(30);
        var proposal = done(points.propose(form(Map.of("fromDay", day.toString(), "points.tin", "35", "points.category.glass", "", "open", "STOP")), an.buyer));
        assertThat(points.on(day).points()).as("a proposal changes nothing").containsEntry("tin", 20);
        assertThat(key(points.rule(proposal, Outcome.APPROVED, "", an.buyer))).isEqualTo("decision.needs-another-person");
        done(points.rule(proposal, Outcome.APPROVED, "", an.quality));
        assertThat(points.on(day).points()).containsEntry("tin", 35).containsEntry("category.glass", 0).containsEntry("share-50", 30);
        assertThat(points.on(day).open()).isEqualTo(Stop.STOP);
        assertThat(points.on(day.minusDays(1)).points()).as("until then").containsEntry("tin", 20);
        assertThat(points.on(day.minusDays(1)).open()).isEqualTo(Stop.WARN);
        assertThat(db.sql("SELECT count(*) FROM audit.risk_rule WHERE version > 1").query(Long.class).single()).as("only what is otherwise").isEqualTo(2);
        log.settle();
        assertThat(log.place(db.sql("SELECT record FROM audit.points_change WHERE proposal = :id").param("id", proposal).query(UUID.class).single())).isPresent();
        // Another change for the same day: the later one counts.
        done(points.rule(done(points.propose(form(Map.of("fromDay", day.toString(), "points.tin", "40", "open", "WARN")), an.buyer)), Outcome.APPROVED, "", an.quality));
        assertThat(points.on(day).points()).containsEntry("tin", 40);
        assertThat(points.on(day).open()).isEqualTo(Stop.WARN);
    }

    @Test
    void sentBackOrTakenBackNothingChanges() {
        var first = done(points.propose(form(Map.of("points.tin", "35")), an.buyer));
        done(points.rule(first, Outcome.REJECTED, "Too many", an.quality));
        var second = done(points.propose(form(Map.of("points.tin", "36")), an.buyer));
        assertThat(key(points.rule(second, Outcome.WITHDRAWN, "", an.quality))).isEqualTo("decision.not-yours");
        done(points.rule(second, Outcome.WITHDRAWN, "", an.buyer));
        assertThat(points.on(an.today.plusYears(1)).points()).containsEntry("tin", 20);
        assertThat(key(points.rule(second, Outcome.APPROVED, "", an.quality))).isEqualTo("decision.ruled-already");
    }

    @ParameterizedTest
    @CsvSource({
        "fromDay, soon, audit.points-day-wrong", "fromDay, +999999999-12-31, audit.points-day-wrong", "points.tin, -1, audit.points-wrong", "points.tin, 501, audit.points-wrong",
        "points.tin, '', audit.points-wrong", "points.key-supplier, 0, audit.points-wrong", "points.category.glass, 1.5, audit.points-wrong", "open, '', audit.points-stop-missing",
        "late, PERHAPS, audit.points-stop-missing", "late, PASS, audit.points-stop-milder", "source, '', audit.points-source-wrong", "reasons, '', audit.points-reasons-wrong"
    })
    void eachFieldIsRefusedWhereItStands(String field, String typed, String key) {
        var answer = points.propose(form(Map.of(field, typed)), an.buyer);
        assertThat(((Answer.Refused<UUID>) answer).reasons()).singleElement().satisfies(it -> assertThat(it).extracting(Answer.Reason::field, Answer.Reason::key).containsExactly(field, key));
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(key(points.propose(form(Map.of("points.tin", "35", "fromDay", an.today.toString())), an.buyer))).isEqualTo("audit.points-day-past");
        assertThat(key(points.propose(form(Map.of()), an.buyer))).isEqualTo("audit.points-same");
        assertThat(key(points.propose(form(Map.of("source", "x".repeat(301))), an.buyer))).isEqualTo("audit.points-source-wrong");
        assertThat(key(points.propose(form(Map.of("reasons", "x".repeat(2_001))), an.buyer))).isEqualTo("audit.points-reasons-wrong");
        assertThat(key(points.rule(UUID.randomUUID(), Outcome.APPROVED, "", an.quality))).isEqualTo("audit.points-unknown");
        var waits = done(points.propose(form(Map.of("points.tin", "35")), an.buyer));
        assertThat(key(points.propose(form(Map.of("points.tin", "36")), an.quality))).isEqualTo("audit.points-wait");
        db.sql("UPDATE audit.points_change SET from_day = :today").param("today", an.today).update();
        assertThat(key(points.rule(waits, Outcome.APPROVED, "", an.quality))).as("its day came while it waited").isEqualTo("audit.points-day-past");
    }

    @Test
    void ofTwoWhoProposeAtOnceOneWaits() {
        assertThat(key(Meanwhile.slower(transaction, db, () -> done(points.propose(form(Map.of("points.tin", "35")), an.buyer)),
                () -> points.propose(form(Map.of("points.tin", "36")), an.quality)))).isEqualTo("audit.points-wait");
    }

    @Test
    void thePageSaysWhatWouldBeOtherwise() {
        var typed = browser.post().uri("/app/audits/points").with(As.me(an.buyer));
        for (var it : form(Map.of("points.tin", "35", "late", "STOP", "open", "PASS")).entrySet()) {
            typed = typed.param(it.getKey(), it.getValue());
        }
        assertThat(typed).hasStatus(303);
        assertThat(browser.get().uri("/app/audits/points").with(As.me(an.quality)).exchange()).bodyText()
                .contains("Material holds tin: 20 → 35", "for new business: warns → nothing", "Approve the points", "A Major finding at the last audit");
        assertThat(browser.get().uri("/app/audits/points").with(As.me(an.buyer)).exchange()).bodyText().contains("Take back").doesNotContain("Approve the points");
        assertThat(browser.get().uri("/app/audits/points").with(As.me(an.ehs)).exchange()).bodyText().doesNotContain("Approve the points", "Take back");
        assertThat(browser.post().uri("/app/audits/points").param("fromDay", "never").with(As.me(an.quality)).exchange()).hasStatus(422).bodyText().contains("year-month-day");
    }

    /** What holds tomorrow, with other words in some fields. */
    private Map<String, String> form(Map<String, String> otherwise) {
        var tomorrow = points.on(an.today.plusDays(1));
        var typed = new HashMap<>(Map.of("fromDay", tomorrow.day().toString(), "open", tomorrow.open().name(), "late", tomorrow.late().name(), "source", "Audit rule 3",
                "reasons", "Tin weighs more"));
        tomorrow.points().forEach((key, many) -> typed.put("points." + key, String.valueOf(many)));
        typed.putAll(otherwise);
        return typed;
    }
}
