package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.FigureValue;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.rule.Rules;
import org.probity.supply.supplier.ASupplier;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Numbers that no furnace and no saw has; and suppliers of wafers, of whom the figure counts those whose chain was accepted. */
@WholeHouse
class FindingWhatCannotBeTest {
    private static final String WAFER = "https://id.gs1.org/01/09521321012387";
    private static final Me OFFICER = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());

    @Autowired Captures captures;
    @Autowired ChainFiles chainFiles;
    @Autowired Items items;
    @Autowired Places places;
    @Autowired Plausibility plausibility;
    @Autowired Figures figures;
    @Autowired Rules rules;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    private final AChain it = new AChain();

    @BeforeEach
    void articles() {
        for (var article : List.of("12349 QUARTZ", "12356 METALLURGICAL", "12363 POLYSILICON", "12370 MODULE", "12387 WAFER")) {
            CapturingEventsTest.done(places.call(new Places.Article("https://id.gs1.org/01/095213210" + article.substring(0, 5), article.substring(6), article.substring(6), "物品"), TracingSiliconTest.PROCESS));
        }
    }

    private UUID send(Me by, String... told) throws IOException {
        var capture = CapturingEventsTest.done(captures.receive(Form.EPCIS, "events.json", Files.writeString(folder.resolve(UUID.randomUUID().toString()), AChain.document(List.of(told))), Faulty.REFUSE_ALL, by));
        assertThat(captures.faults(capture.id(), 9, 0)).isEmpty();
        return capture.id();
    }

    private List<String> found(String uri) {
        var number = items.find(uri).orElseThrow().made();
        return db.sql("SELECT kind || ' ' || value FROM traceability.implausible WHERE event = :event ORDER BY kind").param("event", number).query(String.class).list();
    }

    @Test
    void aYieldThatChemistryForbidsIsFound() throws IOException {
        var other = new AChain();
        send(TracingSiliconTest.PROCESS, it.quartz(), it.silicon(), it.poly(), other.quartz(),
                AChain.transformation("2026-03-02T08:00:00.000+08:00", other.furnace, other.quartz, 2_000, other.mg, 1_000, 0),
                AChain.transformation("2026-03-03T08:00:00.000+08:00", other.polySite, other.mg, 500, other.poly, 600, 0));
        plausibility.look();
        assertThat(found(it.mg)).as("2,800 kg of quartz for 1,000 kg").isEmpty();
        assertThat(found(other.mg)).as("half of quartz by mass is more than there is silicon in it").containsExactly("YIELD 500");
        assertThat(found(other.poly)).containsExactly("MORE_OUT 1200", "YIELD 1200");
        assertThat(plausibility.look()).as("what was looked at is not looked at again").isZero();
        assertThat(browser.get().uri("/app/traceability/plausibility").with(As.a(Role.PROCESS)).exchange()).hasStatusOk().bodyText().contains("120");
        assertThat(browser.get().uri("/app/traceability/plausibility?format=csv").with(As.a(Role.ASSURER)).exchange()).hasStatusOk();
        assertThatThrownBy(() -> db.sql("INSERT INTO traceability.implausible SELECT event, 'WAFERS', 5, 1, 9, look FROM traceability.implausible LIMIT 1").update())
                .hasMessageContaining("implausible_is_outside");
        for (var key : TraceabilityRule.ALL) {
            assertThat(rules.on(key, java.time.LocalDate.of(2026, 3, 1))).as(key.code()).isBetween(key.least(), key.most());
        }
    }

    private UUID supplier(String category) {
        var supplier = ASupplier.in(db);
        db.sql("UPDATE supplier.supplier SET category = :category WHERE id = :id").param("category", category).param("id", supplier).update();
        return supplier;
    }

    private static Me contact(UUID supplier) {
        return new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
    }

    private FigureValue.Row row(UUID supplier) {
        return figures.live(figures.find("trace-wafer").orElseThrow(), 2026).rows().stream().filter(one -> one.subject().equals(supplier)).findFirst().orElseThrow();
    }

    @Test
    void aSupplierOfWafersCountsOnceItsChainIsAccepted() throws IOException {
        var sends = supplier("wafer");
        var silent = supplier("wafer");
        var glass = supplier("glass");
        for (var place : List.of(it.mine, it.furnace, it.polySite, it.plant)) {
            CapturingEventsTest.done(places.say(new Places.Said(place, "Site", "场所", Places.Whose.SUPPLIER, Optional.of(sends), "CN", ""), TracingSiliconTest.PROCESS));
        }
        var wafer = WAFER + "/10/W" + it.rod.hashCode();
        var saw = AChain.transformation("2026-03-05T08:00:00.000+08:00", it.plant, it.poly, 100, wafer, 90, 10_000);
        var open = send(contact(sends), it.poly(), saw);
        var none = send(contact(sends), it.rod());
        assertThat(CapturingEventsTest.key(chainFiles.accept(open, 2026, TracingSiliconTest.PROCESS))).isEqualTo("traceability.not-yours");
        assertThat(CapturingEventsTest.key(chainFiles.accept(UUID.randomUUID(), 2026, OFFICER))).isEqualTo("traceability.chain-no-file");
        assertThat(CapturingEventsTest.key(chainFiles.accept(none, 2026, OFFICER))).isEqualTo("traceability.chain-no-lots");
        assertThat(CapturingEventsTest.key(chainFiles.accept(open, 2026, OFFICER))).as("its way ends before quartz").isEqualTo("traceability.chain-not-clean");
        send(contact(sends), it.quartz(), it.silicon());
        assertThat(row(sends).input("met")).isEqualByComparingTo("0");
        CapturingEventsTest.done(chainFiles.accept(open, 2026, OFFICER));
        assertThat(CapturingEventsTest.key(chainFiles.accept(open, 2026, OFFICER))).isEqualTo("traceability.chain-again");
        assertThat(row(sends).input("met")).isEqualByComparingTo("1");
        assertThat(row(sends).reason()).isNull();
        assertThat(row(sends).evidence()).hasSize(1);
        assertThat(row(silent).input("met")).as("nothing was sent").isEqualByComparingTo("0");
        assertThat(row(silent).reason()).isNull();
        assertThat(row(glass).reason()).isEqualTo("traceability.not-of-wafers");
        assertThat(figures.live(figures.find("trace-wafer").orElseThrow(), 2025).rows()).as("accepted for another year").noneMatch(one -> one.subject().equals(sends) && one.input("met").signum() > 0);
        assertThat(figures.live(figures.find("trace-wafer").orElseThrow(), 2026).control().difference()).isEqualByComparingTo("0");
        assertThat(browser.get().uri("/app/traceability/chain-files").with(As.a(Role.SOURCING_OFFICER)).exchange()).hasStatusOk().bodyText().contains("Accepted");
        assertThat(browser.post().uri("/app/traceability/chain-files").param("capture", open.toString()).param("year", "2026").with(As.me(OFFICER)).exchange()).hasStatus(422).bodyText().contains("accepted already");
    }
}
