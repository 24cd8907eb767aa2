package org.probity.supply.traceability;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Cbv;
import org.probity.formats.epcis.DigitalLink;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.EventHash;
import org.probity.formats.epcis.Limits;
import org.probity.formats.epcis.Where;
import org.probity.supply.traceability.Capture.Fault;

/**
 * The events of one file on their way to the tables: one thread reads, others look at some hundreds each (hash, meaning, body), and whoever waits for them takes them in the
 * file's order. What is wrong with an event is noted.
 */
final class Incoming {
    /** Columns that {@link Arrived#fields} fills. */
    static final List<String> FIELDS = List.of("hash", "kind", "action", "happened_at", "no", "given_id", "biz_step", "disposition", "read_point", "biz_location", "material", "sharing", "pool",
            "scrap_grams");
    /** Clocks of machines differ; an hour is none of that. */
    private static final Duration SKEW = Duration.ofMinutes(10);
    /** Of names in events: so many are looked at together, */
    private static final int TOGETHER = 8_000;
    /** and so many lots of them are under way, however long the file is. */
    private static final int UNDER_WAY = 3;
    private static final Comparator<Reading.Named> ORDER = Comparator.comparing((Reading.Named it) -> it.role().sign).thenComparing(Reading.Named::place);

    /** @param broken the file could not be read to its end, so nobody knows what it would have said */
    record Came(long events, long refused, boolean broken, List<Fault> faults) {}

    private record Numbered(Event event, long no) {}

    /** What became of some events. */
    private record Looked(List<Arrived> arrived, long refused, List<Fault> faults) {}

    private final Function<List<Arrived>, List<Fault>> taker;
    private final boolean wholeOnly;
    private final boolean ofSupplier;
    private final Set<String> places;
    private final Instant latest;
    private final List<Fault> faults = new ArrayList<>();
    private List<Numbered> some = new ArrayList<>();
    private int names;
    private long refused;

    /** @param taker says what is wrong with some of them, one fault each @param wholeOnly nothing counts once something is refused @param places addresses at which events of this supplier may have happened */
    Incoming(Function<List<Arrived>, List<Fault>> taker, boolean wholeOnly, boolean ofSupplier, Set<String> places, Instant now) {
        this.taker = taker;
        this.wholeOnly = wholeOnly;
        this.ofSupplier = ofSupplier;
        this.places = places;
        this.latest = now.plus(SKEW);
    }

    /** Beside the reader's own refusals: those of {@link Reading#of}; {@code traceability.fault.future}; {@code traceability.fault.not-your-place}. */
    Came document(InputStream in) {
        try (var beside = new Beside(UNDER_WAY)) {
            var document = beside.handed(in);
            var reading = beside.run(() -> {
                var read = Epcis.read(document, Limits.standard(), (event, no) -> take(event, no, beside));
                rest(beside);
                return read;
            });
            reading.refusals().forEach(it -> fault(new Fault(it.at().event(), it.at().path(), "traceability." + it.key().substring("epcis.".length()),
                    it.args().stream().map(String::valueOf).collect(Collectors.joining(", ")))));
            var broken = reading.broken();
            if (broken != null) {
                faults.addFirst(new Fault(broken.at().event(), broken.at().path(), "traceability." + broken.key().substring("epcis.".length()),
                        broken.args().stream().map(String::valueOf).collect(Collectors.joining(", "))));
            }
            return came(reading.events() + reading.refusedEvents(), reading.refusedEvents() + (broken == null ? 0 : 1), broken != null);
        }
    }

    /** What a partner without EPCIS sent, made into events of ours. */
    Came table(Tables.Read read) {
        read.faults().forEach(this::fault);
        try (var beside = new Beside(UNDER_WAY)) {
            var all = beside.run(() -> {
                for (var told : read.events()) {
                    take(told.event(), told.line(), beside);
                }
                rest(beside);
                return read.events().size();
            });
            // What is wrong with the events is told of the lines, too.
            faults.replaceAll(it -> new Fault(it.event(), Tables.column(it.place()), it.key(), it.value()));
            // A line is refused once, however much is wrong with it.
            var lines = read.faults().stream().map(Fault::event).distinct().count();
            return came(all + lines, lines, read.broken());
        }
    }

    private Came came(long all, long alsoRefused, boolean broken) {
        return new Came(all, refused + alsoRefused, broken, faults.stream().limit(Storing.FAULTS_MOST).toList());
    }

    private void take(Event event, long no, Beside beside) {
        some.add(new Numbered(event, no));
        names += 1 + Reading.names(event);
        if (names >= TOGETHER) {
            rest(beside);
        }
    }

    private void rest(Beside beside) {
        var these = some;
        beside.part(() -> looked(these), this::taken);
        some = new ArrayList<>();
        names = 0;
    }

    private void taken(Looked looked) {
        refused += looked.refused();
        looked.faults().forEach(this::fault);
        if (refused == 0 || !wholeOnly) {
            var faulty = taker.apply(looked.arrived());
            refused += faulty.size();
            faulty.forEach(this::fault);
        }
    }

