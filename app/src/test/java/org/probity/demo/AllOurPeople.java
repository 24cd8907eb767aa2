package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.probity.disclosure.statement.Statements;
import org.probity.house.access.As;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Place;
import org.probity.house.log.Log;
import org.probity.house.start.Outsider;
import org.probity.people.performance.Cycles;
import org.probity.proof.Level;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * What the story has to say of the invented company's 9,252 people, room by room, lawful work among them: their figures are as its report says, and somebody who
 * has nothing but the public package reads them from it.
 */
class AllOurPeople {
    @Autowired Cycles cycles;
    @Autowired Figures figures;
    @Autowired Statements statements;
    @Autowired DemoPeople people;
    @Autowired Directory directory;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    void areToldOf() {
        var years = new Tale.Years(LocalDate.now(clock));
        assertAll(() -> asManyAsOweTheYearlyCoursesOnFiveSites(years), () -> howWorkIsLawful(years), () -> whoWorksHere(years), () -> whatWasLearned(years), () -> whereOneCanGo(years), () -> howTheYearWasTalkedOver(years),
                () -> whatWasSaidAndReported(years), () -> whoWasAwayAndIsInsured(years), () -> whoHelpedEachOther(years), () -> whatPeopleThinkOfIt(years),
                () -> whereTheyLiveAndWhatTheyUse(years), () -> whatWasSaidAtMeetings(years), () -> aStrangerReadsThem(years.last()));
    }

    private void asManyAsOweTheYearlyCoursesOnFiveSites(Tale.Years years) {
        var yearEnd = LocalDate.of(years.last(), 12, 31);
        var top = directory.tree(yearEnd).stream().filter(it -> it.code().equals("HS")).findFirst().orElseThrow();
        assertThat(directory.staff(yearEnd).get(top.id())).isEqualTo(Workforce.PEOPLE);
        assertThat(directory.staff(LocalDate.of(years.current(), 3, 1)).get(top.id())).as("some left, some came").isEqualTo(9_286);
        assertThat(directory.tree(yearEnd)).filteredOn(it -> it.kind() == Place.Kind.SITE).hasSize(5)
                .allSatisfy(site -> assertThat(directory.staff(yearEnd).get(site.id())).isGreaterThan(100));
        assertThat(directory.count(new Directory.Search(yearEnd, "", true, "", "", "RETIREE"))).isEqualTo(148);

        var officer = directory.personOf(people.the(Role.SOURCING_OFFICER)).orElseThrow();
        assertThat(directory.person(officer).orElseThrow().nameEn()).isEqualTo("Zhao Ning");
        var employee = directory.personOf(people.the(Role.EMPLOYEE)).orElseThrow();
        assertThat(directory.manager(employee, yearEnd)).isPresent();
        assertThat(directory.personOf(people.the(Role.ASSURER))).as("comes from outside").isEmpty();
        assertThat(directory.tree(LocalDate.of(years.current(), 1, 1))).extracting(Place::nameEn).contains("Metallisation workshop");
    }

    /** Labour rules, reviews, hires, working time and incidents. */
    private void howWorkIsLawful(Tale.Years years) {
        assertThat(last("age-checked-hires", years).rows()).hasSize(90);
        assertThat(last("age-checked-hires", years).shown()).isEqualTo("93.33");
        assertThat(last("labour-rules", years).rows()).hasSize(9);
        assertThat(last("labour-rules", years).shown()).isEqualTo("100.00");
        assertThat(last("union-reviews", years).shown()).isEqualTo("100.00");
        assertThat(last("discrimination-cases", years).shown()).isEqualTo("1");
        assertThat(last("forced-labour-cases", years).shown()).isEqualTo("0");
        assertThat(last("headcount", years).shown()).isEqualTo("9252");
        var now = figures.live(figures.find("union-reviews").orElseThrow(), years.current());
        assertThat(now.control().difference()).isZero();
        assertThat(now.shown()).as("one is owed until the year ends").isEqualTo("88.88");
        assertThat(figures.live(figures.find("age-checked-hires").orElseThrow(), years.current()).control().difference()).isZero();
        assertThat(db.sql("SELECT DISTINCT code FROM labour.finding ORDER BY code").query(String.class).list()).contains("disabled", "overtime-month", "overtime-near").isSubsetOf("disabled", "overtime-day", "overtime-month", "overtime-near");
        assertThat(db.sql("SELECT count(*) FROM labour.union_now WHERE state = 'CLOSED'").query(Long.class).single()).isOne();
        assertThat(db.sql("SELECT count(*) FROM labour.shift").query(Long.class).single()).isGreaterThan(300);
    }

