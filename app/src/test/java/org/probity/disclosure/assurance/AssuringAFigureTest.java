package org.probity.disclosure.assurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.assurance.Assurance.Wish;
import org.probity.disclosure.assurance.Conclusion.Depth;
import org.probity.disclosure.assurance.Draw.Method;
import org.probity.disclosure.assurance.Finding.Outcome;
import org.probity.disclosure.assurance.Sample.Population;
import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.Statements;
import org.probity.house.access.Accounts;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.log.Log;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true)
class AssuringAFigureTest {
    private static final String FIGURE = "tin-due-diligence";

    @Autowired Assurance assurance;
    @Autowired Conclusions conclusions;
    @Autowired Engagements engagements;
    @Autowired Statements statements;
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Obligations obligations;
    @Autowired Evidence evidence;
    @Autowired Accounts accounts;
    @Autowired Log log;
    @Autowired Clock clock;
    @Autowired MockMvcTester browser;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    Me publisher = new Me(UUID.randomUUID(), "Publisher", Set.of(Role.PUBLISHER), Optional.empty());
    Me assurer;
    Edition edition;

    @BeforeEach
    void aPublishedEditionAndAnEngagedAssurer() {
        var year = LocalDate.now(clock).getYear();
        edition = statements.published(year).orElseGet(() -> publish(year));
        assurer = me(Role.ASSURER);
        done(engagements.agree(assurer.account(), "Nordlicht", LocalDate.now(clock).plusDays(30), publisher));
    }

    @Test
    void theSameSeedGivesTheSameSampleAndSomebodyElsesTheSameRows() {
        var first = drawn("a seed", 2);
        assertThat(drawn("a seed", 2).id()).isEqualTo(first.id());
        var items = Assurance.items(statements.value(edition, FIGURE).orElseThrow(), Population.COUNTED);
        assertThat(assurance.codes(first.id())).isEqualTo(Draw.take(Method.SIMPLE, items, "a seed", 2));
    }

    @Test
    void whatIsDrawnMustMakeSense() {
        assertThat(refused(wish(Population.COUNTED, Method.SIMPLE, " ", "1", ""))).isEqualTo("assurance.seed-missing");
        assertThat(refused(wish(Population.LEFT_OUT, Method.SIMPLE, "s", "1", ""))).isEqualTo("assurance.nothing-to-draw");
        assertThat(refused(wish(Population.COUNTED, Method.SIMPLE, "s", "", ""))).isEqualTo("assurance.size-or-material");
        assertThat(refused(wish(Population.COUNTED, Method.BY_VALUE, "s", "1", "5"))).isEqualTo("assurance.size-or-material");
        assertThat(refused(wish(Population.COUNTED, Method.SIMPLE, "s", "4", ""))).isEqualTo("assurance.size-wrong");
        assertThat(refused(wish(Population.COUNTED, Method.SIMPLE, "s", "0", ""))).isEqualTo("assurance.size-wrong");
        assertThat(refused(wish(Population.COUNTED, Method.SIMPLE, "s", "", "5"))).isEqualTo("assurance.material-by-value");
        assertThat(refused(wish(Population.COUNTED, Method.BY_VALUE, "s", "", "0"))).isEqualTo("assurance.material-wrong");
        assertThat(key(assurance.draw(UUID.randomUUID(), FIGURE, wish(Population.COUNTED, Method.SIMPLE, "s", "1", ""), assurer))).isEqualTo("assurance.not-published");
    }

    @Test
    void aMaterialAmountSaysHowManyPoints() {
        assertThat(done(assurance.draw(edition.id(), FIGURE, wish(Population.COUNTED, Method.BY_VALUE, "m", "", "50"), assurer)).size()).isEqualTo(2);
    }

    @Test
    void anExceptionIsAnsweredAndStands() {
        var sample = drawn("exceptions", 3);
        var codes = assurance.codes(sample.id());
        assertThat(key(assurance.find(sample.id(), codes.get(0), null, "", assurer))).isEqualTo("assurance.outcome-missing");
        assertThat(key(assurance.find(sample.id(), codes.get(0), Outcome.EXCEPTION, " ", assurer))).isEqualTo("assurance.note-missing");
        assertThat(key(assurance.find(sample.id(), "T-9999", Outcome.AGREES, "", assurer))).isEqualTo("assurance.not-in-the-sample");
        assertThat(key(assurance.reply(sample.id(), codes.get(0), "x", officer))).isEqualTo("assurance.no-exception");
        done(assurance.find(sample.id(), codes.get(0), Outcome.EXCEPTION, "Somebody else has signed.", assurer));
        assertThat(get("/app", officer)).hasStatusOk().bodyText().contains("Somebody else has signed.");

        assertThat(key(assurance.reply(sample.id(), codes.get(0), " ", officer))).isEqualTo("assurance.words-missing");
        done(assurance.reply(sample.id(), codes.get(0), "She signs for him.", officer));
        assertThat(key(assurance.reply(sample.id(), codes.get(0), "Again.", officer))).isEqualTo("assurance.answered");
        assertThat(get("/app", officer)).hasStatusOk().bodyText().doesNotContain("Somebody else has signed.");

        assertThat(key(assurance.close(sample.id(), assurer))).isEqualTo("assurance.rows-open");
        codes.subList(1, 3).forEach(code -> done(assurance.find(sample.id(), code, Outcome.AGREES, "", assurer)));
        var result = done(assurance.close(sample.id(), assurer));
        assertThat(List.of(result.lookedAt(), result.exceptions())).containsExactly(3, 1);
        log.settle();
        assertThat(log.place(result.record())).isPresent();
        assertThat(key(assurance.find(sample.id(), codes.get(0), Outcome.AGREES, "", assurer))).isEqualTo("assurance.closed");
        assertThat(key(assurance.close(sample.id(), assurer))).isEqualTo("assurance.closed");
    }

