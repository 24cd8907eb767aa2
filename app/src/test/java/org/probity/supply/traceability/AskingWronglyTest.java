package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.supply.traceability.CapturingEventsTest.PROCESS;
import static org.probity.supply.traceability.CapturingEventsTest.done;
import static org.probity.supply.traceability.CapturingEventsTest.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.house.access.As;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.supply.traceability.Capture.Fault;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.supply.traceability.Capture.Outcome;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Programs and people who ask or send what cannot be, and what they are told. */
@WholeHouse
class AskingWronglyTest {
    @Autowired Captures captures;
    @Autowired Storing storing;
    @Autowired Items items;
    @Autowired Events events;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    Capture table(byte[] file, Faulty faulty) throws IOException {
        return read(captures, storing, captures.receive(Form.TABLE, "table.csv", Files.write(folder.resolve(UUID.randomUUID().toString()), file), faulty, PROCESS));
    }

    @Test
    void theBindingSaysWhatItSpeaks() {
        assertThat(browser.options().uri("/api/traceability/capture").with(As.me(PROCESS)).exchange()).hasStatus(204).headers().hasValue("GS1-EPCIS-Version", "2.0.0").hasValue("GS1-EPCIS-Min", "2.0.0")
                .hasValue("GS1-EPCIS-Max", "2.0.0").hasValue("GS1-CBV-Version", "2.0.0").hasValue("GS1-EPCIS-Capture-File-Size-Limit", String.valueOf(TraceabilityApi.MOST)).hasValue("GS1-Capture-Error-Behaviour", "rollback");
        assertThat(browser.get().uri("/api/traceability/queries").with(As.me(PROCESS)).exchange()).hasStatusOk().headers().hasValue("GS1-EPCIS-Version", "2.0.0");
        assertThat(browser.get().uri("/api/traceability/events?perPage=1").accept("application/ld+json").with(As.me(PROCESS)).exchange()).hasStatusOk().hasContentType("application/ld+json");
        assertThat(browser.get().uri("/api/traceability/events?perPage=1").with(As.me(PROCESS)).exchange()).hasStatusOk().hasContentType(MediaType.APPLICATION_JSON);
        assertThat(browser.get().uri("/api/traceability/events?perPage=1").accept(MediaType.APPLICATION_XML).with(As.me(PROCESS)).exchange()).as("answers are JSON").hasStatus(406);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"EQ_action=add ! traceability.query-value", "eventType=FooEvent ! traceability.query-value", "EXISTS_errorDeclaration=false ! traceability.query-value", "EQ_bizStep= ! traceability.query-no-value",
            "GE_eventTime=%2B999999999-01-01T00:00:00Z ! traceability.query-value", "LT_recordTime=-0500-01-01T00:00:00Z ! traceability.query-value", "MATCH_epc=urn:epc:idpat:sgtin:0614141.*.* ! traceability.query-pattern",
            "perPage=0 ! traceability.query-value", "nextPageToken=KzIwMDAwMC0wMS0wMVQwMDowMDowMFogMQ ! traceability.query-value"})
    void noQuestionIsTakenForAnother(String question, String key) {
        assertThat(browser.get().uri(java.net.URI.create("/api/traceability/events?" + question)).with(As.me(PROCESS)).exchange()).hasStatus(400).bodyText().contains("epcisException:QueryParameterException", key);
    }

    @Test
    void whatExistsNeedsNoValue() {
        assertThat(browser.get().uri("/api/traceability/events?EXISTS_errorDeclaration=&perPage=1").with(As.me(PROCESS)).exchange()).hasStatusOk();
        assertThat(EventQuery.of(Map.of("EXISTS_errorDeclaration", List.of("")))).isInstanceOfSatisfying(org.probity.house.ui.Answer.Done.class, it -> assertThat(((EventQuery) it.value()).conditions()).hasSize(1));
    }

    @Test
    void jobsComePageByPageAndSayTheirErrorsInWords() throws Exception {
        for (var no = 0; no < 2; no++) {
            browser.post().uri("/api/traceability/capture").contentType(MediaType.APPLICATION_JSON).content(AChain.document(List.of("{\"type\":\"Event\"}"))).with(As.me(PROCESS)).exchange();
        }
        var first = browser.get().uri("/api/traceability/capture?perPage=1").header("Accept-Language", "zh-CN").with(As.me(PROCESS)).exchange();
        assertThat(first).hasStatusOk().bodyJson().extractingPath("$[0].errors[0].text").isEqualTo("没有这种事件。");
        assertThat(first.getResponse().getHeader("Link")).isEqualTo("</api/traceability/capture?perPage=1&page=2>; rel=\"next\"");
        assertThat(browser.get().uri("/api/traceability/capture?perPage=1&page=2").with(As.me(PROCESS)).exchange()).hasStatusOk().bodyJson().extractingPath("$[0].errors[0].text").isEqualTo("There is no such kind of event.");
        for (var wrong : List.of("page=0", "page=-1", "perPage=many", "page=99999999999")) {
            assertThat(browser.get().uri("/api/traceability/capture?" + wrong).with(As.me(PROCESS)).exchange()).hasStatus(400).bodyText().contains("traceability.query-value");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"name\":5}", "{\"name\":\"q\",\"query\":[]}", "{\"name\":\"q-zero\",\"query\":{\"MATCH_anyEPC\":[\"a\\u0000b\"]}}", "{\"name\":\"q\",\"query\":{\"GE_eventTime\":\"+999999999-12-31T00:00:00Z\"}}"})
    void aQueryThatIsNoneIsTheAskersFault(String body) {
        assertThat(browser.post().uri("/api/traceability/queries").contentType(MediaType.APPLICATION_JSON).content(body).with(As.me(PROCESS)).exchange().getResponse().getStatus()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<a/>", "null", "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>", "PK\u0003\u0004", "{\"type\":\"EPCISDocument\",\"epcisBody\":{\"eventList\":["})
    void aDocumentThatIsNoneIsTold(String body) {
        var answer = browser.post().uri("/api/traceability/capture").contentType(MediaType.APPLICATION_JSON).content(body).with(As.me(PROCESS)).exchange();
        if (body.isEmpty()) {
            assertThat(answer).hasStatus(400).bodyText().contains("traceability.file-missing");
        } else {
            assertThat(answer).hasStatus(202);
            assertThat(browser.get().uri(answer.getResponse().getHeader("Location")).with(As.me(PROCESS)).exchange()).bodyJson().satisfies(it -> {
                assertThat(it).extractingPath("$.success").isEqualTo(false);
                assertThat(it).extractingPath("$.errors[0].text").asString().isNotBlank();
            });
        }
    }

    @Test
    void aBodyThatNobodyNamesIsNoForm() {
        assertThat(browser.post().uri("/api/traceability/capture").contentType(MediaType.APPLICATION_FORM_URLENCODED).content(new AChain().document()).with(As.me(PROCESS)).exchange()).hasStatus(415)
                .bodyText().contains("traceability.capture-type", "application/ld+json");
    }

    @Test
    void halfAFileOfWhichTheGoodPartWasWantedSaysWhy() throws IOException {
        var whole = new AChain().document();
        var cut = read(captures, storing, captures.receive(Form.EPCIS, "half.json", Files.writeString(folder.resolve("half"), whole.substring(0, whole.length() - 30)), Faulty.TAKE_GOOD, PROCESS));
        assertThat(browser.get().uri("/app/traceability/captures/" + cut.id()).with(As.me(PROCESS)).exchange()).hasStatusOk().bodyText().contains("could not be read to its end").doesNotContain("to be taken whole");
    }

    @Test
    void whatIsWrongWithATableIsToldOfItsLineAndColumn() throws IOException {
        var own = UUID.randomUUID().toString().substring(0, 8);
        var later = LocalDate.now().plusDays(40);
        var sent = table(("item_out,item_in,kilograms,day,site\nQ%1$s,,5,2026-05-01,mine\n\nM%1$s,Q%1$s,1,2026-05-02,furnace\nM%1$s,R%1$s,1,2026-05-02,furnace\nP%1$s,M%1$s,1," + later + ",reactor\nX,Y,1.5e3,2026-05-01,s\n").formatted(own).getBytes(StandardCharsets.UTF_8),
                Faulty.TAKE_GOOD);
        assertThat(captures.faults(sent.id(), 9, 0)).extracting(Fault::event, Fault::place, Fault::key).containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(7L, "kilograms", "traceability.fault.kilograms"),
                org.assertj.core.groups.Tuple.tuple(6L, "day", "traceability.fault.future"));
        assertThat(sent.done().orElseThrow()).extracting(Capture.Done::events, Capture.Done::taken, Capture.Done::refused).containsExactly(4L, 2L, 2L);
        var made = items.find(Tables.address("M" + own)).orElseThrow();
        assertThat(events.find(made.made()).orElseThrow().body()).as("found by the line it begins at").isNotEmpty();
    }

    @Test
    void aTableComesAsSpreadsheetProgramsInChinaSaveIt() throws IOException {
        var own = UUID.randomUUID().toString().substring(0, 8);
        var text = "item_out;item_in;kilograms;day;site\n石英 %1$s;;5000;2026/5/1;云南石英矿%1$s\n工业硅-%1$s;石英 %1$s;1800.5;2026年5月3日;炉 1-%1$s\n".formatted(own);
        assertThat(table(text.getBytes(Charset.forName("GB18030")), Faulty.REFUSE_ALL).done().orElseThrow()).extracting(Capture.Done::outcome, Capture.Done::taken).containsExactly(Outcome.TAKEN, 2L);
        var marked = new ByteArrayOutputStream();
        marked.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        marked.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        assertThat(table(marked.toByteArray(), Faulty.REFUSE_ALL).done().orElseThrow().duplicates()).as("the same, however it is encoded").isEqualTo(2);
        assertThat(items.search("工业硅-" + own, 9)).singleElement().satisfies(it -> assertThat(it.shortName()).isEqualTo("工业硅-" + own));
        assertThat(items.search(own.substring(2), 9)).extracting(Items.Item::shortName).containsExactlyInAnyOrder("石英 " + own, "工业硅-" + own);
        var page = browser.get().uri("/app/traceability/events?item={item}", "工业硅-" + own).with(As.me(PROCESS)).exchange();
        assertThat(page).hasStatusOk().bodyText().contains("炉 1-" + own).doesNotContain("%E7%82%89");
        assertThat(browser.get().uri("/app/traceability/events?place={place}", "炉 1-" + own).with(As.me(PROCESS)).exchange()).hasStatusOk().bodyText().contains("炉 1-" + own);
    }

    @Test
    void aNameIsReadAsItWasWrittenUnlessItHidesSomething() {
        assertThat(Spelling.last("urn:lot:%E7%A1%85+1")).isEqualTo("硅 1");
        assertThat(Spelling.last("https://id.gs1.org/01/09521321012349/10/A%2FB+C")).isEqualTo("A/B+C");
        assertThat(Spelling.last("https://example.com/lots/")).isEqualTo("https://example.com/lots/");
        for (var same : List.of("%E7%A1", "%00a", "a%0Ab", "%E2%80%AEgpj", "100%", "%zz", "%20")) {
            assertThat(Spelling.last("urn:lot:" + same)).isEqualTo(same);
        }
        assertThat(Tables.spelt("urn:site:mine+1")).as("of others, nobody knows what a sign stands for").isEqualTo("urn:site:mine+1");
    }

    @Test
    void aSerialNumberIsNoFormula() {
        for (var start : List.of("=", "+", "-", "@", "＝", " =", "\t=")) {
            assertThat(org.probity.house.ui.Export.cell(start + "cmd|' /C calc'!A0")).matches(it -> it.startsWith("'") || it.startsWith("\"'"));
        }
        assertThat(org.probity.house.ui.Export.cell("a;=1+1")).as("where semicolons part cells").isEqualTo("\"a;=1+1\"");
        assertThat(browser.get().uri("/app/traceability/captures/table.csv").with(As.a(Role.BUYER)).exchange()).hasStatusOk();
    }
}
