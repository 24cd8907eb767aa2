package org.probity.supply.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.start.Browser;
import org.probity.house.start.Outsider;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.shapes.casework.Case;
import org.probity.shapes.casework.Cases;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A half-year is graded from files of the ERP. One supplier gets C, computes it again on a computer of its own with both verifiers, objects, sends its plan, and
 * business begins again; another gets D, objects in vain, and somebody follows it.
 */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
@Tag("browser")
class AGradeAndItsPlanJourneyTest {
    @LocalServerPort int port;
    @Autowired Suppliers suppliers;
    @Autowired Rounds rounds;
    @Autowired Cases cases;
    @Autowired DemoPeople people;
    @Autowired Log log;
    @Autowired Clock clock;

    private int year;
    private UUID slipping;
    private UUID failing;

    @BeforeEach
    void threeSuppliersDelivered() {
        year = LocalDate.now(clock).getYear() - 1;
        slipping = supplier("S-100", "Yunqi Wafer", "云祺硅片");
        failing = supplier("S-200", "Hailan Frames", "海岚边框");
        supplier("S-300", "Mingzhou Glass", "明洲玻璃");
        people.contact(slipping, "Chen Yu", "chen.yu@yunqi.example", "zh");
        people.contact(failing, "Mei Lan", "mei.lan@hailan.example", "en");
    }

    @Test
    void fromTheFilesOfTheErpToNewBusinessAndToTheEndOfARelation() throws Exception {
        var round = theBuyerBringsInOpensJudgesAndComputes();
        anotherGivesTheGrades(round);
        newBusinessWith("S-100", "Graded C");
        newBusinessWith("S-200", "Graded D");
        theSupplierSeesItsGradeAndComputesItAgain();
        oneObjectsAndIsAnswered(round, slipping, "Chen Yu", "Grade C", "Silver fell in June alone, and our price fell with it.", "From March to May it did not; the mark is for the half-year.");
        newBusinessWith("S-100", "Graded C");
        theSupplierSendsItsPlanAndItIsAgreed();
        newBusinessWith("S-100", "");
        oneObjectsAndIsAnswered(round, failing, "Mei Lan", "We are ending the relation.", "Line 2 of PO-2 was cancelled by telephone.", "The order stood on the confirmed day; nothing in writing took it back.");
        somebodyFollows(round);
    }

    private UUID theBuyerBringsInOpensJudgesAndComputes() {
        try (var buyer = person("Marta Lind", "/app/evaluation")) {
            buyer.twoLooks("evaluation-empty");
            bringIn(buyer, "ORDERS", "document,line,supplier,committed_day,quantity\n"
                    + order("PO-1", 1, "S-100", 3, 1000) + order("PO-2", 1, "S-200", 3, 500) + order("PO-2", 2, "S-200", 4, 500) + order("PO-3", 1, "S-300", 5, 800));
            // One line came in two parts and in time; half of the lines of S-200 never came.
            bringIn(buyer, "DELIVERIES", "document,line,receipt,day,quantity,rejected\n" + "PO-1,1,GR-1," + day(3, 8) + ",600,2\nPO-1,1,GR-2," + day(3, 10) + ",400,1\n"
                    + "PO-2,1,GR-3," + day(3, 10) + ",500,9\nPO-3,1,GR-4," + day(5, 10) + ",800,0\n");
            buyer.page().locator("#year").fill(String.valueOf(year));
            buyer.page().locator("#half").selectOption("1");
            press(buyer, "Open");
            buyer.page().waitForURL("**/app/evaluation/*-*-*-*-*");
            var round = rounds.of(year, 1).orElseThrow();
            press(buyer, "Compute the grades");
            buyer.go("/app/evaluation/" + round + "/" + slipping);
            buyer.page().locator("#criterion").selectOption("cost");
            buyer.page().locator("#mark").fill("68.5");
            buyer.page().locator("#reason").fill("Prices followed silver up and did not follow it down.");
            press(buyer, "Keep");
            buyer.go("/app/evaluation/" + round);
            press(buyer, "Compute again");
            assertThat(buyer.page().locator("table").textContent()).contains("Grade A", "Grade C", "Grade D");
            press(buyer, "Put before a second person");
            buyer.twoLooks("evaluation-proposed");
            return round;
        }
    }

