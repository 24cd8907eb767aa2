package org.probity.supply.esg;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.house.start.Browser;
import org.probity.house.start.Browser.Look;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.casework.Cases;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A self-assessment from the asking to the risk it leads to: on a telephone, in both languages, sent back on one question. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
@Import(ASelfAssessment.class)
class ASelfAssessmentJourneyTest {
    @LocalServerPort int port;
    @Autowired ASelfAssessment made;
    @Autowired Suppliers suppliers;
    @Autowired Cases cases;
    @Autowired DemoPeople people;
    @Autowired JdbcClient db;

    @Test
    void fromTheAskingToThePlan() {
        var supplier = made.supplier("glass");
        people.contact(supplier, "Chen Yu", "chen.yu@glass.example", "zh");
        ask();
        var owed = made.owned(Topic.SOCIAL, supplier, made.today.getYear()).owed().id();
        answerOnATelephone(owed);
        sendBackOneQuestion(owed);
        correct(owed);
        accept(owed);
        assertThat(made.owned(Topic.SOCIAL, supplier, made.today.getYear()).owed().state()).isEqualTo(State.MET);
        assertThat(cases.of(supplier)).singleElement().satisfies(it -> assertThat(it.kind()).isEqualTo(EsgCases.KIND));
        theSupplierReadsItsOwnRisk(supplier);
    }

    private void ask() {
        try (var officer = staff(Role.SOURCING_OFFICER, "en", Look.DESK)) {
            officer.go("/app/esg");
            officer.mustBeAccessible();
            officer.page().locator("input[name='topic'][value='social']").check();
            officer.page().locator("input[name='categories'][value='glass']").check();
            officer.page().locator("#dueDay").fill(made.today.plusDays(20).toString());
            press(officer, "Ask for " + made.today.getYear());
            assertThat(officer.page().locator("main").textContent()).contains("One self-assessment");
            officer.shot("esg-asked");
        }
    }

    private void answerOnATelephone(UUID owed) {
        try (var contact = contact("zh", Look.PHONE)) {
            contact.go("/app/portal");
            contact.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("自评：社会责任")).first().click();
            contact.mustFitTheScreen();
            contact.shot("esg-portal");
            contact.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("自由择业与年龄")).first().click();
            contact.mustBeAccessible();
            contact.mustFitTheScreen();
            contact.shot("esg-section");
            // A gate that is shut: that is what the plan will be about.
            choose(contact, "S1", "yes");
            choose(contact, "S2", "no");
            choose(contact, "S3", "yes");
            choose(contact, "S4", "no");
            choose(contact, "S6", "na");
            press(contact, "保存并继续");
            contact.page().locator("[id='S7']").fill("许多");
            press(contact, "保存并继续");
            assertThat(contact.page().locator("main").textContent()).contains("请填写数字");
            contact.page().locator("[id='S7']").fill("62");
            choose(contact, "S8", "yes");
            choose(contact, "S9", "yes");
            contact.page().locator("[id='file.S9']").setInputFiles(new FilePayload("工资条.pdf", "application/pdf", "%PDF-1.4 slip".getBytes(StandardCharsets.UTF_8)));
            choose(contact, "S10", "partly");
            choose(contact, "S11", "yes");
            press(contact, "保存并继续");
            for (var question : List.of("S12", "S13", "S15")) {
                choose(contact, question, "yes");
            }
            contact.page().locator("[id='S14']").fill("3");
            press(contact, "保存并查看全部");
            // One is missing: it is named, and a draft is not lost.
            press(contact, "提交答案");
            assertThat(contact.page().locator("main").textContent()).contains("S16 尚未作答");
            contact.page().locator("ol.findings a").first().click();
            contact.page().locator("[id='S16']").fill("交期长一些");
            press(contact, "保存并查看全部");
            contact.shot("esg-ready");
            press(contact, "提交答案");
            assertThat(contact.page().locator("main").textContent()).contains("已提交");
        }
        assertThat(db.sql("SELECT count(*) FROM form.sending JOIN form.sheet ON sheet.id = sending.sheet WHERE sheet.about = :id").param("id", owed).query(Long.class).single()).isEqualTo(1);
    }

    private void sendBackOneQuestion(UUID owed) {
        try (var officer = staff(Role.SOURCING_OFFICER, "en", Look.DESK)) {
            officer.go("/app");
            officer.page().locator("a[href='/app/esg/assessments/" + owed + "']").first().click();
            officer.mustBeAccessible();
            officer.shot("esg-review");
            officer.page().locator("details:has([id='remark.S10']) summary").click();
            officer.page().locator("[id='remark.S10']").fill("Who is left out?");
            press(officer, "Send back");
            assertThat(officer.page().locator("main").textContent()).contains("Sent back.", "Who is left out?");
        }
    }

    private void correct(UUID owed) {
        try (var contact = contact("zh", Look.PHONE)) {
            contact.go("/app/portal/esg/" + owed);
            contact.shot("esg-back");
            press(contact, "提交答案");
            assertThat(contact.page().locator("main").textContent()).contains("S10 被退回后未作改动");
            contact.page().locator("ol.findings a").first().click();
            contact.page().locator("[id='words.S10']").fill("派遣工自 5 月起参保");
            press(contact, "保存");
            contact.go("/app/portal/esg/" + owed);
            press(contact, "提交答案");
        }
    }

    private void accept(UUID owed) {
        try (var officer = staff(Role.SOURCING_OFFICER, "zh", Look.DESK)) {
            officer.wear(new Look("zh", ColorScheme.DARK, Look.DESK));
            officer.go("/app/esg/assessments/" + owed);
            assertThat(officer.page().locator("main").textContent()).contains("派遣工自 5 月起参保");
            press(officer, "接受答案");
            assertThat(officer.page().locator("main").textContent()).contains("已接受");
            officer.page().locator("main dl a").first().click();
            officer.mustBeAccessible();
            assertThat(officer.page().locator("main").textContent()).contains("自评：社会责任", "按日期生效的规则", "高");
            officer.shot("esg-tab");
            officer.go("/app/esg/risk?band=HIGH");
            officer.mustBeAccessible();
            officer.shot("esg-risk");
            officer.go("/app/esg/rules").mustBeAccessible();
        }
    }

    private void theSupplierReadsItsOwnRisk(UUID supplier) {
        try (var contact = contact("zh", Look.PHONE)) {
            contact.go("/app/portal");
            contact.page().locator("a[href='/app/portal/esg-result']").click();
            contact.mustFitTheScreen();
            contact.shot("esg-own-risk");
            assertThat(contact.page().locator("main").textContent()).contains("自评：社会责任");
            contact.go("/app/portal/casework/" + cases.of(supplier).getFirst().id());
            assertThat(contact.page().locator("main").textContent()).contains("员工与社会风险高");
        }
    }

    private static void choose(Browser who, String question, String value) {
        who.page().locator("input[name='value." + question + "'][value='" + value + "']").check();
    }

    private Browser staff(Role role, String lang, int width) {
        return signedIn(people.the(role).name(), lang, width, "/app/suppliers");
    }

    private Browser contact(String lang, int width) {
        return signedIn("Chen Yu", lang, width, "/app/portal");
    }

    private Browser signedIn(String name, String lang, int width, String where) {
        var who = Browser.at(port, new Look(lang, ColorScheme.LIGHT, width)).go("/app/sign-in?next=" + where);
        who.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first().click();
        who.page().waitForURL("**" + where);
        return who;
    }

    private static void press(Browser who, String button) {
        who.page().locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button).setExact(true)).first().click();
        who.page().waitForLoadState();
    }
}
