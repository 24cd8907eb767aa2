package org.probity.supply.minerals;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.formats.cmrt.Sample;
import org.probity.formats.cmrt.SampleOrder;
import org.probity.formats.cmrt.SmelterList;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.house.ui.Answer.Refused;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.shapes.obligation.State;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true)
class ReplacingTheSmelterListTest {
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Reviews reviews;
    @Autowired SmelterLists lists;
    @Autowired Obligations obligations;
    @Autowired Rejudging rejudging;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Evidence evidence;
    @Autowired Figures figures;
    @Autowired TransactionTemplate transaction;
    @Autowired Clock clock;

    Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    UUID supplier;
    Me contact;
    LocalDate today;

    @BeforeEach
    void anAcceptedDeclaration() {
        today = LocalDate.now(clock);
        done(lists.load("list.csv", without("nobody"), UUID.randomUUID().toString(), today, officer));
        var number = "L" + UUID.randomUUID();
        supplier = done(suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料", "CN", "solder", null, null), officer));
        contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        var solder = suppliers.addMaterial(supplier, "M1", "Solder ribbon", "焊带");
        suppliers.sayContent(solder, Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(today.getYear(), 1, 1));
        var file = evidence.keep("ledger.csv", "text/csv", number.getBytes(), officer.account());
        done(suppliers.receive("ERP", today.getYear(), List.of(new Suppliers.Receipt(number, 1, supplier, solder, LocalDate.of(today.getYear(), 1, 1), BigDecimal.TEN)),
                1, BigDecimal.TEN, file.id(), file.sha256(), officer));
        done(minerals.open(today.getYear(), today.plusDays(9), officer));
        var workbook = Sample.workbook(SampleOrder.complete("Solder", "Contact", "contact@supplier.example", today.minusDays(20)));
        var paper = done(minerals.send(cmrt().id(), "cmrt.xlsx", workbook, contact));
        done(reviews.accept(paper.id(), today.plusDays(300), "fine", officer));
        done(reviews.accept(paper.id(), today.plusDays(300), "fine", new Me(UUID.randomUUID(), "Quality", Set.of(Role.QUALITY), Optional.empty())));
    }

    @Test
    void aSmelterThatLeftReopensTheDeclarationAtItsCell() {
        assertThat(met("tin-compliance")).isEqualByComparingTo("1");
        assertThat(met("tin-traceability")).isEqualByComparingTo("1");
        var named = minerals.smelters(minerals.papers(cmrt().id()).getFirst().id());
        var gone = named.getFirst().smelter();
        var effect = done(lists.load("list.csv", without(gone), UUID.randomUUID().toString(), today, officer));
        assertThat(effect.reopened()).isPositive();
        assertThat(cmrt().state()).isEqualTo(State.SENT_BACK);
        assertThat(minerals.findings(minerals.papers(cmrt().id()).getFirst().id())).singleElement()
                .satisfies(finding -> assertThat(finding.wordsEn()).contains(gone))
                .satisfies(finding -> assertThat(finding.address()).isEqualTo("C" + named.getFirst().row()));
        assertThat(met("tin-compliance")).isEqualByComparingTo("0");
    }

    @Test
    void aListOfTomorrowJudgesTomorrow() {
        var gone = minerals.smelters(minerals.papers(cmrt().id()).getFirst().id()).getFirst().smelter();
        var list = done(lists.load("list.csv", without(gone), UUID.randomUUID().toString(), today.plusDays(1), officer)).list();
        assertThat(cmrt().state()).isEqualTo(State.MET);
        assertThat(browser.get().uri("/app/minerals/lists").with(As.me(officer)).exchange()).bodyText().contains("until then by the one in force");
        transaction.executeWithoutResult(status -> lists.on(new DayHasBegun(today.plusDays(1))));
        transaction.executeWithoutResult(status -> lists.on(new DayHasBegun(today.plusDays(1))));
        assertThat(rejudging.judge(list.id(), Duration.ofSeconds(20))).isTrue();
        assertThat(cmrt().state()).isEqualTo(State.SENT_BACK);
        db.sql("DELETE FROM minerals.rejudged WHERE list = :list").param("list", list.id()).update();
        db.sql("DELETE FROM minerals.listed_smelter WHERE list = :list").param("list", list.id()).update();
        db.sql("DELETE FROM minerals.smelter_list WHERE id = :list").param("list", list.id()).update();
    }

    /** Somebody completes the history; nobody sends a paper again for it. */
    @Test
    void aListOlderThanTheOneInForceJudgesNothing() {
        var gone = minerals.smelters(minerals.papers(cmrt().id()).getFirst().id()).getFirst().smelter();
        done(lists.load("list.csv", without(gone), UUID.randomUUID().toString(), today.minusYears(1), officer));
        assertThat(cmrt().state()).isEqualTo(State.MET);
    }

    /** Whatever interrupts it: what is judged stands in rows, and the rest is judged later, once. */
    @Test
    void anInterruptedRejudgingGoesOnWhereItWas() {
        var list = done(lists.load("list.csv", without("nobody"), UUID.randomUUID().toString(), today, officer)).list().id();
        var gone = minerals.smelters(minerals.papers(cmrt().id()).getFirst().id()).getFirst().smelter();
        db.sql("DELETE FROM minerals.listed_smelter WHERE list = :list AND smelter = :gone").param("list", list).param("gone", gone).update();
        db.sql("UPDATE minerals.rejudged SET judged_at = NULL, reopened = NULL WHERE list = :list").param("list", list).update();
        assertThat(browser.get().uri("/app/minerals/lists").with(As.me(officer)).exchange()).hasHeader("Refresh", "3").bodyText().contains("It goes on by itself", "0 of");
        assertThat(rejudging.judge(list, Duration.ofSeconds(20))).isTrue();
        assertThat(cmrt().state()).isEqualTo(State.SENT_BACK);
        var steps = cmrt().step();
        assertThat(rejudging.judge(list, Duration.ZERO)).as("nothing is left").isTrue();
        assertThat(cmrt().step()).isEqualTo(steps);
        assertThat(minerals.findings(minerals.papers(cmrt().id()).getFirst().id())).filteredOn(it -> it.key().equals("minerals.smelter-left")).hasSize(1);
    }

    @Test
    void aListThatKeepsEverybodyReopensNothing() {
        done(lists.load("list.csv", without("nobody"), UUID.randomUUID().toString(), today, officer));
        assertThat(cmrt().state()).isEqualTo(State.MET);
    }

    @Test
    void aVersionIsLoadedOnce() {
        var version = UUID.randomUUID().toString();
        done(lists.load("list.csv", without("nobody"), version, today, officer));
        assertThat(key(lists.load("list.csv", without("nobody"), version, today, officer))).isEqualTo("minerals.list-known");
    }

    @Test
    void aFileThatIsNoListIsRefusedWithItsLine() {
        assertThat(key(lists.load("list.csv", "metal,name\nTin,Somebody\n".getBytes(), "x", today, officer))).isEqualTo("minerals.list-faulty");
    }

    /** Being listed is not enough: the standing counts, and the one of the day. */
    @Test
    void aSmelterThatFellOutOfTheProgrammeCountsFromItsDayOn() {
        var fallen = minerals.smelters(minerals.papers(cmrt().id()).getFirst().id()).getFirst().smelter();
        done(lists.load("list.csv", csv("nobody", fallen), UUID.randomUUID().toString(), today.plusDays(1), officer));
        assertThat(met("tin-compliance")).as("the list of tomorrow").isEqualByComparingTo("1");
        done(lists.load("list.csv", csv("nobody", fallen), UUID.randomUUID().toString(), today, officer));
        assertThat(met("tin-compliance")).isEqualByComparingTo("0");
        assertThat(met("tin-traceability")).isEqualByComparingTo("1");
        assertThat(cmrt().state()).as("still listed, so nobody is asked again").isEqualTo(State.MET);
    }

    private static byte[] without(String smelter) {
        return csv(smelter, "nobody");
    }

    private static byte[] csv(String smelter, String fallen) {
        return ("metal,lookup_name,standard_name,country,smelter_id,status\n" + SmelterList.fictional().smelters().stream()
                .filter(it -> !it.id().equals(smelter))
                .map(it -> String.join(",", it.metal().name().charAt(0) + it.metal().name().substring(1).toLowerCase(java.util.Locale.ROOT),
                        quoted(it.name()), quoted(it.name()), quoted(it.country()), it.id(), it.id().equals(fallen) ? "none" : it.status().name()))
                .collect(Collectors.joining("\n"))).getBytes(StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private BigDecimal met(String figure) {
        return figures.live(figures.find(figure).orElseThrow(), today.getYear()).rows().stream()
                .filter(row -> row.subject().equals(supplier)).findFirst().orElseThrow().input("met");
    }

    private Obligation cmrt() {
        return obligations.of(supplier).stream().filter(it -> it.kind().equals(PaperKind.CMRT.obligation())).findFirst().orElseThrow();
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
