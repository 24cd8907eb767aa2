package org.probity.supply.traceability;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.formats.epcis.EventWriter;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.trace.plant.Items;
import org.probity.trace.plant.Kind;
import org.probity.trace.plant.Size;
import org.springframework.context.ApplicationContext;

/** Some days of an invented plant, captured in the house, with all its places and articles named. */
final class CustomsPlant {
    static final Me ENGINEER = new Me(UUID.randomUUID(), "Engineer", Set.of(Role.PROCESS), Optional.empty());

    private CustomsPlant() {}

    /** @return what the plant's items are, by number of the plant */
    static Items captured(ApplicationContext house, Path folder, Size size) throws IOException {
        var file = folder.resolve("plant-" + size.seed() + ".json");
        Items items;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                var document = EventWriter.capture(out, size.firstDay().plusDays(size.days()).atStartOfDay(java.time.ZoneOffset.UTC).toInstant(), Map.of("trace", PlantSampleEvents.OURS))) {
            items = PlantSample.happenings(size, event -> {
                try {
                    document.write(event);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        var captures = house.getBean(Captures.class);
        var capture = CapturingEventsTest.done(captures.receive(Form.EPCIS, "plant.json", file, Faulty.REFUSE_ALL, ENGINEER));
        house.getBean(Storing.class).read(capture.id(), java.time.Duration.ofMinutes(10));
        if (captures.find(capture.id()).orElseThrow().done().orElseThrow().taken() == 0) {
            throw new AssertionError(captures.faults(capture.id(), 3, 0));
        }
        name(house.getBean(Places.class), items);
        return items;
    }

    static Size small(long seed) {
        return Size.small(seed, LocalDate.of(2026, 9, 1), 5);
    }

    static List<String> modules(Items items, int many) {
        return java.util.stream.IntStream.range(0, items.size()).filter(it -> items.kind(it) == Kind.MODULE).limit(many).mapToObj(items::uri).toList();
    }

    private static void name(Places places, Items items) {
        for (var it : org.probity.trace.plant.Place.values()) {
            CapturingEventsTest.done(places.say(new Places.Said(it.uri(), it.words(), "场所" + it.ordinal(), it.owner().startsWith("Helia") ? Places.Whose.OURS : Places.Whose.OTHER, Optional.empty(), it.country(), ""), ENGINEER));
        }
        java.util.stream.IntStream.range(0, items.size()).mapToObj(it -> Map.entry(Reading.article(items.uri(it)), tier(items.kind(it)))).distinct()
                .filter(it -> it.getKey().contains("/01/"))
                .forEach(it -> CapturingEventsTest.done(places.call(new Places.Article(it.getKey(), it.getValue().name(), it.getValue().name(), "物品"), ENGINEER)));
    }

    private static Tier tier(Kind kind) {
        return switch (kind) {
            case QUARTZ -> Tier.QUARTZ;
            case SILICON_METAL -> Tier.METALLURGICAL;
            case POLY_RUN, POLY_BOX -> Tier.POLYSILICON;
            case RECLAIM -> Tier.RECLAIM;
            case ROD -> Tier.ROD;
            case BRICK -> Tier.BRICK;
            case WAFER_BOX -> Tier.WAFER;
            case CELL_LOT -> Tier.CELL;
            case MODULE -> Tier.MODULE;
            case PALLET, CONTAINER -> Tier.PACKAGE;
            case SILO, CRUCIBLE, RECLAIM_BIN, RIBBON, SOLDER, GLASS, FRAME, LINE_LOAD -> Tier.OTHER;
        };
    }
}
