package org.probity.people.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;
import static org.probity.shapes.gathering.AnOccasion.key;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.Outsider;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.probity.people.equity.Grantings;
import org.probity.people.equity.StockPlan;
import org.probity.people.equity.StockPlans;
import org.probity.people.reward.Plan.Formula;
import org.probity.people.reward.UnitPlans.Kind;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.Allocation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A year's result becomes a bonus that is explained and reckoned again by a stranger; units run through five years to their settlement; an option vests, later by the days of a leave. On a phone and a desk. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class WhatBecameMineJourneyTest {
    private static final Look PHONE = new Look("zh", ColorScheme.LIGHT, Look.PHONE);
    private static final Look DESK = new Look("en", ColorScheme.LIGHT, Look.DESK);
    private static final LocalDate BEGUN = LocalDate.of(2015, 1, 1);

    @LocalServerPort int port;
    @Autowired DemoPeople people;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired Directory directory;
    @Autowired Plans plans;
    @Autowired Periods periods;
    @Autowired Splits splits;
    @Autowired UnitPlans unitPlans;
    @Autowired Units units;
    @Autowired PayLists lists;
    @Autowired TimeMachine time;
    @Autowired StockPlans stockPlans;
    @Autowired Grantings grantings;
    @Autowired Log log;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    private UUID site;

    private Me hr() {
        return people.the(Role.HR);
    }

    private Me other() {
        return people.at("hr.reward");
    }

    private UUID sixOfACompany() {
        var hr = hr().account();
        var company = done(organisation.found("HS", Place.Kind.ENTITY, null, new Organisation.Details("Helia Solar", "赫利亚太阳能", "", "", "", ""), BEGUN, "", hr));
        site = done(organisation.found("HF", Place.Kind.SITE, company, new Organisation.Details("Hefei site", "合肥基地", "CN", "Anhui", "", ""), BEGUN, "", hr));
        var cells = done(organisation.found("HF-CELL", Place.Kind.UNIT, site, new Organisation.Details("Cell workshop", "电池车间", "", "", "", ""), BEGUN, "", hr));
        UUID ren = null;
        for (int at = 0; at < 6; at++) {
            var person = done(staff.takeOn(new Staff.Identity("%06d".formatted(100 + at), at == 0 ? "任杰" : "同事" + at, at == 0 ? "Ren Jie" : "Colleague " + at, at == 0 ? "employee@helia.example" : "c" + at + "@helia.example"),
                    new Staff.Term(Engagement.EMPLOYEE, cells, "", BEGUN, null), "", hr));
            if (at == 0) {
                ren = person;
                done(passes.invite(person, "zh", hr));
            }
        }
        return java.util.Objects.requireNonNull(ren);
    }

    private void rated(UUID person, LocalDate end) {
        var cycle = UUID.randomUUID();
        db.sql("""
                INSERT INTO performance.cycle (id, from_day, until_day, population_day, sign_by, mid_year_by, self_by, rate_by, calibrate_by, talk_by, lines_on, followed_on, followed_at, opened_by, opened_at)
                SELECT :id, :from, :until, :until, :until, :until, :until, :until, :until, :until, :until, :until, now(), :by, now()
                """).param("id", cycle).param("from", end.minusDays(300)).param("until", end).param("by", hr().account()).update();
        db.sql("""
                INSERT INTO performance.member (cycle, person, kind, unit, title, since, scheme, manager, added_at)
                SELECT :cycle, :person, 'EMPLOYEE', :unit, '', :day, rating.scheme, :manager, now() FROM performance.rating WHERE rating.code = 'A' ORDER BY scheme LIMIT 1
                """).param("cycle", cycle).param("person", person).param("unit", site).param("day", end).param("manager", directory.byNumber("000105").orElseThrow().id()).update();
        db.sql("""
                INSERT INTO performance.assessment (id, cycle, person, no, scheme, rating, origin, words, by, at, salt)
                SELECT gen_random_uuid(), :cycle, :person, 1, member.scheme, 'A', 'BROUGHT_IN', '', :by, now(), gen_random_uuid() FROM performance.member WHERE member.cycle = :cycle AND member.person = :person
                """).param("cycle", cycle).param("person", person).param("by", hr().account()).update();
        db.sql("UPDATE performance.cycle SET closed_by = :by, closed_at = now() WHERE id = :cycle").param("by", hr().account()).param("cycle", cycle).update();
    }

    /** As if it were that day, through the same doors. */
    private void at(LocalDate day, Runnable act) {
        time.at(day.atTime(9, 0).atZone(clock.getZone()).toInstant(), act);
    }

    /** Given five years ago; at the end of each year the board says what it brought, and payroll gets its list. */
    private void unitsOfFiveYears(UUID ren) {
        var first = LocalDate.now(clock).getYear() - 5;
        rated(ren, LocalDate.of(first - 1, 12, 20));
        var id = new AtomicReference<UUID>();
        at(LocalDate.of(first, 1, 20), () -> {
            var plan = done(unitPlans.propose(new UnitPlans.Draft("TUP-" + first, "Time units " + first, first + " 年时间单位计划", first, "0, 1/3, 2/3, 1, 1", "NONE A = 10000", "NONE = 15000", "VOLUNTARY_RETIREMENT = TO_TERM",
                    "Board of January"), hr()));
            done(unitPlans.rule(plan, Outcome.APPROVED, other()));
            word(plan, first - 1, Kind.VALUE, "1.00");
            done(units.rule(done(units.propose(plan, first, done(units.preview(plan, first, hr())).seen(), hr())), Outcome.APPROVED, other()));
            id.set(plan);
        });
        for (int of = first; of < first + 5; of++) {
            var year = of;
            at(LocalDate.of(year, 12, 28), () -> {
                word(id.get(), year, Kind.DIVIDEND, "0.50");
                if (year == first + 4) {
                    word(id.get(), year, Kind.VALUE, "5.00");
                }
                if (year > first) {
                    done(lists.ofUnits(id.get(), year, hr()));
                }
            });
        }
        assertThat(key(lists.ofUnits(id.get(), first + 4, hr()))).as("all of it is paid, once").isEqualTo("reward.nothing-due");
        assertThat(lists.of(id.get())).extracting(PayLists.Made::year).containsExactly(first + 4, first + 3, first + 2, first + 1);
        assertThat(lists.own(ren).stream().mapToLong(PayLists.Own::fen).sum()).as("15,000 of dividends and 40,000 as it settles").isEqualTo(5_500_000);
    }

    private void word(UUID plan, int year, Kind kind, String amount) {
        done(unitPlans.say(plan, year, kind, new BigDecimal(amount), "Board minute of " + year, "minute.txt", new byte[] {1}, hr()));
    }

    /** Thirty months ago, and ninety days of leave around a birth since. */
    private LocalDate anOption(UUID ren) {
        var day = LocalDate.now(clock).minusMonths(30);
        var plan = done(stockPlans.propose(new StockPlans.Draft("ESOP-1", "Options of the cell workshop", "电池车间股票期权计划", StockPlan.Kind.OPTION, StockPlan.Market.GROWTH, 1_200_000_000L, 100_000, new BigDecimal("12.80"),
                new BigDecimal("12.80"), day.minusDays(20), day.plusYears(5), "start = 0 | start\nyear1 = 30% | 12 months after start\nyear2 = 30% | 12 months after year1\nyear3 = 40% | 12 months after year2",
                Allocation.CUMULATIVE_ROUND_DOWN, EnumSet.of(StockPlan.Pause.FAMILY), 30, "VOLUNTARY_RETIREMENT = GOES_ON", "General meeting, resolution 6"), hr()));
        done(stockPlans.rule(plan, Outcome.APPROVED, other()));
        var seen = done(grantings.preview(plan, day, "000100 = 10000", "", hr())).seen();
        done(grantings.rule(done(grantings.propose(plan, day, "000100 = 10000", "", seen, hr())), Outcome.APPROVED, other()));
        var leave = UUID.randomUUID();
        db.sql("INSERT INTO care.leave (id, number, person, kind, from_day, until_day, part, amount, words, asked_by, asked_at) VALUES (:id, 'LX1', :person, 'PATERNITY', :from, :until, 'WHOLE', 800, '', :by, now())")
                .param("id", leave).param("person", ren).param("from", day.plusMonths(14)).param("until", day.plusMonths(14).plusDays(89)).param("by", hr().account()).update();
        db.sql("INSERT INTO care.answered (leave, outcome, reason, answered_by, answered_at, record) VALUES (:leave, 'AGREED', '', :by, now(), gen_random_uuid())").param("leave", leave).param("by", hr().account()).update();
        return day;
    }

    private Browser as(String name, Look look, String to) {
        var browser = Browser.at(port, look).go("/app/sign-in?next=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**" + to);
        return browser;
    }

    /** What finance said is looked at by one and agreed to by another. */
    private String bonus() {
        var until = LocalDate.now(clock).minusDays(20);
        var plan = done(plans.propose(new Plans.Draft("HF-1", "Gains of Hefei", "合肥基地收益分享", Formula.SCANLON, BEGUN, new BigDecimal("55000000"), new BigDecimal("125000000"), null, null, null, new BigDecimal("75"),
                new BigDecimal("20"), true, "NONE = 1", "NONE = 1\nA = 1.5", "Staff congress of January"), hr()));
        done(plans.rule(plan, Outcome.APPROVED, other()));
        var period = done(periods.say(new Periods.Said(plan, until.minusDays(90), until, new BigDecimal("7000000"), new BigDecimal("18000000"), null, "HF-CELL = 1.2", "Closing of the quarter", "closing.txt", new byte[] {1}), hr()));
        var path = "/app/reward/periods/" + period;
        try (var desk = as("He Min", DESK, path)) {
            assertThat(desk.page().locator("main").textContent()).contains("552,000");
            desk.twoLooks("reward-would-be");
            desk.mustBeAccessible();
            desk.page().locator("form[action$='/split'] .acts button").click();
            desk.page().waitForLoadState();
        }
        try (var second = as("Bai Lan", DESK, path)) {
            second.page().locator("form[action$='/ruling'] button[value=APPROVED]").click();
            second.page().waitForLoadState();
            second.shot("reward-agreed");
        }
        return path;
    }

    private void reckonedAgainBy(Browser stranger) throws IOException {
        var split = splits.find(db.sql("SELECT split FROM reward.split_agreed").query(UUID.class).single()).orElseThrow();
        stranger.go("/app/reward/periods/" + split.period()).twoLooks("reward-lists");
        stranger.mustBeAccessible();
        var zip = java.nio.file.Files.readAllBytes(stranger.page().waitForDownload(() -> stranger.page().locator("form[action$='/package'] button").click()).path());
        var fingerprint = log.verifier().fingerprint();
        var printed = Outsider.onTheCommandLine(zip, fingerprint, "en");
        assertThat(printed.words().replace(",", "")).contains("552000.00").doesNotContain("Ren Jie", "任杰");
        assertThat(printed.exit()).isZero();
        assertThat(Outsider.onThePage(stranger, zip, fingerprint, "reward-checked")).isEqualTo("PROVED");
        assertThat(Outsider.onThePage(stranger, Outsider.changed(zip, zip.length / 2), fingerprint, "reward-refuted")).isEqualTo("NOT_PROVED");
    }

    @Test
    void aBonusIsExplainedUnitsRunToTheirEndAndAnOptionVests() throws IOException {
        var ren = sixOfACompany();
        unitsOfFiveYears(ren);
        var granted = anOption(ren);
        bonus();
        try (var worker = as("Ren Jie", PHONE, "/app/reward")) {
            var page = worker.page();
            worker.twoLooks("reward-mine");
            page.locator("main table a").first().click();
            page.waitForURL("**/app/reward/parts/*");
            // 1.5 of 6.5 weights of 552,000 yuan.
            assertThat(page.locator("main").textContent()).contains("127,384.6", "1.5");
            worker.twoLooks("reward-part");
            worker.mustBeAccessible();
            worker.go("/app/reward/units");
            assertThat(page.locator("main").textContent()).contains("1,666.67", "3,333.33", "5,000", "40,000");
            worker.twoLooks("reward-units");
            worker.mustBeAccessible();
            worker.go("/app/reward/equity");
            assertThat(page.locator("main").textContent()).contains("6,000", "顺延 90 天", granted.plusMonths(36).plusDays(90).toString());
            worker.twoLooks("reward-equity");
            worker.mustBeAccessible();
            page.locator("input[name=shares]").fill("7,000");
            worker.surely("行权");
            assertThat(page.locator("main").textContent()).as("more than is theirs").contains("现可行权 6,000 股");
            page.locator("input[name=shares]").fill("1,000");
            worker.surely("行权");
            assertThat(page.locator("main").textContent()).contains("已行权 1,000 股");
            worker.shot("reward-exercised");
        }
        try (var desk = as("He Min", DESK, "/app/reward/stock-plans")) {
            desk.twoLooks("reward-stock-plans");
            desk.mustBeAccessible();
            desk.page().locator("main table a").first().click();
            desk.page().waitForURL("**/app/reward/stock-plans/*");
            desk.twoLooks("reward-stock-plan");
            desk.mustBeAccessible();
        }
        try (var stranger = as("Gao Yan", DESK, "/app/reward/periods")) {
            reckonedAgainBy(stranger);
        }
    }
}
