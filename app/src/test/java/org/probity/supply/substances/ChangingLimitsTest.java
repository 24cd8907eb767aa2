package org.probity.supply.substances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.substances.InScope.done;
import static org.probity.supply.substances.InScope.key;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.formats.ipc1752.Sample;
import org.probity.house.access.As;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.clearance.Act;
import org.probity.supply.clearance.Clearances;
import org.probity.supply.clearance.Question;
import org.probity.supply.clearance.Verdict;
import org.probity.supply.substances.Norms.Norm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class ChangingLimitsTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Norms norms;
    @Autowired Substances substances;
    @Autowired Clearances clearances;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;

    InScope in;
    LocalDate today;

    @BeforeEach
    void somebody() {
        in = beans.createBean(InScope.class);
        today = in.today;
    }

    @Test
    void aNewLimitCountsWhenASecondPersonAgreesAndIsNotHeldAgainstEarlierFiles() {
        var supplier = in.asked(InScope.ALL);
        var before = in.declare(supplier, Sample.materials("Ribbon", today));
        assertThat(substances.findings(before.id())).isEmpty();
        var proposal = done(norms.propose(new Norm.Limit("silver", Limits.Regime.ROHS, "Silver", "银", List.of("7440-22-4"), new BigDecimal("1000"), today, "Invented rule"), "A trial", in.quality));
        assertThat(keys(supplier)).isEmpty();
        assertThat(key(norms.rule(proposal, Outcome.APPROVED, in.quality))).isEqualTo("decision.needs-another-person");
        done(norms.rule(proposal, Outcome.APPROVED, in.ehs));
        assertThat(keys(supplier)).containsExactly("substances.over-rohs");
        assertThat(substances.findings(before.id())).as("told that day").isEmpty();
        // A limit that is changed keeps the names of its group; one that begins later does not count today.
        done(norms.rule(done(norms.propose(new Norm.Limit("silver", Limits.Regime.ROHS, "Silver", "银", List.of("7440-22-4"), new BigDecimal("50000"), today, "Invented rule"), "Softer", in.quality)), Outcome.APPROVED, in.ehs));
        done(norms.rule(done(norms.propose(new Norm.Limit("silver", Limits.Regime.ROHS, "Silver", "银", List.of("7440-22-4"), BigDecimal.ZERO, today.plusDays(1), "Invented rule"), "Later", in.quality)), Outcome.APPROVED, in.ehs));
        assertThat(keys(supplier)).isEmpty();
    }

    private List<String> keys(UUID supplier) {
        return substances.findings(in.declare(supplier, Sample.materials("Ribbon", today)).id()).stream().map(Paper.Finding::key).toList();
    }

    @Test
    void whatALapsedReportMeansIsSaidByTwoToo() {
        var supplier = in.asked(InScope.BOTH);
        db.sql("UPDATE obligation.obligation SET due_day = :day WHERE party = :supplier").param("day", today.minusDays(1)).param("supplier", supplier).update();
        assertThat(verdicts(supplier)).containsOnly(Verdict.WARN);
        var stop = done(norms.propose(new Norm.Setting("STOP", 45, today, "Our rule"), "Stricter", in.quality));
        assertThat(verdicts(supplier)).containsOnly(Verdict.WARN);
        var twin = done(norms.propose(new Norm.Setting("PASS", 45, today, "Our rule"), "Softer", in.quality));
        done(norms.rule(stop, Outcome.APPROVED, in.ehs));
        assertThat(verdicts(supplier)).containsOnly(Verdict.STOP);
        assertThat(key(norms.rule(twin, Outcome.APPROVED, in.ehs))).isEqualTo("substances.setting-taken");
        done(norms.rule(twin, Outcome.REJECTED, in.ehs));
    }

    private List<Verdict> verdicts(UUID supplier) {
        return clearances.ask(new Question(supplier, null, null, Act.ORDER), in.quality).orElseThrow().reasons().stream().filter(it -> it.rule().equals("substances.reports"))
                .map(it -> it.verdict()).toList();
    }

    @Test
    void anExemptionEndsOnTheDayThatTwoAgreeOn() {
        done(norms.rule(done(norms.propose(new Norm.Exempt("6(c)", "lead", "Copper alloy", "铜合金", LocalDate.of(2011, 7, 21), today, "Annex III"), "It ends", in.quality)), Outcome.APPROVED, in.ehs));
        assertThat(browser.get().uri("/app/substances/rules").with(As.me(in.ehs)).exchange()).bodyText().contains(today.toString());
    }

    @Test
    void whatCannotBeIsRefused() {
        var lead = List.of("7439-92-1");
        assertThat(propose(new Norm.Limit("lead", Limits.Regime.ROHS, "Lead", "铅", lead, BigDecimal.TEN, today.minusDays(1), "x"))).isEqualTo("substances.from-past");
        assertThat(propose(new Norm.Limit(" ", Limits.Regime.ROHS, "Lead", "铅", lead, BigDecimal.TEN, today, "x"))).isEqualTo("substances.code-missing");
        assertThat(propose(new Norm.Limit("lead", Limits.Regime.ROHS, "Lead", " ", lead, BigDecimal.TEN, today, "x"))).isEqualTo("substances.name-missing");
        assertThat(propose(new Norm.Limit("lead", Limits.Regime.ROHS, "Lead", "铅", List.of("7439-92-2"), BigDecimal.TEN, today, "x"))).isEqualTo("substances.cas-wrong");
        assertThat(propose(new Norm.Limit("lead", Limits.Regime.ROHS, "Lead", "铅", List.of(), BigDecimal.TEN, today, "x"))).isEqualTo("substances.cas-wrong");
        assertThat(propose(new Norm.Limit("lead", Limits.Regime.ROHS, "Lead", "铅", lead, new BigDecimal("1000001"), today, "x"))).isEqualTo("substances.ppm-wrong");
        assertThat(propose(new Norm.Limit("lead", Limits.Regime.ROHS, "Lead", "铅", lead, BigDecimal.TEN, today, " "))).isEqualTo("substances.source-missing");
        assertThat(propose(new Norm.Exempt("9", "no-such", "x", "x", today, null, "x"))).isEqualTo("substances.limit-unknown");
        assertThat(propose(new Norm.Exempt(" ", "lead", "x", "x", today, null, "x"))).isEqualTo("substances.code-missing");
        assertThat(propose(new Norm.Exempt("9", "lead", " ", "x", today, null, "x"))).isEqualTo("substances.name-missing");
        assertThat(propose(new Norm.Exempt("9", "lead", "x", "x", today, today.minusDays(1), "x"))).isEqualTo("substances.until-before");
        assertThat(propose(new Norm.Setting("BAR", 30, today, "x"))).isEqualTo("substances.lapsed-unknown");
        assertThat(propose(new Norm.Setting("WARN", 0, today, "x"))).isEqualTo("substances.renewal-days");
        assertThat(propose(new Norm.Setting("WARN", 30, today.minusDays(1), "x"))).isEqualTo("substances.from-past");
        assertThat(key(norms.propose(new Norm.Setting("WARN", 30, today.plusDays(400), "x"), " ", in.quality))).isEqualTo("substances.reasons-missing");
        assertThat(browser.post().uri("/app/substances/norms").param("kind", "limit").param("fromDay", "soon").with(As.me(in.ehs)).exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/substances/norms").param("kind", "limit").param("fromDay", today.toString()).param("ppm", "much").with(As.me(in.ehs)).exchange())
                .hasStatus(422).bodyText().contains("parts per million");
        assertThat(browser.post().uri("/app/substances/norms").param("kind", "setting").param("fromDay", today.plusDays(500).toString()).param("lapsed", "WARN").param("renewalDays", "20")
                .param("source", "Our rule").param("reasons", "Quicker").with(As.me(in.ehs)).exchange()).hasStatus(303);
    }

    private String propose(Norm norm) {
        return key(norms.propose(norm, "why", in.quality));
    }
}
