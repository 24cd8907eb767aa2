package org.probity.people.survey;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Intake;
import org.probity.house.start.PageBench;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.people.survey.Survey.Kind;
import org.probity.shapes.ballot.Holder;
import org.probity.shapes.ballot.Rounds;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;

/// `./probity bench survey box [PEOPLE] [--quick] [--answers]`, also the second half of `bench survey`: 10,000 people of 480 teams answer the yearly questionnaire, 16 at once. Each opens the page and has a token signed in the process
/// of the house, with its gate; the ballot goes without a cookie over HTTP. Blinding runs before the clock starts, as it does in 10,000 browsers; taking it off runs within. Then the round
/// is counted and released beside the one of the year before, a further cut is asked for, and pages are measured (a tenth of the people with `--quick`). With `--answers` only the answering and the count: neither the
/// year before, nor a release, nor pages.
///
/// Ends with 0 when all goals are met, 1 when one is short, 2 when it could not run.
public final class BoxBench {
    private static final int AT_ONCE = 16;
    private static final double ANSWER_MILLIS = 500;
    private static final double AUDIT_SECONDS = 10;
    private static final Me HR = new Me(UUID.randomUUID(), "He Min", Set.of(Role.HR), Optional.empty());
    private static boolean met = true;

    private record Person(Me me, int place, Holder holder) {}

    /** How long each step of one who answers took, in milliseconds. */
    private record Took(double page, double token, double ballot) {}

    private final ConfigurableApplicationContext house;
    private final JdbcClient db;
    private final Surveys surveys;
    private final BallotBox box;
    private final Counting counting;
    private final Releasing releasing;
    private final MockMvcTester browser;
    private final HttpClient wire = HttpClient.newHttpClient();
    private final LocalDate today;
    private final int people;
    private final boolean answersAlone;
    private final long begun = System.nanoTime();

    private BoxBench(ConfigurableApplicationContext house, int people, boolean answersAlone) {
        this.house = house;
        this.db = house.getBean(JdbcClient.class);
        this.surveys = house.getBean(Surveys.class);
        this.box = house.getBean(BallotBox.class);
        this.counting = house.getBean(Counting.class);
        this.releasing = house.getBean(Releasing.class);
        this.browser = MockMvcTester.from((WebApplicationContext) house, it -> it.apply(springSecurity()).build());
        this.today = LocalDate.now(house.getBean(Clock.class));
        this.people = people;
        this.answersAlone = answersAlone;
    }

    public static void main(String[] args) {
        var quick = List.of(args).contains("--quick");
        try {
            var people = args.length > 0 && args[0].matches("[0-9]+") ? Integer.parseInt(args[0]) : quick ? 1_000 : 10_000;
            System.exit(PageBench.house(house -> new BoxBench(house, people, List.of(args).contains("--answers")).run(quick ? 20 : 60)) ? 0 : 1);
        } catch (Exception e) {
            System.out.println("survey could not run: " + e);
            System.exit(2);
        }
    }