    private void whoWorksHere(Tale.Years years) {
        assertThat(last("ppl-nonemployees", years).included()).hasSizeBetween(900, 1_100);
        assertThat(last("ppl-turnover", years).shown()).as("sixty of some eight thousand").isEqualTo("0.72");
        assertThat(last("ppl-diversity", years).included()).hasSizeGreaterThan(300);
        assertThat(last("ppl-disability", years).rows()).filteredOn(it -> it.input("met").signum() > 0).hasSizeBetween(50, 80);
        assertThat(last("ppl-policy-signed", years).rows()).as("everybody, and retirees left out").hasSizeGreaterThan(9_252);
        assertThat(new BigDecimal(last("ppl-policy-signed", years).shown())).as("some were away when the list went round").isBetween(new BigDecimal("95"), new BigDecimal("99"));
        assertThat(db.sql("SELECT met FROM policy.signed_sheet ORDER BY at DESC LIMIT 1").query(Integer.class).single()).as("newcomers signed too").isBetween(60, 1_000);
        assertThat(new BigDecimal(last("ppl-policy-signed", new Tale.Years(LocalDate.now(clock).plusYears(1))).shown())).as("those who were away, and who came by other ways").isBetween(new BigDecimal("95"), new BigDecimal("99"));
        for (var key : List.of("ppl-nonemployees", "ppl-turnover", "ppl-diversity", "ppl-disability", "ppl-policy-signed")) {
            assertThat(figures.live(figures.find(key).orElseThrow(), years.current()).control().difference()).as(key).isZero();
        }
    }

    private void whoWasAwayAndIsInsured(Tale.Years years) {
        assertThat(last("leave-used", years).included()).as("all employees of the sites in China who have worked for some months").hasSizeGreaterThan(6_000);
        assertThat(last("social-insurance", years).shown()).isEqualTo("100.00");
        assertThat(last("housing-fund", years).shown()).isEqualTo("100.00");
        assertThat(last("family-leave", years).included()).isNotEmpty();
        assertThat(last("family-leave-return", years).shown()).isEqualTo("100.00");
        for (var key : List.of("leave-used", "social-insurance", "housing-fund", "family-leave", "family-leave-return", "family-leave-retention")) {
            assertThat(last(key, years).control().difference()).as(key).isZero();
            assertThat(figures.live(figures.find(key).orElseThrow(), years.current()).control().difference()).as(key).isZero();
        }
    }