    @Test
    void aConclusionFollowsFromAllSamplesAndIsShownWhenThePublisherAllowsIt() {
        var figure = "tin-compliance";
        assertThat(key(conclusions.conclude(edition.id(), figure, Depth.LIMITED, assurer))).isEqualTo("assurance.no-result");
        assertThat(key(conclusions.show(edition.id(), figure, publisher))).isEqualTo("assurance.no-conclusion");
        agree(done(assurance.draw(edition.id(), figure, wish(Population.COUNTED, Method.SIMPLE, "one", "2", ""), assurer)));
        var second = done(assurance.draw(edition.id(), figure, wish(Population.COUNTED, Method.BY_STRENGTH, "two", "1", ""), assurer));
        assertThat(key(conclusions.conclude(edition.id(), figure, Depth.LIMITED, assurer))).isEqualTo("assurance.samples-open");
        agree(second);
        assertThat(key(conclusions.conclude(edition.id(), figure, null, assurer))).isEqualTo("assurance.depth-missing");
        assertThat(done(conclusions.conclude(edition.id(), figure, Depth.LIMITED, assurer)).outcome()).isEqualTo(Conclusion.Outcome.NO_EXCEPTION);

        var page = "/report/" + edition.year() + "/" + figure;
        assertThat(browser.get().uri(page).exchange()).hasStatusOk().bodyText().doesNotContain("Nordlicht");
        done(conclusions.show(edition.id(), figure, publisher));
        assertThat(browser.get().uri(page).exchange()).hasStatusOk().bodyText().contains("Nordlicht, limited assurance: 3 rows looked at, 0 exceptions");
        assertThat(key(conclusions.show(edition.id(), figure, publisher))).isEqualTo("assurance.shown-already");
    }

    @Test
    void nothingAnAssurerDoesChangesTheEdition() {
        var before = statements.value(edition, FIGURE).orElseThrow();
        agree(drawn("unchanged", 3));
        assertThat(statements.value(edition, FIGURE).orElseThrow()).isEqualTo(before);
    }

    @Test
    void theFilesBehindARowAreSavedAndNeverShown() {
        var codes = Assurance.items(statements.value(edition, FIGURE).orElseThrow(), Population.COUNTED).stream()
                .filter(item -> item.weakest() != Draw.Strength.NONE).map(Draw.Item::code).toList();
        var row = "/app/assurance/" + edition.id() + "/" + FIGURE + "/rows/" + codes.getFirst();
        var html = text(get(row, assurer));
        var from = html.indexOf(row + "/");
        var file = html.substring(from, html.indexOf('"', from));
        assertThat(get(file, assurer)).hasStatusOk().headers().hasValue("Content-Type", "application/octet-stream")
                .hasValue("Content-Security-Policy", "default-src 'none'; sandbox");
        assertThat(get(row + "/" + "0".repeat(64), assurer)).hasStatus(404);
    }

    @Test
    void anAssurersPackageOpensNamesAndVerifies() throws Exception {
        var zip = get("/app/assurance/" + edition.id() + "/package.zip", assurer).getResponse().getContentAsByteArray();
        assertThat(Verifier.verify(zip, Optional.empty())).isInstanceOf(Verdict.ConsistentSignerUnknown.class);
        assertThat(names(zip)).contains("level", "Solder");
        assertThat(names(statements.sealed(edition, org.probity.proof.Level.PUBLIC).orElseThrow())).doesNotContain("Solder");
    }

