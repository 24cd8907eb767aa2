package org.probity.shapes.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.decision.Decisions.Ruled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class RulingAtTheSameMomentTest {
    @Autowired Decisions decisions;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    @Test
    void theSlowerOfTwoIsToldThatSomebodyWasFaster() {
        var proposal = decisions.propose("test.matter", UUID.randomUUID(), "", somebody());
        var told = Meanwhile.slower(transaction, db,
                () -> assertThat(decisions.rule("test.matter", proposal, Outcome.REJECTED, "", somebody())).isInstanceOf(Answer.Done.class),
                () -> decisions.rule("test.matter", proposal, Outcome.APPROVED, "", somebody()));
        assertThat(told).isEqualTo(Answer.<Ruled>refused("", "decision.ruled-already"));
        assertThat(decisions.find(proposal).orElseThrow().outcome()).isEqualTo(Outcome.REJECTED);
    }

    private static Me somebody() {
        return new Me(UUID.randomUUID(), "Somebody", Set.of(Role.PUBLISHER), Optional.empty());
    }
}
