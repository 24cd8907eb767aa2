package org.probity.supply.clearance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Tokens;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.supply.supplier.ASupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class AskingAsAProgramTest {
    @Autowired Accounts accounts;
    @Autowired Tokens tokens;
    @Autowired Answers answers;
    @Autowired MockMvcTester browser;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    String key;
    UUID supplier;
    String number;

    @BeforeEach
    void anErpWithItsKey() {
        var buyer = granted(accounts.invite(new Accounts.Newcomer("ERP", UUID.randomUUID() + "@helia.example", Set.of(Role.BUYER), Optional.empty(), "en"), Accounts.HOUSE));
        key = granted(tokens.make(buyer, "erp", Tokens.May.WRITE, 30));
        supplier = ASupplier.in(db);
        number = db.sql("SELECT number FROM supplier.name WHERE id = :id").param("id", supplier).query(String.class).single();
    }

    static <T> T granted(Ruling<T> ruling) {
        return ((Ruling.Granted<T>) ruling).value();
    }

    MvcTestResult post(String path, String body) {
        return browser.post().uri(path).header("Authorization", "Bearer " + key).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    void ended() {
        db.sql("""
                INSERT INTO supplier.ending (id, supplier, last_day, reason, words, ended_by, ended_at, record)
                VALUES (gen_random_uuid(), :supplier, :day, 'OTHER', '', gen_random_uuid(), now(), gen_random_uuid())
                """).param("supplier", supplier).param("day", LocalDate.now(clock).minusDays(2)).update();
    }

    @Test
    void theAnswerSaysWhyInBothLanguagesAndCanBeLookedUpAsItWasGiven() throws Exception {
        ended();
        var answer = post("/api/clearances", "{\"supplier\":\"" + number + "\",\"category\":\"glass\",\"act\":\"order\",\"reference\":\"PO-1\"}");
        assertThat(answer).hasStatusOk().bodyJson().extractingPath("$.outcome").isEqualTo("NO");
        assertThat(answer).bodyJson().extractingPath("$.allowed").isEqualTo(false);
        assertThat(answer).bodyJson().extractingPath("$.supplier").isEqualTo(supplier.toString());
        assertThat(answer).bodyJson().extractingPath("$.reasons[?(@.rule == 'clearance.ended')].en").asArray().hasSize(1).allSatisfy(it -> assertThat((String) it).startsWith("The relation with this supplier ended on"));
        assertThat(answer).bodyJson().extractingPath("$.reasons[?(@.rule == 'clearance.ended')].zh").asArray().hasSize(1).allSatisfy(it -> assertThat((String) it).startsWith("与该供应商的合作已于"));
        var id = com.jayway.jsonpath.JsonPath.<String>read(answer.getResponse().getContentAsString(), "$.id");
        db.sql("UPDATE supplier.ending SET resumed_by = id, resumed_at = now() WHERE supplier = :s").param("s", supplier).update();
        assertThat(browser.get().uri("/api/clearances/" + id).header("Authorization", "Bearer " + key)).hasStatusOk().bodyText().isEqualTo(answer.getResponse().getContentAsString());
        assertThat(browser.get().uri("/api/clearances?supplier=" + supplier).header("Authorization", "Bearer " + key)).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(browser.get().uri("/api/clearances/" + UUID.randomUUID()).header("Authorization", "Bearer " + key)).hasStatus(404);
    }

    @Test
    void aFactWithoutItsPlaceInTheLogSaysSo() throws Exception {
        ended();
        var answer = post("/api/clearances", "{\"supplier\":\"" + supplier + "\",\"act\":\"ORDER\"}");
        assertThat(answer).bodyJson().extractingPath("$.reasons[?(@.rule == 'clearance.ended')].record").asArray().hasSize(1).doesNotContainNull();
        assertThat(answer).bodyJson().extractingPath("$.reasons[?(@.rule == 'clearance.ended')].logIndex").asArray().containsExactly((Object) null);
    }

    @Test
    void aQuestionThatMakesNoSenseIsRefusedWithItsField() {
        refused("{\"act\":\"ORDER\"}", "clearance.supplier-missing");
        refused("{\"supplier\":\"nobody-" + UUID.randomUUID() + "\",\"act\":\"ORDER\"}", "clearance.supplier-unknown");
        refused("{\"supplier\":\"" + supplier + "\",\"act\":\"GIFT\"}", "clearance.act-unknown");
        refused("{\"supplier\":\"" + supplier + "\",\"act\":\"ORDER\",\"category\":\"moon dust\"}", "clearance.category-unknown");
        refused("{\"supplier\":\"" + supplier + "\",\"act\":\"ORDER\",\"site\":\"" + UUID.randomUUID() + "\"}", "clearance.site-unknown");
        refused("{\"supplier\":\"" + supplier + "\",\"act\":\"ORDER\",\"site\":\"here\"}", "clearance.site-unknown");
        refused("{\"supplier\":\"" + supplier + "\",\"act\":\"ORDER\",\"reference\":\"" + "x".repeat(61) + "\"}", "clearance.reference-long");
    }

    void refused(String body, String reason) {
        assertThat(post("/api/clearances", body)).as(body).hasStatus(422).bodyJson().extractingPath("$.reasons[0].key").isEqualTo(reason);
    }

    @Test
    void manyWhoAskAtTheSameMomentEachGetTheirOwnAnswer() {
        var suppliers = IntStream.range(0, 60).mapToObj(_ -> ASupplier.in(db)).toList();
        var all = suppliers.stream().map(it -> CompletableFuture.supplyAsync(() -> post("/api/clearances", "{\"supplier\":\"" + it + "\",\"act\":\"PAYMENT\"}"))).toList();
        for (var i = 0; i < all.size(); i++) {
            assertThat(all.get(i).join()).hasStatusOk().bodyJson().extractingPath("$.supplier").isEqualTo(suppliers.get(i).toString());
        }
        assertThat(suppliers).allSatisfy(it -> assertThat(answers.count(Answers.Sought.about(it))).isEqualTo(1));
    }

    @Test
    void aListIsAnsweredLineByLine() {
        assertThat(post("/api/clearances/list", "[{\"supplier\":\"" + number + "\",\"act\":\"ORDER\"},{\"supplier\":\"x\",\"act\":\"ORDER\"},{\"supplier\":\"" + supplier + "\"}]"))
                .hasStatusOk().bodyJson().extractingPath("$.lines[*].refused").asArray().containsExactly(null, "clearance.supplier-unknown", "clearance.act-unknown");
        var long10001 = "[" + ("{\"supplier\":\"x\",\"act\":\"ORDER\"},").repeat(10_000) + "{}]";
        assertThat(post("/api/clearances/list", long10001)).hasStatus(422).bodyJson().extractingPath("$.reasons[0].key").isEqualTo("clearance.list-long");
    }

    @Test
    void aFileComesBackWithAnAnswerInEachLine() throws Exception {
        var file = new MockMultipartFile("file", "ask.csv", "text/csv", ("supplier,act\n" + number + ",ORDER\nnobody,ORDER\n").getBytes());
        var result = browser.post().uri("/app/clearance/list").multipart().file(file).with(As.a(Role.BUYER)).exchange();
        assertThat(result).hasStatusOk();
        assertThat(result.getResponse().getContentAsString()).contains(number + ",").contains("The register has no such supplier.");
        var wrong = new MockMultipartFile("file", "ask.csv", "text/csv", "name,what\nx,y\n".getBytes());
        assertThat(browser.post().uri("/app/clearance/list").multipart().file(wrong).with(As.a(Role.BUYER))).hasStatus(422).bodyText().contains("must name the columns supplier and act");
    }

    @Test
    void whatWasOrderedIsHeldAgainstWhatWasAsked() {
        var order = "PO-" + UUID.randomUUID().toString().substring(0, 20);
        post("/api/clearances", "{\"supplier\":\"" + supplier + "\",\"act\":\"ORDER\",\"reference\":\"" + order + "\"}");
        var day = LocalDate.now(clock);
        var asked = "{\"kind\":\"ORDER\",\"document\":\"" + order + "\",\"supplier\":\"" + number + "\",\"day\":\"" + day + "\",\"amount\":\"12.50\"}";
        var silent = "{\"kind\":\"ORDER\",\"document\":\"" + order + "x\",\"supplier\":\"" + number + "\",\"day\":\"" + day + "\",\"amount\":\"1\"}";
        assertThat(report(1, asked + "," + silent)).hasStatus(422).bodyJson().extractingPath("$.reasons[0].key").isEqualTo("clearance.report-rows");
        assertThat(report(2, asked + "," + silent)).hasStatusOk().bodyJson().extractingPath("$.asked").isEqualTo(1);
        assertThat(report(1, asked)).hasStatus(422).bodyJson().extractingPath("$.reasons[0].key").isEqualTo("clearance.line-known");
    }

    @Test
    void aReportWithAWrongLineIsNotTakenAtAll() {
        var day = LocalDate.now(clock);
        var good = line("ORDER", "G" + UUID.randomUUID().toString().substring(0, 20), number, day.toString(), "1");
        wrong(line("GIFT", "D", number, day.toString(), "1"), good, "clearance.line-kind");
        wrong(line("ORDER", "", number, day.toString(), "1"), good, "clearance.line-document");
        wrong(good, good, "clearance.line-document");
        wrong(line("ORDER", "D", "nobody", day.toString(), "1"), good, "clearance.line-supplier");
        wrong(line("ORDER", "D", number, day.plusDays(1).toString(), "1"), good, "clearance.line-day");
        wrong(line("ORDER", "D", number, "2026-02-31", "1"), good, "clearance.line-day");
        wrong(line("ORDER", "D", number, day.toString(), "1.234"), good, "clearance.line-amount");
        assertThat(post("/api/deeds", "{\"source\":\"\",\"rows\":1,\"lines\":[" + good + "]}")).hasStatus(422).bodyJson().extractingPath("$.reasons[0].key").isEqualTo("clearance.source-missing");
        assertThat(report(0, "")).hasStatus(422).bodyJson().extractingPath("$.reasons[0].key").isEqualTo("clearance.report-empty");
        for (var nothing : new String[] {"{\"rows\":0}", "{\"source\":null,\"rows\":0,\"lines\":null}"}) {
            assertThat(post("/api/deeds", nothing)).as(nothing).hasStatus(422).bodyJson().extractingPath("$.reasons[0].key").isEqualTo("clearance.source-missing");
        }
        assertThat(report(1, "null")).hasStatus(422).bodyJson().extractingPath("$.reasons[0].key").isEqualTo("clearance.line-kind");
        wrong(line("ORDER", "D", number, "-999999999-01-01", "1"), good, "clearance.line-day");
        assertThat(post("/api/clearances/list", "[null]")).hasStatusOk().bodyJson().extractingPath("$.refused").isEqualTo(1);
        assertThat(report(1, good)).as("nothing of it was taken").hasStatusOk();
        var empty = new MockMultipartFile("file", "deeds.csv", "text/csv", "kind,document\n".getBytes());
        assertThat(browser.post().uri("/app/clearance/deeds").multipart().file(empty).param("source", "ERP").param("rows", "1").with(As.a(Role.BUYER)))
                .hasStatus(422).bodyText().contains("must name the columns kind");
    }

    static String line(String kind, String document, String supplier, String day, String amount) {
        return "{\"kind\":\"" + kind + "\",\"document\":\"" + document + "\",\"supplier\":\"" + supplier + "\",\"day\":\"" + day + "\",\"amount\":\"" + amount + "\"}";
    }

    void wrong(String line, String good, String reason) {
        assertThat(report(2, good + "," + line)).as(line).hasStatus(422).bodyJson().extractingPath("$.reasons[0].key").isEqualTo(reason);
    }

    MvcTestResult report(int rows, String lines) {
        return post("/api/deeds", "{\"source\":\"ERP\",\"rows\":" + rows + ",\"lines\":[" + lines + "]}");
    }

    @Test
    void anAnswerIsForgottenAfterItsTimeAndNotBefore() {
        post("/api/clearances", "{\"supplier\":\"" + supplier + "\",\"act\":\"ORDER\"}");
        answers.forget(new DayHasBegun(LocalDate.now(clock).plusDays(Answers.KEPT.usually())));
        assertThat(answers.count(Answers.Sought.about(supplier))).isEqualTo(1);
        answers.forget(new DayHasBegun(LocalDate.now(clock).plusDays(Answers.KEPT.usually() + 2)));
        assertThat(answers.count(Answers.Sought.about(supplier))).isZero();
    }
}
