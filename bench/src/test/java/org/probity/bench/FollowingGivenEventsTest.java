package org.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.probity.formats.epcis.Action;
import org.probity.formats.epcis.DigitalLink;
import org.probity.formats.epcis.Epcis;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Limits;
import org.probity.formats.epcis.Particulars;
import org.probity.formats.epcis.Quantity;
import org.probity.formats.epcis.When;
import org.probity.formats.epcis.Where;
import org.probity.formats.epcis.Why;
import org.probity.trace.Book;
import org.probity.trace.Part;
import org.probity.trace.Reach;
import org.probity.trace.Step;

/**
 * Which events a lot's history has, over several hops and partners: those that made it and all it was made from, what was seen of it itself, and what was seen of
 * each source until that went in. Asked of the book, and beside it of a table of events that is looked through until nothing new is found.
 */
class FollowingGivenEventsTest {

    /** Events of one document with the book that keeps what they make. */
    private record History(List<Event> events, Map<String, Integer> items, Book book) {

        static History of(List<Event> inOrderOfTime) {
            var history = new History(inOrderOfTime, new HashMap<>(), new Book(new org.probity.trace.Limits(org.probity.trace.Limits.MOST, 1000)));
            for (int number = 0; number < inOrderOfTime.size(); number++) {
                history.enter(number);
            }
            return history;
        }

        private int item(String name) {
            return items.computeIfAbsent(name, _ -> items.size());
        }

        private void enter(int number) {
            var event = events.get(number);
            long when = event.when().time().getEpochSecond();
            switch (event) {
                case Event.ObjectEvent it when it.action() == Action.ADD -> book.append(Step.received(number, when, it.quantities().stream()
                        .map(quantity -> new Part(item(DigitalLink.canonical(quantity.epcClass())), quantity.amount() == null ? 1 : quantity.amount().longValue())).toArray(Part[]::new)));
                case Event.TransformationEvent it -> {
                    var in = names(it.inputs(), it.inputQuantities()).stream().map(name -> new Part(item(name), book.stock(item(name)))).toList();
                    var out = names(it.outputs(), it.outputQuantities()).stream().toList();
                    long mass = in.stream().mapToLong(Part::mass).sum() / out.size();
                    book.append(Step.mixed(number, when, in, out.stream().map(name -> new Part(item(name), mass)).toList(), 0));
                }
                case Event.ObjectEvent _, Event.AggregationEvent _, Event.TransactionEvent _, Event.AssociationEvent _ -> {}
            }
        }

        /** By the book. */
        Set<Integer> upstream(String name) {
            var reach = new Reach(book);
            var history = new TreeSet<Integer>();
            for (long event : reach.eventsUpstream(item(name))) {
                history.add((int) event);
            }
            var until = new HashMap<Integer, Long>(Map.of(item(name), Long.MAX_VALUE));
            reach.sources(item(name), until::put);
            for (int number = 0; number < events.size(); number++) {
                long when = events.get(number).when().time().getEpochSecond();
                if (!(events.get(number) instanceof Event.TransformationEvent) && all(events.get(number)).stream().anyMatch(it -> when <= until.getOrDefault(item(it), Long.MIN_VALUE))) {
                    history.add(number);
                }
            }
            return history;
        }

        /** By looking through all events again and again. @param timely whether what was seen after a source went in is left out */
        Set<Integer> lookedThrough(String name, boolean timely) {
            var until = new HashMap<String, Long>(Map.of(name, Long.MAX_VALUE));
            for (boolean more = true; more;) {
                more = false;
                for (var event : events) {
                    if (event instanceof Event.TransformationEvent it && names(it.outputs(), it.outputQuantities()).stream().anyMatch(until::containsKey)) {
                        for (String input : names(it.inputs(), it.inputQuantities())) {
                            long when = event.when().time().getEpochSecond();
                            if (!input.equals(name) && until.getOrDefault(input, Long.MIN_VALUE) < when) {
                                until.put(input, when);
                                more = true;
                            }
                        }
                    }
                }
            }
            return new TreeSet<>(IntStream.range(0, events.size()).filter(number -> {
                var event = events.get(number);
                long when = event.when().time().getEpochSecond();
                return event instanceof Event.TransformationEvent it ? names(it.outputs(), it.outputQuantities()).stream().anyMatch(until::containsKey)
                        : all(event).stream().anyMatch(it -> until.containsKey(it) && (!timely || when <= until.get(it)));
            }).boxed().toList());
        }
    }

