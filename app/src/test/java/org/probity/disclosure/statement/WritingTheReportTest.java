package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.statement.Chapter.Part;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.settings.Company;
import org.probity.house.start.Meanwhile;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.proof.Level;
import org.probity.proof.Report;
import org.probity.proof.SealedPackage;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;
import org.probity.proof.Words;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true)
class WritingTheReportTest {
    @Autowired Chapters chapters;
    @Autowired Statements statements;
    @Autowired Company company;
    @Autowired Suppliers suppliers;
    @Autowired Evidence evidence;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;

    Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    Me publisher = new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty());

    @Test
    void anEditionKeepsTheWordsAndTheBoundaryItWasPublishedWith() {
        done(company.say(new Company.Form("Solvig", "索维格", "Solvig, all plants", "索维格全部工厂"), officer.account()));
        save("water", Map.of(Part.TITLE, new Words("Water", "水"), Part.STRATEGY, new Words("Less of it.", "少用水。")));
        deliverTin(2015);
        var edition = done(statements.prepare(2015, null, "", "", officer));
        save("water", Map.of(Part.TITLE, new Words("Water", "水"), Part.STRATEGY, new Words("Much less of it.", "大幅减少用水。")));
        done(statements.rule(edition.id(), Outcome.APPROVED, "", publisher));
        done(company.say(new Company.Form("Solvig", "索维格", "Solvig and others", ""), officer.account()));

        assertThat(get("/report/2015")).hasStatusOk().bodyText().contains("Less of it.", "Solvig").doesNotContain("Much less");
        assertThat(get("/report/2015?lang=zh")).hasStatusOk().bodyText().contains("少用水。", "索维格");
        assertThat(get("/report/2015/tin-compliance")).hasStatusOk().bodyText().contains("Solvig, all plants");
        var files = SealedPackage.unpack(statements.sealed(edition(2015), Level.PUBLIC).orElseThrow());
        assertThat(new String(files.get("words.json"), java.nio.charset.StandardCharsets.UTF_8)).contains("Less of it.", "少用水。").doesNotContain("Much less");
    }

    @Test
    void wordsAloneMakeAnEditionAndBothWordingsStay() {
        deliverTin(2013);
        save("air", Map.of(Part.TITLE, new Words("Air", "空气"), Part.STRATEGY, new Words("We do our best.", "我们尽力而为。")));
        publish(2013, null);
        assertThat(key(statements.prepare(2013, Report.Cause.WORDS, "Nothing.", "无。", officer))).isEqualTo("statement.nothing-changed");
        save("air", Map.of(Part.TITLE, new Words("Air", "空气"), Part.STRATEGY, new Words("We filter all of it.", "全部经过过滤。")));
        assertThat(key(statements.prepare(2013, Report.Cause.ERROR, "Said badly.", "措辞不当。", officer))).isEqualTo("statement.words-alone");
        publish(2013, Report.Cause.WORDS);

        assertThat(get("/report/2013")).hasStatusOk().bodyText().contains("Reworded", "We do our best.", "We filter all of it.");
        assertThat(get("/report/2013?lang=zh")).hasStatusOk().bodyText().contains("改写于", "我们尽力而为。", "全部经过过滤。");
        assertThat(get("/report/2013/editions/1")).hasStatusOk().bodyText().contains("We do our best.", "has restated this one").doesNotContain("We filter all of it.");
        assertThat(get("/report/2013/editions/3")).hasStatus(404);
        for (var address : List.of("/report/2013/package.zip", "/report/2013/editions/1/package.zip", "/report/2013/editions/2/package.zip")) {
            assertThat(Verifier.verify(get(address).getResponse().getContentAsByteArray(), Optional.empty())).as(address).isInstanceOf(Verdict.ConsistentSignerUnknown.class);
        }
        assertThat(report(2013)).contains("\"kind\":\"words\"", "\"difference\":[]", "We do our best.", "We filter all of it.");
    }

    @Test
    void figuresThatChangedAreNotCalledWords() {
        deliverTin(2012);
        publish(2012, null);
        deliverTin(2012);
        assertThat(key(statements.prepare(2012, Report.Cause.WORDS, "Said badly.", "措辞不当。", officer))).isEqualTo("statement.not-words-alone");
    }

    private void publish(int year, Report.@Nullable Cause cause) {
        var edition = done(statements.prepare(year, cause, "Better said.", "措辞改进。", officer));
        done(statements.rule(edition.id(), Outcome.APPROVED, "", publisher));
    }

    private Edition edition(int year) {
        return statements.published(year).orElseThrow();
    }

    private String report(int year) {
        return new String(SealedPackage.unpack(statements.sealed(edition(year), Level.PUBLIC).orElseThrow()).get("report.json"), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void halfAChapterMayBeSavedButNotPublished() {
        save("half", Map.of(Part.TITLE, new Words("Half", "一半"), Part.STAND, new Words("Only English.", "")));
        assertThat(key(statements.prepare(2014, null, "", "", officer))).isEqualTo("statement.chapter-one-language");
        done(chapters.save(new Chapters.Draft("half", 1, "1", List.of(), "", true, Map.of(Part.TITLE, new Words("Half", "一半"), Part.STAND, new Words("Only English.", ""))), officer));
        deliverTin(2014);
        assertThat(statements.prepare(2014, null, "", "", officer)).isInstanceOf(Done.class);
    }

    @Test
    void whatCannotBeSavedIsSaidWhereItWasTyped() {
        var title = Map.of(Part.TITLE, new Words("A", "甲"));
        assertThat(key(chapters.save(new Chapters.Draft("No Address", 0, "1", List.of(), "", false, title), officer))).isEqualTo("statement.chapter-key-wrong");
        assertThat(key(chapters.save(new Chapters.Draft("ok", 0, "0", List.of(), "", false, title), officer))).isEqualTo("statement.chapter-place-wrong");
        assertThat(key(chapters.save(new Chapters.Draft("ok", 0, "1", List.of(), "soon", false, title), officer))).isEqualTo("statement.chapter-day-wrong");
        assertThat(key(chapters.save(new Chapters.Draft("ok", 0, "1", List.of(), "", false, Map.of(Part.TITLE, new Words("A", ""))), officer))).isEqualTo("statement.chapter-title-missing");
        var pledge = new EnumMap<>(Map.of(Part.TITLE, new Words("A", "甲"), Part.PLEDGE, new Words("We do.", "我们做到。")));
        assertThat(key(chapters.save(new Chapters.Draft("ok", 0, "1", List.of(), "", false, pledge), officer))).isEqualTo("statement.chapter-pledge-day");
        assertThat(key(company.say(new Company.Form(" ", "", "", ""), officer.account()))).isEqualTo("settings.name-missing");
    }

    @Test
    void theSlowerOfTwoWhoWriteLosesNothingAndIsShownTheOthersWords() {
        var first = new Chapters.Draft("shared", 0, "1", List.of(), "", false, Map.of(Part.TITLE, new Words("Faster", "较快")));
        var second = new Chapters.Draft("shared", 0, "1", List.of(), "", false, Map.of(Part.TITLE, new Words("Slower", "较慢")));
        assertThat(key(Meanwhile.slower(transaction, db, () -> done(chapters.save(first, officer)), () -> chapters.save(second, officer)))).isEqualTo("statement.chapter-overtaken");
        assertThat(key(chapters.save(second, officer))).isEqualTo("statement.chapter-overtaken");

        var page = browser.post().uri("/app/chapters/shared").with(As.me(officer)).param("since", "0").param("act", "save").param("place", "1")
                .param("TITLE-en", "Slower").param("TITLE-zh", "较慢").exchange();
        assertThat(page).hasStatus(422).bodyText().contains("Slower", "Faster", "name=\"since\" value=\"1\"");
        assertThat(done(chapters.save(second.since(1), officer)).no()).isEqualTo(2);
    }

    @Test
    void aPreviewKeepsNothing() {
        var shown = browser.post().uri("/app/chapters/shown").with(As.me(officer)).param("act", "preview").param("place", "1")
                .param("TITLE-en", "Only looking").param("STRATEGY-en", "## A heading\nA <line>.").exchange();
        assertThat(shown).hasStatusOk().bodyText().contains("<h3>A heading</h3>", "<p>A &lt;line&gt;.</p>");
        assertThat(chapters.newest("shown")).isEmpty();
    }

    @Test
    void aHouseThatNobodyHasNamedSpeaksOfNoOtherCompany() {
        var year = LocalDate.now(clock).getYear();
        for (var address : List.of("/", "/verify", "/sign-in")) {
            assertThat(text(get(address))).doesNotContainIgnoringCase("helia").doesNotContain("赫利亚");
        }
        var everybody = new Me(UUID.randomUUID(), "All", Set.of(Role.SOURCING_OFFICER, Role.PUBLISHER, Role.REVIEWER, Role.ADMINISTRATOR, Role.BUYER, Role.ASSURER), Optional.empty());
        for (var address : List.of("/app", "/app/figures", "/app/figures/tin-compliance", "/app/statement?year=" + year, "/app/chapters", "/app/targets", "/app/assurance",
                "/app/settings", "/app/suppliers", "/app/minerals", "/app/log")) {
            for (var lang : List.of("en", "zh")) {
                var result = browser.get().uri(address + (address.contains("?") ? "&" : "?") + "lang=" + lang).with(As.me(everybody)).exchange();
                assertThat(result).hasStatusOk();
                assertThat(text(result)).doesNotContainIgnoringCase("helia").doesNotContain("赫利亚");
            }
        }
    }

    private void deliverTin(int year) {
        var number = "W" + UUID.randomUUID();
        var supplier = done(suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料", "CN", "solder", null, null), officer));
        var solder = suppliers.addMaterial(supplier, "M1", "Solder ribbon", "焊带");
        suppliers.sayContent(solder, Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(year, 1, 1));
        var file = evidence.keep("ledger.csv", "text/csv", number.getBytes(), officer.account());
        done(suppliers.receive("ERP", year, List.of(new Suppliers.Receipt(number, 1, supplier, solder, LocalDate.of(year, 1, 1), BigDecimal.TEN)),
                1, BigDecimal.TEN, file.id(), file.sha256(), officer));
    }

    private void save(String key, Map<Part, Words> texts) {
        done(chapters.save(new Chapters.Draft(key, chapters.newest(key).map(Chapter::no).orElse(0), "1", List.of(), "", false, texts), officer));
    }

    private MvcTestResult get(String uri) {
        return browser.get().uri(uri).exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Done<T>(var value) -> value;
            case Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }

    private static String key(Answer<?> answer) {
        return ((Refused<?>) answer).reasons().getFirst().key();
    }
}
