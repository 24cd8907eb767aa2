package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.supply.traceability.Whereabouts.Where;
import org.probity.trace.plant.Kind;
import org.probity.trace.plant.Place;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse(own = true)
class LookingIntoAPlantTest {
    private static @Nullable APlant plant;

    @Autowired ApplicationContext house;
    @Autowired Flows flows;
    @Autowired Items items;
    @Autowired Links links;
    @Autowired Locations locations;
    @Autowired MaterialBooks books;
    @Autowired Reconciliation reconciliation;
    @Autowired Rods rods;
    @Autowired Serials serials;
    @Autowired Whereabouts whereabouts;
    @Autowired Made made;
    @Autowired CaptureHealth health;
    @Autowired MockMvcTester browser;
    @TempDir Path folder;

    @BeforeEach
    void aPlant() throws IOException {
        if (plant == null) {
            plant = APlant.in(house, folder, 77, 5, Map.of());
        }
    }

    private int number(String uri) {
        return items.find(uri).orElseThrow().number();
    }

    @Test
    void aModuleHoldsAllItsSiliconAtEachStep() {
        var module = number(plant.uri(Kind.MODULE, 40));
        var flow = flows.of(module, Reading.SILICON).orElseThrow();
        assertThat(flow.tiers()).contains(Tier.QUARTZ, Tier.POLYSILICON, Tier.ROD, Tier.CELL, Tier.MODULE);
        for (var tier : flow.tiers()) {
            var whole = flow.stops().stream().filter(it -> it.tier() == tier).map(Flows.Stop::share).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(whole.add(flow.dropped())).as(tier.name()).isBetween(new BigDecimal("0.999999"), new BigDecimal("1.001"));
        }
        assertThat(flow.toQuartz()).as("every way ends at a mine").isGreaterThan(new BigDecimal("0.999"));
        assertThat(flow.streams()).allSatisfy(it -> assertThat(flow.tiers().indexOf(flow.stops().get(it.to()).tier())).isEqualTo(flow.tiers().indexOf(flow.stops().get(it.from()).tier()) + 1));
        assertThat(browser.get().uri("/app/traceability/items/" + module).with(As.a(Role.QUALITY)).exchange()).hasStatusOk().bodyText().contains("From quartz to this item", "Helia Module");
        assertThat(browser.get().uri("/app/traceability/items/" + module + "/map").with(As.a(Role.QUALITY)).exchange()).hasStatusOk().bodyText().contains("class=\"way\"", "133.402° W");
    }

    @Test
    void aRodTellsItsChargeAndWhatBecameOfIt() {
        var item = items.find(plant.uri(Kind.ROD, 3)).orElseThrow();
        var rod = rods.of(item, Reading.SILICON).orElseThrow();
        assertThat(rod.charge()).isNotEmpty().allSatisfy(it -> assertThat(it.mass().orElseThrow()).isPositive());
        assertThat(rod.melt()).isPresent();
        assertThat(rod.of(false).add(rod.of(true)).add(rod.heel())).isEqualByComparingTo("1");
        assertThat(rod.charge().stream().map(Rods.Charge::item).map(Items.Item::tier)).allMatch(it -> it == Tier.POLYSILICON || it == Tier.RECLAIM);
        assertThat(rod.below()).extracting(Rods.Below::tier).contains(Tier.BRICK);
        assertThat(browser.get().uri("/app/traceability/items/" + item.number() + "/rod").with(As.a(Role.PROCESS)).exchange()).hasStatusOk().bodyText().contains("The charge", "Bricks");
        assertThat(browser.get().uri("/app/traceability/items/" + item.number() + "/rod").with(As.contactOf(UUID.randomUUID())).exchange()).hasStatus(403);
    }

