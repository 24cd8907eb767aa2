package org.probity.people.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.shapes.gathering.AnOccasion.done;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Organisation;
import org.probity.house.directory.Passes;
import org.probity.house.directory.Place;
import org.probity.house.directory.Staff;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.WholeHouse;
import org.probity.people.amenity.Amenities;
import org.probity.people.retirement.Retirements;
import org.probity.people.retirement.Schedule.Category;
import org.probity.people.subsidy.Scheme;
import org.probity.people.subsidy.Schemes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A house is measured; a worker asks for a bed on a phone, is offered one, gets the key, finds the tap dripping, and says that it is mended. On the same phone they take a seat in the pool, are paid
 * back a visit to the family, and choose the month in which they retire.
 */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false", "probity.company=Helia Solar"})
@Tag("browser")
class LivingHereJourneyTest {
    private static final Look PHONE = new Look("zh", ColorScheme.LIGHT, Look.PHONE);
    private static final Look DESK = new Look("en", ColorScheme.LIGHT, Look.DESK);
    private static final String TOKEN_FORM = "form[action$='%s'] .acts button";

    /** Both stories are told of one house. */
    private static @Nullable UUID site;

    @LocalServerPort int port;
    @Autowired DemoPeople people;
    @Autowired Organisation organisation;
    @Autowired Staff staff;
    @Autowired Passes passes;
    @Autowired HomeQueue queue;
    @Autowired Amenities amenities;
    @Autowired Schemes schemes;
    @Autowired Retirements retirements;

    /** Whoever comes first founds it. @return the site */
    private UUID aSite(LocalDate today) {
        if (site != null) {
            return site;
        }
        var hr = people.the(Role.HR).account();
        var company = done(organisation.found("HS", Place.Kind.ENTITY, null, new Organisation.Details("Helia Solar", "赫利亚太阳能", "", "", "", ""), today.minusYears(9), "", hr));
        site = done(organisation.found("HF", Place.Kind.SITE, company, new Organisation.Details("Hefei site", "合肥基地", "CN", "Anhui", "", ""), today.minusYears(9), "", hr));
        var person = done(staff.takeOn(new Staff.Identity("000100", "任杰", "Ren Jie", "employee@helia.example"), new Staff.Term(Engagement.EMPLOYEE, site, "", today.minusYears(4), null), "", hr));
        done(passes.invite(person, "zh", hr));
        return site;
    }

    private Browser as(String name, Look look, String to) {
        var browser = Browser.at(port, look).go("/app/sign-in?next=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**" + to);
        return browser;
    }

    private static void press(Page page, String form) {
        page.locator(TOKEN_FORM.formatted(form)).click();
        page.waitForLoadState();
    }

