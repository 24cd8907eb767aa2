package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.formats.epcis.Action;
import org.probity.formats.epcis.Cbv;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Particulars;
import org.probity.formats.epcis.Quantity;
import org.probity.formats.epcis.When;
import org.probity.formats.epcis.Where;
import org.probity.formats.epcis.Why;
import org.probity.house.reading.Readers;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Spreadsheet;
import org.probity.house.ui.Typed;
import org.probity.supply.traceability.Capture.Fault;
import org.springframework.stereotype.Component;

/**
 * What a partner without EPCIS can say, as CSV or workbook: a line for each item that went into another. Lines of one item, day and site are one
 * transformation; a line without an item that went in says where a path begins.
 */
@Component
class Tables {
    static final List<String> COLUMNS = List.of("item_out", "item_in", "kilograms", "day", "site");
    /** Before names that are no address, so that they are one. */
    static final String LOT = "urn:lot:";
    private static final LocalTime NOON = LocalTime.NOON;

    /** Where people find what an event was made of: fields of events, and the columns they come from. */
    private static final Map<String, String> COLUMN_OF = Map.of("eventTime", "day", "readPoint", "site", "input", "item_in", "output", "item_out", "quantity", "kilograms");

    /** @param line the first one that says it */
    record Told(int line, Event event) {}

    /** @param broken it is no table, or columns are missing */
    record Read(List<Told> events, List<Fault> faults, boolean broken) {}

    private record Made(String out, LocalDate day, String site) {}

    private record Inputs(int line, Map<String, BigDecimal> kilograms) {}

    private final Clock clock;
    private final Readers readers;

    Tables(Clock clock, Readers readers) {
        this.clock = clock;
        this.readers = readers;
    }

    /**
     * A workbook is read in a process of its own: whoever calls holds no transaction meanwhile.
     *
     * <p>Faults: those of {@link Readers#sheet}; {@code traceability.fault.column} one is missing; {@code traceability.fault.item}; {@code traceability.fault.kilograms} no
     * mass above nought in whole grams; {@code traceability.fault.day}; {@code traceability.fault.site}. Their number is the line's.
     *
     * @return nothing when every reader stayed busy that long
     */
    Optional<Read> read(byte[] file, Duration patience) {
        try {
            return readers.sheet(file, patience).map(it -> of(Columns.of(it, COLUMNS)));
        } catch (Spreadsheet.Unreadable unreadable) {
            return Optional.of(new Read(List.of(), List.of(new Fault(0, "", unreadable.key, "")), true));
        }
    }

    private Read of(Columns columns) {
        return columns.missing().isEmpty() ? of(columns.lines())
                : new Read(List.of(), columns.missing().stream().map(it -> new Fault(0, it, "traceability.fault.column", it)).toList(), true);
    }

    private Read of(List<Columns.Line> lines) {
        var made = new LinkedHashMap<Made, Inputs>();
        var faults = new ArrayList<Fault>();
        for (var line : lines) {
            var kilograms = mass(line.of("kilograms"));
            var day = Typed.day(line.of("day"));
            var wrong = new ArrayList<Fault>();
            if (line.of("item_out").isEmpty() || line.of("item_out").equals(line.of("item_in"))) {
                wrong.add(new Fault(line.row(), "item_out", "traceability.fault.item", line.of("item_out")));
            }
            if (kilograms.isEmpty()) {
                wrong.add(new Fault(line.row(), "kilograms", "traceability.fault.kilograms", line.of("kilograms")));
            }
            if (day.isEmpty()) {
                wrong.add(new Fault(line.row(), "day", "traceability.fault.day", line.of("day")));
            }
            if (line.of("site").isEmpty()) {
                wrong.add(new Fault(line.row(), "site", "traceability.fault.site", ""));
            }
            faults.addAll(wrong);
            if (wrong.isEmpty()) {
                made.computeIfAbsent(new Made(line.of("item_out"), day.get(), line.of("site")), it -> new Inputs(line.row(), new LinkedHashMap<>())).kilograms()
                        .merge(line.of("item_in"), kilograms.get(), BigDecimal::add);
            }
        }
        var events = new ArrayList<Told>();
        made.forEach((it, inputs) -> events.add(new Told(inputs.line(), event(it, inputs.kilograms()))));
        return new Read(events, faults, false);
    }

    private Event event(Made made, Map<String, BigDecimal> inputs) {
        var at = made.day().atTime(NOON).atZone(clock.getZone());
        var when = When.at(at.toInstant(), at.getOffset());
        var where = Where.at(address(made.site()));
        var begun = inputs.get("");
        if (begun != null && inputs.size() == 1) {
            var particulars = Particulars.of(when, where, Why.of(Cbv.bizStep("commissioning"), null), List.of());
            return new Event.ObjectEvent(particulars, Action.ADD, List.of(), List.of(new Quantity(address(made.out()), begun, "KGM")), List.of());
        }
        var particulars = Particulars.of(when, where, Why.of(Cbv.bizStep("commissioning"), null), List.of());
        return new Event.TransformationEvent(particulars, List.of(),
                inputs.entrySet().stream().filter(it -> !it.getKey().isEmpty()).map(it -> new Quantity(address(it.getKey()), it.getValue(), "KGM")).toList(),
                List.of(), List.of(new Quantity(address(made.out()), inputs.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add), "KGM")), null, List.of());
    }

    private static Optional<BigDecimal> mass(String typed) {
        if (!typed.matches("[0-9]{1,11}(\\.[0-9]{1,3})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(typed).stripTrailingZeros()).filter(it -> it.signum() > 0).map(it -> it.scale() < 0 ? it.setScale(0) : it);
    }

    /** What is wrong with an event, said of the columns that it comes from. */
    static String column(String field) {
        return COLUMN_OF.getOrDefault(field, field);
    }

    /** Names as partners write them become addresses: what has a scheme is one. */
    static String address(String name) {
        return name.matches("[A-Za-z][A-Za-z0-9+.-]*:.*") ? name : LOT + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** An address as people read it: the name that a partner wrote, or the address itself. */
    static String spelt(String address) {
        return address.startsWith(LOT) ? Spelling.of(address.substring(LOT.length()), true) : address;
    }
}
