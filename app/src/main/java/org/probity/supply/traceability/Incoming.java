package org.probity.supply.traceability;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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

/** The events of one file on their way to the stage: each is read, hashed and written as lines for COPY; what is wrong with it is noted. */
final class Incoming {
    /** Clocks of machines differ; an hour is none of that. */
    private static final Duration SKEW = Duration.ofMinutes(10);
    private static final int LINES_AT_ONCE = 4 << 20;

    /** @param broken the file could not be read to its end, so nobody knows what it would have said */
    record Came(long events, long refused, boolean broken, List<Fault> faults) {}

    private final Stage stage;
    private final boolean ofSupplier;
    private final Set<String> places;
    private final Instant latest;
    private final EventHash hash = new EventHash();
    private final StringBuilder events = new StringBuilder();
    private final StringBuilder items = new StringBuilder();
    private final StringBuilder documents = new StringBuilder();
    private final List<Fault> faults = new ArrayList<>();
    private long refused;

    /** @param places addresses at which events of this supplier may have happened */
    Incoming(Stage stage, boolean ofSupplier, Set<String> places, Instant now) {
        this.stage = stage;
        this.ofSupplier = ofSupplier;
        this.places = places;
        this.latest = now.plus(SKEW);
    }

    /** Beside the reader's own refusals: those of {@link Reading#of}; {@code traceability.fault.future}; {@code traceability.fault.not-your-place}. */
    Came document(InputStream in) {
        var reading = Epcis.read(in, Limits.standard(), this::take);
        reading.refusals().forEach(it -> fault(new Fault(it.at().event(), it.at().path(), "traceability." + it.key().substring("epcis.".length()),
                it.args().stream().map(String::valueOf).collect(Collectors.joining(", ")))));
        var broken = reading.broken();
        if (broken != null) {
            faults.addFirst(new Fault(broken.at().event(), broken.at().path(), "traceability." + broken.key().substring("epcis.".length()),
                    broken.args().stream().map(String::valueOf).collect(Collectors.joining(", "))));
        }
        return came(reading.events() + reading.refusedEvents(), reading.refusedEvents() + (broken == null ? 0 : 1), broken != null);
    }

    /** What a partner without EPCIS sent, made into events of ours. */
    Came table(Tables.Read read) {
        read.faults().forEach(this::fault);
        var no = 0L;
        for (var event : read.events()) {
            take(event, ++no);
        }
        // A line is refused once, however much is wrong with it.
        var lines = read.faults().stream().map(Fault::event).distinct().count();
        return came(no + lines, lines, read.broken());
    }

    private Came came(long all, long alsoRefused, boolean broken) {
        flush();
        stage.complete();
        return new Came(all, refused + alsoRefused, broken, faults.stream().limit(Storing.FAULTS_MOST).toList());
    }

    private void take(Event event, long no) {
        var came = Reading.of(event);
        var objections = new ArrayList<>(came.objections());
        if (event.when().time().isAfter(latest)) {
            objections.add(new Reading.Objection("eventTime", "traceability.fault.future", event.when().time().toString()));
        }
        // Each place it names, not one of them: what counts is where it happened, and that is whichever of the two the reader takes.
        var named = Stream.of(place(event.where().readPoint()), place(event.where().location())).filter(it -> !it.isEmpty()).toList();
        if (ofSupplier && (named.isEmpty() || !places.containsAll(named))) {
            objections.add(new Reading.Objection("readPoint", "traceability.fault.not-your-place", String.join(" ", named)));
        }
        if (!objections.isEmpty()) {
            refused++;
            objections.forEach(it -> fault(new Fault(no, it.place(), it.key(), it.value())));
            return;
        }
        write(event, came.reading().orElseThrow(), no);
        if (events.length() + items.length() > LINES_AT_ONCE) {
            flush();
        }
    }

    private void write(Event event, Reading reading, long no) {
        var common = event.common();
        events.append(no).append('\t');
        Stage.bytes(events, hash.hash(event));
        for (var field : new @Nullable String[] {kind(event), action(event), time(event.when().time()), common.id(), word(event.why().step()), word(event.why().disposition()),
                blank(place(event.where().readPoint())), blank(place(event.where().location())), reading.material(), reading.sharing(), reading.pool(),
                reading.scrap() == null ? null : reading.scrap().toString()}) {
            events.append('\t');
            Stage.text(events, field);
        }
        events.append('\t');
        Stage.bytes(events, Body.of(event));
        var error = common.error();
        if (error == null) {
            events.append("\t\\N\t\\N\t\\N\n");
        } else {
            events.append('\t');
            Stage.text(events, time(error.declared()));
            events.append('\t');
            Stage.text(events, error.reason() == null ? "" : cut(Cbv.word(error.reason())));
            events.append('\t');
            Stage.list(events, error.corrections());
            events.append('\n');
        }
        for (var item : reading.items()) {
            items.append(no).append('\t').append(item.role().sign).append('\t').append(item.place()).append('\t');
            Stage.text(items, item.uri());
            items.append('\t');
            Stage.text(items, item.article());
            items.append('\t').append(item.mass() == null ? "\\N" : item.mass().toString()).append('\n');
        }
        for (var document : reading.documents()) {
            documents.append(no).append('\t');
            Stage.text(documents, document.id());
            documents.append('\t');
            Stage.text(documents, document.type() == null ? "" : cut(Cbv.word(document.type())));
            documents.append('\n');
        }
    }

    private void flush() {
        stage.copy(events, "came_event");
        stage.copy(items, "came_item");
        stage.copy(documents, "came_document");
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

    private static String cut(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }

    /** PostgreSQL counts microseconds; the hash counts milliseconds, and the body keeps what was written. */
    private static String time(Instant time) {
        return time.truncatedTo(java.time.temporal.ChronoUnit.MICROS).toString().toUpperCase(Locale.ROOT);
    }
}