    @Test
    void aBedFromTheApplicationToTheKeyAndAMendedTap() {
        aSite(queue.today());
        try (var hr = as(people.the(Role.HR).name(), DESK, "/app/homes/desk"); var worker = as("Ren Jie", PHONE, "/app/homes"); var caretaker = as(people.the(Role.EHS).name(), DESK, "/app/homes/desk")) {
            var desk = hr.page();
            desk.locator("details summary").last().click();
            desk.locator("#code").fill("HF-H2");
            desk.locator("#nameEn").fill("South house");
            desk.locator("#nameZh").fill("南苑");
            desk.locator("#site").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            desk.locator("#takes").selectOption("MEN");
            desk.locator("#toilets").fill("4");
            press(desk, "/houses");
            desk.waitForURL("**/app/homes/houses/*");
            desk.locator("#file").setInputFiles(new FilePayload("rooms.csv", "text/csv", "room,area,beds\n301,21.6,4\n302,15.0,4\n".getBytes(StandardCharsets.UTF_8)));
            press(desk, "/rooms");
            assertThat(desk.locator("main tbody tr").count()).isEqualTo(8);
            hr.twoLooks("home-house");
            hr.mustBeAccessible();

            var phone = worker.go("/app/homes").page();
            phone.locator("input[name=takes][value=MEN]").check();
            phone.locator("input[name=grounds][value=FAR]").check();
            worker.shot("home-ask");
            worker.mustBeAccessible();
            press(phone, "/applications");
            assertThat(phone.locator("main").textContent()).contains("您排在第1位", "18");
            worker.twoLooks("home-place");
            worker.go("/app/homes/list").twoLooks("home-list");

            hr.go("/app/homes/desk").twoLooks("home-desk");
            desk.locator("main table a").first().click();
            desk.waitForURL("**/app/homes/applications/*");
            assertThat(desk.locator("#bed option").count()).as("the small room is not offered").isEqualTo(5);
            desk.locator("#bed").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
            desk.locator("#rent").fill("301");
            press(desk, "/offers");
            assertThat(desk.locator("main").textContent()).contains("At most 300 yuan a month.");
            hr.shot("home-rent-high");
            desk.locator("#rent").fill("120");
            press(desk, "/offers");
            desk.waitForURL("**/app/homes/stays/*");

            worker.go("/app/homes").shot("home-offered");
            phone.locator(".next a").click();
            phone.waitForURL("**/app/homes/stays/*");
            worker.twoLooks("home-offer");
            press(phone, "/acceptance");

            caretaker.go("/app/homes/desk");
            var care = caretaker.page();
            care.locator("main table a").first().click();
            care.waitForURL("**/app/homes/stays/*");
            for (var item : Stay.Item.values()) {
                care.locator("#item-" + item).selectOption(item == Stay.Item.LOCKER ? "WORN" : "GOOD");
            }
            care.locator("#words").fill("Two keys, number 412.");
            care.locator("#photos").setInputFiles(new FilePayload("room.jpg", "image/jpeg", AHouse.photo()));
            caretaker.shot("home-walk");
            caretaker.mustBeAccessible();
            press(care, "/walks");

            phone.reload();
            worker.twoLooks("home-key");
            press(phone, "/confirmation");
            assertThat(phone.locator("main").textContent()).contains("在住");
            worker.twoLooks("home-lives");
            phone.locator("#kind").selectOption("WATER");
            phone.locator("form[action$='/faults'] #words").fill("水龙头一直滴水 <b>");
            phone.locator("form[action$='/faults'] #photos").setInputFiles(new FilePayload("tap.jpg", "image/jpeg", AHouse.photo()));
            worker.mustBeAccessible();
            press(phone, "/faults");
            phone.waitForURL("**/app/homes/faults/*");

            caretaker.go("/app/homes/desk").twoLooks("home-faults");
            care.locator("main table a").first().click();
            care.waitForURL("**/app/homes/faults/*");
            care.locator("#words").fill("New seal.");
            press(care, "/mending");
            phone.reload();
            worker.twoLooks("home-mended");
            assertThat(phone.locator("main").textContent()).contains("已修复", "水龙头一直滴水 <b>");
            worker.go("/app/homes").twoLooks("home-mine");
        }
    }

    /** A pool with one seat an hour, visits to the family paid once they are agreed to, and a paper that shows a birth sixty years ago, less two months. */
    private void whatThereIsBesideABed(LocalDate today) {
        var hr = people.the(Role.HR);
        var site = aSite(today);
        var pool = done(amenities.found(new Amenities.Details("HF-P1", Amenities.Kind.POOL, "Pool", "游泳池", site), hr));
        done(amenities.open(pool, new Amenities.Hours(today, Set.of(1, 2, 3, 4, 5, 6, 7), LocalTime.of(18, 0), LocalTime.of(21, 0), 60, 1), hr));
        var visits = done(schemes.set(new Schemes.Details("FAMILY", Scheme.Kind.FAMILY, "Visit to the family", "探亲", Scheme.Per.CLAIM, new BigDecimal("800"), 2, true, today.minusDays(100), null, "Staff handbook, 7.3"), hr));
        for (var year : new TreeSet<>(List.of(today.getYear(), today.minusDays(9).getYear()))) {
            done(schemes.budget(visits, year, new BigDecimal("5000"), hr));
        }
        done(retirements.file("000100", YearMonth.from(today).minusYears(60).plusMonths(2), Category.M, "ID card", hr));
    }

