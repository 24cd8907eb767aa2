package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.ASupplier;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Somebody without an account points a telephone at a module. */
@WholeHouse
class ReadingACardTest {
    static final Me SOURCING = new Me(UUID.randomUUID(), "Sourcing", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    static final Me COUNSEL = new Me(UUID.randomUUID(), "Counsel", Set.of(Role.LEGAL, Role.SOURCING_OFFICER), Optional.empty());

    @Autowired Captures captures;
    @Autowired Coverage coverage;
    @Autowired Flows flows;
    @Autowired Items items;
    @Autowired OpenNames names;
    @Autowired Places places;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    private final AChain it = new AChain();
    private UUID supplier;
    private String number;
    private String card;

    @BeforeEach
    void aModule() throws IOException {
        article("https://id.gs1.org/01/09521321012349", Tier.QUARTZ);
        article("https://id.gs1.org/01/09521321012356", Tier.METALLURGICAL);
        article("https://id.gs1.org/01/09521321012363", Tier.POLYSILICON);
        article("https://id.gs1.org/01/09521321012370", Tier.MODULE);
        supplier = ASupplier.in(db);
        number = db.sql("SELECT number FROM supplier.name WHERE id = :id").param("id", supplier).query(String.class).single();
        place(it.mine, Places.Whose.OTHER, "NO");
        place(it.furnace, Places.Whose.SUPPLIER, "NO");
        place(it.polySite, Places.Whose.OTHER, "DE");
        place(it.plant, Places.Whose.OURS, "CN");
        send(it.quartz(), it.silicon(), it.poly(), it.rod());
        card = it.rod.substring("https://id.gs1.org".length());
    }

    private void article(String uri, Tier tier) {
        CapturingEventsTest.done(places.call(new Places.Article(uri, tier.name(), tier.name(), "物品"), SOURCING));
    }

    private void place(String uri, Places.Whose whose, String country) {
        CapturingEventsTest.done(places.say(new Places.Said(uri, "Secret works", "机密工厂", whose, whose == Places.Whose.SUPPLIER ? Optional.of(supplier) : Optional.empty(), country, "Q1"), SOURCING));
    }

    private void send(String... events) throws IOException {
        CapturingEventsTest.done(captures.receive(Form.EPCIS, "events.json", Files.writeString(folder.resolve(UUID.randomUUID().toString()), AChain.document(List.of(events))), Faulty.REFUSE_ALL, SOURCING));
    }

    @Test
    void itTellsStepsAndCountriesAndNobodysName() {
        coverage.judge(2026);
        var name = db.sql("SELECT name_en FROM supplier.name WHERE id = :id").param("id", supplier).query(String.class).single();
        var answer = browser.get().uri(card).exchange();
        assertThat(answer).hasStatusOk().bodyText().contains("All silicon in this module is traced to quartz", "Norway 100.0", "Germany", "Linked lot by lot".toLowerCase())
                .doesNotContain("Secret works", name, number, "Q1", it.mine, "2026-03-04");
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(answer.getResponse().getHeader("Set-Cookie")).isNull();
        assertThat(browser.get().uri(card + "?lang=zh").exchange()).bodyText().contains("本组件所用的硅全部可追溯到石英", "挪威").doesNotContain("机密工厂");
        assertThat(browser.get().uri("/01/09521321012370/10/ANY" + card.substring(card.indexOf("/21/"))).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/01/9521321012370" + card.substring(card.indexOf("/21/"))).exchange()).as("thirteen digits name the same").hasStatusOk();
    }

    @Test
    void whatIsNoModuleIsNobodysBusinessOutside() {
        assertThat(browser.get().uri(it.poly.substring("https://id.gs1.org".length())).exchange()).hasStatus(302);
        assertThat(browser.get().uri("/01/09521321012363/10/NEVER").exchange()).as("whether it exists is not told").hasStatus(302);
        assertThat(browser.get().uri("/00/095210070000000011").exchange()).hasStatus(302);
        assertThat(browser.get().uri("/8004/9521007BIN1").exchange()).hasStatus(302);
        assertThat(browser.get().uri("/01/09521321012370/21/NEVER").exchange()).hasStatus(404);
        assertThat(browser.get().uri("/01/09521321012363/21/P1").exchange()).hasStatus(404);
        assertThat(browser.get().uri("/app/traceability/items?item=" + it.rod).with(As.a(Role.ASSURER)).exchange()).hasStatus(302);
    }

    @Test
    void aSupplierIsNamedWhenTwoAgreedAndNoLongerWhenOneSaysSo() {
        var id = CapturingEventsTest.done(names.propose(Optional.of(supplier), " Letter 7 ", COUNSEL));
        assertThat(CapturingEventsTest.key(names.rule(id, Outcome.APPROVED, COUNSEL))).isEqualTo("decision.needs-another-person");
        assertThat(browser.get().uri(card).exchange()).bodyText().doesNotContain(name());
        var counsel = new Me(UUID.randomUUID(), "Other counsel", Set.of(Role.LEGAL), Optional.empty());
        assertThat(browser.get().uri("/app/traceability/names").with(As.me(counsel)).exchange()).hasStatusOk().bodyText().contains("Agree to name them");
        assertThat(browser.post().uri("/app/traceability/names/" + id + "/approval").with(As.me(counsel)).exchange()).hasStatus(303);
        assertThat(browser.get().uri(card).exchange()).bodyText().contains(name());
        assertThat(CapturingEventsTest.key(names.propose(Optional.of(supplier), "Letter 8", SOURCING))).isEqualTo("traceability.name-proposed");
        assertThat(browser.post().uri("/app/traceability/names/" + id + "/closing").param("reason", "They asked").with(As.me(SOURCING)).exchange()).hasStatus(303);
        assertThat(browser.get().uri(card).exchange()).bodyText().doesNotContain(name());
        var again = CapturingEventsTest.done(names.propose(Optional.of(supplier), "Letter 9", SOURCING));
        assertThat(browser.post().uri("/app/traceability/names/" + again + "/rejection").with(As.me(counsel)).exchange()).hasStatus(303);
        assertThat(browser.get().uri("/app/traceability/names").with(As.me(SOURCING)).exchange()).hasStatusOk().bodyText().contains("not agreed to", "taken back");
    }

    private String name() {
        return db.sql("SELECT name_en FROM supplier.name WHERE id = :id").param("id", supplier).query(String.class).single();
    }

    @Test
    void whatCannotBeSaidOfANameIsRefused() {
        var engineer = new Me(UUID.randomUUID(), "Engineer", Set.of(Role.PROCESS), Optional.empty());
        assertThat(CapturingEventsTest.key(names.propose(Optional.of(supplier), "Letter", engineer))).isEqualTo("traceability.not-yours");
        assertThat(CapturingEventsTest.key(names.propose(Optional.empty(), "Letter", SOURCING))).isEqualTo("traceability.supplier-unknown");
        assertThat(CapturingEventsTest.key(names.propose(Optional.of(supplier), " ", SOURCING))).isEqualTo("traceability.consent-missing");
        assertThat(CapturingEventsTest.key(names.propose(Optional.of(supplier), "x".repeat(301), SOURCING))).isEqualTo("traceability.words-long");
        assertThat(CapturingEventsTest.key(names.rule(UUID.randomUUID(), Outcome.APPROVED, SOURCING))).isEqualTo("traceability.not-yours");
        assertThat(CapturingEventsTest.key(names.rule(UUID.randomUUID(), Outcome.APPROVED, COUNSEL))).isEqualTo("traceability.name-unknown");
        assertThat(CapturingEventsTest.key(names.close(UUID.randomUUID(), "why", SOURCING))).isEqualTo("traceability.name-unknown");
        assertThat(CapturingEventsTest.key(names.close(UUID.randomUUID(), "why", engineer))).isEqualTo("traceability.not-yours");
        var id = CapturingEventsTest.done(names.propose(Optional.of(supplier), "Letter", SOURCING));
        assertThat(CapturingEventsTest.key(names.close(id, "why", SOURCING))).as("not in force").isEqualTo("traceability.name-unknown");
        CapturingEventsTest.done(names.rule(id, Outcome.APPROVED, COUNSEL));
        assertThat(CapturingEventsTest.key(names.close(id, " ", SOURCING))).isEqualTo("traceability.reason-missing");
        assertThat(CapturingEventsTest.key(names.close(id, "x".repeat(301), SOURCING))).isEqualTo("traceability.words-long");
        assertThat(browser.post().uri("/app/traceability/names").param("supplier", "S-NONE").param("consent", "x").with(As.me(SOURCING)).exchange()).hasStatus(422);
    }

    @Test
    void whoAsksTooOftenWaits() {
        var now = new AtomicReference<>(Instant.parse("2026-11-20T02:00:00Z"));
        var callers = new Callers(((InstantSource) now::get).withZone(ZoneOffset.UTC));
        for (var call = 0; call < Callers.A_MINUTE; call++) {
            assertThat(callers.mayCall("192.0.2.1")).isTrue();
        }
        assertThat(callers.mayCall("192.0.2.1")).isFalse();
        assertThat(IntStream.rangeClosed(0, Callers.A_MINUTE).allMatch(no -> callers.mayCall("2001:db8:0:1::" + Integer.toHexString(no)))).as("one line of IPv6 has many addresses").isFalse();
        assertThat(callers.mayCall("2001:db8:0:2::1")).isTrue();
        assertThat(callers.mayCall("192.0.2.2")).isTrue();
        now.set(now.get().plus(Duration.ofMinutes(1)));
        assertThat(callers.mayCall("192.0.2.1")).isTrue();
        // Counted by the clock's minutes: a new one may begin in between.
        var refused = IntStream.rangeClosed(0, 2 * Callers.A_MINUTE).anyMatch(_ -> browser.get().uri(card).with(request -> {
            request.setRemoteAddr("203.0.113.7");
            return request;
        }).exchange().getResponse().getStatus() == 429);
        assertThat(refused).isTrue();
    }

    @Test
    void theFlowOfAModuleHasAllItsMassAtEachStep() {
        var flow = flows.of(items.find(it.rod).orElseThrow().number(), Reading.SILICON).orElseThrow();
        assertThat(flow.tiers()).containsExactly(Tier.QUARTZ, Tier.METALLURGICAL, Tier.POLYSILICON, Tier.MODULE);
        assertThat(flow.stops()).allSatisfy(stop -> assertThat(stop.share()).isEqualByComparingTo("1"));
        assertThat(flow.streams()).hasSize(3).allSatisfy(stream -> assertThat(stream.share()).isEqualByComparingTo("1"));
        assertThat(flow.toQuartz()).isEqualByComparingTo("1");
        assertThat(flow.mass()).isEqualTo(480_000);
        assertThat(flow.byCountry().stops()).extracting(Flows.Stop::place).containsExactly("NO", "NO", "DE", "CN");
    }

    @Test
    void aWayThatEndsBeforeQuartzGoesOnAsUnknown() throws IOException {
        var half = new AChain();
        var mixed = half.poly().replace("\"inputQuantityList\":[", "\"inputQuantityList\":[{\"epcClass\":\"" + half.mg + "x\",\"quantity\":1000,\"uom\":\"KGM\"},");
        send(half.quartz(), half.silicon(), mixed, half.rod());
        var flow = flows.of(items.find(half.rod).orElseThrow().number(), Reading.SILICON).orElseThrow();
        assertThat(flow.toQuartz()).isEqualByComparingTo("0.5");
        assertThat(flow.stops()).filteredOn(it -> it.how() == Flows.How.UNKNOWN && it.tier() == Tier.QUARTZ).singleElement().satisfies(it -> assertThat(it.share()).isEqualByComparingTo("0.5"));
        assertThat(browser.get().uri(half.rod.substring("https://id.gs1.org".length())).exchange()).bodyText().contains("50.0", "nobody can say yet");
    }
}