    @Test
    void nobodyLooksBeforeBeingEngagedOrAfterTheLastDay() {
        var stranger = me(Role.ASSURER);
        assertThat(get("/app/assurance", stranger)).hasStatusOk().bodyText().contains("You are not engaged today").doesNotContain("SC-02");
        assertThat(get("/app/assurance/" + edition.id() + "/package.zip", stranger)).hasStatus(404);
        assertThat(get("/app/assurance/samples/" + drawn("closed room", 1).id(), stranger)).hasStatus(404);
        assertThat(key(assurance.draw(edition.id(), FIGURE, wish(Population.COUNTED, Method.SIMPLE, "s", "1", ""), stranger))).isEqualTo("assurance.not-engaged");
        assertThat(key(conclusions.conclude(edition.id(), FIGURE, Depth.LIMITED, stranger))).isEqualTo("assurance.not-engaged");

        var both = me(Role.ASSURER, Role.UNION);
        done(engagements.agree(both.account(), "Nordlicht", LocalDate.now(clock), publisher));
        begin(LocalDate.now(clock));
        assertThat(accounts.find(both.account()).orElseThrow().roles()).contains(Role.ASSURER);
        begin(LocalDate.now(clock).plusDays(31));
        assertThat(accounts.find(both.account()).orElseThrow().roles()).containsExactly(Role.UNION);
        assertThat(accounts.find(assurer.account()).orElseThrow().disabled()).isTrue();
    }

    /** As the night does it. */
    private void begin(LocalDate day) {
        transaction.executeWithoutResult(status -> events.publishEvent(new DayHasBegun(day)));
    }

    @Test
    void whoIsEngagedIsAnAssurerWithAFirmAndADay() {
        var today = LocalDate.now(clock);
        assertThat(key(engagements.agree(officer.account(), "N", today, publisher))).isEqualTo("assurance.not-an-assurer");
        assertThat(key(engagements.agree(assurer.account(), "N", today, assurer))).isEqualTo("assurance.not-yourself");
        assertThat(key(engagements.agree(assurer.account(), " ", today, publisher))).isEqualTo("assurance.firm-missing");
        assertThat(key(engagements.agree(assurer.account(), "N", today.minusDays(1), publisher))).isEqualTo("assurance.day-past");
    }

    private Edition publish(int year) {
        for (var i = 0; i < 3; i++) {
            supply(year, i < 2);
        }
        done(statements.prepare(year, null, "", "", officer));
        var published = done(statements.rule(statements.editions(year).getFirst().id(), Decisions.Outcome.APPROVED, "", publisher));
        log.settle();
        return published;
    }

    private void supply(int year, boolean meets) {
        var number = "A" + UUID.randomUUID();
        var supplier = done(suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料" + number, "CN", "solder", null, null), officer));
        var solder = suppliers.addMaterial(supplier, "M1", "Solder ribbon", "焊带");
        suppliers.sayContent(solder, Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(year, 1, 1));
        var file = evidence.keep("ledger.csv", "text/csv", number.getBytes(), officer.account());
        done(suppliers.receive("ERP", year, List.of(new Suppliers.Receipt(number, 1, supplier, solder, LocalDate.of(year, 1, 1), BigDecimal.TEN)),
                1, BigDecimal.TEN, file.id(), file.sha256(), officer));
        done(minerals.open(year, LocalDate.of(year, 12, 31), officer));
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        for (var owed : meets ? obligations.of(supplier) : List.<org.probity.shapes.obligation.Obligation>of()) {
            done(obligations.sendIn(owed.id(), evidence.keep("paper.pdf", "application/pdf", owed.id().toString().getBytes(), contact.account()).id(), contact));
            done(obligations.accept(owed.id(), LocalDate.of(year, 12, 31), officer));
        }
    }

    private Me me(Role... roles) {
        var held = Set.of(roles);
        var id = ((Ruling.Granted<UUID>) accounts.invite(new Accounts.Newcomer("Jonas", UUID.randomUUID() + "@nordlicht.example", held, Optional.empty(), "en"), Accounts.HOUSE)).value();
        return new Me(id, "Jonas", held, Optional.empty());
    }

    private static Wish wish(Population population, Method method, String seed, String size, String materiality) {
        return new Wish(population, method, seed, size, materiality);
    }

    private Sample drawn(String seed, int size) {
        return done(assurance.draw(edition.id(), FIGURE, wish(Population.COUNTED, Method.SIMPLE, seed, String.valueOf(size), ""), assurer));
    }

    private void agree(Sample sample) {
        assurance.codes(sample.id()).forEach(code -> done(assurance.find(sample.id(), code, Outcome.AGREES, "", assurer)));
        done(assurance.close(sample.id(), assurer));
    }

    private String refused(Wish wish) {
        return key(assurance.draw(edition.id(), FIGURE, wish, assurer));
    }

    private MvcTestResult get(String uri, Me who) {
        return browser.get().uri(uri).with(As.me(who)).exchange();
    }

    private static String text(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String names(byte[] zip) throws java.io.IOException {
        var all = new StringBuilder();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            while (in.getNextEntry() != null) {
                all.append(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Done<T>(var value) -> value;
            case Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }

    private static @Nullable String key(Answer<?> answer) {
        return answer instanceof Refused<?> refused ? refused.reasons().getFirst().key() : null;
    }
}
