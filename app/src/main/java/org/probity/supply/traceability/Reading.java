package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.DigitalLink;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Extension;
import org.probity.formats.epcis.Quantity;
import org.probity.formats.epcis.Why;
import org.probity.formats.epcis.Where;

/**
 * What the room makes of an event: the items it names, in which role and how heavy, and how its inputs are shared. EPCIS says of a transformation only
 * which things went in and which came out, so how they are shared is declared in fields of our own, {@value #NAMESPACE}; what declares nothing is mixed in
 * proportion.
 *
 * @param material whose book it belongs to
 * @param begins where outputs begin that are cut from their inputs in order, in units of the book
 */
record Reading(String material, @Nullable String sharing, @Nullable String pool, @Nullable Long scrap, List<Named> items, List<Why.Link> documents) {
    static final String NAMESPACE = "https://probity.example/ns/trace#";
    static final String SILICON = "silicon";
    /** Weighed in milligrams: a module holds some grams of it. */
    static final String TIN = "tin";
    private static final Set<String> SHARINGS = Set.of("proportional", "measured", "position", "pool", "fifo");
    /** Weights too (UN/ECE Recommendation 20), from the kilotonne to the grain; in pieces, litres or metres an event says no mass. */
    private static final Set<String> OTHER_WEIGHTS = Set.of("KTN", "2U", "DTN", "HGM", "DJ", "DG", "CGM", "MC", "LBR", "ONZ", "APZ", "GRN", "STI", "LTN", "STN", "CWA", "CWI", "F13", "M86", "58", "E4");
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000_000_000L);
    /** Each has a book in memory, so there is one for what somebody asked for, not for each word in a file. */
    private static final Set<String> MATERIALS = Set.of(SILICON, TIN);
    /** Of all items of one role together; what a sum over a whole chain of them can still hold. */
    private static final long MOST_TOGETHER = 1_000_000_000_000_000L;
    private static final int ADDRESS_LONGEST = 300;
    private static final Pattern GRAMS = Pattern.compile("[0-9]{1,14}(\\.[0-9]{1,3})?");

    enum Role {
        INPUT("I"), OUTPUT("O"), PARENT("P"), CHILD("C"), SEEN("S"),
        /** What is poured into and drawn from; also the name that joins the parts of one transformation. */
        POOL("T");

        final String sign;

        Role(String sign) {
            this.sign = sign;
        }

        static Role of(char sign) {
            return switch (sign) {
                case 'I' -> INPUT;
                case 'O' -> OUTPUT;
                case 'P' -> PARENT;
                case 'C' -> CHILD;
                case 'S' -> SEEN;
                case 'T' -> POOL;
                default -> throw new IllegalArgumentException("a role " + sign);
            };
        }
    }

    /** @param mass in units of the material's book; nothing where the event does not say @param article the address without lot and serial number */
    record Named(Role role, int place, String uri, String article, @Nullable Long mass) {}

    /** What keeps an event out. @param key why */
    record Objection(String place, String key, String value) {}

    /** Either what was read, or what is wrong with it. */
    record Came(Optional<Reading> reading, List<Objection> objections) {}

    /**
     * Objections: {@code traceability.fault.sharing} none that we know; {@code traceability.fault.scrap} no whole mass; {@code traceability.fault.mass-fine}
     * finer than the book counts; {@code traceability.fault.unit} weighed in what is not counted here, which must not pass for no mass;
     * {@code traceability.fault.mass-absurd} above a hundred million tonnes; {@code traceability.fault.twice} an item twice in
     * one role; {@code traceability.fault.pool} a pool is named where none is declared, or the other way round; {@code traceability.fault.long} an address
     * or the event's own name is too long; {@code traceability.fault.material} a material that no book is kept of.
     */
    static Came of(Event event) {
        return new Reader(event).read();
    }

    private static final class Reader {
        private final Event event;
        private final List<Extension> own;
        private final String material;
        private final List<Named> items = new ArrayList<>();
        private final List<Objection> objections = new ArrayList<>();

        Reader(Event event) {
            this.event = event;
            this.own = event.particulars().extensions();
            var named = Extension.find(own, NAMESPACE, "material");
            this.material = named == null || named.isBlank() ? SILICON : named.strip().toLowerCase(Locale.ROOT);
        }

        Came read() {
            switch (event) {
                case Event.ObjectEvent it -> {
                    var role = switch (it.action()) {
                        case ADD -> Role.OUTPUT;
                        case OBSERVE -> Role.SEEN;
                        case DELETE -> Role.INPUT;
                    };
                    var each = mass(it.ilmd()).or(() -> mass(own));
                    name(role, it.epcs(), each.orElse(null));
                    weigh(role, it.quantities());
                }
                case Event.AggregationEvent it -> {
                    name(Role.PARENT, it.parent() == null ? List.of() : List.of(it.parent()), null);
                    name(Role.CHILD, it.children(), null);
                    weigh(Role.CHILD, it.quantities());
                }
                case Event.TransactionEvent it -> {
                    name(Role.PARENT, it.parent() == null ? List.of() : List.of(it.parent()), null);
                    name(Role.SEEN, it.epcs(), null);
                    weigh(Role.SEEN, it.quantities());
                }
                case Event.TransformationEvent it -> {
                    name(Role.INPUT, it.inputs(), null);
                    weigh(Role.INPUT, it.inputQuantities());
                    name(Role.OUTPUT, it.outputs(), mass(it.ilmd()).or(() -> mass(own)).orElse(null));
                    weigh(Role.OUTPUT, it.outputQuantities());
                }
                case Event.AssociationEvent it -> {
                    name(Role.PARENT, List.of(it.parent()), null);
                    name(Role.CHILD, it.children(), null);
                    weigh(Role.CHILD, it.quantities());
                }
            }
            var sharing = Extension.find(own, NAMESPACE, "sharing");
            if (sharing != null && !SHARINGS.contains(sharing)) {
                object("sharing", "traceability.fault.sharing", sharing);
            }
            var pool = Extension.find(own, NAMESPACE, "pool");
            if ((pool != null) != ("pool".equals(sharing) || "fifo".equals(sharing))) {
                object("pool", "traceability.fault.pool", pool == null ? "" : pool);
            }
            var joined = event instanceof Event.TransformationEvent it && it.transformation() != null && (it.inputs().isEmpty() && it.inputQuantities().isEmpty()
                    || it.outputs().isEmpty() && it.outputQuantities().isEmpty()) ? it.transformation() : null;
            if (pool != null || joined != null) {
                add(Role.POOL, pool != null ? pool : joined, null);
            }
            var scrap = whole("scrapGrams", Extension.find(own, NAMESPACE, "scrapGrams"));
            if (!MATERIALS.contains(material)) {
                object("material", "traceability.fault.material", material);
            }
            if (event.particulars().id() != null && event.particulars().id().length() > ADDRESS_LONGEST) {
                object("eventID", "traceability.fault.long", event.particulars().id());
            }
            if (pool != null && pool.length() > ADDRESS_LONGEST) {
                object("pool", "traceability.fault.long", pool);
            }
            mustFit(event.where().readPoint(), "readPoint");
            mustFit(event.where().location(), "bizLocation");
            event.why().transactions().stream().filter(it -> it.id().length() > ADDRESS_LONGEST).forEach(it -> object("bizTransactionList", "traceability.fault.long", it.id()));
            twice();
            together();
            return objections.isEmpty()
                    ? new Came(Optional.of(new Reading(material, sharing, pool, scrap.orElse(null), List.copyOf(items), event.why().transactions())), List.of())
                    : new Came(Optional.empty(), objections);
        }

        private void name(Role role, List<String> addresses, @Nullable Long mass) {
            for (var address : addresses) {
                add(role, address, mass);
            }
        }

        private void weigh(Role role, List<Quantity> quantities) {
            for (var quantity : quantities) {
                add(role, quantity.epcClass(), mass(quantity).orElse(null));
            }
        }

        private void add(Role role, String address, @Nullable Long mass) {
            var uri = DigitalLink.canonical(address);
            if (uri.length() > ADDRESS_LONGEST) {
                object(role.name().toLowerCase(Locale.ROOT), "traceability.fault.long", uri);
            }
            items.add(new Named(role, items.size(), uri, article(uri), mass));
        }

        private Optional<Long> mass(Quantity quantity) {
            if (quantity.amount() == null || quantity.unit() == null) {
                return Optional.empty();
            }
            return switch (quantity.unit()) {
                case "TNE" -> units(quantity.amount(), 6);
                case "KGM" -> units(quantity.amount(), 3);
                case "GRM" -> units(quantity.amount(), 0);
                case "MGM" -> units(quantity.amount(), -3);
                case String another -> {
                    if (OTHER_WEIGHTS.contains(another)) {
                        object("uom", "traceability.fault.unit", another);
                    }
                    yield Optional.empty();
                }
            };
        }

        /** @param tens how many tens make a gram of it */
        private Optional<Long> units(BigDecimal amount, int tens) {
            var units = amount.scaleByPowerOfTen(TIN.equals(material) ? tens + 3 : tens).stripTrailingZeros();
            if (units.scale() > 0) {
                object("quantity", "traceability.fault.mass-fine", amount.toPlainString());
                return Optional.empty();
            }
            if (units.compareTo(MOST) > 0) {
                object("quantity", "traceability.fault.mass-absurd", amount.toPlainString());
                return Optional.empty();
            }
            return Optional.of(units.longValueExact());
        }

        private Optional<Long> mass(List<Extension> fields) {
            return whole("massGrams", Extension.find(fields, NAMESPACE, "massGrams"));
        }

        private Optional<Long> whole(String place, @Nullable String grams) {
            if (grams == null) {
                return Optional.empty();
            }
            if (!GRAMS.matcher(grams).matches()) {
                object(place, "traceability.fault.scrap", grams);
                return Optional.empty();
            }
            return units(new BigDecimal(grams), 0);
        }

        private void twice() {
            var seen = new EnumMap<Role, Set<String>>(Role.class);
            for (var it : items) {
                if (!seen.computeIfAbsent(it.role(), role -> new HashSet<>()).add(it.uri())) {
                    object(it.role().name().toLowerCase(Locale.ROOT), "traceability.fault.twice", it.uri());
                    return;
                }
            }
        }

        /** Each by itself is possible; a hundred thousand of them are more than there is. */
        private void together() {
            var sums = new EnumMap<Role, Long>(Role.class);
            for (var it : items) {
                if (it.mass() != null) {
                    // No further than too much, so that it stays a sum.
                    sums.merge(it.role(), it.mass(), (sum, mass) -> sum > MOST_TOGETHER ? sum : sum + mass);
                }
            }
            sums.forEach((role, sum) -> {
                if (sum > MOST_TOGETHER) {
                    object(role.name().toLowerCase(Locale.ROOT), "traceability.fault.mass-absurd", sum.toString());
                }
            });
        }

        private void mustFit(Where.@Nullable Place place, String field) {
            if (place != null && place.id().length() > ADDRESS_LONGEST) {
                object(field, "traceability.fault.long", place.id());
            }
        }

        private void object(String place, String key, String value) {
            objections.add(new Objection(place, key, value));
        }
    }

    /** How many things an event names. */
    static int names(Event event) {
        return switch (event) {
            case Event.ObjectEvent it -> it.epcs().size() + it.quantities().size();
            case Event.AggregationEvent it -> it.children().size() + it.quantities().size();
            case Event.TransactionEvent it -> it.epcs().size() + it.quantities().size();
            case Event.TransformationEvent it -> it.inputs().size() + it.inputQuantities().size() + it.outputs().size() + it.outputQuantities().size();
            case Event.AssociationEvent it -> it.children().size() + it.quantities().size();
        };
    }

    /** The address without lot and serial number: what an article number is said about. */
    static String article(String uri) {
        var lot = uri.indexOf("/10/");
        var serial = uri.indexOf("/21/");
        var end = lot < 0 ? serial : serial < 0 ? lot : Math.min(lot, serial);
        return end < 0 ? uri : uri.substring(0, end);
    }
}