    @Test
    void aSeatAClaimAndAMonthOnTheSamePhone() {
        var today = queue.today();
        whatThereIsBesideABed(today);
        var soon = today.plusDays(1);
        try (var worker = as("Ren Jie", PHONE, "/app/amenities"); var hr = as(people.the(Role.HR).name(), DESK, "/app/subsidies/desk")) {
            var phone = worker.page();
            worker.twoLooks("amenity-all");
            phone.locator("main table a", new Page.LocatorOptions().setHasText("游泳池")).first().click();
            phone.waitForURL("**/app/amenities/places/*");
            phone.locator("#day").fill(soon.toString());
            phone.locator("form[method=get] .acts button").click();
            phone.waitForLoadState();
            worker.twoLooks("amenity-place");
            worker.mustBeAccessible();
            phone.locator("#from").selectOption(soon + "T19:00");
            press(phone, "/bookings");
            phone.waitForURL("**/app/amenities");
            assertThat(phone.locator("main").textContent()).contains("游泳池", "19:00–20:00");
            worker.twoLooks("amenity-booked");
            worker.mustBeAccessible();

            worker.go("/app/subsidies");
            phone.locator("#scheme").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            phone.locator("#from").fill(today.minusDays(9).toString());
            phone.locator("#amount").fill("800.01");
            phone.locator("#invoice").fill("2431 2000 0001");
            phone.locator("#receipts").setInputFiles(new FilePayload("ticket.jpg", "image/jpeg", AHouse.photo()));
            press(phone, "/claims");
            assertThat(phone.locator("main").textContent()).as("more than there is").contains("800");
            worker.shot("subsidy-too-much");
            phone.locator("#amount").fill("412.50");
            phone.locator("#receipts").setInputFiles(new FilePayload("ticket.jpg", "image/jpeg", AHouse.photo()));
            worker.mustBeAccessible();
            press(phone, "/claims");
            phone.waitForURL("**/app/subsidies/claims/*");
            worker.twoLooks("subsidy-claimed");

            var desk = hr.go("/app/subsidies/desk").page();
            hr.twoLooks("subsidy-desk");
            hr.mustBeAccessible();
            desk.locator("main table a").first().click();
            desk.waitForURL("**/app/subsidies/claims/*");
            hr.shot("subsidy-answer");
            desk.locator("form[action$='/agreement'] button.big").click();
            desk.waitForLoadState();
            hr.go("/app/subsidies/desk").shot("subsidy-due");
            press(desk, "/payments");
            desk.waitForURL("**/app/subsidies/payments/*");
            assertThat(desk.locator("main").textContent()).contains("Ren Jie", "412.50");
            hr.twoLooks("subsidy-list");
            phone.reload();
            worker.shot("subsidy-paid");
            worker.go("/app/subsidies").twoLooks("subsidy-mine");

            worker.go("/app/retirement");
            phone.locator("main details summary").first().click();
            phone.locator("#month").fill(YearMonth.from(today).plusMonths(2).toString());
            phone.locator("form[action$='/choices'] .acts button").click();
            phone.waitForLoadState();
            assertThat(phone.locator(".problems").count()).as("three months ahead").isOne();
            worker.shot("retirement-too-soon");
            phone.locator("#month").fill(YearMonth.from(today).plusMonths(5).toString());
            worker.mustBeAccessible();
            phone.locator("form[action$='/choices'] .acts button").click();
            phone.waitForLoadState();
            hr.go("/app/retirement/desk").twoLooks("retirement-desk");
            hr.mustBeAccessible();
            desk.locator("main table a").first().click();
            desk.waitForURL("**/app/retirement/people/*");
            hr.twoLooks("retirement-person");
            desk.locator("button[name=outcome][value=yes]").click();
            desk.waitForLoadState();
            phone.reload();
            assertThat(phone.locator("main").textContent()).contains(YearMonth.from(today).plusMonths(5).toString());
            worker.twoLooks("retirement-mine");
            worker.mustBeAccessible();
        }
    }

    /** A gym, whose coach is a colleague, and a shuttle with three stops and two seats. */
    private void aCoachAndAShuttle(Page desk, LocalDate soon) {
        var hr = people.the(Role.HR);
        var site = aSite(queue.today());
        var coach = done(staff.takeOn(new Staff.Identity("000101", "伊内斯", "Ines Moreau", "ehs@helia.example"), new Staff.Term(Engagement.EMPLOYEE, site, "", queue.today().minusYears(4), null), "", hr.account()));
        done(passes.invite(coach, "en", hr.account()));
        done(amenities.found(new Amenities.Details("HF-Z1", Amenities.Kind.GYM, "Gym", "健身房", site), hr));
        desk.locator("#coach-number").locator("xpath=ancestor::details/summary").click();
        desk.locator("#coach-number").fill("000101");
        desk.locator("#coach-shows").fill("Back and shoulders · 肩背康复");
        press(desk, "/coaches");
        desk.locator("#route-code").locator("xpath=ancestor::details/summary").click();
        desk.locator("#route-code").fill("L1");
        desk.locator("#route-nameEn").fill("Line 1, south");
        desk.locator("#route-nameZh").fill("1号线（南线）");
        desk.locator("#route-site").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        desk.locator("#route-stops").fill("Metro station|地铁站|0\nSouth house|南苑|12\nPlant gate|厂区大门|25");
        press(desk, "/routes");
        desk.locator("#ride-route").locator("xpath=ancestor::details/summary").click();
        desk.locator("#ride-route").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        for (var weekday = 0; weekday < 7; weekday++) {
            desk.locator("input[name='ride-weekdays']").nth(weekday).check();
        }
        desk.locator("#ride-departs").fill("07:20");
        desk.locator("#ride-seats").fill("2");
        desk.locator("#ride-from").fill(soon.toString());
        press(desk, "/rides");
    }