    private void bringIn(Browser buyer, String kind, String lines) {
        buyer.page().locator("input[name='kind'][value='" + kind + "']").check();
        buyer.page().locator("input[name='file']").setInputFiles(new FilePayload(kind + ".csv", "text/csv", lines.getBytes(StandardCharsets.UTF_8)));
        press(buyer, "Bring in");
        assertThat(buyer.page().getByRole(AriaRole.STATUS).first().textContent()).contains("were read");
    }

    private String order(String document, int line, String number, int month, int quantity) {
        return document + "," + line + "," + number + "," + day(month, 10) + "," + quantity + "\n";
    }

    private LocalDate day(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private void anotherGivesTheGrades(UUID round) {
        try (var quality = person("Qin Hao", "/app/evaluation")) {
            quality.go("/app/evaluation/" + round);
            press(quality, "Give 3 grades");
            assertThat(quality.page().locator("main").textContent()).contains("Given by Qin Hao");
            quality.twoLooks("evaluation-given");
            quality.go("/app/evaluation/" + round + "/" + slipping).twoLooks("evaluation-card-c");
        }
    }

    /** @param said the reason; nothing when a contract may be made */
    private void newBusinessWith(String number, String said) {
        try (var buyer = person("Marta Lind", "/app/clearance")) {
            buyer.page().locator("#supplier").fill(number);
            buyer.page().locator("#act").selectOption("RENEWAL");
            buyer.page().locator("main form.ask button").first().click();
            buyer.page().waitForURL("**/app/clearance/answers/*");
            var answer = buyer.page().locator("main").textContent();
            if (said.isEmpty()) {
                assertThat(answer).doesNotContain("Graded C");
            } else {
                assertThat(answer).contains(said);
            }
            buyer.twoLooks("evaluation-clearance-" + number + (said.isEmpty() ? "-again" : ""));
        }
    }

    private void theSupplierSeesItsGradeAndComputesItAgain() throws Exception {
        try (var chen = person("Chen Yu", "/app/portal")) {
            chen.go("/app/portal/evaluation").everyLook("evaluation-portal-c");
            assertThat(chen.page().locator("main").textContent()).contains("Grade C", "1 on time", "Prices followed silver up", "until it is agreed there is no new business");
            // The log signs a moment after the package was first asked for; then it is there.
            var zip = taken(chen);
            var printed = Outsider.onTheCommandLine(zip, log.verifier().fingerprint(), "en");
            // By hand: ppm (5000-3000)/5000 is 40 marks of weight 30, on time 100 of 25, cost 68.5 of 15: 4727.5 over 70 is 67.5357...
            assertThat(printed.words()).contains("Proved.", "67.53");
            assertThat(printed.exit()).isZero();
            assertThat(Outsider.onThePage(chen, zip, log.verifier().fingerprint(), "evaluation-checker")).isEqualTo("PROVED");
            assertThat(chen.page().locator("body").textContent()).as("the page computes the same").contains("67.53");
            var other = Outsider.changed(zip, zip.length / 2);
            assertThat(Outsider.onTheCommandLine(other, log.verifier().fingerprint(), "en").exit()).isEqualTo(1);
            assertThat(Outsider.onThePage(chen, other, log.verifier().fingerprint(), "evaluation-checker-refuted")).isEqualTo("NOT_PROVED");
        }
    }

    private static byte[] taken(Browser chen) {
        var link = chen.page().locator("a[href$='package.zip']").getAttribute("href");
        for (var again = 0; again < 240; again++) {
            var answer = chen.page().request().get(link);
            if (answer.headers().getOrDefault("content-disposition", "").startsWith("attachment")) {
                return answer.body();
            }
            chen.page().waitForTimeout(250);
        }
        throw new AssertionError("the grade was never sealed");
    }

    private void theSupplierSendsItsPlanAndItIsAgreed() {
        var owed = cases.of(slipping).getFirst();
        assertThat(owed.state()).isEqualTo(Case.State.PLAN_OWED);
        try (var chen = person("Chen Yu", "/app/portal")) {
            assertThat(chen.page().locator("main").textContent()).as("one list of what is owed").contains("Corrective plan");
            chen.go("/app/portal/evaluation").page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("To the corrective plan")).click();
            chen.page().waitForURL("**/app/portal/casework/" + owed.id());
            chen.page().locator("#containment").fill("Stock is sorted before dispatch");
            chen.page().locator("#rootCause").fill("A worn guide on the saw");
            for (var aim : List.of("corrective", "preventive")) {
                chen.page().locator("#" + aim + "1").fill(aim.equals("corrective") ? "New guide, second inspection" : "Guides are measured each week");
                chen.page().locator("#" + aim + "1-owner").fill("Quality lead");
                chen.page().locator("#" + aim + "1-day").fill(LocalDate.now(clock).plusDays(20).toString());
            }
            press(chen, "Send the plan");
            chen.twoLooks("evaluation-plan-sent");
        }
        try (var quality = person("Qin Hao", "/app/casework")) {
            quality.go("/app/casework/" + owed.id());
            press(quality, "Accept the plan");
            assertThat(cases.find(owed.id()).orElseThrow().state()).isEqualTo(Case.State.PLAN_ACCEPTED);
            quality.twoLooks("evaluation-plan-accepted");
        }
    }