    private Looked looked(List<Numbered> events) {
        var hash = new EventHash();
        var arrived = new ArrayList<Arrived>(events.size());
        var wrong = new ArrayList<Fault>();
        var kept = 0L;
        try (var body = new Body.Writer()) {
            for (var it : events) {
                var came = Reading.of(it.event());
                var objections = objections(it.event(), came);
                if (objections.isEmpty()) {
                    arrived.add(arrived(it.event(), came.reading().orElseThrow(), it.no(), hash, body.put(it.no(), it.event())));
                } else {
                    kept++;
                    objections.forEach(objection -> wrong.add(new Fault(it.no(), objection.place(), objection.key(), objection.value())));
                }
            }
            body.end();
        }
        return new Looked(arrived, kept, wrong);
    }

    private List<Reading.Objection> objections(Event event, Reading.Came came) {
        var objections = new ArrayList<>(came.objections());
        if (event.when().time().isAfter(latest)) {
            objections.add(new Reading.Objection("eventTime", "traceability.fault.future", event.when().time().toString()));
        }
        if (ofSupplier) {
            // Each place it names, not one of them: what counts is where it happened, and that is whichever of the two the reader takes.
            var named = Stream.of(place(event.where().readPoint()), place(event.where().location())).filter(it -> !it.isEmpty()).toList();
            if (named.isEmpty() || !places.containsAll(named)) {
                objections.add(new Reading.Objection("readPoint", "traceability.fault.not-your-place", String.join(" ", named)));
            }
        }
        return objections;
    }

    private static Arrived arrived(Event event, Reading reading, long no, EventHash hash, Body.Together body) {
        var particulars = event.particulars();
        var readPoint = blank(place(event.where().readPoint()));
        var location = blank(place(event.where().location()));
        var hashed = hash.hash(event);
        var fields = Rows.part().bytes(hashed).text(kind(event)).text(action(event)).time(event.when().time()).bigint(no).text(particulars.id()).text(word(event.why().step()))
                .text(word(event.why().disposition())).text(readPoint).text(location).text(reading.material()).text(reading.sharing()).text(reading.pool()).bigint(reading.scrap());
        var error = particulars.error();
        return new Arrived(no, hashed, fields.taken(), body, location == null ? readPoint : location, items(reading.items()), reading.documents(), words(event, reading, location, readPoint),
                error == null ? null : new Arrived.Wrong(error.declared(), error.reason() == null ? "" : cut(Cbv.word(error.reason())), error.corrections()));
    }

    private static JustStored.@Nullable Words words(Event event, Reading reading, @Nullable String location, @Nullable String readPoint) {
        var kind = kind(event);
        if (!MaterialBooks.KINDS.contains(kind)) {
            return null;
        }
        var action = action(event);
        return new JustStored.Words(reading.material(), kind, action == null ? "" : action, Rows.micros(event.when().time()), reading.sharing() == null ? "" : reading.sharing(),
                reading.scrap() == null ? 0 : reading.scrap(), location == null ? null : Rows.clean(location), readPoint == null ? null : Rows.clean(readPoint));
    }

    /** As they are stored: what differs by zero bytes alone is the same. */
    private static List<Reading.Named> items(List<Reading.Named> named) {
        var sorted = named;
        for (var no = 1; no < named.size() && sorted == named; no++) {
            // Most come in their order.
            if (ORDER.compare(named.get(no - 1), named.get(no)) > 0) {
                sorted = named.stream().sorted(ORDER).toList();
            }
        }
        if (named.stream().allMatch(it -> it.uri().indexOf('\0') < 0)) {
            return sorted;
        }
        var seen = new HashSet<String>();
        return sorted.stream().map(it -> new Reading.Named(it.role(), it.place(), Rows.clean(it.uri()), Rows.clean(it.article()), it.mass())).filter(it -> seen.add(it.role().sign + it.uri())).toList();
    }

    private void fault(Fault fault) {
        if (faults.size() <= Storing.FAULTS_MOST) {
            faults.add(fault);
        }
    }

    static String kind(Event event) {
        return switch (event) {
            case Event.ObjectEvent it -> "OBJECT";
            case Event.AggregationEvent it -> "AGGREGATION";
            case Event.TransactionEvent it -> "TRANSACTION";
            case Event.TransformationEvent it -> "TRANSFORMATION";
            case Event.AssociationEvent it -> "ASSOCIATION";
        };
    }

    private static @Nullable String action(Event event) {
        return switch (event) {
            case Event.ObjectEvent it -> it.action().name();
            case Event.AggregationEvent it -> it.action().name();
            case Event.TransactionEvent it -> it.action().name();
            case Event.TransformationEvent it -> null;
            case Event.AssociationEvent it -> it.action().name();
        };
    }

    private static String place(Where.@Nullable Place place) {
        return place == null ? "" : DigitalLink.canonical(place.id());
    }

    private static @Nullable String word(@Nullable String address) {
        return address == null ? null : cut(Cbv.word(address));
    }

    private static @Nullable String blank(String text) {
        return text.isEmpty() ? null : text;
    }

    static String cut(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }
}
