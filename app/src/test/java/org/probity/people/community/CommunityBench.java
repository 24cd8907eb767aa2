package org.probity.people.community;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Intake;
import org.probity.house.start.PageBench;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.shapes.ballot.Ballots;
import org.probity.shapes.ballot.Holder;
import org.probity.shapes.ballot.Rounds;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// `./probity bench community [TRIES] [--quick] [--pages]`: 200 tokens, half for posts and half for the voices of a thread, are tried 100,000 times by 16 at once through the room's own door, over a
/// PostgreSQL that waits for its disk (a tenth of the tries with `--quick`, as many as are said, or none of it with `--pages`). One thing each may be bought, and all of it is shown as the next day begins. Then the pages of 10,080 people in
/// 208 places.
///
/// Ends with 0 when the goals are met, 1 when one is short, 2 when it could not run.
public final class CommunityBench {
    private static final int AT_ONCE = 16;
    private static final int TOKENS = 100;
    private static final int PEOPLE = 10_080;

    private CommunityBench() {}

    public static void main(String[] args) {
        try {
            var all = List.of(args);
            var tries = args.length > 0 && args[0].matches("[0-9]+") ? Integer.parseInt(args[0]) / 2 : all.contains("--quick") ? 5_000 : 50_000;
            System.exit(PageBench.house(house -> all.contains("--pages") ? onlyPages(house) : run(house, tries) & (args.length > 0 && args[0].matches("[0-9]+") || pages(house, 60))) ? 0 : 1);
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
        met &= goal("things shown beyond one for each token", shown - 2 * TOKENS, "0", shown == 2 * TOKENS);
        return met;
    }

    private static boolean onlyPages(ConfigurableApplicationContext house) {
        house.getBean(Community.class).open(new Me(UUID.randomUUID(), "Bench", Set.of(Role.UNION), Optional.empty()));
        return pages(house, 60);
    }

    /** 10,000 people in 8 bases, 40 departments and 160 teams, each with an officer and a deputy. */
    private static boolean pages(ConfigurableApplicationContext house, int times) {
        var hr = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
        var intake = house.getBean(Intake.class);
        var units = new StringBuilder("code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei\nHS,ENTITY,Helia Solar,赫利亚太阳能,,2010-01-01,,,,,\n");
        var people = new StringBuilder("number,name_zh,name_en,email,engagement,unit,title,from,until\n");
        var next = 0;
        for (var site = 0; site < 8; site++) {
            units.append("S").append(site).append(",SITE,Base ").append(site).append(",基地").append(site).append(",HS,2010-01-01,,CN,Anhui,,\n");
            for (var department = 0; department < 5; department++) {
                var code = "S" + site + "D" + department;
                units.append(code).append(",UNIT,Department ").append(code).append(",部门").append(code).append(",S").append(site).append(",2010-01-01,,,,,\n");
                for (var team = 0; team < 4; team++) {
                    var of = code + "T" + team;
                    units.append(of).append(",UNIT,Team ").append(of).append(",班组").append(of).append(',').append(code).append(",2010-01-01,,,,,\n");
                    for (var n = 0; n < PEOPLE / 160; n++) {
                        people.append("P").append(next).append(",,Person ").append(next++).append(",,EMPLOYEE,").append(of).append(",Operator,2020-01-01,\n");
                    }
                }
            }
        }
        bring(intake, units.toString(), hr);
        bring(intake, people.toString(), hr);
        var db = house.getBean(JdbcClient.class);
        db.sql("ANALYZE").update();
        var liaisons = house.getBean(Liaisons.class);
        var number = new AtomicInteger();
        done(liaisons.name(liaisons.cover().stream().flatMap(it -> Stream.of(Liaisons.Rank.values()).map(rank -> new Liaisons.Naming(it.unit(), rank, "P" + number.getAndIncrement()))).toList(), hr));
        PageBench.where(next + " people, " + liaisons.cover().size() + " places");
        var bench = new PageBench("community", house, hr, times);
        var met = true;
        for (var path : List.of("/app/community/scores", "/app/community/liaisons", "/app/community", "/app/community/panel")) {
            met &= bench.page(path, path);
        }
        return met;
    }

    private static void bring(Intake intake, String csv, Me hr) {
        done(intake.bringIn(done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "file.csv", hr.account())), hr.account()));
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new IllegalStateException("refused: " + reasons);
        };
    }
}
