package org.probity.people.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.done;
import static org.probity.people.career.ACareer.key;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.time.Spans;
import org.probity.house.ui.Query;
import org.probity.people.Traces;
import org.probity.people.career.ACareer.Someone;
import org.probity.shapes.evidence.LettingGo;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A round of rotation from its opening to a return, and who learns of what when. */
@WholeHouse
class ChangingPostsTest {
    @Autowired ApplicationContext house;
    @Autowired Rotation rotation;
    @Autowired Choices choices;
    @Autowired Matches matches;
    @Autowired Moves moves;
    @Autowired Expiry expiry;
    @Autowired Placements placements;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    ACareer career;
    LocalDate today;
    UUID unit;
    UUID elsewhere;
    Someone boss;
    Someone ren;
    UUID round;
    UUID opening;
    /** So many moves other tests of this house have put on another day than the log knows. */
    BigDecimal apart;

    @BeforeEach
    void aRoundWithAnOpening() {
        career = new ACareer(house);
        career.standards();
        today = LocalDate.now(clock);
        apart = figures.live(figures.find("career-rotations").orElseThrow(), today.getYear()).control().difference();
        unit = career.unit();
        elsewhere = career.unit();
        boss = career.head(unit);
        ren = career.someone(unit);
        round = done(rotation.open("Autumn", "秋季", today, today.plusDays(20), HR));
        opening = done(rotation.offer(round, plan(elsewhere, 1), HR));
    }

    Rotation.Plan plan(UUID at, int seats) {
        return new Rotation.Plan(code(at), "PRC-DIF", "Diffusion engineer", "扩散工程师", seats);
    }

    String code(UUID at) {
        return db.sql("SELECT code FROM directory.unit WHERE id = :id").param("id", at).query(String.class).single();
    }

    /** As if the window had ended yesterday. */
    void over() {
        db.sql("UPDATE career.round SET from_day = :day, until_day = :day WHERE id = :id").param("day", today.minusDays(1)).param("id", round).update();
    }

    void gotIt() {
        done(choices.choose(round, List.of(opening), "Diffusion is what I learnt", ren.me()));
        done(choices.clear(round, ren.person(), true, "", HR));
        over();
        assertThat(done(matches.match(round, HR))).isOne();
    }

    @Test
    void aRoundIsOpenedAndFilledByHumanResources() {
        assertThat(key(rotation.open("A", "甲", today, today, ren.me()))).isEqualTo("career.not-yours");
        assertThat(browser.post().uri("/app/careers/rounds").param("titleEn", "A").param("titleZh", "甲").param("fromDay", today.toString()).param("untilDay", "soon").with(As.me(HR)).exchange())
                .as("career.day-wrong").hasStatus(422).bodyText().contains("Write a day, such as 2026-12-31.");
        assertThat(key(rotation.open(" ", "甲", today, today, HR))).isEqualTo("career.title-wrong");
        assertThat(key(rotation.open("A", "甲", today, today.minusDays(1), HR))).isEqualTo("career.window-wrong");
        assertThat(key(rotation.offer(round, plan(elsewhere, 1), ren.me()))).isEqualTo("career.not-yours");
        assertThat(key(rotation.offer(UUID.randomUUID(), plan(elsewhere, 1), HR))).isEqualTo("career.round-unknown");
        assertThat(key(rotation.offer(round, new Rotation.Plan("NO-UNIT", "PRC-DIF", "A", "甲", 1), HR))).isEqualTo("career.unit-unknown");
        assertThat(key(rotation.offer(round, new Rotation.Plan(code(elsewhere), "NO", "A", "甲", 1), HR))).isEqualTo("career.track-unknown");
        assertThat(key(rotation.offer(round, new Rotation.Plan(code(elsewhere), "PRC-DIF", "", "甲", 1), HR))).isEqualTo("career.title-wrong");
        assertThat(key(rotation.offer(round, plan(elsewhere, 0), HR))).isEqualTo("career.seats-wrong");
        done(choices.choose(round, List.of(opening), "", ren.me()));
        assertThat(key(rotation.offer(round, plan(elsewhere, 1), HR))).as("what there is to choose stays").isEqualTo("career.round-begun");
    }

