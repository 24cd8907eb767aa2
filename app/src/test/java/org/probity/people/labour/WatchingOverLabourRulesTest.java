package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.labour.AWorker.HR;
import static org.probity.people.labour.AWorker.done;
import static org.probity.people.labour.AWorker.key;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.Emptied;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.people.labour.Oversight.Making;
import org.probity.people.labour.Oversight.Opinion;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.policy.Policies;
import org.probity.shapes.policy.Policy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The union looks at every labour rule each year; what it finds is closed by it and not by who did it; what it objects to is printed. */
@WholeHouse(own = true)
class WatchingOverLabourRulesTest {
    @Autowired Oversight oversight;
    @Autowired UnionFindings unionFindings;
    @Autowired Policies policies;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;

    final Me union = new Me(UUID.randomUUID(), "Union", Set.of(Role.UNION), Optional.empty());
    UUID policy;
    LocalDate today;

    @BeforeEach
    void aLabourRuleInForce() {
        today = LocalDate.now(clock);
        Emptied.of(db, "policy.policy, obligation.obligation, labour.review, labour.union_finding, labour.objection, labour.procedure CASCADE");
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'x', :email, 'en', now(), :id) ON CONFLICT DO NOTHING")
                .param("id", HR.account()).param("email", HR.account() + "@x.example").update();
        policy = done(policies.open(new Policies.Opening("working-time", Policy.Kind.REGULATION, Policy.Area.PEOPLE, HR.account(), 30, 36), HR));
        var text = "## a Hours\nEight a day.\n";
        done(policies.draft(policy, new Policies.Draft("Working time", "工时制度", "", "", text, text, today), HR));
        done(policies.propose(policy, HR));
        done(policies.rule(policy, Outcome.APPROVED, "", new Me(UUID.randomUUID(), "x", Set.of(Role.LEGAL), Optional.empty())));
    }

    @Test
    void eachRuleIsOwedAReviewOnceAYear() {
        oversight.owe(new DayHasBegun(today.withDayOfMonth(2)));
        assertThat(oversight.rules().getFirst().dueDay()).as("asked on the first of a month alone").isNull();
        oversight.owe(new DayHasBegun(LocalDate.of(today.getYear() + 1, 1, 1)));
        assertThat(db.sql("SELECT due_day FROM obligation.standing WHERE kind = 'labour.union-review' AND party = :policy").param("policy", policy).query(LocalDate.class).single())
                .isEqualTo(LocalDate.of(today.getYear() + 1, 12, 31));
        assertThat(key(oversight.review(policy, Opinion.KEPT, "x", HR))).isEqualTo("labour.union-only");
        assertThat(key(oversight.review(UUID.randomUUID(), Opinion.KEPT, "x", union))).isEqualTo("labour.policy-unknown");
        assertThat(key(oversight.review(policy, null, "x", union))).isEqualTo("labour.opinion-missing");
        assertThat(key(oversight.review(policy, Opinion.KEPT, "", union))).isEqualTo("labour.words-missing");
        assertThat(key(oversight.review(policy, Opinion.KEPT, "x".repeat(2_001), union))).isEqualTo("labour.words-long");
        done(oversight.review(policy, Opinion.PARTLY, "Rest days are often moved.", union));
        assertThat(key(oversight.review(policy, Opinion.KEPT, "x", union))).isEqualTo("labour.reviewed-already");
        assertThat(db.sql("SELECT state FROM obligation.standing WHERE kind = 'labour.union-review' AND party = :policy AND period = :year").param("policy", policy).param("year", today.getYear())
                .query(String.class).single()).isEqualTo("MET");
        var value = figures.live(figures.find("union-reviews").orElseThrow(), today.getYear());
        assertThat(value.shown()).isEqualTo("100.00");
        assertThat(value.control().difference()).isEqualByComparingTo("0");
    }

    /** Findings of the union that stand open beside the rule, in the figure as known then. */
    private int open(Instant known) {
        var facts = figures.knownAt(figures.find("union-reviews").orElseThrow(), today.getYear(), known).rows().stream().filter(it -> it.subject().equals(policy)).findFirst().orElseThrow().facts();
        return Integer.parseInt(facts.get("labour.open").orElseThrow().text());
    }

    @Test
    void whatTheUnionFoundIsClosedByTheUnionAfterAnotherDidIt() {
        assertThat(key(unionFindings.raise(policy, "x", today, HR))).isEqualTo("labour.union-only");
        assertThat(key(unionFindings.raise(UUID.randomUUID(), "x", today, union))).isEqualTo("labour.policy-unknown");
        assertThat(key(unionFindings.raise(policy, " ", today, union))).isEqualTo("labour.words-missing");
        assertThat(key(unionFindings.raise(policy, "x".repeat(2_001), today, union))).isEqualTo("labour.words-long");
        assertThat(key(unionFindings.raise(policy, "x", today.minusDays(1), union))).isEqualTo("labour.due-past");
        var id = done(unionFindings.raise(policy, "Rosters come a day before.", today.plusDays(30), union));
        assertThat(key(unionFindings.done(id, "x", union))).isEqualTo("labour.not-for-you");
        assertThat(key(unionFindings.done(UUID.randomUUID(), "x", HR))).isEqualTo("labour.finding-unknown");
        assertThat(key(unionFindings.verify(id, true, "", union))).isEqualTo("labour.step-not-allowed");
        assertThat(key(unionFindings.done(id, " ", HR))).isEqualTo("labour.words-missing");
        done(unionFindings.done(id, "A week before, from December.", HR));
        assertThat(key(unionFindings.verify(id, true, "", HR))).isEqualTo("labour.union-only");
        assertThat(key(unionFindings.verify(id, false, "", union))).isEqualTo("labour.words-missing");
        done(unionFindings.verify(id, false, "Not in two workshops.", union));
        var both = new Me(HR.account(), "Both", Set.of(Role.HR, Role.UNION), Optional.empty());
        done(unionFindings.done(id, "Now in all.", both));
        assertThat(key(unionFindings.verify(id, true, "", both))).isEqualTo("labour.own-work");
        done(unionFindings.verify(id, true, "Seen.", union));
        assertThat(open(clock.instant())).isZero();
        db.sql("UPDATE labour.union_step SET at = at + interval '1 hour' WHERE finding = :id AND state = 'CLOSED'").param("id", id).update();
        assertThat(open(clock.instant())).as("as it was known before it was closed").isOne();
        assertThat(open(clock.instant().plusSeconds(7_200))).isZero();
        assertThat(unionFindings.findings()).singleElement().satisfies(it -> assertThat(it.state()).isEqualTo(UnionFindings.Stage.CLOSED));
        assertThatThrownBy(() -> db.sql("INSERT INTO labour.union_step (finding, no, state, words, by, at, done_by, record) VALUES (:id, 99, 'CLOSED', '', :id, now(), :id, :id)").param("id", id).update())
                .hasMessageContaining("union_verified_by_another");
    }

    @Test
    void anObjectionStandsFromItsMomentUntilItIsLifted() {
        var before = clock.instant();
        assertThat(key(oversight.object(policy, "x", "y", HR))).isEqualTo("labour.union-only");
        assertThat(key(oversight.object(UUID.randomUUID(), "x", "y", union))).isEqualTo("labour.policy-unknown");
        assertThat(key(oversight.object(policy, "x", " ", union))).isEqualTo("labour.two-languages");
        assertThat(key(oversight.object(policy, "x".repeat(1_001), "y", union))).isEqualTo("labour.words-long");
        assertThat(key(oversight.lift(policy, union))).isEqualTo("labour.objection-gone");
        done(oversight.object(policy, "Rest days are planned too late.", "休息日安排过晚。", union));
        assertThat(key(oversight.object(policy, "x", "y", union))).isEqualTo("labour.objected-already");
        assertThat(oversight.standing(before)).isEmpty();
        var during = clock.instant().plusSeconds(1);
        assertThat(oversight.standing(during)).singleElement().satisfies(it -> assertThat(it.titleEn()).isEqualTo("Working time"));
        assertThat(key(oversight.lift(policy, HR))).isEqualTo("labour.union-only");
        done(oversight.lift(policy, union));
        assertThat(oversight.standing(clock.instant().plusSeconds(2))).isEmpty();
    }

    @Test
    void aRuleIsLawfullyMadeWhenAllThreeStepsAreShown() {
        var bytes = "minutes".getBytes(StandardCharsets.UTF_8);
        assertThat(key(oversight.made(policy, Making.MADE_KNOWN, today, "x", "text/plain", bytes, new Me(UUID.randomUUID(), "x", Set.of(Role.BUYER), Optional.empty())))).isEqualTo("labour.not-for-you");
        assertThat(key(oversight.made(UUID.randomUUID(), Making.MADE_KNOWN, today, "x", "text/plain", bytes, HR))).isEqualTo("labour.policy-unknown");
        assertThat(key(oversight.made(policy, Making.MADE_KNOWN, today.plusDays(1), "x", "text/plain", bytes, HR))).isEqualTo("labour.making-future");
        assertThat(key(oversight.made(policy, Making.MADE_KNOWN, today, "x", "text/plain", new byte[0], HR))).isEqualTo("labour.file-missing");
        assertThat(key(oversight.made(policy, Making.MADE_KNOWN, today, "x", "text/plain", new byte[(20 << 20) + 1], HR))).isEqualTo("labour.file-large");
        for (var step : Making.values()) {
            assertThat(figures.live(figures.find("labour-rules").orElseThrow(), today.getYear()).shown()).isEqualTo("0.00");
            done(oversight.made(policy, step, today, "minutes.txt", "text/plain", bytes, HR));
            assertThat(key(oversight.made(policy, step, today, "x", "text/plain", bytes, HR))).isEqualTo("labour.making-known");
        }
        done(oversight.review(policy, Opinion.KEPT, "Seen.", union));
        var value = figures.live(figures.find("labour-rules").orElseThrow(), today.getYear());
        assertThat(value.shown()).isEqualTo("100.00");
        assertThat(value.control().difference()).isEqualByComparingTo("0");
    }

    @Test
    void thePagesLetTheUnionSpeakAndTheCompanyAnswer() {
        var at = "/app/labour/union/" + policy;
        assertThat(browser.get().uri("/app/labour/union").with(As.me(union)).exchange()).hasStatusOk().bodyText().contains("Working time", "Not reviewed this year");
        assertThat(browser.get().uri(at).with(As.me(HR)).exchange()).hasStatusOk().bodyText().doesNotContain("Object to this rule");
        assertThat(browser.post().uri(at + "/making").multipart().file(new MockMultipartFile("file", "m.txt", "text/plain", "m".getBytes(StandardCharsets.UTF_8)))
                .param("step", "STAFF_CONGRESS").param("day", today.toString()).with(As.me(HR)).exchange()).hasStatus(303);
        assertThat(browser.post().uri(at + "/review").with(As.me(union)).param("opinion", "KEPT").param("words", "Seen.").exchange()).hasStatus(303);
        assertThat(browser.get().uri(at).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("<blockquote>Seen.", at + "/making/STAFF_CONGRESS");
        for (var role : Set.of(Role.HR, Role.UNION, Role.LEGAL, Role.ASSURER)) {
            assertThat(browser.get().uri(at + "/making/STAFF_CONGRESS").with(As.a(role)).exchange()).as("%s", role).hasStatusOk().bodyText().isEqualTo("m");
        }
        assertThat(browser.get().uri(at + "/making/STAFF_CONGRESS").with(As.a(Role.BUYER)).exchange()).hasStatus(403);
        assertThat(browser.get().uri(at + "/making/MADE_KNOWN").with(As.me(HR)).exchange()).as("not shown yet").hasStatus(404);
        assertThat(browser.post().uri(at + "/review").with(As.me(union)).exchange()).hasStatus(422);
        assertThat(browser.post().uri(at + "/findings").with(As.me(union)).param("found", "Late rosters.").param("due", today.plusDays(3).toString()).exchange()).hasStatus(303);
        assertThat(browser.post().uri(at + "/objection").with(As.me(union)).param("wordsEn", "Late.").param("wordsZh", "过晚。").exchange()).hasStatus(303);
        assertThat(browser.get().uri(at).with(As.me(union)).exchange()).hasStatusOk().bodyText().contains("The union objects");
        assertThat(browser.post().uri(at + "/objection/lifting").with(As.me(union)).exchange()).hasStatus(303);
        var finding = "/app/labour/union/findings/" + unionFindings.findings().getFirst().id();
        assertThat(browser.post().uri(finding + "/doing").with(As.me(HR)).param("words", "Earlier now.").exchange()).hasStatus(303);
        assertThat(browser.get().uri(finding).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Waits for another person of the union to verify it.");
        assertThat(browser.get().uri(finding).with(As.me(union)).exchange()).hasStatusOk().bodyText().contains("Verified: close it").doesNotContain("Waits for another person");
        assertThat(browser.post().uri(finding + "/verification").with(As.me(union)).param("good", "yes").exchange()).hasStatus(303);
    }
}