    private static Set<String> names(Collection<String> things, List<Quantity> quantities) {
        var names = new TreeSet<String>();
        things.forEach(thing -> names.add(DigitalLink.canonical(thing)));
        quantities.forEach(quantity -> names.add(DigitalLink.canonical(quantity.epcClass())));
        return names;
    }

    private static Set<String> all(Event event) {
        return switch (event) {
            case Event.ObjectEvent it -> names(it.epcs(), it.quantities());
            case Event.AggregationEvent it -> names(it.children(), it.quantities());
            case Event.TransactionEvent it -> names(it.epcs(), it.quantities());
            case Event.AssociationEvent it -> names(it.children(), it.quantities());
            case Event.TransformationEvent it -> {
                var names = new HashSet<>(names(it.inputs(), it.inputQuantities()));
                names.addAll(names(it.outputs(), it.outputQuantities()));
                yield names;
            }
        };
    }

    /** The 21 events from hatchery, feed mill, boat and plant that a tracing library is tested with: two were about feed that had long been eaten. */
    @Test
    void aLotOfFishOverFivePartners() throws IOException {
        var file = Path.of(System.getProperty("probity.shared", ""), "trace/opentraceability/CSharp/OpenTraceability.Tests/Data/traceback_tests.jsonld");
        assumeThat(file).exists();
        var events = new ArrayList<Event>();
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            assertThat(Epcis.read(in, Limits.standard(), (event, number) -> events.add(event)).whole()).isTrue();
        }
        assertThat(events).hasSize(21);
        events.sort(Comparator.comparing(event -> event.when().time()));
        var history = History.of(events);
        var lot = "urn:gdst:example.org:product:lot:class:processor.2u.v1-0122-2022";
        var found = history.upstream(lot);
        assertThat(found).isEqualTo(history.lookedThrough(lot, true)).hasSize(15);
        var untimely = history.lookedThrough(lot, false);
        assertThat(untimely).hasSize(17).containsAll(found);
        untimely.removeAll(found);
        assertThat(untimely).allSatisfy(number -> assertThat(all(events.get(number))).containsExactly("urn:gdst:example.org:product:lot:class:feedmill.1u.ff11252021"))
                .allSatisfy(number -> assertThat(events.get(number).when().time()).isAfter(Instant.parse("2022-01-19T11:09:54Z")));
    }

    /** The same of 300 made-up histories: lots that are split, mixed and seen, before and after they went into others. */
    @Test
    void madeUpHistories() {
        int left = 0;
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var events = new ArrayList<Event>();
            var lots = new ArrayList<String>();
            var free = new ArrayList<String>();
            for (int time = 1; time <= 60; time++) {
                var particulars = Particulars.of(new When(Instant.ofEpochSecond(time), "+00:00", null), new Where(null, null), new Why(null, null, List.of(), List.of(), List.of(), List.of(), List.of()), List.of());
                if (free.size() < 3 || random.nextInt(5) == 0) {
                    var lot = "urn:epc:class:lgtin:9521321.012345.L" + time;
                    events.add(new Event.ObjectEvent(particulars, Action.ADD, List.of(), List.of(new Quantity(lot, BigDecimal.valueOf(1 + random.nextInt(900)), "KGM")), List.of()));
                    free.add(lot);
                    lots.add(lot);
                } else if (random.nextInt(3) == 0) {
                    var in = Stream.generate(() -> free.remove(random.nextInt(free.size()))).limit(1 + random.nextInt(2)).toList();
                    var made = new ArrayList<String>();
                    for (int at = random.nextInt(3); at >= 0; at--) {
                        made.add("https://helia.example/01/9521321123458/lot/L" + time + "." + at);
                    }
                    events.add(new Event.TransformationEvent(particulars, in, List.of(), made, List.of(), null, List.of()));
                    free.addAll(made);
                    lots.addAll(made);
                } else {
                    events.add(new Event.ObjectEvent(particulars, Action.OBSERVE, List.of(lots.get(random.nextInt(lots.size()))), List.of(), List.of()));
                }
            }
            var history = History.of(events);
            for (String lot : lots) {
                var name = DigitalLink.canonical(lot);
                assertThat(history.upstream(name)).as("%s, seed %d", name, seed).isEqualTo(history.lookedThrough(name, true));
                left += history.lookedThrough(name, false).size() - history.lookedThrough(name, true).size();
            }
        }
        assertThat(left).as("events that came too late").isGreaterThan(1_000);
    }
}
