package org.probity.customs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.probity.formats.epcis.DigitalLink;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Quantity;
import org.probity.formats.epcis.Why;
import org.probity.proof.Json;

/**
 * What a pack says of its things that follows from its events and names alone: the lines of {@code serials.jsonl.gz}, {@code groups.jsonl} and {@code flow.json}, and which
 * papers events name. Who writes a pack writes these bytes; who checks one writes them again and compares.
 */
final class Derived {
    private static final long BILLIONTH = Mix.WHOLE / 1_000_000_000L;
    /** Of the events and things that name a paper so many are listed; all are counted. */
    private static final int LISTED = 20;

    enum Word { CLEAN, TOUCHED, UNKNOWN }

    /** Things of the same chain, all of whose ways end at quartz or not. */
    record Group(int no, int chain, boolean complete, Word word, long serials, long grams) {}

    /** A paper that events name. @param events numbers of their lines */
    record Paper(String uri, String type, String tier, long count, List<Integer> events, List<String> things) {}

    private static final class Naming {
        String type = "";
        String article = "";
        long count;
        final List<Integer> events = new ArrayList<>();
        final List<String> things = new ArrayList<>();
    }

    private final Walk walk = new Walk();
    private final Map<String, Naming> papers = new TreeMap<>();
    private final Map<Walk.Step, Integer> origins = new LinkedHashMap<>();
    private final Map<Long, Group> groups = new LinkedHashMap<>();
    private final Map<Integer, Word> words = new HashMap<>();
    private int events;
    private long grams;
    private long serials;

    Walk walk() {
        return walk;
    }

    int events() {
        return events;
    }

    long serials() {
        return serials;
    }

    long grams() {
        return grams;
    }

    List<Group> groups() {
        return List.copyOf(groups.values());
    }

    void take(Event event) {
        events++;
        walk.take(event);
        for (var link : event.why().transactions()) {
            name(link, event);
        }
    }

    private void name(Why.Link link, Event event) {
        var naming = papers.computeIfAbsent(link.id(), it -> new Naming());
        if (naming.count++ == 0) {
            naming.type = link.type() == null ? "" : link.type();
        }
        if (naming.events.size() < LISTED) {
            naming.events.add(events);
        }
        for (var thing : things(event)) {
            if (naming.things.size() < LISTED && !naming.things.contains(thing)) {
                naming.things.add(thing);
            }
        }
        if (naming.article.isEmpty() && !naming.things.isEmpty()) {
            naming.article = Told.article(naming.things.getFirst());
        }
    }

    /** The first things that an event names, what came out before what went in. */
    private static List<String> things(Event event) {
        var all = new ArrayList<String>();
        switch (event) {
            case Event.ObjectEvent it -> add(all, it.epcs(), it.quantities());
            case Event.AggregationEvent it -> add(all, it.children(), it.quantities());
            case Event.TransactionEvent it -> add(all, it.epcs(), it.quantities());
            case Event.TransformationEvent it -> {
                add(all, it.outputs(), it.outputQuantities());
                add(all, it.inputs(), it.inputQuantities());
            }
            case Event.AssociationEvent it -> add(all, it.children(), it.quantities());
        }
        return all;
    }

    private static void add(List<String> to, List<String> epcs, List<Quantity> quantities) {
        epcs.stream().limit(LISTED).map(DigitalLink::canonical).forEach(to::add);
        quantities.stream().limit(LISTED).map(it -> DigitalLink.canonical(it.epcClass())).forEach(to::add);
    }

    /** A line of {@code serials.jsonl.gz}; nothing where no event knows the thing. */
    Optional<byte[]> serial(String uri, Names names, Map<String, Names.Article> articles, Map<String, Names.Place> places) {
        return walk.thing(uri).map(it -> {
            var parts = new ArrayList<List<Object>>();
            var complete = it.mix().unclear() == 0;
            for (var n = 0; n < it.mix().steps().length; n++) {
                var step = walk.step(it.mix().steps()[n]);
                var tier = Optional.ofNullable(articles.get(step.article())).map(Names.Article::tier).orElse("");
                complete &= tier.equals(Names.QUARTZ) && !step.place().isEmpty();
                parts.add(List.of(origins.computeIfAbsent(step, one -> origins.size()), it.mix().parts()[n] / BILLIONTH));
            }
            var group = group(it, complete, places);
            grams += it.grams().orElse(0L);
            serials++;
            return Json.object("complete", complete, "grams", it.grams().orElse(null), "group", group.no(), "origins", parts, "pack", it.pack().orElse(null), "unclear", it.mix().unclear() / BILLIONTH,
                    "uri", uri).canonical();
        });
    }

    private Group group(Walk.Thing it, boolean complete, Map<String, Names.Place> places) {
        return groups.merge((long) it.chain() << 1 | (complete ? 1 : 0), new Group(groups.size() + 1, it.chain(), complete, word(it.chain(), complete, places), 1, it.grams().orElse(0L)),
                (one, two) -> new Group(one.no(), one.chain(), one.complete(), one.word(), one.serials() + 1, one.grams() + two.grams()));
    }

    /** Touched where any step is at a listed place, whatever its share; clean only where every step has a named place and every way ends at quartz. */
    private Word word(int chain, boolean complete, Map<String, Names.Place> places) {
        var steps = walk.steps(chain);
        var listed = steps.stream().anyMatch(it -> places.containsKey(it.place()) && places.get(it.place()).standing() != Names.Standing.NONE);
        var named = steps.stream().allMatch(it -> places.containsKey(it.place()));
        return listed ? Word.TOUCHED : complete && named ? Word.CLEAN : Word.UNKNOWN;
    }

    byte[] line(Group it) {
        var steps = walk.steps(it.chain());
        return Json.object("chain", Walk.fingerprint(steps), "complete", it.complete(), "grams", it.grams(), "group", it.no(), "serials", it.serials(),
                "steps", steps.stream().map(step -> List.of(step.article(), step.place())).toList(), "verdict", it.word().name()).canonical();
    }

    byte[] flow(Map<String, Names.Article> articles) {
        var no = new int[1];
        var steps = walk.totals().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Walk.Step, Walk.Total> it) -> tier(it.getKey().article(), articles)).thenComparing(Map.Entry::getKey))
                .map(it -> Json.object("article", it.getKey().article(), "events", it.getValue().events(), "grams_in", it.getValue().gramsIn(), "grams_out", it.getValue().gramsOut(),
                        "no", ++no[0], "place", it.getKey().place(), "scrap", it.getValue().scrap(), "things", it.getValue().things()))
                .toList();
        return Json.object("origins", origins.keySet().stream().map(it -> List.of(it.article(), it.place())).toList(), "steps", steps).canonical();
    }

    static int tier(String article, Map<String, Names.Article> articles) {
        return Names.TIERS.indexOf(Optional.ofNullable(articles.get(article)).map(Names.Article::tier).orElse("OTHER"));
    }

    /** By the step in whose events they are named first, then by their address. */
    List<Paper> papers(Map<String, Names.Article> articles) {
        return papers.entrySet().stream()
                .map(it -> new Paper(it.getKey(), it.getValue().type, Names.TIERS.get(tier(it.getValue().article, articles)), it.getValue().count, it.getValue().events, it.getValue().things))
                .sorted(Comparator.comparing((Paper it) -> Names.TIERS.indexOf(it.tier())).thenComparing(Paper::uri)).toList();
    }
}
