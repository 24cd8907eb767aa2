package org.probity.people.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.people.career.ACareer.HR;
import static org.probity.people.career.ACareer.UNION;
import static org.probity.people.career.ACareer.done;
import static org.probity.people.career.ACareer.key;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.people.career.Draft.Said;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.StatedTotals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class CountingCareersTest {
    @Autowired ApplicationContext house;
    @Autowired Editions editions;
    @Autowired Register register;
    @Autowired Placements placements;
    @Autowired Figures figures;
    @Autowired StatedTotals totals;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    FigureValue live(String key) {
        return figures.live(figures.find(key).orElseThrow(), LocalDate.now(clock).getYear());
    }

    String shown(String key) {
        var value = live(key);
        if (StatedTotals.heldAgainst(value.figure()).isEmpty()) {
            assertThat(value.control().difference()).as(key).isZero();
        }
        return value.shown();
    }

    @Test
    void fiftyNineTracksFiftyEightStandardsAndTheGapBetweenThem() {
        assertThat(browser.get().uri("/app/careers").with(As.a(Role.EMPLOYEE)).exchange()).hasStatusOk().bodyText().contains("No career tracks yet");
        assertThat(key(editions.proposePack(UNION))).isEqualTo("career.not-yours");
        var first = done(editions.proposePack(HR));
        assertThat(shown("career-tracks")).as("one alone brings nothing into force").isEqualTo("0");
        assertThat(key(editions.proposePack(HR))).isEqualTo("career.edition-waits");
        assertThat(key(editions.rule(first, Outcome.APPROVED, "", new Me(UUID.randomUUID(), "X", Set.of(Role.BUYER), Optional.empty())))).isEqualTo("career.not-yours");
        assertThat(key(editions.rule(UUID.randomUUID(), Outcome.APPROVED, "", UNION))).isEqualTo("career.edition-unknown");
        assertThat(key(editions.rule(first, Outcome.APPROVED, "", HR))).isEqualTo("decision.needs-another-person");
        done(editions.rule(first, Outcome.APPROVED, "", UNION));
        assertThat(shown("career-tracks")).isEqualTo("59");
        assertThat(shown("career-standards")).isEqualTo("58");
        assertThat(shown("career-coverage")).as("58 of 59, rounded down").isEqualTo("98.30");
        heldAgainstTheMinutes();
        assertThat(live("career-coverage").rows()).filteredOn(it -> it.facts().get("version").isEmpty()).singleElement().extracting(FigureValue.Row::number).isEqualTo("ITD-DAT");
        assertThat(browser.get().uri("/app/careers?standard=none").with(As.a(Role.EMPLOYEE)).exchange()).bodyText().contains("Data engineering", "no standard yet").doesNotContain("/app/careers/tracks/PRC-DIF");
        assertThat(browser.get().uri("/app/careers/tracks/ITD-DAT").with(As.a(Role.EMPLOYEE)).exchange()).bodyText().contains("no standard yet");
        assertThat(browser.get().uri("/app/careers/tracks/NO-SUCH").with(As.a(Role.EMPLOYEE)).exchange()).hasStatus(404);
        assertThat(key(editions.proposePack(HR))).as("all of it is in force").isEqualTo("career.edition-empty");

        var standard = new Draft.Standard("ITD-DAT", new Said("Data", "数据"), List.of(new Draft.Item("K1", Part.KNOWLEDGE, 1, new Said("models", "模型"), Map.of(1, new Said("a", "甲")))));
        assertThat(key(editions.propose(new Draft("file", List.of(), List.of(new Draft.Standard("NO-TRACK", standard.title(), standard.items()))), HR))).isEqualTo("career.edition-no-track");
        done(editions.rule(done(editions.propose(new Draft("file", List.of(), List.of(standard)), HR)), Outcome.REJECTED, "", UNION));
        assertThat(shown("career-standards")).as("what was rejected is not in force").isEqualTo("58");
        done(editions.rule(done(editions.propose(new Draft("file", List.of(), List.of(standard)), HR)), Outcome.APPROVED, "", UNION));
        assertThat(shown("career-coverage")).isEqualTo("100.00");
        assertThat(shown("career-standards")).isEqualTo("59");

        var item = register.standard("ITD-DAT").orElseThrow().items().getFirst().id();
        var next = new Draft.Standard("ITD-DAT", standard.title(), List.of(new Draft.Item("K1", Part.KNOWLEDGE, 1, new Said("models and their limits", "模型及其边界"), Map.of(1, new Said("b", "乙")))));
        done(editions.rule(done(editions.propose(new Draft("file", List.of(), List.of(next)), HR)), Outcome.APPROVED, "", UNION));
        assertThat(shown("career-standards")).as("another version is no other standard").isEqualTo("59");
        assertThat(register.standard("ITD-DAT").orElseThrow().items().getFirst().id()).as("the item stays the same through versions").isEqualTo(item);
        assertThat(register.standard("ITD-DAT").orElseThrow().version()).isEqualTo(3);
        assertThat(db.sql("SELECT count(*) FROM career.item WHERE id = :id").param("id", item).query(Long.class).single()).isOne();
        var before = clock.instant().minusSeconds(86_400).atOffset(java.time.ZoneOffset.UTC);
        assertThat(db.sql("SELECT count(*) FROM career.tracks('infinity', :known)").param("known", before).query(Long.class).single()).as("as known yesterday").isZero();

        placed();
    }

    /** The editions are where the rows come from; so they are held against a paper, and a difference is said. */
    private void heldAgainstTheMinutes() {
        var figure = figures.find("career-tracks").orElseThrow();
        var year = LocalDate.now(clock).getYear();
        assertThat(live("career-tracks").control().difference()).as("nobody said anything yet").isEqualByComparingTo("-59");
        assertThat(opened("career-tracks")).contains("Nobody has said yet what the other source has");
        done(totals.state(figure, year, "59", "Minutes of the talent committee of 12 January", HR));
        assertThat(live("career-tracks").control().difference()).isZero();
        assertThat(live("career-coverage").control().difference()).as("the same tracks").isZero();
        assertThat(browser.post().uri("/app/figures/career-tracks/stated").param("year", String.valueOf(year)).param("number", "60").param("source", "Minutes, corrected").with(As.me(HR)).with(csrf()).exchange())
                .hasStatus3xxRedirection();
        assertThat(live("career-tracks").control().difference()).as("one that never came into force").isEqualByComparingTo("1");
        assertThat(opened("career-tracks")).contains("Minutes, corrected", "Minutes of the talent committee").containsPattern("Difference[\\s\\S]{0,300}1");
        assertThat(browser.post().uri("/app/figures/career-tracks/stated").param("year", String.valueOf(year)).param("number", "many").param("source", "x").with(As.me(HR)).with(csrf()).exchange())
                .hasStatus(422).bodyText().contains("at most two decimals");

        assertThat(key(totals.state(figures.find("labour-rules").orElseThrow(), year, "1", "x", HR))).isEqualTo("figure.stated-none");
        assertThat(key(totals.state(figure, year + 1, "1", "x", HR))).isEqualTo("figure.stated-year");
        for (var wrong : List.of("", "-1", "1.234", "1e3")) {
            assertThat(key(totals.state(figure, year, wrong, "x", HR))).as(wrong).isEqualTo("figure.stated-number");
        }
        assertThat(key(totals.state(figure, year, "1", " ", HR))).isEqualTo("figure.stated-source");
        assertThat(key(totals.state(figure, year, "1", "x".repeat(301), HR))).isEqualTo("figure.stated-long");
    }

    private String opened(String key) {
        return new String(browser.get().uri("/app/figures/" + key).with(As.me(HR)).exchange().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    /** Of four people two are placed, one of whom leaves; a retiree is nobody who is counted. */
    private void placed() {
        var career = new ACareer(house);
        var unit = career.unit();
        var people = List.of(career.someone(unit), career.someone(unit), career.someone(unit), career.someone(unit));
        assertThat(shown("career-placed")).isEqualTo("0.00");
        done(placements.bring(CertifyingSomebodyTest.csv("number,track,from\n" + people.get(0).number() + ",PRC-DIF,2025-01-01\n" + people.get(1).number() + ",PRC-DIF,2025-01-01\n"), HR));
        assertThat(shown("career-placed")).isEqualTo("50.00");
        done(placements.bring(CertifyingSomebodyTest.csv("number,track,from\n" + people.get(0).number() + ",MFG-TEX,2025-03-01\n"), HR));
        assertThat(shown("career-placed")).as("moved, not placed twice").isEqualTo("50.00");
        db.sql("UPDATE directory.engagement SET until_day = DATE '2025-06-01' WHERE person = :person").param("person", people.get(0).person()).update();
        assertThat(shown("career-placed")).as("one of three").isEqualTo("33.33");
        db.sql("DELETE FROM career.placement WHERE person = :person").param("person", people.get(1).person()).update();
        assertThat(live("career-placed").control().difference()).as("a row that vanished shows").isNotZero();
    }
}
