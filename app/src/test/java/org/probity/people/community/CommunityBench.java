package org.probity.people.community;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.PageBench;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.ballot.Ballots;
import org.probity.shapes.ballot.Holder;
import org.probity.shapes.ballot.Rounds;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./probity bench community [--quick]`: 200 tokens, half for posts and half for the voices of a thread, are tried 100,000 times by 16 at once through the room's own door, over a
/// PostgreSQL that waits for its disk (a tenth of the tries with `--quick`). One thing each may be bought, and all of it is shown as the next day begins.
///
/// Ends with 0 when the goals are met, 1 when one is short, 2 when it could not run.
public final class CommunityBench {
    private static final int AT_ONCE = 16;
    private static final int TOKENS = 100;

    private CommunityBench() {}

    public static void main(String[] args) {
        try {
            System.exit(PageBench.house(house -> run(house, List.of(args).contains("--quick") ? 5_000 : 50_000)) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("community could not run: " + e);
            System.exit(2);
        }
    }

    private static boolean goal(String what, double value, String bound, boolean reached) {
        System.out.printf(Locale.ROOT, "community %s, %.3f, %s, %s%n", what, value, bound, reached ? "met" : "short");
        return reached;
    }

    private static boolean run(ConfigurableApplicationContext house, int tries) throws Exception {
        PageBench.where(2 * TOKENS + " tokens, " + 2 * tries + " tries, " + AT_ONCE + " at once");
        var community = house.getBean(Community.class);
        var threads = house.getBean(Threads.class);
        var batches = house.getBean(Batches.class);
        var ballots = house.getBean(Ballots.class);
        var rounds = house.getBean(Rounds.class);
        var today = LocalDate.now(house.getBean(Clock.class));
        community.open(new Me(UUID.randomUUID(), "Bench", Set.of(Role.UNION), Optional.empty()));
        var month = community.month().orElseThrow();
        var holder = new Holder(month);
        if (!(ballots.issue(month.id(), UUID.randomUUID(), holder.sent()) instanceof Answer.Done<List<byte[]>>(var signed))) {
            throw new IllegalStateException("no tokens");
        }
        var token = holder.tokens(signed).getFirst();
        var thread = UUID.randomUUID();
        community.post(month.id(), token, Pseudonym.drawn().post(thread, "IDEA", null, "A thread to say yes to.", token));
        batches.aDayBegins(new DayHasBegun(today));
        var fight = new DoubleSpends(community, rounds, ballots, 62);
        fight.posts(month, TOKENS, tries);
        fight.voices(rounds.find(threads.find(thread).orElseThrow().voiceRound()).orElseThrow(), TOKENS, tries);
        var start = System.nanoTime();
        var accepted = fight.accepted(AT_ONCE);
        var seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "# %.0f tries a second%n", fight.tries() / seconds);
        var met = goal("double spends accepted in " + fight.tries() + " tries of " + 2 * TOKENS + " tokens", accepted - 2 * TOKENS, "0", accepted == 2 * TOKENS);
        start = System.nanoTime();
        batches.aDayBegins(new DayHasBegun(today.plusDays(1)));
        System.out.printf(Locale.ROOT, "# the batch was shown in %.2f s%n", (System.nanoTime() - start) / 1e9);
        var shown = Objects.requireNonNull(house.getBean(JdbcClient.class).sql("SELECT (SELECT count(*) FROM community.voice) + (SELECT count(*) FROM community.post WHERE text LIKE 'Try %')").query(Long.class).single());
        return met & goal("things shown beyond one for each token", shown - 2 * TOKENS, "0", shown == 2 * TOKENS);
    }
}
