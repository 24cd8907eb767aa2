package org.probity.people.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.done;
import static org.probity.people.career.ACareer.key;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.Statements;
import org.probity.house.start.WholeHouse;
import org.probity.people.career.ACareer.Someone;
import org.probity.people.career.Application.Outcome;
import org.probity.people.career.Application.State;
import org.probity.people.learning.CompetencyItems;
import org.probity.shapes.rule.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
class CertifyingSomebodyTest {
    @Autowired ApplicationContext house;
    @Autowired Applications applications;
    @Autowired Proofs proofs;
    @Autowired Seats seats;
    @Autowired Panels panels;
    @Autowired Placements placements;
    @Autowired Gaps gaps;
    @Autowired Rules rules;
    @Autowired CompetencyItems items;
    @Autowired JdbcClient db;
    @Autowired DataSource source;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    ACareer career;
    UUID unit;
    Someone ren;

    @BeforeEach
    void somebodyOnATrack() {
        career = new ACareer(house);
        career.standards();
        unit = career.unit();
        ren = career.someone(unit);
    }

    @Test
    void whoAppliesIsEngagedAndGoesOneStepAtATime() {
        assertThat(key(applications.open("PRC-DIF", 1, HR))).isEqualTo("career.no-person");
        assertThat(key(applications.open("PRC-XXX", 1, ren.me()))).isEqualTo("career.track-unknown");
        assertThat(key(applications.open("ITD-DAT", 1, ren.me()))).as("the one without a standard").isEqualTo("career.no-standard");
        assertThat(key(applications.open("PRC-DIF", 7, ren.me()))).isEqualTo("career.level-unknown");
        assertThat(key(applications.open("PRC-DIF", 0, ren.me()))).isEqualTo("career.level-unknown");
        career.decided(career.sent(ren, "PRC-DIF", 2), 2, Map.of());
        assertThat(key(applications.open("PRC-DIF", 4, ren.me()))).isEqualTo("career.level-far");
        assertThat(key(applications.open("PRC-DIF", 1, ren.me()))).isEqualTo("career.level-below");
        done(applications.open("PRC-DIF", 3, ren.me()));
        assertThat(key(applications.open("PRC-DIF", 3, ren.me()))).isEqualTo("career.open-already");
        db.sql("UPDATE directory.engagement SET until_day = DATE '2025-01-01' WHERE person = :person").param("person", ren.person()).update();
        assertThat(key(applications.open("PRC-WET", 1, ren.me()))).isEqualTo("career.not-engaged");
    }

    @Test
    void aDraftIsKeptAsOftenAsOneLikesAndSentOnlyWhole() {
        var id = done(applications.open("PRC-DIF", 1, ren.me()));
        var other = career.someone(unit);
        var words = career.words(id);
        var one = words.keySet().iterator().next();
        assertThat(key(proofs.keep(id, words, other.me()))).isEqualTo("career.not-yours");
        assertThat(key(proofs.keep(id, Map.of(UUID.randomUUID(), "x"), ren.me()))).isEqualTo("career.item-unknown");
        assertThat(key(proofs.keep(id, Map.of(one, "x".repeat(4_001)), ren.me()))).isEqualTo("career.words-long");
        assertThat(done(proofs.keep(id, Map.of(one, "first"), ren.me()))).isOne();
        assertThat(done(proofs.keep(id, Map.of(one, " first "), ren.me()))).as("the same again").isZero();
        assertThat(key(proofs.send(id, ren.me()))).isEqualTo("career.item-empty");
        var rest = new HashMap<>(words);
        rest.remove(one);
        var byFile = rest.keySet().iterator().next();
        rest.remove(byFile);
        done(proofs.keep(id, rest, ren.me()));
        assertThat(key(proofs.attach(id, UUID.randomUUID(), file("a"), ren.me()))).isEqualTo("career.item-unknown");
        assertThat(key(proofs.attach(id, byFile, file(""), ren.me()))).isEqualTo("career.file-missing");
        assertThat(key(proofs.attach(id, byFile, new Proofs.Upload("big", new byte[Proofs.FILE_BYTES_MAX + 1]), ren.me()))).isEqualTo("career.file-big");
        for (var i = 0; i < Proofs.FILES_MOST; i++) {
            done(proofs.attach(id, byFile, file("sheet " + i), ren.me()));
        }
        assertThat(key(proofs.attach(id, byFile, file("one more"), ren.me()))).isEqualTo("career.files-many");
        assertThat(done(proofs.send(id, ren.me())).state()).isEqualTo(State.SENT);
        assertThat(key(proofs.keep(id, words, ren.me()))).isEqualTo("career.not-draft");
        assertThat(done(applications.withdraw(id, ren.me())).state()).isEqualTo(State.WITHDRAWN);
        assertThat(key(applications.withdraw(id, ren.me()))).isEqualTo("career.not-open");
        assertThat(key(applications.withdraw(id, other.me()))).isEqualTo("career.not-yours");
    }

