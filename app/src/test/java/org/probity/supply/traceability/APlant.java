package org.probity.supply.traceability;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.trace.plant.Items;
import org.probity.trace.plant.Kind;
import org.probity.trace.plant.Place;
import org.probity.trace.plant.Size;
import org.springframework.context.ApplicationContext;

/** The plant that does not exist, captured, with its places and articles named and its sites on the map. */
public final class APlant {
    public static final Me ENGINEER = new Me(UUID.randomUUID(), "Engineer", Set.of(Role.PROCESS, Role.SOURCING_OFFICER), Optional.empty());
    private static final String OURS = "Helia Solar";

    public final Items items;
    final Capture capture;

    private APlant(Items items, Capture capture) {
        this.items = items;
        this.capture = capture;
    }

    static APlant in(ApplicationContext house, Path folder, int seed, int days, Map<Place, UUID> owners) throws IOException {
        return in(house, folder, Size.small(seed, PlantSample.FIRST_DAY, days), owners);
    }

    /** @param owners suppliers that own some of the places */
    public static APlant in(ApplicationContext house, Path folder, Size size, Map<Place, UUID> owners) throws IOException {
        var file = folder.resolve("plant-" + size.seed() + ".json");
        Items items;
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            items = PlantSample.write(out, size);
        }
        var capture = CapturingEventsTest.done(house.getBean(Captures.class).receive(Form.EPCIS, "plant.json", file, Faulty.REFUSE_ALL, ENGINEER));
        // What is long is read behind the sender's back, and the scheduler may be at it already: we wait for whoever reads.
        if (!house.getBean(Storing.class).read(capture.id(), Duration.ofMinutes(10))) {
            throw new AssertionError("the plant's file was not read in ten minutes");
        }
        name(house, owners);
        articles(house, items);
        return new APlant(items, house.getBean(Captures.class).find(capture.id()).orElseThrow());
    }

    private static void name(ApplicationContext house, Map<Place, UUID> owners) {
        for (var place : Place.values()) {
            var owner = Optional.ofNullable(owners.get(place));
            var whose = place.owner().equals(OURS) ? Places.Whose.OURS : owner.isPresent() ? Places.Whose.SUPPLIER : Places.Whose.OTHER;
            CapturingEventsTest.done(house.getBean(Places.class).say(new Places.Said(place.uri(), place.words(), place.words(), whose, owner, place.country(), ""), ENGINEER));
            var geo = place.geo().substring(4).split(",");
            CapturingEventsTest.done(house.getBean(Locations.class).say(place.uri(), geo[0], geo[1], ENGINEER));
        }
    }

    private static void articles(ApplicationContext house, Items items) {
        var said = new HashSet<String>();
        for (var item = 0; item < items.size(); item++) {
            var uri = items.uri(item);
            var end = Math.max(uri.indexOf("/10/"), uri.indexOf("/21/"));
            if (end > 0 && said.add(uri.substring(0, end))) {
                CapturingEventsTest.done(house.getBean(Places.class).call(new Places.Article(uri.substring(0, end), tier(items.kind(item)).name(), items.kind(item).words(), zh(items.kind(item))), ENGINEER));
            }
        }
    }

    /** Addresses of the first that were made. */
    public List<String> modules(int many) {
        return IntStream.range(0, items.size()).filter(it -> items.kind(it) == Kind.MODULE).limit(many).mapToObj(items::uri).toList();
    }

    /** The books know all that was captured. */
    public static void read(ApplicationContext house) {
        house.getBean(MaterialBooks.class).rebuild();
    }

    /** The address of one of a kind. @param no from nought, in the order in which they were made */
    public String uri(Kind kind, int no) {
        var left = no;
        for (var item = 0; item < items.size(); item++) {
            if (items.kind(item) == kind && left-- == 0) {
                return items.uri(item);
            }
        }
        throw new AssertionError("no " + no + " of " + kind);
    }

    private static Tier tier(Kind kind) {
        return switch (kind) {
            case QUARTZ -> Tier.QUARTZ;
            case SILICON_METAL -> Tier.METALLURGICAL;
            case POLY_RUN, POLY_BOX, SILO -> Tier.POLYSILICON;
            case RECLAIM, RECLAIM_BIN -> Tier.RECLAIM;
            case ROD, CRUCIBLE -> Tier.ROD;
            case BRICK -> Tier.BRICK;
            case WAFER_BOX -> Tier.WAFER;
            case CELL_LOT -> Tier.CELL;
            case MODULE -> Tier.MODULE;
            case PALLET, CONTAINER -> Tier.PACKAGE;
            case RIBBON, SOLDER, GLASS, FRAME, LINE_LOAD -> Tier.OTHER;
        };
    }

    private static String zh(Kind kind) {
        return switch (tier(kind)) {
            case QUARTZ -> "石英块";
            case METALLURGICAL -> "工业硅";
            case POLYSILICON -> "多晶硅";
            case RECLAIM -> "回收硅料";
            case ROD -> "单晶硅棒";
            case BRICK -> "硅方";
            case WAFER -> "硅片（盒）";
            case CELL -> "电池片批次";
            case MODULE -> "光伏组件（54 片）";
            case PACKAGE -> "托盘或集装箱";
            case OTHER -> "辅料";
        };
    }
}