    @Test
    void choicesAreOfOtherUnitsAfterAYearInTheRole() {
        assertThat(key(choices.choose(round, List.of(opening), "", HR))).isEqualTo("career.no-person");
        assertThat(key(choices.choose(UUID.randomUUID(), List.of(), "", ren.me()))).isEqualTo("career.round-unknown");
        assertThat(key(choices.choose(round, IntStream.range(0, 4).mapToObj(i -> UUID.randomUUID()).toList(), "", ren.me()))).isEqualTo("career.choices-many");
        assertThat(key(choices.choose(round, List.of(UUID.randomUUID()), "", ren.me()))).isEqualTo("career.choice-unknown");
        assertThat(key(choices.choose(round, List.of(opening, opening), "", ren.me()))).isEqualTo("career.choice-unknown");
        assertThat(key(choices.choose(round, List.of(opening), "", career.someone(elsewhere).me()))).isEqualTo("career.choice-own");
        assertThat(key(choices.choose(round, List.of(opening), "x".repeat(4_001), ren.me()))).isEqualTo("career.words-long");
        db.sql("UPDATE directory.engagement SET from_day = :day WHERE person = :person").param("day", today.minusMonths(12).plusDays(1)).param("person", ren.person()).update();
        assertThat(key(choices.choose(round, List.of(opening), "", ren.me()))).as("a day short of twelve months").isEqualTo("career.role-short");
        db.sql("UPDATE directory.engagement SET from_day = :day WHERE person = :person").param("day", today.minusMonths(12)).param("person", ren.person()).update();
        assertThat(done(choices.choose(round, List.of(opening), "", ren.me()))).isOne();
        over();
        assertThat(key(choices.choose(round, List.of(opening), "", ren.me()))).isEqualTo("career.round-closed");
    }