    private void whatWasLearned(Tale.Years years) {
        assertThat(last("ppl-training-hours", years).shown()).isEqualTo("128790.46");
        var each = last("ppl-training-hours-pc", years);
        assertThat(each.shown()).isEqualTo("13.92");
        assertThat(each.rows()).filteredOn(it -> it.input("person").signum() > 0).hasSize(Workforce.PEOPLE);
        assertThat(each.rows().stream().map(it -> it.input("seconds")).reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo("463645656");
        assertThat(new BigDecimal(last("ppl-training-participants", years).shown())).isGreaterThanOrEqualTo(new BigDecimal("3000"));
        assertThat(last("ppl-equal-training", years).shown()).isEqualTo("100.00");
        var satisfaction = last("ppl-training-satisfaction", years);
        assertThat(satisfaction.shown()).isEqualTo("98.92");
        assertThat(satisfaction.included()).as("courses").hasSizeGreaterThan(5);
        assertThat(db.sql("SELECT count(*) FROM learning.attended JOIN learning.list USING (session, no) WHERE extract(year FROM day) = :year").param("year", years.last())
                .query(Long.class).single()).as("fewer and longer sessions than at full size, of the same hours").isGreaterThan(27_000);
        assertThat(db.sql("SELECT count(*) FROM learning.lost_sign_out").query(Long.class).single()).as("some of this year's walked past the reader").isPositive();
    }

    private void whereOneCanGo(Tale.Years years) {
        assertThat(last("headcount", years).shown()).isEqualTo(String.valueOf(Workforce.PEOPLE));
        assertThat(last("career-tracks", years).shown()).isEqualTo("59");
        assertThat(last("career-standards", years).shown()).isEqualTo("58");
        assertThat(last("career-coverage", years).shown()).as("58 of 59").isEqualTo("98.30");
        assertThat(last("study-supported", years).included()).hasSizeGreaterThanOrEqualTo(5);
    }

    private void howTheYearWasTalkedOver(Tale.Years years) {
        assertThat(cycles.all()).hasSize(2);
        var reviews = last("ppl-performance-review", years);
        assertThat(reviews.control().stated()).isEqualByComparingTo(String.valueOf(Workforce.PEOPLE));
        assertThat(reviews.shown()).startsWith("98.");
        assertThat(db.sql("SELECT count(*) FROM performance.appeal WHERE outcome = 'CHANGED'").query(Long.class).single()).isOne();
        assertThat(db.sql("SELECT count(*) FROM performance.sheet WHERE agreed_at IS NOT NULL").query(Long.class).single()).isGreaterThan(60);
    }

    /** On the board and in confidence: all answered in time but once each, and no more shown than was issued. */
    private void whatWasSaidAndReported(Tale.Years years) {
        assertThat(last("posts-answered", years).included()).hasSizeBetween(4, 6).filteredOn(it -> it.input("met").signum() == 0).as("one answer was late").hasSize(1);
        var cover = last("liaison-cover", years);
        assertThat(cover.rows()).hasSizeGreaterThan(30);
        assertThat(new BigDecimal(cover.shown())).isBetween(new BigDecimal("90"), new BigDecimal("99.99"));
        assertThat(last("reports-acknowledged", years).included()).hasSizeBetween(7, 8).filteredOn(it -> it.input("met").signum() == 0).as("one was told too late").hasSize(1);
        assertThat(browser.get().uri("/app").with(As.me(people.at(VoiceTale.kept().handlers().getFirst().mailbox())))).hasStatusOk().bodyText().as("no key is as old as its rule allows").doesNotContain("href=\"/app/voice/keys\"");
        assertThat(db.sql("SELECT count(*) FROM community.tally WHERE NOT holds").query(Long.class).single()).isZero();
        assertThat(db.sql("SELECT what FROM community.step GROUP BY what").query(String.class).list()).containsExactlyInAnyOrder("ANSWERED", "REFERRED", "RESULT", "SOLVED", "REOPENED");
        assertThat(db.sql("SELECT count(*) FROM community.ruling WHERE hidden").query(Long.class).single()).isOne();
        assertThat(db.sql("SELECT count(DISTINCT outcome) FROM voice.step WHERE what = 'CLOSED'").query(Long.class).single()).isGreaterThanOrEqualTo(4);
        assertThat(browser.get().uri("/app/community").with(As.me(people.the(Role.EMPLOYEE)))).hasStatusOk().bodyText().contains("/ballot/ask.js");
        assertThat(browser.get().uri("/app/voice").with(As.me(people.the(Role.HR)))).hasStatusOk();
    }

    /** The aid fund: what its records say and what its book adds up to are the same. */
    private void whoHelpedEachOther(Tale.Years years) {
        for (var figure : List.of("aid-fund", "aid-paid", "aid-in-time", "aid-visits")) {
            assertThat(last(figure, years).control().difference()).as(figure).isZero();
        }
        assertThat(last("aid-paid", years).rows()).hasSizeGreaterThan(5);
    }

    /** Beds, baths, buses, subsidies and who retired: people live, move and are counted. */
    private void whereTheyLiveAndWhatTheyUse(Tale.Years years) {
        assertThat(last("beds-to-standard", years).shown()).as("1,192 of 1,200").isEqualTo("99.33");
        assertThat(last("area-per-bed", years).shown()).isEqualTo("5.39");
        assertThat(last("bed-waiting", years).shown()).isEqualTo("20.0");
        assertThat(last("home-faults-in-time", years).shown()).isEqualTo("80.00");
        assertThat(last("amenity-use", years).rows()).hasSize(4);
        assertThat(last("shuttle-use", years).rows()).hasSize(1);
        assertThat(last("subsidies-paid", years).rows()).hasSize(12);
        assertThat(last("retirees-insured", years).shown()).isEqualTo("100.00");
        assertThat(last("retirees-visited", years).shown()).as("140 of 148").isEqualTo("94.59");
    }

    private void whatWasSaidAtMeetings(Tale.Years years) {
        assertThat(last("meetings-held", years).included()).hasSize(7);
        assertThat(last("points-followed", years).shown()).isEqualTo("71.42");
        assertThat(last("letters-answered", years).shown()).isEqualTo("100.00");
    }

    /** Asked on slips; groups of ten and more are told, and what was promised for the lowest was done but for one. */
    private void whatPeopleThinkOfIt(Tale.Years years) {
        assertThat(new BigDecimal(last("survey-response", years).shown())).isBetween(new BigDecimal("84"), new BigDecimal("88"));
        assertThat(new BigDecimal(last("survey-score", years).shown())).isBetween(new BigDecimal("70"), new BigDecimal("85"));
        assertThat(last("survey-plans", years).shown()).as("two of three").isEqualTo("66.66");
        for (var key : List.of("survey-response", "survey-score", "survey-plans", "reports-received", "reports-answered", "reports-confirmed", "fraud-reports", "improvements-published")) {
            assertThat(last(key, years).control().difference()).as(key).isZero();
        }
        assertThat(db.sql("SELECT min(people) FROM survey.score").query(Integer.class).single()).isGreaterThanOrEqualTo(10);
    }

    /** At full size: sealed, taken along by whoever wants, and checked by the program that needs no house. */
    private void aStrangerReadsThem(int year) throws IOException {
        var zip = statements.sealed(statements.published(year).orElseThrow(), Level.PUBLIC).orElseThrow();
        var printed = Outsider.onTheCommandLine(zip, log.verifier().fingerprint(), "en");
        assertThat(printed.words()).contains("98.92 %", "13.92", "128790.46").doesNotContain("Ren Jie");
        assertThat(printed.exit()).isZero();
        assertThat(browser.get().uri("/report/" + year + "/ppl-training-satisfaction").exchange()).hasStatusOk().bodyText().contains("98.92");
        for (var path : List.of("/app/figures/ppl-training-hours-pc?year=" + year, "/app/figures/ppl-training-hours-pc?year=" + year + "&q=Ren+Jie", "/report/" + year + "/ppl-training-hours-pc")) {
            assertThat(browser.get().uri(path).with(As.me(people.the(Role.HR)))).as(path).hasStatusOk();
        }
    }

    private FigureValue last(String key, Tale.Years years) {
        var value = figures.live(figures.find(key).orElseThrow(), years.last());
        assertThat(value.control().difference()).as(key).isZero();
        return value;
    }
}