    static Proofs.Upload file(String text) {
        return new Proofs.Upload("proof.txt", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPanelIsThreeOneFromOutsideAndLineManagersAreNoMajority() {
        var id = career.sent(ren, "PRC-DIF", 1);
        var head = career.head(unit);
        var beside = career.someone(unit);
        var outside = career.someone(career.unit());
        assertThat(key(seats.call(id, List.of(), ren.me()))).isEqualTo("career.not-yours");
        assertThat(key(seats.call(UUID.randomUUID(), List.of(), HR))).isEqualTo("career.unknown");
        assertThat(key(seats.call(id, List.of("nobody"), HR))).isEqualTo("career.number-unknown");
        assertThat(key(seats.call(id, List.of(ren.number()), HR))).isEqualTo("career.panel-self");
        assertThat(key(seats.call(id, List.of(head.number(), head.number()), HR))).isEqualTo("career.panel-twice");
        assertThat(key(seats.call(id, List.of(head.number(), outside.number()), HR))).isEqualTo("career.panel-small");
        assertThat(key(seats.call(id, List.of(head.number(), beside.number(), career.someone(unit).number()), HR))).isEqualTo("career.panel-no-outside");
        var above = db.sql("SELECT parent FROM directory.places(DATE '2025-01-01', 'infinity') WHERE unit = :unit").param("unit", unit).query(UUID.class).single();
        var boss = career.head(above);
        assertThat(key(seats.call(id, List.of(head.number(), boss.number(), beside.number()), HR))).as("two of three lead a unit above").isEqualTo("career.panel-managers");
        var left = career.someone(unit);
        db.sql("UPDATE directory.engagement SET until_day = DATE '2025-01-01' WHERE person = :person").param("person", left.person()).update();
        assertThat(key(seats.call(id, List.of(left.number()), HR))).isEqualTo("career.panel-not-engaged");
        var silent = career.someone(unit);
        db.sql("DELETE FROM directory.account WHERE person = :person").param("person", silent.person()).update();
        assertThat(key(seats.call(id, List.of(silent.number()), HR))).isEqualTo("career.panel-no-account");
        assertThat(done(seats.call(id, List.of(outside.number(), head.number(), beside.number()), HR)).state()).isEqualTo(State.PANEL);
        assertThat(key(seats.call(id, List.of(outside.number()), HR))).isEqualTo("career.not-sent");
        assertThat(seats.members(id)).extracting(Application.Panelist::outside, Application.Panelist::manager)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(true, false), org.assertj.core.groups.Tuple.tuple(false, true), org.assertj.core.groups.Tuple.tuple(false, false));
        assertThatThrownBy(() -> db.sql("UPDATE career.panelist SET person = applicant WHERE application = :id AND no = 1").param("id", id).update()).hasMessageContaining("not_on_oneself");
        var keeper = career.someone(unit, Role.HR).me();
        var own = done(applications.open("PRC-DIF", 1, keeper));
        done(proofs.keep(own, career.words(own), keeper));
        done(proofs.send(own, keeper));
        assertThat(key(seats.call(own, List.of(), keeper))).isEqualTo("career.own-application");
    }

    @Test
    void aLevelFollowsFromWhatMoreThanHalfFindShown() {
        var id = career.sent(ren, "PRC-DIF", 2);
        var outside = career.unit();
        var lead = career.someone(outside);
        var second = career.someone(outside);
        var third = career.someone(unit);
        done(seats.call(id, List.of(lead.number(), second.number(), third.number()), HR));
        assertThat(key(panels.say(id, Map.of(), ren.me()))).as("nobody on the panel").isEqualTo("career.unknown");
        assertThat(key(panels.say(id, Map.of(), lead.me()))).isEqualTo("career.vote-missing");
        assertThat(key(panels.say(id, career.findings(id, 3, Map.of()), lead.me()))).isEqualTo("career.vote-wrong");
        var noReason = career.findings(id, 2, Map.of());
        noReason.replaceAll((item, it) -> new Panels.Finding(1, " "));
        assertThat(key(panels.say(id, noReason, lead.me()))).isEqualTo("career.reason-missing");
        noReason.replaceAll((item, it) -> new Panels.Finding(1, "x".repeat(2_001)));
        assertThat(key(panels.say(id, noReason, lead.me()))).isEqualTo("career.words-long");
        done(panels.say(id, career.findings(id, 2, Map.of("K1", 0)), lead.me()));
        done(panels.say(id, career.findings(id, 2, Map.of("K1", 1)), second.me()));
        assertThat(key(panels.decide(id, ren.me()))).isEqualTo("career.unknown");
        assertThat(key(panels.decide(id, second.me()))).isEqualTo("career.not-lead");
        assertThat(key(panels.decide(id, lead.me()))).isEqualTo("career.votes-open");
        done(panels.say(id, career.findings(id, 2, Map.of("S1", 1)), third.me()));
        assertThat(done(panels.decide(id, lead.me())).state()).isEqualTo(State.DECIDED);
        assertThat(key(panels.decide(id, lead.me()))).isEqualTo("career.not-panel");
        assertThat(key(panels.say(id, career.findings(id, 2, Map.of()), lead.me()))).isEqualTo("career.not-panel");
        var decided = panels.decided(id).orElseThrow();
        assertThat(decided).extracting(Application.Decided::outcome, Application.Decided::level).as("K1 at 0, 1, 2: two of three find level 1").containsExactly(Outcome.GRANTED, 1);
        assertThat(decided.untilDay()).isEqualTo(LocalDate.now(clock).plusMonths(24).minusDays(1));
        assertThat(applications.held(ren.person())).extracting(Applications.Held::level).containsExactly(1);
        assertThat(placements.trackOf(ren.person())).contains("PRC-DIF");
        assertThat(gaps.of(ren.person())).as("S1 was found by two of three, K1 not").extracting(Gaps.Gap::code).containsExactly("K1");
        assertThat(items.find("junctions", 5)).extracting(CompetencyItems.Item::code).contains("PRC-DIF K1");
        var gap = gaps.of(ren.person()).getFirst().item();
        assertThat(items.named(List.of(gap)).get(gap).titleEn()).isEqualTo("Junctions and passivation");
    }

    /** Somebody who has judged two hundred since still finds the one that is open. */
    @Test
    void aPanelThatIsOpenIsFoundBehindManyThatHaveDecided() {
        var id = career.sent(ren, "PRC-DIF", 1);
        var outside = career.unit();
        var lead = career.someone(outside);
        var second = career.someone(outside);
        var third = career.someone(outside);
        done(seats.call(id, List.of(lead.number(), second.number(), third.number()), HR));
        db.sql("""
                WITH other AS (
                    INSERT INTO career.application (id, number, person, track, version, level, held, opened_by, opened_at)
                    SELECT gen_random_uuid(), number || '-' || n, person, track, version, level, held, opened_by, opened_at
                      FROM career.application, generate_series(1, 201) AS n WHERE id = :id
                    RETURNING id
                ), step AS (
                    INSERT INTO career.step (application, no, state, by, at) SELECT id, 1, 'DECIDED', :by, now() FROM other
                )
                INSERT INTO career.panelist (application, person, account, no, outside, manager, applicant, called_by, called_at)
                SELECT other.id, panelist.person, panelist.account, 1, true, false, applicant, called_by, called_at + interval '1 hour'
                  FROM other, career.panelist WHERE panelist.application = :id AND panelist.person = :lead
                """)
                .param("id", id).param("by", lead.me().account()).param("lead", lead.person()).update();
        assertThat(Statements.of(source, counted -> assertThat(new Seats(counted, null, null, null, null, null).of(lead.me())).singleElement().satisfies(it -> {
            assertThat(it.application().id()).isEqualTo(id);
            assertThat(it.voted()).isFalse();
        }))).isEqualTo(1);
        var number = applications.find(id).orElseThrow().number();
        assertThat(browser.get().uri("/app").with(As.me(lead.me())).exchange()).hasStatusOk().bodyText().contains(number);
        for (var one : List.of(lead, second)) {
            done(panels.say(id, career.findings(id, 1, Map.of()), one.me()));
        }
        assertThat(seats.of(lead.me())).singleElement().satisfies(it -> assertThat(it.decides()).as("the third has not spoken").isFalse());
        assertThat(seats.of(third.me())).singleElement().satisfies(it -> assertThat(it.voted()).isFalse());
        done(panels.say(id, career.findings(id, 1, Map.of()), third.me()));
        assertThat(seats.of(lead.me())).singleElement().satisfies(it -> assertThat(it.decides()).isTrue());
        assertThat(seats.of(third.me())).singleElement().satisfies(it -> assertThat(it.decides()).as("they do not lead it").isFalse());
        done(panels.decide(id, lead.me()));
        assertThat(seats.of(lead.me())).isEmpty();
    }

    @Test
    void whatMoreThanHalfFindIsExact() {
        assertThat(Panels.agreed(List.of(3, 2, 1))).isEqualTo(2);
        assertThat(Panels.agreed(List.of(3, 3, 0))).isEqualTo(3);
        assertThat(Panels.agreed(List.of(3, 3, 2, 2))).as("two of four are not more than half").isEqualTo(2);
        assertThat(Panels.agreed(List.of(3, 3, 3, 0))).isEqualTo(3);
    }

    @Test
    void aLevelThatIsNotShownAgainStaysOnceAndThenGoesOneDown() {
        career.decided(career.sent(ren, "PRC-DIF", 2), 2, Map.of());
        career.decided(career.sent(ren, "PRC-DIF", 3), 1, Map.of());
        assertThat(applications.held(ren.person())).as("a rise that failed changes nothing").extracting(Applications.Held::level).containsExactly(2);
        var first = career.decided(career.sent(ren, "PRC-DIF", 2), 1, Map.of());
        assertThat(panels.decided(first.id()).orElseThrow().outcome()).isEqualTo(Outcome.KEPT);
        assertThat(applications.held(ren.person())).extracting(Applications.Held::level).containsExactly(2);
        var second = career.decided(career.sent(ren, "PRC-DIF", 2), 1, Map.of());
        assertThat(panels.decided(second.id()).orElseThrow().outcome()).isEqualTo(Outcome.LOWERED);
        assertThat(applications.held(ren.person())).extracting(Applications.Held::level).containsExactly(1);
        career.decided(career.sent(ren, "PRC-DIF", 1), 0, Map.of());
        career.decided(career.sent(ren, "PRC-DIF", 1), 0, Map.of());
        assertThat(applications.held(ren.person())).as("below the first level there is none").isEmpty();
        assertThat(Panels.outcome(0, 1, 0, false)).isEqualTo(Outcome.NOT_SHOWN);
        assertThat(Panels.outcome(2, 3, 2, true)).as("what was held is shown again").isEqualTo(Outcome.GRANTED);
    }

    @Test
    void nobodyElseFindsTheApplicationAndTheApplicantSeesNoNames() {
        var id = career.sent(ren, "PRC-DIF", 2);
        career.decided(id, 2, Map.of("K1", 1));
        var path = "/app/careers/applications/" + id;
        assertThat(browser.get().uri(path).with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(404);
        assertThat(browser.get().uri(path + "/badge-en.pdf").with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(404);
        var member = seats.members(id).getFirst();
        assertThat(browser.get().uri(path).with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().contains("Seen at 1", member.nameEn());
        assertThat(browser.get().uri(path + "/badge-zh.pdf").with(As.me(ren.me())).exchange()).hasStatusOk().headers().hasValue("Content-Type", "application/pdf");
        assertThat(browser.get().uri(path + "/badge-xx.pdf").with(As.me(ren.me())).exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/careers/applications?q=" + ren.number()).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains(ren.number());
        assertThat(browser.get().uri("/app/career").with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().contains("Junctions and passivation");
        assertThat(browser.get().uri("/app/me/data").with(As.me(ren.me())).exchange()).hasStatusOk();
    }

    @Test
    void wordsAndFilesGoThroughTheForm() {
        var id = done(applications.open("PRC-DIF", 1, ren.me()));
        var path = "/app/careers/applications/" + id;
        var item = career.words(id).keySet().iterator().next();
        assertThat(browser.post().uri(path).multipart().file(new MockMultipartFile("file." + item, "proof.pdf", null, "a".getBytes(StandardCharsets.UTF_8))).param("said." + item, "I did it")
                .with(As.me(ren.me())).exchange()).hasStatus(303);
        var file = proofs.files(id).getFirst();
        assertThat(browser.get().uri(path + "/files/" + file.id()).with(As.me(ren.me())).exchange()).hasStatusOk().bodyText().isEqualTo("a");
        assertThat(browser.post().uri(path).multipart().param("said." + item, "I did it all").param("send", "true").with(As.me(ren.me())).exchange()).hasStatus(422).bodyText()
                .contains("I did it all", "write something, or add a file");
        assertThat(browser.post().uri(path).multipart().param("said." + item, "x").with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(404);
    }

    @Test
    void peopleArePlacedByAFileAsAWholeOrNotAtAll() {
        var other = career.someone(unit);
        assertThat(key(placements.bring(csv("number,track,from\n"), ren.me()))).isEqualTo("career.not-yours");
        assertThat(key(placements.bring(csv("number,from\n"), HR))).isEqualTo("career.placing-columns");
        assertThat(key(placements.bring(csv("number,track,from\n"), HR))).isEqualTo("career.placing-empty");
        assertThat(key(placements.bring(csv("number,track,from\n" + "x,PRC-DIF,2025-01-01\n".repeat(Placements.LINES_MOST + 1)), HR))).isEqualTo("career.placing-long");
        assertThat(key(placements.bring(csv("number,track,from\n" + ren.number() + ",PRC-DIF,2025-01-01\nnobody,PRC-DIF,2025-01-01\n"), HR))).isEqualTo("career.line-number");
        assertThat(placements.trackOf(ren.person())).as("nothing of a file that is wrong").isEmpty();
        assertThat(key(placements.bring(csv("number,track,from\n" + ren.number() + ",XXX,2025-01-01\n"), HR))).isEqualTo("career.line-track");
        assertThat(key(placements.bring(csv("number,track,from\n" + ren.number() + ",PRC-DIF," + LocalDate.now(clock).plusDays(1) + "\n"), HR))).isEqualTo("career.line-day");
        assertThat(key(placements.bring(csv("number,track,from\n" + (ren.number() + ",PRC-DIF,2025-01-01\n").repeat(2)), HR))).isEqualTo("career.line-twice");
        var file = csv("工号,通道,起始日期\n" + ren.number() + ",PRC-DIF,2025-01-01\n" + other.number() + ",MFG-TEX,2025-02-01\n");
        assertThat(done(placements.bring(file, HR))).isEqualTo(2);
        assertThat(done(placements.bring(file, HR))).as("the same again").isZero();
        assertThat(placements.trackOf(other.person())).contains("MFG-TEX");
        assertThat(browser.get().uri("/app/careers/people?q=" + other.number()).with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains(other.number());
        assertThat(browser.get().uri("/app/careers/people?format=csv&track=MFG-TEX").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains(other.number());
    }

    static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aRuleIsDecidedFromADayOn() {
        var today = LocalDate.now(clock);
        assertThat(key(rules.decide(CareerRule.ALL, "valid-months", 12, today, "Board", ren.me()))).isEqualTo("rule.not-yours");
        assertThat(key(rules.decide(CareerRule.ALL, "no-such", 12, today, "Board", HR))).isEqualTo("rule.unknown");
        assertThat(key(rules.decide(CareerRule.ALL, "panel-least", 2, today, "Board", HR))).as("never below three").isEqualTo("rule.value-wrong");
        assertThat(key(rules.decide(CareerRule.ALL, "valid-months", 12, today.minusDays(1), "Board", HR))).isEqualTo("rule.day-past");
        assertThat(key(rules.decide(CareerRule.ALL, "valid-months", 12, today, " ", HR))).isEqualTo("rule.source-wrong");
        done(rules.decide(CareerRule.ALL, "again-months", 7, today.plusDays(400), "Board", HR));
        assertThat(rules.on(CareerRule.AGAIN_MONTHS, today)).isEqualTo(6);
        assertThat(rules.on(CareerRule.AGAIN_MONTHS, today.plusDays(400))).isEqualTo(7);
        assertThat(browser.post().uri("/app/careers/rules").with(As.me(HR)).param("fromDay", "x").exchange()).as("rule.day-past: no day at all").hasStatus(422).bodyText().contains("today or a later day");
    }
}
