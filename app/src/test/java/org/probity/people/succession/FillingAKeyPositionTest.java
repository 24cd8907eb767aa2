package org.probity.people.succession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.done;
import static org.probity.people.career.ACareer.key;
import static org.probity.people.succession.APost.met;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.start.Statements;
import org.probity.house.start.WholeHouse;
import org.probity.people.career.ACareer.Someone;
import org.probity.people.succession.Naming.State;
import org.probity.people.succession.Requirement.Want;
import org.probity.people.succession.Successor.Readiness;
import org.probity.shapes.rule.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class FillingAKeyPositionTest {
    @Autowired ApplicationContext house;
    @Autowired Positions positions;
    @Autowired Requirements requirements;
    @Autowired Namings namings;
    @Autowired Projects projects;
    @Autowired Successors successors;
    @Autowired Rules rules;
    @Autowired JdbcClient db;
    @Autowired DataSource source;
    @Autowired Directory directory;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    APost posts;
    UUID unit;
    Someone ren;

    @BeforeEach
    void somebodyAndAUnit() {
        posts = new APost(house);
        unit = posts.career.unit();
        ren = posts.career.someone(unit);
    }

    String html(String path, Someone who) {
        return body(browser.get().uri(path).with(As.me(who.me())).exchange());
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPostIsKeyWhenEnoughCriteriaAreMetAndNotBecauseSomebodySaysSo() {
        assertThat(key(positions.open(new Position.Plan(posts.code(unit), "A", "甲", false), ren.me()))).isEqualTo("succession.not-yours");
        assertThat(key(positions.open(new Position.Plan("NO-UNIT", "A", "甲", false), HR))).isEqualTo("succession.unit-unknown");
        assertThat(key(positions.open(new Position.Plan(posts.code(unit), "A", " ", false), HR))).isEqualTo("succession.role-wrong");
        var id = posts.entered(unit);
        assertThat(key(positions.judge(id, met(Criterion.SINGLE), ren.me()))).isEqualTo("succession.not-yours");
        assertThat(key(positions.judge(UUID.randomUUID(), met(Criterion.SINGLE), HR))).isEqualTo("succession.position-unknown");
        assertThat(key(positions.judge(id, Map.of(Criterion.SINGLE, " "), HR))).isEqualTo("succession.judged-the-same");
        assertThat(key(positions.judge(id, Map.of(Criterion.SINGLE, "x".repeat(2_001)), HR))).isEqualTo("succession.reason-long");
        assertThat(done(positions.judge(id, met(Criterion.SINGLE), HR)).key()).as("one is not enough").isFalse();
        assertThat(key(namings.name(id, ren.number(), HR))).isEqualTo("succession.not-key");
        assertThat(key(positions.judge(id, met(Criterion.SINGLE), HR))).isEqualTo("succession.judged-the-same");
        assertThat(done(positions.judge(id, met(Criterion.SINGLE, Criterion.REQUIRED), HR)).key()).isTrue();
        assertThat(successors.find(id, HR).orElseThrow().state()).isEqualTo(Position.State.ASKS_NOTHING);
        assertThat(done(positions.judge(id, Map.of(), HR)).key()).as("it is no key position any more").isFalse();
        assertThat(positions.judgements(id)).as("every judgement stays").hasSize(3);
    }

    @Test
    void onePostLeadsAUnitAndIsHeldByWhoeverTheDirectoryNames() {
        var head = posts.career.head(unit);
        var id = done(positions.open(new Position.Plan(posts.code(unit), "Head of diffusion", "扩散负责人", true), HR));
        assertThat(key(positions.open(new Position.Plan(posts.code(unit), "Another head", "另一负责人", true), HR))).isEqualTo("succession.led-already");
        assertThat(successors.find(id, HR).orElseThrow().holder()).isEqualTo(head.person());
        assertThat(key(positions.hold(id, ren.number(), LocalDate.now(clock), HR))).isEqualTo("succession.holder-follows");
        var other = posts.key(unit);
        assertThat(key(positions.hold(other, ren.number(), LocalDate.now(clock), ren.me()))).isEqualTo("succession.not-yours");
        assertThat(key(positions.hold(UUID.randomUUID(), ren.number(), LocalDate.now(clock), HR))).isEqualTo("succession.position-unknown");
        assertThat(key(positions.hold(other, "NOBODY", LocalDate.now(clock), HR))).isEqualTo("succession.person-unknown");
        assertThat(key(positions.hold(other, ren.number(), LocalDate.of(2020, 1, 1), HR))).isEqualTo("succession.not-engaged");
        done(positions.hold(other, ren.number(), LocalDate.now(clock), HR));
        assertThat(successors.find(other, HR).orElseThrow().holder()).isEqualTo(ren.person());
        assertThat(key(namings.name(other, ren.number(), HR))).isEqualTo("succession.holds-it");
        done(positions.hold(other, "", LocalDate.now(clock), HR));
        assertThat(successors.find(other, HR).orElseThrow().holder()).as("vacant").isNull();
    }

    @Test
    void whatAPostAsksAreThingsThatOtherRoomsKeep() {
        var id = posts.key(unit);
        assertThat(key(requirements.ask(id, new Want("LEVEL", "PRC-DIF", 2, "", "", 0), ren.me()))).isEqualTo("succession.not-yours");
        assertThat(key(requirements.ask(UUID.randomUUID(), new Want("LEVEL", "PRC-DIF", 2, "", "", 0), HR))).isEqualTo("succession.position-unknown");
        assertThat(key(requirements.ask(id, new Want("CHARM", "", 0, "", "", 0), HR))).isEqualTo("succession.kind-unknown");
        assertThat(key(requirements.ask(id, new Want("LEVEL", "NO-SUCH", 2, "", "", 0), HR))).isEqualTo("succession.track-unknown");
        assertThat(key(requirements.ask(id, new Want("LEVEL", "PRC-DIF", 7, "", "", 0), HR))).isEqualTo("succession.level-unknown");
        assertThat(key(requirements.ask(id, new Want("COURSE", "", 0, UUID.randomUUID().toString(), "", 0), HR))).isEqualTo("succession.course-unknown");
        assertThat(key(requirements.ask(id, new Want("UNIT", "", 0, "", "NO-UNIT", 12), HR))).isEqualTo("succession.unit-unknown");
        assertThat(key(requirements.ask(id, new Want("UNIT", "", 0, "", posts.code(unit), 0), HR))).isEqualTo("succession.months-wrong");
        var level = posts.asksLevel(id, 2);
        assertThat(key(requirements.ask(id, new Want("LEVEL", "PRC-DIF", 3, "", "", 0), HR))).isEqualTo("succession.asks-already");
        assertThat(key(requirements.drop(id, UUID.randomUUID(), HR))).isEqualTo("succession.asks-not");
        assertThat(key(requirements.drop(id, level, ren.me()))).isEqualTo("succession.not-yours");
        done(requirements.drop(id, level, HR));
        assertThat(requirements.of(id)).isEmpty();
        for (var months = 1; months <= Requirements.MOST; months++) {
            posts.asks(id, new Want("UNIT", "", 0, "", posts.code(unit), months));
        }
        assertThat(key(requirements.ask(id, new Want("UNIT", "", 0, "", posts.code(unit), 30), HR))).isEqualTo("succession.asks-many");
    }

    @Test
    void onlyAYesMakesACandidateAndItCanBeTakenBack() {
        var id = posts.key(unit);
        assertThat(key(namings.name(id, ren.number(), ren.me()))).isEqualTo("succession.not-yours");
        assertThat(key(namings.name(UUID.randomUUID(), ren.number(), HR))).isEqualTo("succession.position-unknown");
        assertThat(key(namings.name(id, "NOBODY", HR))).isEqualTo("succession.person-unknown");
        var gone = posts.career.someone(unit);
        db.sql("UPDATE directory.engagement SET until_day = DATE '2025-01-01' WHERE person = :person").param("person", gone.person()).update();
        assertThat(key(namings.name(id, gone.number(), HR))).isEqualTo("succession.not-engaged");
        var silent = posts.career.someone(unit);
        db.sql("DELETE FROM directory.account WHERE person = :person").param("person", silent.person()).update();
        assertThat(key(namings.name(id, silent.number(), HR))).isEqualTo("succession.no-account");

        var ofHr = posts.career.someone(unit, Role.HR);
        assertThat(key(namings.name(id, ofHr.number(), ofHr.me()))).as("another of human resources may").isEqualTo("succession.own-naming");
        done(namings.name(id, ofHr.number(), HR));
        var project = done(projects.open("High potential", "高潜人才", LocalDate.now(clock), LocalDate.now(clock).plusDays(90), HR));
        assertThat(key(projects.ask(project, ofHr.number(), ofHr.me()))).isEqualTo("succession.own-naming");

        var asked = done(namings.name(id, ren.number(), HR));
        assertThat(key(namings.name(id, ren.number(), HR))).isEqualTo("succession.named-already");
        assertThat(successors.find(id, HR).orElseThrow().candidates()).as("asked is not yes").isZero();
        assertThat(html("/app", ren)).contains("Furnace &lt;specialist&gt;");
        assertThat(key(namings.answer(asked, true, posts.career.someone(unit).me()))).isEqualTo("succession.naming-unknown");
        assertThat(browser.post().uri("/app/my/succession/" + asked).with(As.me(posts.career.someone(unit).me())).param("yes", "true").exchange()).hasStatus(404);
        assertThat(browser.post().uri("/app/my/succession/" + asked).with(As.me(ren.me())).param("yes", "true").exchange()).hasStatus(303);
        assertThat(key(namings.answer(asked, true, ren.me()))).isEqualTo("succession.answered");
        assertThat(successors.find(id, HR).orElseThrow().candidates()).isOne();
        assertThat(done(namings.answer(asked, false, ren.me()))).isEqualTo(State.DECLINED);
        assertThat(successors.find(id, HR).orElseThrow().candidates()).isZero();
        assertThat(key(namings.end(asked, "x", HR))).isEqualTo("succession.answered");

        var again = done(namings.name(id, ren.number(), HR));
        assertThat(key(namings.end(again, "x", ren.me()))).isEqualTo("succession.not-yours");
        assertThat(key(namings.end(UUID.randomUUID(), "x", HR))).isEqualTo("succession.naming-unknown");
        assertThat(key(namings.end(again, " ", HR))).isEqualTo("succession.reason-wrong");
        done(namings.end(again, "The post was filled", HR));
        assertThat(html("/app/my/succession", ren)).contains("The post was filled");
        assertThat(key(namings.answer(again, true, ren.me()))).isEqualTo("succession.answered");
    }

    @Test
    void readinessFollowsFromWhatIsMissing() {
        var id = posts.key(unit);
        posts.asksLevel(id, 2);
        posts.certified(ren, 2);
        var chen = posts.career.someone(posts.career.unit());
        var elsewhere = posts.career.unit();
        posts.asks(id, new Want("UNIT", "", 0, "", posts.code(unit), 6));
        posts.asks(id, new Want("COURSE", "", 0, posts.completed(ren, 24, 10).toString(), "", 0));
        posts.candidate(id, ren);
        posts.candidate(id, chen);
        var ready = posts.successor(id, ren);
        assertThat(ready.lacks()).isEmpty();
        assertThat(ready.readiness(24)).isEqualTo(Readiness.NOW);
        var far = posts.successor(id, chen);
        assertThat(far.lacks()).extracting(it -> it.asked().kind(), Successor.Lack::months)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(Requirement.Kind.LEVEL, 24), org.assertj.core.groups.Tuple.tuple(Requirement.Kind.COURSE, 3),
                        org.assertj.core.groups.Tuple.tuple(Requirement.Kind.UNIT, 6));
        assertThat(far.months()).as("at the same time, the longest counts").isEqualTo(24);
        assertThat(far.readiness(24)).isEqualTo(Readiness.SOON);
        assertThat(far.readiness(23)).isEqualTo(Readiness.LATER);
        assertThat(far.lacks().stream().filter(it -> it.asked().kind() == Requirement.Kind.LEVEL).findFirst().orElseThrow().items()).isNotEmpty();
        posts.asks(id, new Want("UNIT", "", 0, "", posts.code(elsewhere), 30));
        assertThat(posts.successor(id, chen).months()).as("in units one after the other").isEqualTo(36);
        assertThat(posts.successor(id, ren).readiness(24)).isEqualTo(Readiness.LATER);
        assertThat(successors.find(id, HR).orElseThrow()).extracting(Position::candidates, Position::ready, Position::soon, Position::state).containsExactly(2, 0, 0, Position.State.OPEN);
    }

    /** What many lack is found by as many questions as what one lacks. */
    @Test
    void whatManyCandidatesLackIsAskedOnce() {
        var id = posts.key(unit);
        posts.asksLevel(id, 2);
        posts.candidate(id, ren);
        assertThat(asked(id)).isEqualTo(3);
        posts.asks(id, new Want("LEVEL", db.sql("SELECT track FROM career.standards('infinity', 'infinity') WHERE track <> 'PRC-DIF' ORDER BY track LIMIT 1").query(String.class).single(), 1, "", "", 0));
        var other = posts.career.someone(unit);
        posts.certified(other, 1);
        posts.candidate(id, other);
        posts.candidate(id, posts.career.someone(unit));
        assertThat(asked(id)).isEqualTo(3);
        assertThat(successors.behind(id)).hasSize(3).allSatisfy(it -> assertThat(it.lacks()).isNotEmpty().allSatisfy(lack -> assertThat(lack.items()).isNotEmpty()));
        assertThat(posts.successor(id, other).lacks()).hasSize(2).anySatisfy(it -> assertThat(it.items()).as("each their own").extracting(Successor.Item::shown).contains(1));
        assertThat(posts.successor(id, ren).lacks()).hasSize(2).allSatisfy(it -> assertThat(it.items()).extracting(Successor.Item::shown).containsOnly(0));
    }

    private int asked(UUID post) {
        return Statements.of(source, counted -> assertThat(new Successors(counted, positions, requirements, namings, rules, directory).behind(post)).isNotEmpty());
    }

    @Test
    void aCertificateThatRanOutIsMissingAndSoIsACourse() {
        var id = posts.key(unit);
        posts.asksLevel(id, 1);
        posts.certified(ren, 1);
        posts.asks(id, new Want("COURSE", "", 0, posts.completed(ren, 1, 40).toString(), "", 0));
        posts.candidate(id, ren);
        assertThat(posts.successor(id, ren).lacks()).singleElement().satisfies(it -> assertThat(it.ranOut()).isEqualTo(LocalDate.now(clock).minusDays(40).plusMonths(1)));
        db.sql("UPDATE career.decision SET until_day = :day WHERE person = :person").param("day", LocalDate.now(clock).minusDays(1)).param("person", ren.person()).update();
        var lacks = posts.successor(id, ren).lacks();
        assertThat(lacks).hasSize(2);
        assertThat(lacks.stream().filter(it -> it.asked().kind() == Requirement.Kind.LEVEL).findFirst().orElseThrow()).satisfies(it -> {
            assertThat(it.months()).as("to show it again").isEqualTo(3);
            assertThat(it.items()).as("what a panel found holds as long as the level").isNotEmpty();
        });
        assertThat(html("/app/my/succession", ren)).contains("ran out on");
    }

    @Test
    void aPostIsThereForHumanResourcesAndForWhoeverLeadsAboveItAlone() {
        var head = posts.career.head(unit);
        var id = posts.key(unit);
        posts.asksLevel(id, 1);
        var holder = posts.career.someone(unit);
        done(positions.hold(id, holder.number(), LocalDate.now(clock), HR));
        posts.candidate(id, ren);
        var no = posts.career.someone(unit);
        done(namings.answer(done(namings.name(id, no.number(), HR)), false, no.me()));
        assertThat(html("/app/succession/" + id, head)).contains("Colleague " + ren.number()).doesNotContain("Colleague " + no.number());
        assertThat(html("/app/succession", head)).contains(id.toString());
        for (var other : java.util.List.of(holder, ren, no, posts.career.head(posts.career.unit()))) {
            assertThat(browser.get().uri("/app/succession/" + id).with(As.me(other.me())).exchange()).hasStatus(404);
            assertThat(html("/app/succession", other)).doesNotContain(id.toString());
        }
        assertThat(html("/app/my/succession", ren)).contains("Furnace").doesNotContain(no.number());
        assertThat(browser.get().uri("/app/succession/" + id).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("Colleague " + no.number());
        assertThat(browser.get().uri("/app/succession/" + id).with(As.a(Role.ASSURER)).exchange()).hasStatus(403);
        assertThat(browser.post().uri("/app/succession/" + id + "/candidates").with(As.me(head.me())).param("number", no.number()).exchange()).hasStatus(403);
        done(positions.judge(id, Map.of(), HR));
        assertThat(browser.get().uri("/app/succession/" + id).with(As.me(head.me())).exchange()).as("not key: nothing to see").hasStatus(404);
    }

    @Test
    void whatStandsAboutSomebodyIsHandedToThem() {
        var id = posts.key(unit);
        done(namings.end(posts.candidate(id, ren), "The post was filled", HR));
        assertThat(html("/app/me/data", ren)).contains("Furnace", "The post was filled");
    }

    @Test
    void humanResourcesDecideTheNumbers() {
        var today = LocalDate.now(clock);
        assertThat(key(rules.decide(SuccessionRule.ALL, "charm", 2, today, "Board", HR))).isEqualTo("rule.unknown");
        assertThat(key(rules.decide(SuccessionRule.ALL, "soon-months", 2, today, "Board", ren.me()))).isEqualTo("rule.not-yours");
        assertThat(key(rules.decide(SuccessionRule.ALL, "soon-months", 0, today, "Board", HR))).isEqualTo("rule.value-wrong");
        assertThat(key(rules.decide(SuccessionRule.ALL, "soon-months", 2, today.minusDays(1), "Board", HR))).isEqualTo("rule.day-past");
        assertThat(key(rules.decide(SuccessionRule.ALL, "soon-months", 2, today, " ", HR))).isEqualTo("rule.source-wrong");
        assertThat(browser.post().uri("/app/succession/rules").with(As.me(HR)).param("key", "potential-months").param("value", "11").param("fromDay", today.plusYears(5).toString())
                .param("source", "Board").exchange()).hasStatus(303);
        assertThat(rules.on(SuccessionRule.POTENTIAL_MONTHS, today)).isEqualTo(12);
        assertThat(rules.on(SuccessionRule.POTENTIAL_MONTHS, today.plusYears(5))).isEqualTo(11);
    }
}
