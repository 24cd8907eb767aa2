package org.probity.people.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.time.TimeMachine;
import org.probity.people.Traces;
import org.probity.proof.Hash;
import org.probity.proof.MerkleTree;
import org.probity.shapes.ballot.Ballots;
import org.probity.shapes.ballot.Holder.Token;
import org.probity.shapes.ballot.Holder;
import org.probity.shapes.ballot.Rounds;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.measure.Measure;
import org.probity.shapes.measure.Measures;
import org.probity.shapes.rule.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** One person, one voice, and nobody can tell whose: what is sent, what is kept of it, and what follows. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class SayingSomethingAsNobodyTest {
    private static final LocalDate BEGUN = LocalDate.of(2024, 1, 1);

    @Autowired JdbcClient db;
    @Autowired MockMvcTester http;
    @Autowired Community community;
    @Autowired Threads threads;
    @Autowired Liaisons liaisons;
    @Autowired Panel panel;
    @Autowired Tallies tallies;
    @Autowired Batches batches;
    @Autowired Ballots ballots;
    @Autowired Rounds rounds;
    @Autowired Rules rules;
    @Autowired Measures measures;
    @Autowired Figures figures;
    @Autowired LettingGo lettingGo;
    @Autowired Log log;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired DemoPeople people;
    @Autowired TimeMachine time;
    @Autowired Clock clock;

    Me union;
    Me hr;
    UUID big;
    UUID small;

    @BeforeEach
    void aBoardIsOpen() {
        union = people.the(Role.UNION);
        hr = people.the(Role.HR);
        if (community.opened().isEmpty()) {
            var company = done(organisation.found("HS", Place.Kind.ENTITY, null, details("Helia Solar", "赫利亚太阳能", ""), BEGUN, "", hr.account()));
            var site = done(organisation.found("HF", Place.Kind.SITE, company, details("Hefei site", "合肥基地", "CN"), BEGUN, "", hr.account()));
            done(organisation.found("HF-W1", Place.Kind.UNIT, site, details("Workshop 1", "一车间", ""), BEGUN, "", hr.account()));
            done(organisation.found("HF-W2", Place.Kind.UNIT, site, details("Workshop 2", "二车间", ""), BEGUN, "", hr.account()));
            for (int at = 0; at < 53; at++) {
                done(staff.takeOn(new Staff.Identity("%06d".formatted(100 + at), "张" + at, "Zhang " + at, at < 6 ? "worker" + at + "@helia.example" : ""),
                        new Staff.Term(Engagement.EMPLOYEE, unit(at < 50 ? "HF-W1" : "HF-W2"), "Operator", BEGUN, null), "", hr.account()));
            }
            // Each day that passes is one for all rooms of the house.
            done(rules.decide(CommunityRule.ALL, CommunityRule.JUDGE_DAYS.code(), 3, LocalDate.now(clock), "a short one for a test", union));
            done(community.open(union));
            assertThat(key(community.open(union))).isEqualTo("community.opened-before");
        }
        big = unit("HF-W1");
        small = unit("HF-W2");
    }

    private static Organisation.Details details(String en, String zh, String country) {
        return new Organisation.Details(en, zh, country, country.isEmpty() ? "" : "Anhui", "", "");
    }

    private UUID unit(String code) {
        return db.sql("SELECT id FROM directory.unit WHERE code = :code").param("code", code).query(UUID.class).single();
    }

    private Me worker(int at) {
        var person = db.sql("SELECT id FROM directory.person WHERE number = :number").param("number", "%06d".formatted(100 + at)).query(UUID.class).single();
        var account = db.sql("SELECT account FROM directory.pass WHERE person = :person").param("person", person).query(UUID.class).optional().orElseGet(() -> done(passes.invite(person, "zh", hr.account())));
        return new Me(account, "Zhang " + at, Set.of(Role.EMPLOYEE), Optional.empty());
    }

    /** Of somebody whom only issuing knows. */
    private List<Token> tokens(UUID round, UUID person) {
        var holder = new Holder(rounds.find(round).orElseThrow());
        return holder.tokens(done(ballots.issue(round, person, holder.sent())));
    }

    private UUID month() {
        return community.month().orElseThrow().id();
    }

    /** A thread that is shown; the day has turned. */
    private UUID thread(Pseudonym author, UUID unit, String text) {
        var token = tokens(month(), UUID.randomUUID()).getFirst();
        var thread = UUID.randomUUID();
        done(community.post(month(), token, author.post(thread, "IDEA", unit, text, token)));
        time.advance(1);
        return thread;
    }

    private void named(Liaisons.Rank rank, int at) {
        if (liaisons.cover().stream().filter(it -> it.code().equals("HF-W1")).anyMatch(it -> rank == Liaisons.Rank.OFFICER ? it.officer() == null : it.deputy() == null)) {
            worker(at);
            done(liaisons.name(big, rank, "%06d".formatted(100 + at), hr));
        }
    }

    @Test
    void aPostIsTakenOnceAndShownTomorrowWithNothingThatTellsOfItsAuthor() throws Exception {
        var author = Pseudonym.drawn();
        var token = tokens(month(), UUID.randomUUID()).getFirst();
        var post = author.post(UUID.randomUUID(), "IDEA", big, "Longer breaks, please.", token);
        done(community.post(month(), token, post));
        assertThat(done(community.post(month(), token, post))).as("a lost answer is given again").isEqualTo(post.id());
        assertThat(key(community.post(month(), token, author.post(UUID.randomUUID(), "IDEA", null, "Another text", token)))).as("a replayed token").isEqualTo("ballot.spent-before");
        assertThat(threads.find(post.thread())).as("not before tomorrow").isEmpty();

        time.advance(1);
        assertThat(threads.find(post.thread())).hasValueSatisfying(it -> {
            assertThat(it.text()).isEqualTo("Longer breaks, please.");
            assertThat(it.due()).isAfter(it.day().plusDays(4));
        });
        assertThat(db.sql("SELECT count(*) FROM community.incoming").query(Long.class).single()).isZero();
        for (var table : List.of("incoming", "post", "voice", "judgement")) {
            assertThat(db.sql("SELECT data_type FROM information_schema.columns WHERE table_schema = 'community' AND table_name = :table").param("table", table).query(String.class).list())
                    .as("%s: no time finer than a day", table).doesNotContain("timestamp with time zone", "timestamp without time zone", "time without time zone", "inet");
        }
    }

    /** As `bench community` does with a hundred thousand; here a few hundred, in an order drawn by a fixed seed. */
    @Test
    void aTokenBuysOneThingHoweverManyTryAtOnce() throws Exception {
        var thread = thread(Pseudonym.drawn(), null, "Bicycle stands with a roof.");
        var fight = new DoubleSpends(community, rounds, ballots, 62);
        fight.posts(community.month().orElseThrow(), 4, 160);
        fight.voices(rounds.find(threads.find(thread).orElseThrow().voiceRound()).orElseThrow(), 4, 160);
        assertThat(fight.accepted(12)).as("of 320 tries with eight tokens").isEqualTo(8);
        time.advance(1);
        assertThat(threads.find(thread).orElseThrow().voices()).isEqualTo(4);
        assertThat(threads.shown()).filteredOn(it -> it.text().startsWith(DoubleSpends.TRY)).hasSize(4);
    }

    /** For a while the clock is a month behind, then a month ahead; later it is a day behind what has been shown. */
    @Test
    void aClockThatJumpsLosesNoTokenAndShowsNothingTwice() {
        var month = month();
        var author = Pseudonym.drawn();
        var token = tokens(month, UUID.randomUUID()).getFirst();
        var post = author.post(UUID.randomUUID(), "IDEA", null, "A clock in the hall.", token);
        var now = clock.instant();
        for (var days : List.of(-40, 40)) {
            time.at(now.plus(Duration.ofDays(days)), () -> assertThat(key(community.post(month, token, post))).isEqualTo("ballot.not-open"));
        }
        done(community.post(month, token, post));
        time.advance(1);
        var rows = db.sql("SELECT count(*) FROM community.post").query(Long.class).single();
        var counts = tallies.newest(500);
        time.at(now, () -> assertThat(done(community.post(month, token, post))).as("the answer that was lost").isEqualTo(post.id()));
        batches.aDayBegins(new DayHasBegun(LocalDate.now(clock)));
        assertThat(db.sql("SELECT count(*) FROM community.post").query(Long.class).single()).isEqualTo(rows);
        assertThat(tallies.newest(500)).isEqualTo(counts);
    }

    /** A row a measure upon a thread; what was dropped is left out, and what is done and not told is none yet. */
    @Test
    void improvementsCountOnceTheirResultStandsForAllToRead() {
        named(Liaisons.Rank.OFFICER, 4);
        named(Liaisons.Rank.DEPUTY, 5);
        var officer = worker(4);
        var improved = figures.find("improvements-published").orElseThrow();
        var thread = thread(Pseudonym.drawn(), big, "Fans in hall two.");
        done(threads.answer(thread, "We will see to it.", officer));
        var today = LocalDate.now(clock);
        var before = figures.live(improved, today.getYear());
        var promised = new ArrayList<Measure>();
        for (var what : List.of("Fans", "Shades", "Water", "A study of it")) {
            promised.add(done(measures.promise(new Measure.Subject(Threads.MEASURES, thread), what, officer.account(), today, officer)));
        }
        for (var one : promised.subList(0, 2)) {
            done(measures.done(one.id(), "They are there.", List.of(), officer));
            done(measures.seenDone(one.id(), "", worker(5)));
        }
        done(measures.publish(promised.getFirst().id(), "Six fans since Monday.", officer));
        done(measures.drop(promised.getLast().id(), "Not needed.", officer));
        var after = figures.live(improved, today.getYear());
        assertThat(sum(after, "published") - sum(before, "published")).as("one is told of").isOne();
        assertThat(after.included().size() - before.included().size()).as("what was dropped is left out").isEqualTo(3);
        assertThat(after.rows().size() - before.rows().size()).isEqualTo(4);
        assertThat(after.control().stated()).as("the log counted by itself").isEqualByComparingTo(after.control().rows());
        done(measures.publish(promised.getFirst().id(), "Seven fans.", officer));
        assertThat(sum(figures.live(improved, today.getYear()), "published")).as("a correction is no second one").isEqualTo(sum(after, "published"));
    }

    private static int sum(FigureValue value, String input) {
        return value.included().stream().mapToInt(it -> it.input(input).intValueExact()).sum();
    }

    /** What nothing moves in loses its words; what still waits keeps them, and the counts stay. */
    @Test
    void wordsAreLetGoWhenTheirTimeIsOver() {
        var thread = thread(Pseudonym.drawn(), null, "The lamp at the gate is broken.");
        var waits = thread(Pseudonym.drawn(), null, "And the one at the bus stop.");
        done(threads.answer(thread, "It will be mended.", hr));
        done(threads.publish(thread, "It is mended.", hr));
        time.advance(5);
        var moved = db.sql("SELECT max(day) FROM community.step WHERE thread = :thread").param("thread", thread).query(LocalDate.class).single();
        lettingGo.timeIsOver(new DayHasBegun(moved.plusMonths(24)));
        assertThat(threads.find(thread).orElseThrow().letGoOn()).as("on the last day").isNull();
        lettingGo.timeIsOver(new DayHasBegun(moved.plusMonths(24).plusDays(1)));
        assertThat(threads.find(thread)).hasValueSatisfying(it -> {
            assertThat(it.text()).isEqualTo("–");
            assertThat(it.letGoOn()).isNotNull();
        });
        assertThat(Traces.of(db, "lamp at the gate")).isEmpty();
        assertThat(Traces.of(db, "will be mended")).isEmpty();
        assertThat(threads.shown()).extracting(Threads.Thread::id).contains(waits).doesNotContain(thread);
        assertThat(http.get().uri("/app/community/threads/" + thread).with(As.me(hr))).hasStatusOk().bodyText().contains("kept no longer");
        assertThat(threads.scores(moved.minusYears(1)).stream().mapToLong(Threads.Score::threads).sum()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whoIsForgottenIsInNoOfficeAndTheirEntriesLoseTheirSalt() {
        var person = db.sql("SELECT id FROM directory.person WHERE number = '000107'").query(UUID.class).single();
        var site = db.sql("SELECT id FROM directory.unit WHERE code = 'HF'").query(UUID.class).single();
        var office = done(liaisons.name(site, Liaisons.Rank.OFFICER, "000107", hr));
        var record = db.sql("SELECT record FROM community.liaison WHERE id = :office").param("office", office).query(UUID.class).single();
        assertThat(log.opening(record)).isPresent();
        transaction.executeWithoutResult(_ -> events.publishEvent(new Directory.Forgotten(person)));
        assertThat(db.sql("SELECT until_day IS NOT NULL FROM community.liaison WHERE id = :office").param("office", office).query(Boolean.class).single()).isTrue();
        assertThat(log.opening(record)).as("the salt").isEmpty();
    }

    @Test
    void whatIsNotInOrderIsRefusedAndNoTokenIsLost() {
        var author = Pseudonym.drawn();
        var token = tokens(month(), UUID.randomUUID()).getFirst();
        var good = author.post(UUID.randomUUID(), "IDEA", null, "x", token);
        assertThat(key(community.post(month(), token, author.post(UUID.randomUUID(), "IDEA", null, " ", token)))).isEqualTo("community.text-missing");
        assertThat(key(community.post(month(), token, author.post(UUID.randomUUID(), "IDEA", null, "x".repeat(4001), token)))).isEqualTo("community.text-long");
        assertThat(key(community.post(month(), token, author.post(UUID.randomUUID(), "COMPLAINT", null, "x", token)))).isEqualTo("community.sort-unknown");
        assertThat(key(community.post(month(), token, author.post(UUID.randomUUID(), "IDEA", small, "x", token)))).as("three people work there").isEqualTo("community.place-small");
        assertThat(key(community.post(month(), token, author.post(UUID.randomUUID(), "", null, "x", token)))).isEqualTo("community.thread-unknown");
        assertThat(key(community.post(month(), token, new Community.Post(good.id(), good.thread(), "IDEA", null, "another text", good.author(), good.signature())))).isEqualTo("community.not-signed");
        assertThat(key(community.post(UUID.randomUUID(), token, good))).isEqualTo("ballot.not-signed");
        done(community.post(month(), token, good));
        assertThat(community.places()).extracting(Community.Named::unit).contains(big).doesNotContain(small);
    }

    @Test
    void everybodyHasOneVoiceForAThreadAndTheCountsAreInTheLog() {
        var thread = thread(Pseudonym.drawn(), big, "A second door for the canteen.");
        var round = threads.find(thread).orElseThrow().voiceRound();
        var said = tokens(round, UUID.randomUUID());
        assertThat(said).as("one each").hasSize(1);
        tokens(round, UUID.randomUUID());
        done(community.say(round, said.getFirst(), null));
        assertThat(key(community.say(round, said.getFirst(), null))).isEqualTo("ballot.spent-before");
        assertThat(key(community.say(month(), tokens(month(), UUID.randomUUID()).getFirst(), null))).as("posts pay no voices").isEqualTo("community.thread-unknown");
        time.advance(1);
        assertThat(threads.find(thread).orElseThrow().voices()).isEqualTo(1);
        var tally = tallies.newest(500).stream().filter(it -> it.round().equals(round)).findFirst().orElseThrow();
        assertThat(List.of(tally.issued(), tally.spent(), tally.shown())).containsExactly(2L, 1L, 1L);
        assertThat(db.sql("SELECT content FROM log.opening WHERE record = :record").param("record", tally.record()).query(String.class).single()).contains("\"issued\":2", "\"shown\":1", "\"spent\":1", tally.root());
        var tree = new MerkleTree.Growing();
        rounds.spent(round).forEach(it -> tree.add(Hash.leaf(it)));
        assertThat(tree.root().hex()).as("anybody computes the same").isEqualTo(tally.root());
        assertThat(http.get().uri("/community/rounds/" + round + "/tokens")).hasStatusOk().bodyText().contains(Hash.sha256(said.getFirst().message()).hex());
        assertThat(batches.shownOf(round)).isSubsetOf(rounds.spent(round).stream().map(HexFormat.of()::formatHex).toList());
        assertThat(http.get().uri("/community/count")).hasStatusOk().bodyText().contains("Voices for a thread");
    }

    @Test
    void thoseWhoModerateMayDisagreeAndTheAuthorMayAskAgain() {
        if (panel.sitting().isEmpty()) {
            worker(1);
            worker(2);
            worker(3);
            done(panel.seat(Panel.Seat.LIAISON, "000101", hr));
            assertThat(key(panel.seat(Panel.Seat.UNION, "000102", hr))).isEqualTo("community.seat-not-yours");
            done(panel.seat(Panel.Seat.UNION, "000102", union));
            assertThat(key(panel.seat(Panel.Seat.ELECTED, "000102", union))).isEqualTo("community.seat-taken");
            done(panel.seat(Panel.Seat.ELECTED, "000103", union));
        }
        var author = Pseudonym.drawn();
        var thread = thread(author, null, "Foreman so-and-so is lazy.");
        var post = threads.posts(List.of(thread)).getFirst().id();
        var look = done(panel.ask(post, hr));
        assertThat(key(panel.ask(post, hr))).isEqualTo("community.looked-before");
        assertThat(key(panel.say(look, true, "PERSON", hr))).isEqualTo("community.no-seat");
        assertThat(key(panel.say(look, true, "", worker(1)))).isEqualTo("community.reason-missing");
        assertThat(done(panel.say(look, true, "PERSON", worker(1)))).as("one alone hides nothing").isFalse();
        assertThat(key(panel.say(look, false, "", worker(1)))).isEqualTo("community.spoke-before");
        assertThat(done(panel.say(look, false, "", worker(2)))).as("they disagree").isFalse();
        assertThat(threads.find(thread).orElseThrow().hidden()).isNull();
        assertThat(done(panel.say(look, true, "PRIVATE", worker(3)))).isTrue();
        assertThat(threads.find(thread).orElseThrow().hidden()).as("with the reasons in its place").isEqualTo("PERSON PRIVATE");
        assertThat(threads.board().toString()).contains("PERSON").doesNotContain("so-and-so");
        assertThat(key(panel.say(look, false, "", worker(2)))).isEqualTo("community.look-over");

        assertThat(key(community.appeal(post, "I named nobody.", Pseudonym.drawn().appeal(post, "I named nobody.")))).as("another's key").isEqualTo("community.not-signed");
        done(community.appeal(post, "I named nobody.", author.appeal(post, "I named nobody.")));
        assertThat(key(community.appeal(post, "Again.", author.appeal(post, "Again.")))).isEqualTo("community.appealed-before");
        time.advance(1);
        var again = panel.open(worker(1)).stream().filter(it -> it.post().equals(post)).findFirst().orElseThrow();
        assertThat(again.appeal()).isEqualTo("I named nobody.");
        assertThat(done(panel.say(again.id(), false, "", worker(1)))).isFalse();
        assertThat(done(panel.say(again.id(), false, "", worker(2)))).as("all three are heard").isFalse();
        assertThat(done(panel.say(again.id(), true, "PERSON", worker(3)))).isTrue();
        assertThat(threads.find(thread).orElseThrow().hidden()).as("two of three keep it").isNull();
        assertThat(key(community.appeal(post, "x", author.appeal(post, "x")))).isEqualTo("community.not-hidden");
    }

    /** Counted person by person; somebody who works in two places counts in each and once in what is above both. */
    @Test
    void whoWorksWhereIsCountedInSetsAsItIsOneByOne() {
        transaction.executeWithoutResult(status -> {
            db.sql("""
                    INSERT INTO directory.engagement (id, person, kind, unit, title, from_day, recorded_at, batch, act)
                    SELECT gen_random_uuid(), person, 'PART_TIME', :small, '', from_day + 1, recorded_at, batch, act FROM directory.engagement WHERE unit = :big AND superseded_at IS NULL ORDER BY person LIMIT 7
                    """).param("small", small).param("big", big).update();
            record Count(UUID unit, long people) {}
            var one = db.sql("""
                    SELECT above.unit, count(DISTINCT engaged.person) AS people
                      FROM directory.engaged(:today, 'infinity') AS engaged
                      JOIN directory.places(:today, 'infinity') AS place ON place.unit = engaged.unit
                     CROSS JOIN unnest(place.path) AS above (unit)
                     WHERE engaged.kind <> 'RETIREE'
                     GROUP BY above.unit
                    """).param("today", LocalDate.now(clock)).query(Count.class).list();
            assertThat(liaisons.cover()).hasSizeGreaterThan(1).allSatisfy(it -> assertThat(one).contains(new Count(it.unit(), it.people())));
            status.setRollbackOnly();
        });
    }

    @Test
    void aPostIsAnsweredAMeasureIsPromisedAndReadersJudge() {
        named(Liaisons.Rank.OFFICER, 4);
        assertThat(key(liaisons.name(big, Liaisons.Rank.DEPUTY, "000104", hr))).isEqualTo("community.officer-and-deputy");
        named(Liaisons.Rank.DEPUTY, 5);
        assertThat(liaisons.cover()).filteredOn(it -> it.code().equals("HF-W1")).singleElement().satisfies(it -> assertThat(it.covered()).isTrue());
        assertThat(liaisons.cover()).extracting(Liaisons.Cover::code).as("three people owe no officer of their own").doesNotContain("HF-W2");
        var officer = worker(4);
        var thread = thread(Pseudonym.drawn(), big, "The canteen closes before the night shift begins.");
        assertThat(key(threads.answer(thread, "No.", hr))).as("somebody else answers there").isEqualTo("community.not-liaison");
        assertThat(key(threads.publish(thread, "Done.", officer))).isEqualTo("community.not-answered");
        done(threads.answer(thread, "It will stay open until one.", officer));
        assertThat(key(threads.answer(thread, "Again.", officer))).isEqualTo("community.answered-before");
        var measure = done(measures.promise(new Measure.Subject(Threads.MEASURES, thread), "Open the canteen until one", officer.account(), LocalDate.now(clock).plusDays(9), officer));
        assertThat(key(threads.publish(thread, "Done.", officer))).isEqualTo("community.measures-open");
        done(measures.done(measure.id(), "Open since Monday.", List.of(), officer));
        done(measures.seenDone(measure.id(), "", worker(5)));
        done(threads.publish(thread, "The canteen is open until one.", officer));
        var judging = threads.find(thread).orElseThrow().judgeRound();
        done(community.say(judging, tokens(judging, UUID.randomUUID()).getFirst(), false));
        time.advance(5);
        assertThat(threads.find(thread)).hasValueSatisfying(it -> {
            assertThat(it.state()).as("more said no").isEqualTo(Threads.State.OPEN);
            assertThat(it.reopened()).isTrue();
            assertThat(it.due()).isNotNull();
        });
        done(threads.answer(thread, "We asked again: the night shift begins at two.", worker(5)));
        done(threads.publish(thread, "The canteen is open until three.", officer));
        var again = threads.find(thread).orElseThrow().judgeRound();
        done(community.say(again, tokens(again, UUID.randomUUID()).getFirst(), true));
        time.advance(5);
        assertThat(threads.find(thread).orElseThrow().state()).isEqualTo(Threads.State.SOLVED);
        assertThat(threads.scores(LocalDate.now(clock).minusYears(1))).anySatisfy(it -> assertThat(it.solved()).isPositive());
        var year = LocalDate.now(clock).getYear();
        for (var figure : List.of("posts-answered", "liaison-cover")) {
            assertThat(figures.live(figures.find(figure).orElseThrow(), year).toString()).as(figure).isNotEmpty();
        }
    }

    @Test
    void whoeverBringsACookieIsTurnedAwayAndStrangersReadNothing() {
        assertThat(http.post().uri("/community/posts").header("Cookie", "probity=who-i-am")).hasStatus(422).bodyText().contains("community.cookie");
        assertThat(http.post().uri("/community/board").param("word", "0".repeat(32))).hasStatus(422).bodyText().contains("community.no-word");
        var word = db.sql("SELECT word FROM community.month ORDER BY first_day DESC LIMIT 1").query(String.class).single();
        var answer = http.post().uri("/community/board").param("word", word).exchange();
        assertThat(answer).hasStatusOk().doesNotContainHeader("Set-Cookie");
        assertThat(http.get().uri("/community")).hasStatusOk().doesNotContainHeader("Set-Cookie").hasHeader("Referrer-Policy", "no-referrer");
    }

    /** What breaks careless pages comes back as it was written, and nothing else happens. */
    @Test
    void naughtyTextsAreTextsAndNothingElse() throws Exception {
        var list = Path.of("../../shared/data/security/blns/blns.json");
        var naughty = new ArrayList<>(List.of("<script>alert(1)</script>", "'; DROP TABLE community.post; --", "${7*7}", "\u202etest", "ﷺ"));
        if (Files.exists(list)) {
            // Many in one text: each post costs a token.
            for (var it : JsonMapper.shared().readValue(Files.readString(list), String[].class)) {
                var longer = (naughty.getLast() + "\n" + it.replace("\0", "")).strip();
                if (longer.length() <= 4000) {
                    naughty.set(naughty.size() - 1, longer);
                } else {
                    naughty.add(it.replace("\0", "").strip());
                }
            }
        }
        var tokens = new ArrayList<Token>();
        while (tokens.size() < naughty.size()) {
            tokens.addAll(tokens(month(), UUID.randomUUID()));
        }
        var month = month();
        for (int at = 0; at < naughty.size(); at++) {
            var post = Pseudonym.drawn().post(UUID.randomUUID(), "IDEA", null, naughty.get(at), tokens.get(at));
            var encoder = Base64.getUrlEncoder().withoutPadding();
            assertThat(http.post().uri("/community/posts").param("round", month.toString()).param("message", encoder.encodeToString(tokens.get(at).message()))
                    .param("signature", encoder.encodeToString(tokens.get(at).signature())).param("post", post.id().toString()).param("thread", post.thread().toString()).param("sort", "IDEA")
                    .param("unit", "").param("text", naughty.get(at)).param("author", encoder.encodeToString(post.author())).param("signed", encoder.encodeToString(post.signature()))).as(naughty.get(at)).hasStatusOk();
        }
        time.advance(1);
        assertThat(db.sql("SELECT text FROM community.post").query(String.class).list()).containsAll(naughty);
    }

    @Test
    void whoeverLeftIsOnNoRoll() {
        var roll = new Everybody().communityRoll(db, clock);
        var round = community.month().orElseThrow();
        assertThat(roll.person(worker(0), round)).isPresent();
        assertThat(roll.person(new Me(UUID.randomUUID(), "Nobody", Set.of(Role.EMPLOYEE), Optional.empty()), round)).isEmpty();
        assertThat(roll.words(List.of(round))).containsKey(round.id());
    }
}
