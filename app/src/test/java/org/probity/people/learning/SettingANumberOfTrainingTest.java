package org.probity.people.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.rule.RulesByTwo;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What counts as completed, and from how many answers satisfaction is shown: by two, and from a day to come. */
@WholeHouse
class SettingANumberOfTrainingTest {
    private static final String RULES = "/app/trainings/rules";

    @Autowired RulesByTwo byTwo;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    int on(String key, LocalDate day) {
        return db.sql("SELECT learning.rule_on(:key, :day)").param("key", key).param("day", day).query(Integer.class).single();
    }

    @Test
    void everyNumberThatTheRoomAsksForIsOnThePageWithItsSource() {
        for (var key : LearningRule.ALL) {
            assertThat(on(key.code(), LocalDate.now(clock))).as(key.code()).isBetween(key.least(), key.most());
        }
        var page = browser.get().uri(RULES).with(As.a(Role.UNION)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("Share of a session that completes a course", "our rule").doesNotContain("Propose another number");
        assertThat(browser.get().uri(RULES).with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(403);
    }

    @Test
    void humanResourcesProposeAndAnotherAgreesForADayToCome() {
        var hr = new Me(UUID.randomUUID(), "He Min", java.util.Set.of(Role.HR), java.util.Optional.empty());
        var from = LocalDate.now(clock).plusYears(20);
        assertThat(browser.post().uri(RULES).param("key", "feedback-days").param("value", "21").param("fromDay", "soon").param("source", "Board").with(As.me(hr)).exchange()).hasStatus(422).bodyText()
                .contains("a day after today");
        assertThat(browser.post().uri(RULES).param("key", "answered-least").param("value", "4").param("fromDay", from.toString()).param("source", "Board").with(As.me(hr)).exchange())
                .as("never below five").hasStatus(422).bodyText().contains("5 to 100");
        assertThat(browser.post().uri(RULES).param("key", "feedback-days").param("value", "21").param("fromDay", from.toString()).param("source", "Board <of> spring").with(As.me(hr)).exchange())
                .hasStatus(303);
        var proposal = byTwo.waiting("learning").stream().filter(it -> it.proposedBy().equals(hr.account())).findFirst().orElseThrow().proposal();
        assertThat(browser.get().uri(RULES).with(As.me(hr)).exchange()).bodyText().contains("Board &lt;of&gt; spring", "Take it back");
        var union = new Me(UUID.randomUUID(), "Gao Yan", java.util.Set.of(Role.UNION), java.util.Optional.empty());
        assertThat(browser.get().uri("/app").with(As.me(union)).exchange()).hasStatusOk().bodyText().contains("Days to say what one thought of a session: 21");
        assertThat(browser.post().uri(RULES + "/" + proposal).param("ruling", "?").with(As.me(union)).exchange()).hasStatus(422);
        assertThat(browser.post().uri(RULES + "/" + proposal).param("ruling", Outcome.APPROVED.name()).with(As.me(union)).exchange()).hasStatus(303);
        assertThat(on("feedback-days", from)).isEqualTo(21);
        assertThat(on("feedback-days", from.minusDays(1))).isEqualTo(14);
    }
}