    private static void goal(String what, double value, String bound, boolean reached) {
        met &= reached;
        System.out.printf(Locale.ROOT, "survey %s, %.3f, %s, %s%n", what, value, bound, reached ? "met" : "short");
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new IllegalStateException(reasons.toString());
        };
    }

    private boolean run(int times) throws Exception {
        fill();
        step("people are there");
        if (answersAlone) {
            var round = done(surveys.launch(new Surveys.Launch(Kind.YEARLY, Pack.YEARLY, List.of(), "", "", today, today), HR));
            db.sql("ANALYZE").update();
            PageBench.where(people + " people in " + places(round) + " places, " + AT_ONCE + " at once");
            answer(round);
            counted(round);
            return met;
        }
        var before = onPaper();
        step("the year before is counted and released");
        var round = done(surveys.launch(new Surveys.Launch(Kind.YEARLY, Pack.YEARLY, List.of(), "", "", today, today), HR));
        db.sql("ANALYZE").update();
        PageBench.where(people + " people in " + places(round) + " places, " + AT_ONCE + " at once");
        answer(round);
        step("all have answered");
        var worker = new Me(db.sql("SELECT account FROM directory.account ORDER BY person LIMIT 1").query(UUID.class).single(), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
        pages(times, HR, "open", "/app/survey/" + round, "/app/survey/" + round + "/slips", "/app/survey/launch", "/survey");
        pages(times, worker, "open, of one who is asked", "/app/survey", "/app/survey/" + round, "/app/survey/" + round + "/answer");
        step("pages of an open round");
        counted(round);
        var released = timed(() -> done(releasing.release(round, HR)));
        System.out.printf(Locale.ROOT, "# released in %.1f s: %d groups shown, %d parts joined%n", released, house.getBean(Results.class).lines(round).size(), releasing.merged(round).size());
        var cut = new ArrayList<Releasing.Granted>();
        var asked = timed(() -> cut.add(done(releasing.cut(round, 4, List.of(Releasing.TENURE, Releasing.KIND), HR))));
        goal("a further cut held against all that was released, s (" + cut.getFirst().getClass().getSimpleName() + ")", asked, "<= 10", asked <= AUDIT_SECONDS);
        db.sql("ANALYZE").update();
        var site = "/app/survey/" + round + "?under=" + URLEncoder.encode("HS / S0", StandardCharsets.UTF_8);
        var group = house.getBean(Results.class).lines(round).get(1).cell();
        for (var me : List.of(HR, worker)) {
            pages(times, me, me == HR ? "released" : "released, of one who was asked", "/app/survey", "/app/survey/" + round, site, "/app/survey/" + round + "/groups/" + group, "/app/survey/" + before);
        }
        return met;
    }

    private long places(UUID round) {
        return db.sql("SELECT count(*) FROM survey.place WHERE round = :round").param("round", round).query(Long.class).single();
    }

    private void counted(UUID round) {
        var seconds = timed(() -> counting.on(new DayHasBegun(today.plusDays(1))));
        var closing = counting.closing(round).orElseThrow();
        goal("ballots counted of " + people + ", and the count holds", closing.ballots(), String.valueOf(people), closing.ballots() == people && closing.holds() && closing.astray() == 0);
        System.out.printf(Locale.ROOT, "# counted in %.1f s%n", seconds);
    }

    /** Where the time goes, for whoever waits. */
    private void step(String what) {
        System.out.printf(Locale.ROOT, "# %s, %.0f s after the house stood%n", what, (System.nanoTime() - begun) / 1e9);
    }

    private static double timed(Runnable what) {
        long start = System.nanoTime();
        what.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private void pages(int times, Me me, String when, String... paths) {
        var bench = new PageBench("survey", house, me, times);
        for (var path : paths) {
            met &= bench.page(path, path.replaceFirst("survey/[0-9a-f-]{36}", "survey/ROUND").replaceFirst("groups/[0-9a-f-]{36}", "groups/GROUP") + " (" + when + ")");
        }
    }

    /** Five sites, four factories each, six departments, four teams: some twenty people in a team, as in the given simulation. */
    private void fill() {
        var units = new StringBuilder("code,kind,name_en,name_zh,parent,from,until,country,region,credit_code,lei\nHS,ENTITY,Helia Solar,赫利亚太阳能,,2010-01-01,,,,,\n");
        var teams = new ArrayList<String>();
        for (int site = 0; site < 5; site++) {
            unit(units, "S" + site, "HS");
            for (int factory = 0; factory < 4; factory++) {
                unit(units, "S" + site + "F" + factory, "S" + site);
                for (int department = 0; department < 6; department++) {
                    unit(units, "S" + site + "F" + factory + "D" + department, "S" + site + "F" + factory);
                    for (int team = 0; team < 4; team++) {
                        teams.add("S" + site + "F" + factory + "D" + department + "T" + team);
                        unit(units, teams.getLast(), "S" + site + "F" + factory + "D" + department);
                    }
                }
            }
        }
        bring(units.toString());
        var random = new SplittableRandom(7);
        var all = new StringBuilder("number,name_zh,name_en,email,engagement,unit,title,from,until\n");
        for (int at = 0; at < people; at++) {
            var began = today.minusDays(random.nextInt(100) < 25 ? 200 : random.nextInt(100) < 60 ? 900 : 3_000);
            all.append("P").append(at).append(",,Person ").append(at).append(",,").append(random.nextInt(100) < 8 ? "DISPATCH" : "EMPLOYEE").append(',').append(teams.get((int) (random.nextDouble() * random.nextDouble() * teams.size())))
                    .append(",Operator,").append(began).append(",\n");
        }
        bring(all.toString());
        db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) SELECT id, 'Somebody', id || '@helia.example', 'en', now(), id FROM directory.person").update();
        db.sql("INSERT INTO directory.account (person, account, linked_at, linked_by) SELECT id, id, now(), id FROM directory.person").update();
    }

    private static void unit(StringBuilder units, String code, String parent) {
        units.append(code).append(",UNIT,Unit ").append(code).append(",单位").append(code).append(',').append(parent).append(",2010-01-01,,,,,\n");
    }

    private void bring(String csv) {
        var intake = house.getBean(Intake.class);
        done(intake.bringIn(done(intake.read(csv.getBytes(StandardCharsets.UTF_8), "file.csv", HR.account())), HR.account()));
    }

    /** The year before, on slips read from paper; its days are put back to where they were. */
    private UUID onPaper() {
        var round = done(surveys.launch(new Surveys.Launch(Kind.YEARLY, Pack.YEARLY, List.of(), "", "", today, today), HR));
        var slips = house.getBean(Slips.class);
        var random = new SplittableRandom(11);
        var items = surveys.find(round).orElseThrow().items();
        var lines = new StringBuilder("code," + String.join(",", items) + "\n");
        for (var stack : slips.stacks(round)) {
            done(slips.print(round, stack.place(), HR)).stream().filter(_ -> random.nextInt(100) < 85)
                    .forEach(code -> lines.append(code).append(items.stream().map(_ -> "," + (2 + random.nextInt(4))).collect(Collectors.joining())).append('\n'));
        }
        done(box.bringIn(round, lines.toString().getBytes(StandardCharsets.UTF_8), HR));
        counting.on(new DayHasBegun(today.plusDays(1)));
        done(releasing.release(round, HR));
        db.sql("UPDATE figure.population SET name = 'survey of the year before' WHERE id = :id").param("id", releasing.population(round)).update();
        db.sql("UPDATE survey.round SET number = 'Y' || (year - 1), year = year - 1, first_day = first_day - 365, last_day = last_day - 365 WHERE id = :id").param("id", round).update();
        return round;
    }

    private void answer(UUID round) throws Exception {
        var survey = surveys.find(round).orElseThrow();
        var ballot = house.getBean(Rounds.class).find(survey.ballot()).orElseThrow();
        var asked = Collections.synchronizedList(new ArrayList<Person>());
        db.sql("SELECT account.account, invited.place FROM survey.invited JOIN directory.account USING (person) WHERE invited.round = :round").param("round", round)
                .query((row, n) -> new Person(new Me(row.getObject(1, UUID.class), "Somebody", Set.of(Role.EMPLOYEE), Optional.empty()), row.getInt(2), new Holder(ballot))).list().forEach(asked::add);
        var took = new ArrayList<Took>();
        long start = System.nanoTime();
        try (var crowd = Executors.newFixedThreadPool(AT_ONCE)) {
            for (var one : crowd.invokeAll(asked.stream().<Callable<Took>>map(it -> () -> answer(survey, it)).toList())) {
                took.add(one.get());
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        goal(people + " people answered, s", seconds, "<= 300", seconds <= 300);
        p95("the questionnaire opened", took.stream().mapToDouble(Took::page).toArray());
        p95("a token signed", took.stream().mapToDouble(Took::token).toArray());
        p95("a ballot put in over HTTP", took.stream().mapToDouble(Took::ballot).toArray());
    }

    private static void p95(String what, double[] millis) {
        Arrays.sort(millis);
        double p95 = millis[(int) Math.ceil(.95 * millis.length) - 1];
        System.out.printf(Locale.ROOT, "# %s: %.1f ms in the middle%n", what, millis[millis.length / 2]);
        goal(what + " by " + AT_ONCE + " at once, p95 ms", p95, "<= 500", p95 <= ANSWER_MILLIS);
    }

    private Took answer(Survey survey, Person it) throws Exception {
        long begun = System.nanoTime();
        must(200, browser.get().uri("/app/survey/" + survey.id() + "/answer").with(As.me(it.me())).exchange().getResponse().getStatus());
        long opened = System.nanoTime();
        var form = browser.post().uri("/app/ballot/" + survey.ballot() + "/tokens").with(As.me(it.me()));
        for (var one : it.holder().sent()) {
            form = form.param("blinded", encoded(one));
        }
        var signed = form.exchange().getResponse();
        must(200, signed.getStatus());
        long given = System.nanoTime();
        var signatures = Arrays.stream(signed.getContentAsString().replaceAll(".*\\[|].*", "").split(",")).map(one -> Base64.getUrlDecoder().decode(one.replace("\"", ""))).toList();
        var token = it.holder().tokens(signatures).getFirst();
        var fields = new StringBuilder("survey=" + survey.id() + "&place=" + it.place() + "&message=" + encoded(token.message()) + "&signature=" + encoded(token.signature()) + "&word="
                + encoded(UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII)) + "&remark=" + (it.hashCode() % 5 == 0 ? "More+light+in+the+hall%2C+please." : ""));
        var random = new SplittableRandom(it.place());
        survey.items().forEach(item -> fields.append('&').append(item).append('=').append(2 + random.nextInt(4)));
        long ready = System.nanoTime();
        must(200, wire.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.getEnvironment().getProperty("local.server.port") + "/survey/ballots"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(fields.toString())).build(), HttpResponse.BodyHandlers.ofString()).statusCode());
        return new Took((opened - begun) / 1e6, (given - opened) / 1e6, (System.nanoTime() - ready) / 1e6);
    }

    private static void must(int status, int answered) throws IOException {
        if (status != answered) {
            throw new IOException("answered " + answered);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