    @Test
    void aCoachAPlanAndARideOnTheSamePhone() {
        var soon = queue.today().plusDays(2);
        try (var hr = as(people.the(Role.HR).name(), DESK, "/app/amenities/desk"); var coach = as(people.the(Role.EHS).name(), DESK, "/app/amenities"); var worker = as("Ren Jie", PHONE, "/app/amenities")) {
            aCoachAndAShuttle(hr.page(), soon);
            hr.twoLooks("amenity-desk");
            hr.mustBeAccessible();

            var gym = coach.go("/app/amenities").page();
            gym.locator("#series-place").locator("xpath=ancestor::details/summary").click();
            gym.locator("#series-place").selectOption(new com.microsoft.playwright.options.SelectOption().setLabel("Gym"));
            gym.locator("#series-titleEn").fill("A back that does not ache");
            gym.locator("#series-titleZh").fill("告别腰背酸痛");
            gym.locator("#series-words").fill("为站立作业的同事准备，请带水杯。");
            gym.locator("#series-first").fill(soon.toString());
            gym.locator("#series-starts").fill("19:30");
            gym.locator("#series-ends").fill("18:30");
            gym.locator("#series-weeks").fill("4");
            gym.locator("#series-seats").fill("8");
            press(gym, "/own-programmes");
            assertThat(gym.locator(".problems").count()).as("it ends before it begins").isOne();
            coach.shot("amenity-own-wrong");
            gym.locator("#series-ends").fill("20:30");
            press(gym, "/own-programmes");
            coach.twoLooks("amenity-own");

            var phone = worker.go("/app/amenities").page();
            phone.locator("a[href*='/sessions/']").first().click();
            phone.waitForURL("**/app/amenities/sessions/*");
            worker.twoLooks("amenity-session");
            worker.mustBeAccessible();
            press(phone, "/bookings");
            phone.waitForURL("**/app/amenities");
            assertThat(phone.locator("main").textContent()).contains("告别腰背酸痛", "19:30–20:30");
            phone.locator("#goal").locator("xpath=ancestor::details/summary").click();
            phone.locator("#coach").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            phone.locator("#goal").fill("站了一天腰酸，想在家练 <b>。");
            worker.shot("amenity-plan-asked");
            press(phone, "/plans");
            assertThat(phone.locator("main").textContent()).contains("站了一天腰酸，想在家练 <b>。");

            coach.go("/app/amenities");
            gym.locator("textarea[name^=plan-]").fill("Three times a week: bridge, bird-dog, side plank, ten minutes.\n每周三次：臀桥、鸟狗式、侧平板，每次十分钟。");
            coach.shot("amenity-plan-written");
            gym.locator("form:has(textarea[name^=plan-]) .acts button").click();
            gym.waitForLoadState();

            worker.go("/app/amenities").twoLooks("amenity-plan");
            assertThat(phone.locator("main").textContent()).contains("臀桥");
            phone.locator("a[href*='/shuttle/']").first().click();
            phone.waitForURL("**/app/amenities/shuttle/*");
            assertThat(phone.locator("form[action$='/bookings']").count()).as("nothing goes today").isZero();
            worker.shot("amenity-no-ride");
            phone.locator("#day").fill(soon.toString());
            phone.locator("form[method=get] .acts button").click();
            phone.waitForLoadState();
            worker.twoLooks("amenity-route");
            worker.mustBeAccessible();
            phone.locator("#ride").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
            press(phone, "/bookings");
            assertThat(phone.locator(".problems").count()).as("where one gets on").isOne();
            phone.locator("#stop").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(2));
            press(phone, "/bookings");
            phone.waitForURL("**/app/amenities");
            assertThat(phone.locator("main").textContent()).contains("1号线（南线） · 南苑", "07:32–07:45");
            worker.twoLooks("amenity-rides");
            worker.mustBeAccessible();
            phone.locator(TOKEN_FORM.formatted("/return")).first().click();
            phone.waitForLoadState();
            assertThat(phone.locator("form[action$='/return']").count()).as("the ride stays").isPositive();
        }
    }
}