    @Test
    void aChoiceIsConfidentialUntilTheMatch() {
        done(choices.choose(round, List.of(opening), "Please say nothing", ren.me()));
        var path = "/app/careers/rounds/" + round;
        var move = "/app/careers/moves/" + opening + "/" + ren.person();
        assertThat(browser.get().uri(path).with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().contains("Please say nothing");
        assertThat(browser.get().uri(path).with(As.me(HR)).exchange()).bodyText().contains(ren.number());
        assertThat(browser.get().uri(path).with(As.me(boss.me())).exchange()).hasStatusOk().bodyText().doesNotContain(ren.number(), "Please say nothing");
        assertThat(browser.get().uri(move).with(As.me(boss.me())).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/careers/rounds").with(As.me(boss.me())).exchange()).bodyText().doesNotContain(ren.number());
        assertThat(browser.get().uri("/app").with(As.me(boss.me())).exchange()).bodyText().doesNotContain(ren.number());
        done(choices.clear(round, ren.person(), true, "", HR));
        over();
        assertThat(browser.get().uri(move).with(As.me(boss.me())).exchange()).as("over, and not matched").hasStatus(404);
        assertThat(browser.post().uri(path + "/match").with(As.me(HR)).exchange()).hasStatus(303);
        assertThat(browser.get().uri(move).with(As.me(boss.me())).exchange()).hasStatusOk().bodyText().contains(ren.number(), "Release");
        assertThat(browser.get().uri(move).with(As.me(ren.me())).exchange()).hasStatusOk();
        assertThat(browser.get().uri(move).with(As.me(career.someone(unit).me())).exchange()).as("a colleague").hasStatus(404);
        assertThat(db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to").param("to", boss.me().account() + "@helia.example").query(Long.class).single()).isOne();
        assertThat(browser.get().uri(path).with(As.me(HR)).exchange()).bodyText().contains("none would both rather have each other");
    }

    @Test
    void whoIsToBeClearedStandsFirstAndARoundIsLeafedThrough() {
        var path = "/app/careers/rounds/" + round;
        var all = Query.all(path);
        var second = career.someone(unit);
        var colleague = career.someone(unit);
        List.of(ren, second, colleague).forEach(it -> done(choices.choose(round, List.of(opening), "", it.me())));
        done(choices.clear(round, ren.person(), true, "", HR));
        assertThat(choices.of(round, all)).extracting(Choices.Choice::person).hasSize(3).endsWith(ren.person());
        assertThat(choices.of(round, all.with("q", second.number()))).singleElement().extracting(Choices.Choice::person).isEqualTo(second.person());
        assertThat(choices.count(round, all.with("q", second.number()))).isOne();
        assertThat(choices.of(round, all.onPage(2))).as("fifty on a page").isEmpty();
        done(choices.clear(round, second.person(), true, "", HR));
        done(choices.clear(round, colleague.person(), false, "Six months of discipline", HR));
        over();
        done(matches.match(round, HR));
        assertThat(matches.shortlisted(round, all)).extracting(Matches.Shortlisted::person).containsExactlyInAnyOrder(ren.person(), second.person());
        assertThat(matches.count(round, all.with("q", ren.number()))).isOne();
        assertThat(matches.shortlisted(round, all.onPage(2))).isEmpty();
        assertThat(browser.get().uri(path).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Order of each opening").doesNotContain("Six months of discipline");
        assertThat(browser.get().uri(path + "?show=choices").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Six months of discipline");
        assertThat(browser.get().uri(path + "?show=choices").with(As.me(ren.me())).exchange()).as("somebody else's choice").bodyText().doesNotContain("Six months of discipline", second.number());
    }

    @Test
    void aRoundIsMatchedOnceAfterItsWindowWhenEverybodyIsCleared() {
        var second = career.someone(unit);
        done(choices.choose(round, List.of(opening), "", ren.me()));
        done(choices.choose(round, List.of(opening), "", second.me()));
        assertThat(key(choices.clear(round, ren.person(), true, "", ren.me()))).isEqualTo("career.not-yours");
        assertThat(key(choices.clear(round, boss.person(), true, "", HR))).isEqualTo("career.choice-none");
        assertThat(key(choices.clear(round, ren.person(), false, " ", HR))).isEqualTo("career.clear-reason");
        var keeper = career.someone(unit, Role.HR);
        done(choices.choose(round, List.of(opening), "", keeper.me()));
        assertThat(key(choices.clear(round, keeper.person(), true, "", keeper.me()))).isEqualTo("career.own-application");
        done(choices.choose(round, List.of(), "", keeper.me()));
        assertThat(key(matches.match(round, ren.me()))).isEqualTo("career.not-yours");
        assertThat(key(matches.match(UUID.randomUUID(), HR))).isEqualTo("career.round-unknown");
        assertThat(key(matches.match(round, HR))).isEqualTo("career.round-open");
        over();
        assertThat(key(matches.match(round, HR))).isEqualTo("career.clear-first");
        done(choices.clear(round, ren.person(), true, "", HR));
        done(choices.clear(round, second.person(), true, "", HR));
        career.decided(career.sent(second, "PRC-DIF", 1), 1, Map.of());
        assertThat(done(matches.match(round, HR))).isOne();
        assertThat(matches.shortlisted(round)).extracting(Matches.Shortlisted::person, Matches.Shortlisted::got).as("who holds a level on the track comes first")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(second.person(), true), org.assertj.core.groups.Tuple.tuple(ren.person(), false));
        assertThat(key(matches.match(round, HR))).isEqualTo("career.round-matched");
        assertThat(key(choices.clear(round, ren.person(), true, "", HR))).isEqualTo("career.round-matched");
        assertThat(moves.find(opening, ren.person(), HR)).as("who got nothing has no move").isEmpty();
    }

    @Test
    void aManagerLetsGoWithinSixtyDaysAndPutsOffOnce() {
        gotIt();
        assertThat(key(moves.release(opening, UUID.randomUUID(), today, "", boss.me()))).isEqualTo("career.unknown");
        assertThat(key(moves.release(opening, ren.person(), today, "", ren.me()))).isEqualTo("career.not-manager");
        assertThat(key(moves.release(opening, ren.person(), today.minusDays(1), "", boss.me()))).isEqualTo("career.day-past");
        assertThat(key(moves.release(opening, ren.person(), today.plusDays(61), "", boss.me()))).isEqualTo("career.release-late");
        assertThat(browser.post().uri("/app/careers/moves/" + opening + "/" + ren.person() + "/release").param("day", "").with(As.me(boss.me())).exchange()).as("career.day-wrong").hasStatus(422).bodyText()
                .contains("Write a day, such as 2026-12-31.");
        done(moves.release(opening, ren.person(), today.plusDays(60), "", boss.me()));
        assertThat(key(moves.release(opening, ren.person(), today.plusDays(90), " ", boss.me()))).isEqualTo("career.defer-reason");
        assertThat(key(moves.release(opening, ren.person(), today.plusDays(91), "A start of production", boss.me()))).isEqualTo("career.release-late");
        done(moves.release(opening, ren.person(), today.plusDays(90), "A start of production", boss.me()));
        assertThat(key(moves.release(opening, ren.person(), today.plusDays(80), "Again", boss.me()))).isEqualTo("career.defer-used");
    }

    @Test
    void nobodyMovesWithoutAChangeOfContractInWritingAndMayComeBack() {
        gotIt();
        var file = new Proofs.Upload("change.pdf", "signed".getBytes(StandardCharsets.UTF_8));
        assertThat(key(moves.move(opening, ren.person(), today.plusDays(1), ren.me()))).isEqualTo("career.not-yours");
        assertThat(key(moves.move(opening, boss.person(), today.plusDays(1), HR))).isEqualTo("career.unknown");
        assertThat(key(moves.move(opening, ren.person(), today.plusDays(1), HR))).isEqualTo("career.not-released");
        done(moves.release(opening, ren.person(), today, "", boss.me()));
        assertThat(key(moves.move(opening, ren.person(), today.plusDays(1), HR))).isEqualTo("career.not-signed");
        assertThat(key(moves.sign(opening, ren.person(), file, ren.me()))).isEqualTo("career.not-yours");
        assertThat(key(moves.sign(opening, boss.person(), file, HR))).isEqualTo("career.unknown");
        assertThat(key(moves.sign(opening, ren.person(), new Proofs.Upload("x", new byte[0]), HR))).isEqualTo("career.file-missing");
        assertThat(key(moves.sign(opening, ren.person(), new Proofs.Upload("x", new byte[Proofs.FILE_BYTES_MAX + 1]), HR))).isEqualTo("career.file-big");
        assertThat(browser.post().uri("/app/careers/moves/" + opening + "/" + ren.person() + "/contract").multipart().file(new MockMultipartFile("file", "change.pdf", null, file.bytes()))
                .with(As.me(HR)).exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app/careers/moves/" + opening + "/" + ren.person() + "/contract").with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().isEqualTo("signed");
        assertThat(key(moves.move(opening, ren.person(), today, HR))).as("the last day in the old post").isEqualTo("career.before-release");
        assertThat(key(moves.comeBack(opening, ren.person(), ren.me()))).isEqualTo("career.not-moved");
        var before = rotations();
        done(moves.move(opening, ren.person(), today.plusDays(1), HR));
        assertThat(rotations()).as("the first day is to come").isEqualTo(before);
        assertThat(unitOn(today)).as("the directory learns of it by its own door").isEqualTo(unit);
        assertThat(unitOn(today.plusDays(1))).isEqualTo(elsewhere);
        assertThat(placements.trackOf(ren.person())).contains("PRC-DIF");
        assertThat(key(moves.move(opening, ren.person(), today.plusDays(2), HR))).isEqualTo("career.move-over");
        assertThat(key(moves.sign(opening, ren.person(), file, HR))).isEqualTo("career.move-over");
        assertThat(key(moves.release(opening, ren.person(), today, "", boss.me()))).isEqualTo("career.move-over");
        assertThat(key(moves.comeBack(opening, ren.person(), boss.me()))).as("only who moved").isEqualTo("career.unknown");
        db.sql("UPDATE career.move SET day = :day WHERE opening = :opening AND step = 'MOVED'").param("day", today.minusMonths(6)).param("opening", opening).update();
        assertThat(key(moves.comeBack(opening, ren.person(), ren.me()))).isEqualTo("career.return-late");
        db.sql("UPDATE career.move SET day = :day WHERE opening = :opening AND step = 'MOVED'").param("day", Spans.firstWithin(6, today)).param("opening", opening).update();
        assertThat(browser.post().uri("/app/careers/moves/" + opening + "/" + ren.person() + "/return").with(As.me(ren.me())).exchange()).as("the last day of six months").hasStatus(303);
        assertThat(key(moves.comeBack(opening, ren.person(), ren.me()))).isEqualTo("career.returned-already");
    }

    private UUID unitOn(LocalDate day) {
        return db.sql("SELECT unit FROM directory.engaged(:day, 'infinity') WHERE person = :person").param("day", day).param("person", ren.person()).query(UUID.class).single();
    }

    @Test
    void whoeverComesBackIsInTheirUnitAgainFromTheNextDayOn() {
        gotIt();
        done(moves.release(opening, ren.person(), today, "", boss.me()));
        done(moves.sign(opening, ren.person(), new Proofs.Upload("change.pdf", "signed".getBytes(StandardCharsets.UTF_8)), HR));
        done(moves.move(opening, ren.person(), today.plusDays(1), HR));
        db.sql("UPDATE career.move SET day = day - 9 WHERE opening = :opening AND step = 'MOVED'").param("opening", opening).update();
        db.sql("UPDATE directory.engagement SET until_day = until_day - 9, from_day = CASE WHEN unit = :there THEN from_day - 9 ELSE from_day END WHERE person = :person AND superseded_at IS NULL")
                .param("there", elsewhere).param("person", ren.person()).update();
        assertThat(unitOn(today)).isEqualTo(elsewhere);
        done(moves.comeBack(opening, ren.person(), ren.me()));
        assertThat(unitOn(today)).isEqualTo(elsewhere);
        assertThat(unitOn(today.plusDays(1))).isEqualTo(unit);
    }

    @Test
    void whoIsNotEngagedOnTheDayBeforeCannotBeMoved() {
        gotIt();
        done(moves.release(opening, ren.person(), today, "", boss.me()));
        done(moves.sign(opening, ren.person(), new Proofs.Upload("change.pdf", "signed".getBytes(StandardCharsets.UTF_8)), HR));
        db.sql("UPDATE directory.engagement SET until_day = :day WHERE person = :person AND superseded_at IS NULL").param("day", today.minusDays(1)).param("person", ren.person()).update();
        assertThat(key(moves.move(opening, ren.person(), today.plusDays(1), HR))).isEqualTo("career.not-engaged");
        assertThat(moves.find(opening, ren.person(), HR).orElseThrow().did(Moves.Step.MOVED)).as("nothing half done").isEmpty();
    }

    @Test
    void whoseNewestRatingIsBelowDoesNotRotateInThisRound() {
        done(choices.choose(round, List.of(opening), "", ren.me()));
        assertThat(choices.of(round)).singleElement().extracting(Choices.Choice::side).isNull();
        var cycle = UUID.randomUUID();
        var until = LocalDate.of(2019, 1, 1).plusDays(Math.floorMod(cycle.getLeastSignificantBits(), 3_000));
        db.sql("""
                INSERT INTO performance.cycle (id, from_day, until_day, population_day, sign_by, mid_year_by, self_by, rate_by, calibrate_by, talk_by, lines_on, followed_on, followed_at, opened_by, opened_at)
                SELECT :id, :from, :until, :until, :until, :until, :until, :until, :until, :until, :until, :until, now(), :by, now()
                """)
                .param("id", cycle).param("from", until.minusDays(90)).param("until", until).param("by", HR.account()).update();
        db.sql("""
                INSERT INTO performance.member (cycle, person, kind, unit, title, since, scheme, manager, added_at)
                SELECT :cycle, :person, 'EMPLOYEE', :unit, '', :day, rating.scheme, :manager, now() FROM performance.rating WHERE rating.side = 'BELOW' LIMIT 1
                """)
                .param("cycle", cycle).param("person", ren.person()).param("unit", unit).param("day", until).param("manager", boss.person()).update();
        db.sql("""
                INSERT INTO performance.assessment (id, cycle, person, no, scheme, rating, origin, words, by, at, salt)
                SELECT gen_random_uuid(), :cycle, :person, 1, rating.scheme, rating.code, 'BROUGHT_IN', '', :by, now(), gen_random_uuid()
                  FROM performance.rating JOIN performance.member ON member.scheme = rating.scheme AND member.cycle = :cycle WHERE rating.side = 'BELOW' LIMIT 1
                """)
                .param("cycle", cycle).param("person", ren.person()).param("by", HR.account()).update();
        assertThat(done(choices.clear(round, ren.person(), true, "", HR))).as("the cycle is not closed, so nothing is in force").isTrue();
        db.sql("UPDATE performance.cycle SET closed_by = :by, closed_at = now() WHERE id = :cycle").param("by", HR.account()).param("cycle", cycle).update();
        assertThat(key(choices.clear(round, ren.person(), true, "", HR))).isEqualTo("career.rating-below");
        assertThat(done(choices.clear(round, ren.person(), false, "The rating", HR))).isFalse();
        assertThat(browser.get().uri("/app/careers/rounds/" + round).with(As.me(HR)).exchange()).bodyText().contains("below what was agreed");
        assertThat(browser.get().uri("/app/careers/rounds/" + round).with(As.me(boss.me())).exchange()).bodyText().doesNotContain("below what was agreed");
    }

    /** In the year of tomorrow, on which the move lies. */
    private int rotations() {
        var value = figures.live(figures.find("career-rotations").orElseThrow(), today.plusDays(1).getYear());
        assertThat(value.control().difference()).isEqualByComparingTo(apart);
        return Integer.parseInt(value.shown());
    }

    @Test
    void holdersAreToldOnceBeforeALevelRunsOut() {
        career.decided(career.sent(ren, "PRC-DIF", 1), 1, Map.of());
        var until = db.sql("SELECT until_day FROM career.decision WHERE person = :person").param("person", ren.person()).query(LocalDate.class).single();
        assertThat(expiry.of(ren.person(), until.minusDays(91))).isEmpty();
        assertThat(expiry.of(ren.person(), until.minusDays(90))).hasSize(1);
        var letters = letters();
        expiry.aDayBegins(new DayHasBegun(until.minusDays(91)));
        assertThat(letters()).isEqualTo(letters);
        expiry.aDayBegins(new DayHasBegun(until.minusDays(90)));
        assertThat(letters()).isEqualTo(letters + 1);
        career.sent(ren, "PRC-DIF", 1);
        assertThat(expiry.of(ren.person(), until.minusDays(90))).as("who shows it again is not told").isEmpty();
    }

    private long letters() {
        return db.sql("SELECT count(*) FROM mail.letter WHERE recipient = :to").param("to", ren.me().account() + "@helia.example").query(Long.class).single();
    }

    @Test
    void whatSomebodyWhoIsForgottenWroteAndBroughtGoesAndTheMoveCounts() {
        var word = "w" + UUID.randomUUID();
        var applications = house.getBean(Applications.class);
        var proofs = house.getBean(Proofs.class);
        var seats = house.getBean(Seats.class);
        var panels = house.getBean(Panels.class);
        var application = done(applications.open("PRC-DIF", 1, ren.me()));
        var items = career.words(application);
        items.replaceAll((item, _) -> word);
        done(proofs.keep(application, items, ren.me()));
        done(proofs.attach(application, items.keySet().iterator().next(), new Proofs.Upload(word + ".pdf", ("paper " + word).getBytes(StandardCharsets.UTF_8)), ren.me()));
        done(proofs.send(application, ren.me()));
        var there = career.unit();
        var panel = List.of(career.someone(there), career.someone(there), career.someone(there));
        done(seats.call(application, panel.stream().map(Someone::number).toList(), HR));
        var found = new HashMap<UUID, Panels.Finding>();
        items.keySet().forEach(item -> found.put(item, new Panels.Finding(1, word)));
        panel.forEach(it -> done(panels.say(application, found, it.me())));
        done(panels.decide(application, panel.getFirst().me()));
        done(choices.choose(round, List.of(opening), word, ren.me()));
        done(choices.clear(round, ren.person(), true, word, HR));
        over();
        done(matches.match(round, HR));
        done(moves.release(opening, ren.person(), today, word, boss.me()));
        done(moves.sign(opening, ren.person(), new Proofs.Upload(word + ".pdf", ("contract " + word).getBytes(StandardCharsets.UTF_8)), HR));
        db.sql("UPDATE career.move SET day = :day WHERE step = 'RELEASED' AND person = :person").param("day", today.minusDays(1)).param("person", ren.person()).update();
        done(moves.move(opening, ren.person(), today, HR));
        var moved = db.sql("SELECT record FROM career.move WHERE step = 'MOVED' AND person = :person").param("person", ren.person()).query(UUID.class).single();
        var rotations = figures.find("career-rotations").orElseThrow();
        var before = figures.live(rotations, today.getYear());
        assertThat(before.rows()).as("its first day has come").filteredOn(it -> it.number().equals(ren.number())).hasSize(1);
        assertThat(before.control().difference()).isEqualByComparingTo(apart);
        var open = done(applications.open("PRC-WET", 1, ren.me()));
        assertThat(Traces.of(db, word)).contains("career.said.words", "career.vote.reason", "career.choice.words", "career.move.words", "evidence.item.name", "evidence.chunk.bytes");

        transaction.executeWithoutResult(_ -> house.publishEvent(new Directory.Forgotten(ren.person())));
        house.getBean(LettingGo.class).day(new DayHasBegun(today.plusDays(1)));
        assertThat(Traces.of(db, word)).isEmpty();
        assertThat(house.getBean(Log.class).opening(moved)).as("the salt").isEmpty();
        assertThat(db.sql("SELECT count(*) FROM log.record WHERE id = :record").param("record", moved).query(Long.class).single()).as("the commitment").isOne();
        assertThat(figures.live(rotations, today.getYear()).rows()).isEqualTo(before.rows());
        assertThat(browser.get().uri("/app/careers/moves/" + opening + "/" + ren.person()).with(As.me(HR)).exchange()).as("without a contract").hasStatusOk().bodyText().doesNotContain("/contract\">");
        assertThat(browser.get().uri("/app/careers/moves/" + opening + "/" + ren.person() + "/contract").with(As.me(HR)).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/careers/applications/" + application).with(As.me(HR)).exchange()).hasStatusOk();
        assertThat(applications.find(open).orElseThrow()).as("nothing waits for somebody who is forgotten").extracting(Application::state, Application::because).containsExactly(Application.State.WITHDRAWN, "FORGOTTEN");
        assertThat(browser.get().uri("/app/careers/applications/" + open).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("was erased");
        assertThat(db.sql("SELECT choice FROM career.shortlisted WHERE person = :person").param("person", ren.person()).query(Integer.class).single()).as("how much they wanted it").isZero();
    }
}
