package org.probity.people.aid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.statement.Statements;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.log.Log;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.Outsider;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.proof.Level;
import org.probity.proof.SealedPackage;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** A colleague's father falls ill: asked for on a phone, two sign the same day, the union hands the line to whoever pays, and the colleague reads the fund's book and checks last year's without a network. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class AHelpingHandJourneyTest {
    private static final Look PHONE = new Look("zh", ColorScheme.LIGHT, Look.PHONE);
    private static final Look DESK = new Look("en", ColorScheme.LIGHT, Look.DESK);

    @LocalServerPort int port;
    @Autowired DemoPeople people;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired Seats seats;
    @Autowired Giving giving;
    @Autowired Fund fund;
    @Autowired SealedBooks books;
    @Autowired Statements statements;
    @Autowired Figures figures;
    @Autowired Log log;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    private void aFundWithACommittee() {
        var hr = people.the(Role.HR).account();
        var union = people.the(Role.UNION);
        var begun = LocalDate.of(2018, 1, 1);
        var company = done(organisation.found("HS", Place.Kind.ENTITY, null, new Organisation.Details("Helia Solar", "赫利亚太阳能", "", "", "", ""), begun, "", hr));
        var site = done(organisation.found("HF", Place.Kind.SITE, company, new Organisation.Details("Hefei site", "合肥基地", "CN", "Anhui", "", ""), begun, "", hr));
        var names = new String[][] {{"任杰", "Ren Jie", "employee"}, {"秦皓", "Qin Hao", "quality"}, {"玛塔", "Marta Lind", "buyer"}, {"赵宁", "Zhao Ning", "officer"}, {"安娜", "Anna Weber", "reviewer"}, {"陆文", "Lu Wen", "publisher"}};
        for (int at = 0; at < names.length; at++) {
            var person = done(staff.takeOn(new Staff.Identity("%06d".formatted(100 + at), names[at][0], names[at][1], names[at][2] + "@helia.example"), new Staff.Term(Engagement.EMPLOYEE, site, "", begun, null), "", hr));
            done(passes.invite(person, "zh", hr));
            if (at > 0) {
                done(seats.appoint("%06d".formatted(100 + at), at < 4 ? Seats.Body.COMMITTEE : Seats.Body.SUPERVISION, fund.today(), fund.today().plusYears(3), union));
            }
        }
    }

    /** A month of last year, with the company's gift, so that there is a report of the fund to check. */
    private void lastYear() {
        var union = people.the(Role.UNION);
        var day = LocalDate.of(fund.today().getYear() - 1, 12, 20);
        time.at(day.atTime(9, 0).atZone(clock.getZone()).toInstant(), () -> transaction.executeWithoutResult(_ -> {
            done(giving.take(Giving.GiftKind.COMPANY, day, 200_000_00L, "Bank statement", union));
            for (var mailbox : List.of("quality", "buyer", "officer", "reviewer", "publisher")) {
                done(giving.pledge(Band.B20, people.at(mailbox)));
            }
            var run = done(giving.draw(YearMonth.from(day), union));
            var helper = new Me(UUID.randomUUID(), "Xia Ling", Set.of(Role.UNION), Optional.empty());
            done(giving.collect(run, 100_00L, List.of(), "Payroll", helper));
        }));
    }

    /** The report of last year is published by two; the colleague who was helped checks the fund on a phone without a network. */
    private void theFundIsCheckedBy(Browser worker) throws IOException {
        var year = fund.today().getYear() - 1;
        var others = figures.all().stream().map(Figure::key).filter(it -> !it.startsWith("aid-")).collect(Collectors.toMap(it -> it, _ -> new Words("Not told of here", "此处不涉及")));
        var edition = done(statements.prepare(year, null, "", "", others, people.the(Role.SOURCING_OFFICER)));
        edition = done(statements.rule(edition.id(), Outcome.APPROVED, "", people.the(Role.PUBLISHER)));
        var zip = statements.sealed(edition, Level.PUBLIC).orElseThrow();
        var fingerprint = log.verifier().fingerprint();
        var printed = Outsider.onTheCommandLine(zip, fingerprint, "zh");
        assertThat(printed.words().replace(",", "")).contains("200100.00").doesNotContain("Qin Hao", "秦皓");
        assertThat(printed.exit()).isZero();
        assertThat(Outsider.onThePage(worker, zip, fingerprint, "aid-checked")).isEqualTo("PROVED");
        assertThat(worker.page().locator("#result").textContent().replace(",", "")).contains("200100.00");
        assertThat(Outsider.onThePage(worker, Outsider.changed(zip, zip.length / 2), fingerprint, "aid-checked-refuted")).isEqualTo("NOT_PROVED");
    }

    /** The colleague takes today's book along on the phone and checks it with both verifiers; of yesterday's nobody learns that help was given today. */
    private void todaysBookIsCheckedBy(Browser worker) throws IOException {
        var page = worker.page();
        page.locator("a[href='/app/aid/book/day']").click();
        page.waitForURL("**/app/aid/book/day");
        assertThat(page.locator("main").textContent()).contains("188,100.00", "结果相同").doesNotContain("任杰");
        worker.twoLooks("aid-book-day");
        worker.mustBeAccessible();
        var zip = Files.readAllBytes(page.waitForDownload(() -> page.locator("form[action='/app/aid/book/day'] .btn:not(.quiet)").click()).path());
        var fingerprint = log.verifier().fingerprint();
        var printed = Outsider.onTheCommandLine(zip, fingerprint, "en");
        assertThat(printed.words().replace(",", "")).contains("188100.00").doesNotContain("Ren Jie");
        assertThat(printed.exit()).isZero();
        assertThat(Outsider.onThePage(worker, zip, fingerprint, "aid-book-checked")).isEqualTo("PROVED");
        assertThat(page.locator("#result").textContent().replace(",", "")).contains("188100.00");
        var changed = Outsider.changed(zip, zip.length / 2);
        assertThat(Outsider.onThePage(worker, changed, fingerprint, "aid-book-refuted")).isEqualTo("NOT_PROVED");
        assertThat(Outsider.onTheCommandLine(changed, fingerprint, "en").exit()).isNotZero();

        var yesterday = done(books.of(fund.today().minusDays(1)));
        assertThat(yesterday.held()).as("what was let out this quarter is told when it is over").isEqualByComparingTo("200100.00").isEqualByComparingTo(yesterday.byTheBook());
        var before = done(books.sealed(yesterday.day()));
        assertThat(Outsider.onTheCommandLine(before, fingerprint, "en").words().replace(",", "")).contains("200100.00").doesNotContain("decided", "urgent");
        assertThat(SealedPackage.unpack(done(books.sealed(yesterday.day()))).get("report.json")).as("sealed once").isEqualTo(SealedPackage.unpack(before).get("report.json"));
        done(giving.take(Giving.GiftKind.OTHER, fund.today(), 1_00L, "A visitor", people.the(Role.UNION)));
        assertThat(Outsider.onTheCommandLine(done(books.sealed(fund.today())), fingerprint, "en").words().replace(",", "")).as("an entry came since").contains("188101.00");
        assertThat(key(books.sealed(fund.today().plusDays(1)))).isEqualTo("aid.book-day-wrong");
        assertThat(key(books.sealed(null))).isEqualTo("aid.book-day-wrong");
        assertThat(key(books.sealed(LocalDate.of(fund.today().getYear() - 1, 12, 19)))).as("the company's gift alone has nobody beside the one who entered it").isEqualTo("aid.book-day-early");
        worker.go("/app/aid/book/day?day=" + fund.today().plusDays(1)).shot("aid-book-day-wrong");
    }

    private Browser as(String name, Look look, String to) {
        var browser = Browser.at(port, look).go("/app/sign-in?next=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**" + to);
        return browser;
    }

    private void member(String name, boolean first) {
        try (var browser = as(name, DESK, "/app/aid/applications")) {
            var page = browser.page();
            if (first) {
                browser.twoLooks("aid-applications");
                browser.mustBeAccessible();
            }
            page.locator("main table a").first().click();
            page.waitForURL("**/app/aid/applications/*");
            if (page.locator("form[action$='/signature'] button").count() > 0) {
                if (first) {
                    browser.twoLooks("aid-sign");
                    browser.mustBeAccessible();
                }
                page.locator("form[action$='/signature'] .acts button").click();
                page.waitForLoadState();
            }
            page.locator("form[action$='/yes'] button").click();
            page.waitForLoadState();
        }
    }

    @Test
    void helpIsThereTheSameDayAndTheFundIsCheckedByWhoeverGives() throws IOException {
        aFundWithACommittee();
        lastYear();
        try (var worker = as("Ren Jie", PHONE, "/app/aid")) {
            var page = worker.page();
            worker.twoLooks("aid-mine");
            worker.mustBeAccessible();
            page.locator("form[action='/app/aid/pledge'] .acts button").click();
            page.waitForLoadState();
            assertThat(page.locator("main").textContent()).contains("每月缴纳");
            page.locator("a[href='/app/aid/apply']").click();
            page.waitForURL("**/app/aid/apply");
            page.locator("form[action='/app/aid/applications'] .acts button").click();
            page.waitForLoadState();
            assertThat(page.locator("main").textContent()).as("nothing was chosen").contains("请选择事由");
            page.locator("input[name=ground][value=ILLNESS_FAMILY]").check();
            page.locator("#eventDay").fill(LocalDate.now(clock).minusDays(3).toString());
            page.locator("#ownCost").fill("68,000");
            page.locator("#dependants").fill("2");
            page.locator("#words").fill("父亲突发重病 <b>，押金要先交。");
            page.locator("input[name=urgent][value=yes]").check();
            worker.shot("aid-apply");
            page.locator("form[action='/app/aid/applications'] .acts button").click();
            page.waitForURL("**/app/aid/applications/*");
            worker.shot("aid-applied");
            var application = page.url();
            for (var name : List.of("Qin Hao", "Marta Lind", "Zhao Ning")) {
                member(name, name.equals("Qin Hao"));
            }
            page.navigate(application);
            assertThat(page.locator("main").textContent()).contains("两人已在时限内签字", "已同意");
            worker.twoLooks("aid-agreed");
            worker.mustBeAccessible();
            try (var union = as("Gao Yan", DESK, "/app/aid/desk")) {
                var desk = union.page();
                union.twoLooks("aid-desk");
                union.mustBeAccessible();
                assertThat(desk.locator("main").textContent()).contains("5,000.00", "7,000.00").doesNotContain("父亲");
                desk.locator("form[action='/app/aid/handings'] button").click();
                desk.waitForURL("**/app/aid/handings/*");
                union.shot("aid-handed");
            }
            try (var supervisor = as("Anna Weber", DESK, "/app/aid/applications")) {
                assertThat(supervisor.page().locator("main").textContent()).contains("7,000.00").doesNotContain("Ren Jie");
                supervisor.shot("aid-looks-on");
            }
            worker.go("/app/aid/book");
            assertThat(page.locator("main").textContent()).contains("188,100.00").doesNotContain("任杰");
            worker.twoLooks("aid-book");
            worker.mustBeAccessible();
            todaysBookIsCheckedBy(worker);
            worker.go("/app/aid/register").shot("aid-register");
            worker.go("/app/aid/scale").shot("aid-scale");
            worker.go("/app/aid/promise").shot("aid-promise");
            theFundIsCheckedBy(worker);
        }
        assertThat(fund.holds(Fund.FUND)).isEqualTo(188_101_00L);
        assertThat(fund.holds(Fund.PAID)).isEqualTo(12_000_00L);
    }
}