    private void oneObjectsAndIsAnswered(UUID round, UUID supplier, String contact, String grade, String objection, String answer) {
        try (var theirs = person(contact, "/app/portal")) {
            theirs.go("/app/portal/evaluation");
            assertThat(theirs.page().locator("main").textContent()).contains(grade);
            theirs.page().locator("#words").fill(objection);
            press(theirs, "Object");
            theirs.twoLooks("evaluation-appealed");
        }
        try (var fang = person("Fang Lei", "/app/evaluation")) {
            fang.go("/app/evaluation/" + round + "/" + supplier);
            assertThat(fang.page().locator("main").textContent()).contains(objection);
            fang.page().locator("input[name='outcome'][value='UPHELD']").check();
            fang.page().locator("form[action$='/answer'] textarea").fill(answer);
            press(fang, "Answer");
            fang.twoLooks("evaluation-answered");
        }
        try (var theirs = person(contact, "/app/portal")) {
            theirs.go("/app/portal/evaluation");
            assertThat(theirs.page().locator("main").textContent()).contains("The grade stands.", answer);
        }
    }

    private void somebodyFollows(UUID round) {
        try (var buyer = person("Marta Lind", "/app/evaluation")) {
            buyer.go("/app/evaluation/" + round + "/" + failing);
            assertThat(buyer.page().locator("main").textContent()).contains("Who follows, and from when?");
            buyer.page().locator("form[action$='/consequence'] textarea").fill("Mingzhou Glass takes the frames over from May; last orders on 30 April.");
            press(buyer, "Note as carried out");
            assertThat(buyer.page().locator("main").textContent()).contains("Mingzhou Glass takes the frames over");
            buyer.twoLooks("evaluation-card-d");
        }
    }

    private UUID supplier(String number, String english, String chinese) {
        return switch (suppliers.register(new Suppliers.Registration(number, english, chinese, "CN", "wafer", null, null), people.the(Role.BUYER))) {
            case Answer.Done<UUID>(var id) -> id;
            case Answer.Refused<UUID>(var reasons) -> throw new AssertionError(reasons);
        };
    }

    private static void press(Browser who, String name) {
        who.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true)).first().click();
        who.page().waitForLoadState();
    }

    private Browser person(String name, String where) {
        var browser = Browser.at(port).go("/app/sign-in?next=" + where);
        browser.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        browser.page().waitForURL("**" + where);
        return browser;
    }
}
