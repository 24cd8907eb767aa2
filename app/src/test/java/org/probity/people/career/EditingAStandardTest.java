package org.probity.people.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.UNION;
import static org.probity.people.career.ACareer.done;
import static org.probity.people.career.ACareer.key;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.people.career.Draft.Said;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A standard written in the browser: kept as it stands, in two languages, put forward whole, approved by another with what it changes before their eyes. */
@WholeHouse(own = true)
class EditingAStandardTest {
    private static final String TRACK = "PRC-WET";

    @Autowired ApplicationContext house;
    @Autowired Sketches sketches;
    @Autowired Editions editions;
    @Autowired Register register;
    @Autowired MockMvcTester browser;

    ACareer career;

    @BeforeEach
    void standards() {
        career = new ACareer(house);
        career.standards();
        sketches.find(TRACK).ifPresent(_ -> done(sketches.discard(TRACK, HR)));
    }

    static Map<Integer, Said> levels(int from, int to) {
        var levels = new TreeMap<Integer, Said>();
        for (var level = from; level <= to; level++) {
            levels.put(level, new Said("Does it at " + level, "能做到 " + level));
        }
        return levels;
    }

    static Draft.Item item(String code, int from) {
        return new Draft.Item(code, Part.SKILL, from, new Said("Reads a bath", "会看槽液"), levels(from, 6));
    }

    @Test
    void itBeginsWithWhatIsInForceAndChangesNothingOfIt() {
        assertThat(key(sketches.begin(TRACK, UNION))).isEqualTo("career.not-yours");
        assertThat(key(sketches.begin("NO-SUCH", HR))).isEqualTo("career.track-unknown");
        var before = register.standard(TRACK).orElseThrow();
        var begun = done(sketches.begin(TRACK, HR));
        assertThat(begun.standard().items()).hasSameSizeAs(before.items());
        assertThat(begun.unfinished(sketches.top(TRACK))).as("the pack says all of it").isEmpty();
        assertThat(key(sketches.begin(TRACK, HR))).isEqualTo("career.sketch-there");
        assertThat(key(sketches.propose(TRACK, HR))).as("it says what is in force").isEqualTo("career.edition-empty");
        done(sketches.write(TRACK, item("S99", 1), HR));
        assertThat(register.standard(TRACK).orElseThrow().items()).hasSameSizeAs(before.items());
        assertThat(browser.get().uri("/app/careers/tracks/" + TRACK + "/sketch").with(As.me(HR)).exchange()).hasStatusOk().bodyText().contains("S99", "Changes: 1");
        assertThat(browser.get().uri("/app/careers/tracks/" + TRACK + "/sketch").with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(403);
        done(sketches.discard(TRACK, HR));
        assertThat(browser.get().uri("/app/careers/tracks/" + TRACK + "/sketch").with(As.me(HR)).exchange()).hasStatus(302);
    }

    @Test
    void whatIsWrittenIsCheckedAndHalfOfItIsKept() {
        assertThat(key(sketches.write(TRACK, item("S99", 1), HR))).isEqualTo("career.sketch-none");
        assertThat(key(sketches.discard(TRACK, HR))).isEqualTo("career.sketch-none");
        done(sketches.begin(TRACK, HR));
        assertThat(key(sketches.write(TRACK, item("S99", 1), UNION))).isEqualTo("career.not-yours");
        assertThat(key(sketches.write(TRACK, item("s 99", 1), HR))).isEqualTo("career.item-code");
        assertThat(key(sketches.write(TRACK, item("S99", 7), HR))).isEqualTo("career.item-level");
        assertThat(key(sketches.write(TRACK, new Draft.Item("S99", Part.SKILL, 1, new Said("Reads a bath", " "), Map.of()), HR))).isEqualTo("career.item-title");
        assertThat(key(sketches.write(TRACK, new Draft.Item("S99", Part.SKILL, 1, new Said("Reads", "看"), Map.of(1, new Said("x".repeat(4_001), "甲"))), HR))).isEqualTo("career.item-words");
        assertThat(key(sketches.name(TRACK, new Said("Wet", " "), HR))).isEqualTo("career.title-wrong");
        assertThat(key(sketches.take(TRACK, "NONE", HR))).isEqualTo("career.item-unknown");
        var page = "/app/careers/tracks/" + TRACK + "/sketch";
        assertThat(browser.post().uri(page + "/items").with(As.me(HR)).param("code", "S99").param("part", "SKILL").param("from", "5").param("itemEn", "Reads a bath").param("itemZh", "会看槽液")
                .param("en.5", "Says what it lacks").exchange()).as("half of it is kept").hasStatus(303);
        assertThat(key(sketches.propose(TRACK, HR))).isEqualTo("career.sketch-unfinished");
        assertThat(browser.post().uri(page + "/proposal").with(As.me(HR)).exchange()).hasStatus(422).bodyText().contains("S99");
        done(sketches.take(TRACK, "S99", HR));
        for (var it : sketches.find(TRACK).orElseThrow().standard().items()) {
            done(sketches.take(TRACK, it.code(), HR));
        }
        assertThat(key(sketches.propose(TRACK, HR))).isEqualTo("career.framework-empty");
        for (var no = 1; no <= Frameworks.ITEMS_MOST; no++) {
            done(sketches.write(TRACK, new Draft.Item("S" + no, Part.SKILL, 6, new Said("a", "甲"), Map.of()), HR));
        }
        assertThat(key(sketches.write(TRACK, item("S999", 6), HR))).isEqualTo("career.framework-big");
    }

    @Test
    void anotherReadsWhatItChangesAndApprovesIt() {
        var before = register.standard(TRACK).orElseThrow();
        var kept = before.items().getFirst();
        done(sketches.begin(TRACK, HR));
        var first = Sketches.item(kept);
        var words = new HashMap<>(first.levels());
        words.put(1, new Said("Says what <acid> does", "能说明酸的作用"));
        done(sketches.write(TRACK, new Draft.Item(first.code(), first.part(), first.from(), first.title(), words), HR));
        done(sketches.take(TRACK, before.items().get(1).code(), HR));
        done(sketches.write(TRACK, item("S98", 2), HR));
        done(sketches.name(TRACK, new Said("Wet process, second edition", "湿法工艺（第二版）"), HR));
        var edition = done(sketches.propose(TRACK, HR));
        assertThat(browser.get().uri("/app/careers/editions/" + edition).with(As.me(UNION)).exchange()).hasStatusOk().bodyText()
                .contains("&lt;acid&gt;", "<ins>", "<del>", "S98").doesNotContain(before.items().get(2).titleEn());
        assertThat(browser.get().uri("/app/careers/editions/" + UUID.randomUUID()).with(As.me(UNION)).exchange()).hasStatus(404);
        assertThat(key(editions.rule(edition, Outcome.APPROVED, "", HR))).isEqualTo("decision.needs-another-person");
        done(editions.rule(edition, Outcome.REJECTED, "A word is missing", UNION));
        assertThat(sketches.find(TRACK)).as("what was sent back can be worked on").isPresent();
        done(editions.rule(done(sketches.propose(TRACK, HR)), Outcome.APPROVED, "", UNION));
        assertThat(sketches.find(TRACK)).as("it is in force now").isEmpty();
        var next = register.standard(TRACK).orElseThrow();
        assertThat(next.version()).isGreaterThan(before.version());
        assertThat(next.titleZh()).isEqualTo("湿法工艺（第二版）");
        assertThat(next.items().stream().filter(it -> it.code().equals(kept.code())).findFirst().orElseThrow().id()).as("the same item").isEqualTo(kept.id());
    }
}
