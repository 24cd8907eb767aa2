package org.probity.shapes.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
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
    void theSlowerOfTwoIsToldThatSomebodyWasFaster() throws Exception {
        var proposal = decisions.propose("test.matter", UUID.randomUUID(), "", somebody());
        var slower = transaction.execute(_ -> {
            assertThat(decisions.rule(proposal, Outcome.REJECTED, "", somebody())).isInstanceOf(Answer.Done.class);
            var other = CompletableFuture.supplyAsync(() -> decisions.rule(proposal, Outcome.APPROVED, "", somebody()));
            untilItWaits();
            return other;
        });
        assertThat(slower.get(10, TimeUnit.SECONDS)).isEqualTo(Answer.<Ruled>refused("", "decision.ruled-already"));
        assertThat(decisions.find(proposal).orElseThrow().outcome()).isEqualTo(Outcome.REJECTED);
    }

    /** By locks and not by activity, of which a transaction sees one picture only. */
    private void untilItWaits() {
        var waits = db.sql("SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))");
        var tries = 0;
        while (waits.query(Long.class).single() == 0) {
            assertThat(tries++).as("the second ruling waits for the first").isLessThan(20_000);
        }
    }

    private static Me somebody() {
        return new Me(UUID.randomUUID(), "Somebody", Set.of(Role.PUBLISHER), Optional.empty());
    }
}
