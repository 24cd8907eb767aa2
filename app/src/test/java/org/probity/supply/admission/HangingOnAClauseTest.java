package org.probity.supply.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.admission.Newcomer.done;
import static org.probity.supply.admission.Newcomer.key;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.policy.Clauses;
import org.probity.shapes.policy.Policies;
import org.probity.shapes.policy.Policy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class HangingOnAClauseTest {
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired Requirements requirements;
    @Autowired Policies policies;
    @Autowired Clauses clauses;
    @Autowired MockMvcTester browser;

    Newcomer newcomer;

    @Test
    void whereRulesAreInForceARequirementHangsOnAClauseOfTheirs() {
        newcomer = beans.createBean(Newcomer.class);
        var today = newcomer.today();
        var writer = account(Role.SOURCING_OFFICER);
        var rule = done(policies.open(new Policies.Opening("development", Policy.Kind.PROCEDURE, Policy.Area.SUPPLY, writer.account(), 30, 24), writer));
        done(policies.draft(rule, new Policies.Draft("Development", "开发", "", "", "## systems Systems\n\nEach has them.", "## systems 体系\n\n均须具备。", today), writer));
        done(policies.propose(rule, writer));
        done(policies.rule(rule, Outcome.APPROVED, "", account(Role.LEGAL)));
        var clause = clauses.named("development/systems").orElseThrow().id();
        assertThat(key(requirements.propose("glass", "iso-9001", true, today, "A procedure that is no rule here", "x", newcomer.quality))).isEqualTo("admission.clause-unknown");
        assertThat(key(requirements.propose("glass", "iso-9001", true, today, UUID.randomUUID().toString(), "x", newcomer.quality))).isEqualTo("admission.clause-unknown");
        done(requirements.rule(done(requirements.propose("glass", "iso-9001", true, today, clause.toString(), "As the procedure says", newcomer.quality)), Outcome.APPROVED, "", newcomer.legal));
        assertThat(requirements.on(today)).filteredOn(it -> it.category().equals("glass") && it.leg().equals("iso-9001")).singleElement()
                .extracting(Requirements.Said::clause, Requirements.Said::byClause).containsExactly("development/systems", clause);
        assertThat(requirements.naming(List.of(clause))).hasSize(1);
        assertThat(requirements.naming(List.of(UUID.randomUUID()))).isEmpty();
        assertThat(browser.get().uri("/app/policies/development?tab=clauses").with(As.a(Role.QUALITY))).hasStatusOk().bodyText().contains("Asked of suppliers: ISO 9001");
        assertThat(browser.get().uri("/app/admission/requirements").with(As.a(Role.QUALITY))).hasStatusOk().bodyText().contains("development?tab=text#systems");
        assertThat(browser.get().uri("/app/admission/requirements?lang=zh").with(As.a(Role.QUALITY))).hasStatusOk().bodyText()
                .contains("体系", "供应商开发与管理程序").doesNotContain("Supplier Development and Management Procedure");
    }

    private Me account(Role role) {
        return new Me(newcomer.account(role), "Wen", Set.of(role), Optional.empty());
    }
}
