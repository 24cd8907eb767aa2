package org.probity.house.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Spreadsheet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class ComingToTheDirectoryTest {
    static final LocalDate BEGUN = LocalDate.of(2015, 1, 1);

    @Autowired MockMvcTester browser;
    @Autowired Directory directory;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired Heads heads;

    final UUID me = UUID.randomUUID();
    final String tag = UUID.randomUUID().toString().substring(0, 8);
    UUID company;
    UUID cells;
    UUID lin;

    @BeforeEach
    void anEmployeeInAWorkshop() {
        company = ChangingTheOrganisationTest.done(organisation.found(tag + "E", Place.Kind.ENTITY, null, Organisation.Details.named("Company " + tag, ""), BEGUN, "", me));
        cells = ChangingTheOrganisationTest.done(organisation.found(tag + "C", Place.Kind.UNIT, company, Organisation.Details.named("Cells " + tag, ""), BEGUN, "", me));
        lin = takeOn("lin");
    }

    UUID takeOn(String name) {
        return ChangingTheOrganisationTest.done(staff.takeOn(new Staff.Identity(tag + name, "", name + " " + tag, name + "." + tag + "@helia.example"),
                new Staff.Term(Engagement.DISPATCH, cells, "Operator", BEGUN, null), "", me));
    }

    Me accountOf(UUID person) {
        var account = ChangingTheOrganisationTest.done(passes.invite(person, "en", me));
        return new Me(account, "Somebody", Set.of(Role.EMPLOYEE), Optional.empty());
    }

    MvcTestResult get(String path, Me who) {
        return browser.get().uri(path).header("Accept-Language", "en").with(As.me(who)).exchange();
    }

    Me holding(Role role) {
        return new Me(UUID.randomUUID(), "Someone", Set.of(role), Optional.empty());
    }

    @Test
    void aColleagueSeesWhereSomebodyWorksAndNotHow() {
        var page = get("/app/directory/people/" + lin, holding(Role.EMPLOYEE));
        assertThat(page).hasStatusOk().bodyText().contains("lin " + tag, "Cells " + tag, "lin." + tag + "@helia.example")
                .doesNotContain(tag + "lin<").doesNotContain("Dispatched").doesNotContain("Operator");
        assertThat(get("/app/directory/people?q=" + tag + "&kind=DISPATCH&day=2016-01-01", holding(Role.EMPLOYEE))).bodyText()
                .contains("lin " + tag).doesNotContain("Dispatched").doesNotContain("Operator");
        assertThat(get("/app/directory/people?q=" + tag + "&format=csv", holding(Role.EMPLOYEE))).bodyText().contains("lin " + tag).doesNotContain("Operator");
    }

    @Test
    void colleaguesCanNeitherSearchNorOrderByWhatTheyDoNotSee() {
        takeOn("boss");
        // Their names and addresses begin the other way round.
        var number = tag + "lin";
        assertThat(get("/app/directory/people?q=" + number, holding(Role.HR))).bodyText().contains("lin " + tag);
        assertThat(get("/app/directory/people?q=" + number, holding(Role.EMPLOYEE))).bodyText().doesNotContain("lin " + tag);
        assertThat(get("/app/find?q=" + number, holding(Role.EMPLOYEE))).bodyText().doesNotContain("lin " + tag);
        var name = "lin " + tag + "<";
        var first = "boss " + tag + "<";
        assertThat(get("/app/directory/people?sort=-number&q=" + tag, holding(Role.HR))).bodyText().containsSubsequence(name, first);
        assertThat(get("/app/directory/people?sort=-number&q=" + tag, holding(Role.EMPLOYEE))).bodyText().containsSubsequence(first, name);
    }

    @Test
    void whoLeftDoesNotExistForColleagues() {
        ChangingTheOrganisationTest.done(staff.end(directory.person(lin).orElseThrow().stretches().getFirst().id(), directory.today().minusDays(1), "", me));
        assertThat(get("/app/directory/people/" + lin, holding(Role.EMPLOYEE))).hasStatus(404);
        assertThat(get("/app/directory/people?q=" + tag, holding(Role.EMPLOYEE))).bodyText().doesNotContain("lin " + tag);
        assertThat(get("/app/directory/people?kind=LEFT&q=" + tag, holding(Role.HR))).bodyText().contains("lin " + tag);
    }

    @Test
    void oneselfAndWhoeverLeadsOneSeeTheStretches() {
        var boss = takeOn("boss");
        ChangingTheOrganisationTest.done(heads.appoint(company, boss, Place.Rank.HEAD, BEGUN, "", me));
        assertThat(get("/app/directory/people/" + lin, accountOf(lin))).bodyText().contains("Dispatched", "boss " + tag);
        var leader = accountOf(boss);
        assertThat(get("/app/directory/people/" + lin, leader)).bodyText().contains("Dispatched").doesNotContain("/transfer?");
        assertThat(get("/app/directory/people/" + boss, accountOf(takeOn("other")))).bodyText().doesNotContain("Dispatched");
    }

    @Test
    void aChangeIsLookedOverBeforeItCounts() {
        var form = "/app/directory/units/" + cells + "/describe";
        var asked = browser.post().uri(form).param("nameEn", "Cells two " + tag).param("from", "2020-01-01").with(As.a(Role.HR)).exchange();
        assertThat(asked).hasStatusOk().bodyText().contains("Cells two " + tag);
        assertThat(directory.place(cells, directory.today()).orElseThrow().nameEn()).isEqualTo("Cells " + tag);
        assertThat(browser.post().uri(form).param("nameEn", "Cells two " + tag).param("from", "2020-01-01").param("sure", "true").with(As.a(Role.HR)))
                .hasStatus(303);
        assertThat(get("/app/directory/units/" + cells, holding(Role.EMPLOYEE))).bodyText().contains("Cells two " + tag).doesNotContain("/describe");
        assertThat(get("/app/directory/units/" + cells + "?day=2019-12-31", holding(Role.EMPLOYEE))).bodyText().contains("Cells " + tag, "31 December 2019");
    }

    @Test
    void whatIsRefusedComesBackAsTyped() {
        var asked = browser.post().uri("/app/directory/units/" + cells + "/move").param("other", tag + "C").param("from", "2020-01-01").param("reason", "why not")
                .with(As.a(Role.HR)).exchange();
        assertThat(asked).hasStatus(422).bodyText().contains("why not");
        assertThat(browser.post().uri("/app/directory/people/" + lin + "/end").param("until", "soon").with(As.a(Role.HR))).hasStatus(404);
        var stretch = directory.person(lin).orElseThrow().stretches().getFirst().id();
        assertThat(browser.post().uri("/app/directory/people/" + lin + "/end?engagement=" + stretch).param("until", "soon").with(As.a(Role.HR))).hasStatus(422);
        assertThat(browser.post().uri("/app/directory/people/" + lin + "/end?engagement=" + stretch).param("until", "2020-01-31").with(As.a(Role.HR))).hasStatus(303);
    }

    @Test
    void aDayOnWhichAUnitDidNotStandLeadsToTheNearest() {
        assertThat(get("/app/directory/units/" + cells + "?day=2001-01-01", holding(Role.HR))).hasStatus(303).hasHeader("Location", "/app/directory/units/" + cells + "?day=2015-01-01");
        assertThat(get("/app/directory/units/" + UUID.randomUUID(), holding(Role.HR))).hasStatus(404);
    }

    @Test
    void aFileIsReadShownAndBroughtIn() {
        var csv = BringingInAFileTest.PEOPLE + tag + "9,林九,,,员工," + tag + "C,Operator,2020-01-01,\n";
        var read = browser.post().uri("/app/directory/import").multipart()
                .file(new MockMultipartFile("file", "people.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8))).with(As.a(Role.HR)).exchange();
        var batch = read.getResponse().getRedirectedUrl();
        assertThat(get(batch, holding(Role.HR))).bodyText().contains("林九", "Bring it in");
        assertThat(directory.byNumber(tag + "9")).isEmpty();
        assertThat(browser.post().uri(batch).with(As.a(Role.HR))).hasStatus(303);
        assertThat(directory.byNumber(tag + "9")).isPresent();
        assertThat(get(batch, holding(Role.HR))).hasStatus(404);
    }

    @Test
    void faultsComeAsAFileToo() {
        var read = browser.post().uri("/app/directory/import").multipart().file(new MockMultipartFile("file", "people.csv", "text/csv",
                (BringingInAFileTest.PEOPLE + "1,林一,,,员工,NOWHERE,,2020-01-01,\n").getBytes(StandardCharsets.UTF_8))).with(As.a(Role.HR)).exchange();
        assertThat(get(read.getResponse().getRedirectedUrl() + "?format=csv", holding(Role.HR))).bodyText().contains("2,unit,No unit has this code.,NOWHERE");
        var none = browser.post().uri("/app/directory/import").multipart().file(new MockMultipartFile("file", "x", "text/csv", new byte[0])).with(As.a(Role.HR)).exchange();
        assertThat(none).hasStatus(422);
    }

    @Test
    void theTemplateOfEachLanguageIsReadAgain() throws Exception {
        for (var language : new String[] {"en", "zh-CN"}) {
            var file = browser.get().uri("/app/directory/import/template/people?format=xlsx").header("Accept-Language", language).with(As.a(Role.HR)).exchange()
                    .getResponse().getContentAsByteArray();
            assertThat(Reading.of(Spreadsheet.read(file), Set.of("HS-CQ-CELL"))).returns(Reading.Kind.PEOPLE, Reading::kind)
                    .satisfies(reading -> assertThat(reading.faults()).isEmpty());
        }
    }

    @Test
    void theSearchFindsPeopleAndUnits() {
        assertThat(get("/app/find?q=" + tag, holding(Role.EMPLOYEE))).bodyText().contains("/app/directory/units/" + cells, "/app/directory/people/" + lin);
        assertThat(get("/app/find?q=" + tag, holding(Role.ASSURER))).bodyText().doesNotContain("/app/directory/");
    }
}