    @Test
    void whereModulesAreFollowsFromTheirPalletsAndContainers() throws IOException {
        var modules = made.modules(YearMonth.of(2026, 9));
        var found = whereabouts.of(modules, Reading.SILICON).orElseThrow();
        assertThat(Arrays.stream(Where.values()).mapToInt(found::count).sum()).isEqualTo(modules.length);
        assertThat(found.count(Where.STOCK)).isPositive();
        assertThat(found.count(Where.TRANSIT) + found.count(Where.SOLD)).as("containers left").isPositive();
        for (var module : Arrays.stream(found.of(Where.TRANSIT)).limit(20).toArray()) {
            assertThat(found.where(module)).isEqualTo(Where.TRANSIT);
            assertThat(whereabouts.of(module, Reading.SILICON)).as("its container's").isPresent();
        }
        var file = new ByteArrayOutputStream();
        serials.write(found, Arrays.stream(Where.values()).collect(Collectors.toMap(it -> it, Where::name)), "serial,address,where", file);
        var lines = file.toString(StandardCharsets.UTF_8).split("\r\n");
        assertThat(lines).hasSize(modules.length + 1).contains(plant.uri(Kind.MODULE, 0).replaceAll(".*/", "") + "," + plant.uri(Kind.MODULE, 0) + "," + found.where(number(plant.uri(Kind.MODULE, 0))));
        var country = "/app/traceability/affected?by=COUNTRY&value=XB";
        assertThat(browser.get().uri(country).with(As.a(Role.QUALITY)).exchange()).hasStatusOk().bodyText().contains("in stock", "serials.csv?by=COUNTRY");
        assertThat(browser.get().uri(country + "&where=STOCK").with(As.a(Role.QUALITY)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/traceability/affected/serials.csv?by=COUNTRY&value=XB&where=STOCK").with(As.a(Role.QUALITY)).exchange()).hasStatusOk().bodyText().contains("Serial number", "in stock").doesNotContain("in transit");
        assertThat(browser.get().uri("/app/traceability/affected/serials.csv").with(As.a(Role.PROCESS)).exchange()).as("alerts are not theirs").hasStatus(404);
        assertThat(browser.get().uri("/app/traceability/affected/serials.csv").with(As.a(Role.LEGAL)).exchange()).hasStatusOk();
    }

    @Test
    void stepsOfTheStandardSayWhereAThingIs() {
        assertThat(Whereabouts.where("shipping", "in_transit", "OURS")).contains(Where.TRANSIT);
        assertThat(Whereabouts.where("receiving", "in_progress", "OURS")).contains(Where.STOCK);
        assertThat(Whereabouts.where("receiving", "in_progress", "OTHER")).as("a forwarder sells nothing").contains(Where.TRANSIT);
        assertThat(Whereabouts.where("receiving", "in_progress", "")).as("nobody said whose the place is").contains(Where.TRANSIT);
        assertThat(Whereabouts.where("storing", "in_transit", "OURS")).contains(Where.TRANSIT);
        assertThat(Whereabouts.where("stocking", "retail_sold", "OURS")).contains(Where.SOLD);
        assertThat(Whereabouts.where("retail_selling", "retail_sold", "OTHER")).contains(Where.SOLD);
        assertThat(Whereabouts.where("destroying", "destroyed", "OURS")).contains(Where.GONE);
        assertThat(Whereabouts.where("packing", "in_progress", "OURS")).isEmpty();
    }

    @Test
    void theAccountOfAMonthClosesWherePlantsWeigh() {
        var account = reconciliation.of(YearMonth.of(2026, 9), Reading.SILICON);
        assertThat(account.lines()).extracting(Reconciliation.Line::place).contains(Place.CRYSTAL_NORTH.uri(), Place.MODULE.uri());
        assertThat(account.lines()).filteredOn(it -> Set.of(Place.CRYSTAL_NORTH.uri(), Place.WAFER_NORTH.uri()).contains(it.place()))
                .allSatisfy(it -> assertThat(it.unaccounted()).isZero()).allSatisfy(it -> assertThat(it.in()).isPositive());
        assertThat(account.pools()).isNotEmpty().allSatisfy(it -> assertThat(it.movements()).isPositive());
        assertThat(reconciliation.months(12)).contains(YearMonth.of(2026, 9));
        assertThat(browser.get().uri("/app/traceability/account?month=2026-09").with(As.a(Role.ASSURER)).exchange()).hasStatusOk().bodyText().contains("closes to the gram", "The month from quartz to modules", "Helia Crystal North");
        assertThat(browser.get().uri("/app/traceability/account?month=2026-09&material=tin").with(As.a(Role.ASSURER)).exchange()).hasStatusOk();
        assertThat(browser.get().uri("/app/traceability/account?month=1999-01").with(As.a(Role.ASSURER)).exchange()).hasStatusOk();
    }

    @Test
    void theIntakeTellsWhatWaitsAndWhoSends() {
        assertThat(health.senders()).isNotEmpty().filteredOn(it -> it.supplier() == null).singleElement().satisfies(it -> assertThat(it.lastEvent()).isNotNull());
        assertThat(health.now().files()).isPositive();
        assertThat(browser.get().uri("/app/traceability/health").with(As.a(Role.REVIEWER)).exchange()).hasStatusOk().bodyText().contains("our own plants");
    }

    @Test
    void aPlaceLiesWhereSomebodyLastSaid() {
        var engineer = new Me(UUID.randomUUID(), "Engineer", Set.of(Role.PROCESS), Optional.empty());
        var counsel = new Me(UUID.randomUUID(), "Counsel", Set.of(Role.LEGAL), Optional.empty());
        var place = Place.PORT.uri();
        assertThat(CapturingEventsTest.key(locations.say(place, "1", "1", counsel))).isEqualTo("traceability.not-yours");
        assertThat(CapturingEventsTest.key(locations.say("urn:nowhere", "1", "1", engineer))).isEqualTo("traceability.place-unknown");
        assertThat(CapturingEventsTest.key(locations.say(place, "90.1", "1", engineer))).isEqualTo("traceability.latitude-wrong");
        assertThat(CapturingEventsTest.key(locations.say(place, "1", "181", engineer))).isEqualTo("traceability.longitude-wrong");
        assertThat(CapturingEventsTest.key(locations.say(place, "1", "1.00001", engineer))).isEqualTo("traceability.longitude-wrong");
        CapturingEventsTest.done(locations.say(place, "-90", "180", engineer));
        CapturingEventsTest.done(locations.say(place, "-37.2970", "-126.6010", engineer));
        assertThat(locations.of(Set.of(place)).get(place).latitude()).isEqualByComparingTo("-37.297");
        assertThat(browser.get().uri("/app/traceability/map").with(As.me(engineer)).exchange()).hasStatusOk().bodyText().contains("Outer Quay");
        assertThat(browser.post().uri("/app/traceability/map").param("place", place).param("latitude", "north").param("longitude", "1").with(As.me(engineer)).exchange()).hasStatus(422);
        assertThat(browser.post().uri("/app/traceability/map").param("place", place).param("latitude", "-37.297").param("longitude", "-126.601").with(As.me(engineer)).exchange()).hasStatus(303);
    }
}
