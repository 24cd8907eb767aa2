package org.probity.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventWriter;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Role;
import org.probity.supply.customs.CustomsPacks;
import org.probity.supply.supplier.Suppliers;
import org.probity.supply.traceability.Capture;
import org.probity.supply.traceability.Captures;
import org.probity.supply.traceability.Coverage;
import org.probity.supply.traceability.Places;
import org.probity.supply.traceability.PlantSample;
import org.probity.trace.plant.Items;
import org.probity.trace.plant.Kind;
import org.probity.trace.plant.Place;
import org.probity.trace.plant.Plant;
import org.probity.trace.plant.Size;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Events of Helia's plants and of those they have their silicon from, over the turn of the year: handed in month by month as a plant's own system would, with
 * what its places and articles are and what each plant says it charged. One mine nobody has named yet. Of what is in the first container a pack for customs is asked for.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(73)
class TraceabilityTale implements Tale {
    /** Suppliers of the cast that own furnaces, reactors and a mine; the mine's is barred in the story of the blacklist. */
    private static final Map<Place, String> OWNERS = Map.of(Place.EMBERHOLT, "S-02000", Place.KARSTAD, "S-02006", Place.NORTHLIGHT, "S-02012", Place.BLUEWATER, "S-02015",
            Place.LARKSPUR, "S-00932", Place.PALE_COMB, "S-02009");
    private static final Place UNNAMED = Place.TARN_HOLLOW;
    private static final String OURS = "Helia Solar";
    private static final int DAYS = 22;
    private static final int MODULES_A_DAY = 50;
    private static final int SEED = 2026;

    private final DemoPeople people;
    private final Suppliers suppliers;
    private final Captures captures;
    private final Places places;
    private final Coverage coverage;
    private final CustomsPacks packs;

    TraceabilityTale(DemoPeople people, Suppliers suppliers, Captures captures, Places places, Coverage coverage, CustomsPacks packs) {
        this.packs = packs;
        this.people = people;
        this.suppliers = suppliers;
        this.captures = captures;
        this.places = places;
        this.coverage = coverage;
    }

    @Override
    public List<Chapter> chapters(Years years) {
        var story = new ArrayList<Chapter>();
        var first = LocalDate.of(years.last(), 12, 20);
        var told = LocalDate.of(years.current(), 1, 12);
        if (told.isBefore(years.today())) {
            story.add(Chapter.on(told, "places of events", this::name));
            story.add(Chapter.on(told, "events until " + years.last(), () -> capture(first, YearMonth.of(years.last(), 12), true)));
        }
        var later = LocalDate.of(years.current(), 2, 2);
        if (later.isBefore(years.today())) {
            story.add(Chapter.on(later, "events of " + years.current(), () -> capture(first, YearMonth.of(years.last(), 12), false)));
        }
        var detained = later.plusDays(3);
        if (detained.isBefore(years.today())) {
            story.add(Chapter.on(detained, "a pack for customs", () -> pack(first)));
        }
        return story;
    }

    private void name() {
        for (var place : Place.values()) {
            if (place != UNNAMED) {
                var owner = Optional.ofNullable(OWNERS.get(place)).flatMap(suppliers::byNumber).map(it -> it.id());
                var whose = place.owner().equals(OURS) ? Places.Whose.OURS : owner.isPresent() ? Places.Whose.SUPPLIER : Places.Whose.OTHER;
                DemoStory.done(places.say(new Places.Said(place.uri(), place.words(), place.words(), whose, owner, place.country(), ""), people.the(Role.SOURCING_OFFICER)));
            }
        }
    }

    /** @param until the last month that was handed in at the turn of the year */
    private void capture(LocalDate first, YearMonth until, boolean before) {
        var files = new TreeMap<YearMonth, Path>();
        var used = new LinkedHashMap<List<String>, BigDecimal>();
        try {
            var items = write(first, until, before, files, used);
            var tiers = articles(items);
            if (before) {
                tiers.forEach((article, tier) -> DemoStory.done(places.call(new Places.Article(article, tier.tier(), tier.en(), tier.zh()), people.the(Role.PROCESS))));
            }
            for (var file : files.entrySet()) {
                var kept = DemoStory.done(captures.receive(Capture.Form.EPCIS, "events-" + file.getKey() + ".json", file.getValue(), Capture.Faulty.REFUSE_ALL, people.the(Role.PROCESS)));
                if (kept.done().filter(it -> it.outcome() == Capture.Outcome.TAKEN).isEmpty()) {
                    throw new IllegalStateException("the plant's events of " + file.getKey() + " were not taken");
                }
            }
            state(used, tiers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            files.values().forEach(TraceabilityTale::delete);
        }
        coverage.judge(before ? until.getYear() : until.getYear() + 1);
    }

    /** Customs asks about a container; of a plant that filled none yet, about a pallet. */
    private void pack(LocalDate first) {
        var items = PlantSample.happenings(size(first), _ -> {});
        Stream.of(Kind.CONTAINER, Kind.PALLET).flatMap(kind -> IntStream.range(0, items.size()).filter(it -> items.kind(it) == kind).mapToObj(items::uri)).findFirst()
                .ifPresent(uri -> DemoStory.done(packs.ask("Entry 231-0717, detained at the port of entry", uri, people.the(Role.LEGAL))));
    }

    private static Size size(LocalDate first) {
        return new Size(SEED, first, DAYS, MODULES_A_DAY, 300, true, true);
    }

    private static Items write(LocalDate first, YearMonth until, boolean before, Map<YearMonth, Path> files, Map<List<String>, BigDecimal> used) throws IOException {
        var writers = new HashMap<YearMonth, EventWriter>();
        var streams = new ArrayList<OutputStream>();
        try {
            return PlantSample.happenings(size(first), event -> {
                var month = YearMonth.from(event.when().time().atOffset(Plant.CLOCK));
                if (month.isAfter(until) == before) {
                    return;
                }
                try {
                    var writer = writers.get(month);
                    if (writer == null) {
                        files.put(month, Files.createTempFile("events", ".json"));
                        streams.add(Files.newOutputStream(files.get(month)));
                        writer = EventWriter.capture(streams.getLast(), month.plusMonths(1).atDay(1).atStartOfDay().toInstant(Plant.CLOCK), Map.of("trace", "https://probity.example/ns/trace#"));
                        writers.put(month, writer);
                    }
                    writer.write(event);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                count(event, month, used);
            });
        } finally {
            for (var writer : writers.values()) {
                writer.close();
            }
            for (var stream : streams) {
                stream.close();
            }
        }
    }

    /** What a plant's own books would say went in: by site, month and article. */
    private static void count(Event event, YearMonth month, Map<List<String>, BigDecimal> used) {
        var at = event.where().readPoint();
        if (at != null && event instanceof Event.TransformationEvent it) {
            it.inputQuantities().stream().filter(input -> input.amount() != null && "KGM".equals(input.unit()))
                    .forEach(input -> used.merge(List.of(at.id(), month.toString(), article(input.epcClass())), input.amount(), BigDecimal::add));
        }
    }

    private void state(Map<List<String>, BigDecimal> used, Map<String, Called> tiers) {
        var counted = Set.of("METALLURGICAL", "POLYSILICON", "ROD");
        var ours = EnumSet.allOf(Place.class).stream().filter(it -> it.owner().equals(OURS)).map(Place::uri).collect(Collectors.toSet());
        var months = new TreeMap<String, BigDecimal>();
        used.forEach((key, kilograms) -> {
            var called = tiers.get(key.get(2));
            if (ours.contains(key.get(0)) && called != null && counted.contains(called.tier()) && !called.ours()) {
                months.merge(key.get(1) + " " + key.get(0), kilograms, BigDecimal::add);
            }
        });
        months.forEach((key, kilograms) -> DemoStory.done(places.state(key.substring(8), key.substring(0, 7), kilograms.stripTrailingZeros().toPlainString(), "Charge report of " + key.substring(0, 7),
                people.the(Role.PROCESS))));
    }

    /** @param ours whether we make it ourselves */
    private record Called(String tier, String en, String zh, boolean ours) {}

    private static Map<String, Called> articles(Items items) {
        var called = new TreeMap<String, Called>();
        for (var item = 0; item < items.size(); item++) {
            var kind = items.kind(item);
            var article = article(items.uri(item));
            if (article.contains("/01/")) {
                called.putIfAbsent(article, new Called(tier(kind), kind.words(), zh(kind), items.madeAt(item).owner().equals(OURS)));
            }
        }
        return called;
    }

    private static String article(String uri) {
        var end = Math.max(uri.indexOf("/10/"), uri.indexOf("/21/"));
        return end < 0 ? uri : uri.substring(0, end);
    }

    private static String tier(Kind kind) {
        return switch (kind) {
            case QUARTZ -> "QUARTZ";
            case SILICON_METAL -> "METALLURGICAL";
            case POLY_RUN, POLY_BOX, SILO -> "POLYSILICON";
            case RECLAIM, RECLAIM_BIN -> "RECLAIM";
            case ROD, CRUCIBLE -> "ROD";
            case BRICK -> "BRICK";
            case WAFER_BOX -> "WAFER";
            case CELL_LOT -> "CELL";
            case MODULE -> "MODULE";
            case PALLET, CONTAINER -> "PACKAGE";
            case RIBBON, SOLDER, GLASS, FRAME, LINE_LOAD -> "OTHER";
        };
    }

    private static String zh(Kind kind) {
        return switch (kind) {
            case QUARTZ -> "石英块";
            case SILICON_METAL -> "工业硅";
            case POLY_RUN -> "多晶硅（炉次）";
            case SILO -> "颗粒硅料仓";
            case POLY_BOX -> "多晶硅（箱）";
            case CRUCIBLE -> "石英坩埚及熔体";
            case ROD -> "单晶硅棒";
            case BRICK -> "硅方";
            case RECLAIM -> "回收硅料";
            case RECLAIM_BIN -> "回收硅料混合仓";
            case WAFER_BOX -> "硅片（盒）";
            case CELL_LOT -> "电池片批次";
            case RIBBON -> "镀锡铜带";
            case SOLDER -> "汇流焊料";
            case GLASS -> "玻璃";
            case FRAME -> "边框";
            case LINE_LOAD -> "产线上料";
            case MODULE -> "光伏组件（54 片）";
            case PALLET -> "组件托盘";
            case CONTAINER -> "集装箱";
        };
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
