package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.probity.house.access.Me;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Because;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.supply.traceability.Chains.Chain;
import org.probity.supply.traceability.Items.Item;
import org.probity.trace.Reach;
import org.springframework.stereotype.Service;

/**
 * Whether a way of an item touches whoever is barred or stands on a list that alerts. Three answers: touched, with the way and the share; unknown, where a
 * way ends before quartz, a place has no name or an event cannot be as it says; clean, where none of these is so. Every event that made a lot counts, not the first
 * of them. What nobody knows is never called clean.
 */
@Service
class Contamination {
    private static final int WITNESSES = 5;

    enum Word { CLEAN, TOUCHED, UNKNOWN }

    /** @param way from the item that was made at a listed place, to the one that was asked about */
    record Witness(Item from, Items.Site site, List<Item> way) {}

    /** @param places how many places that made some of it nobody has named @param contradicted how many things of its way an event made that cannot be as it says @param withheld part of the answer is not for whoever asks */
    record Verdict(Word word, List<Witness> witnesses, List<Item> ends, long places, long contradicted, boolean withheld) {
        Verdict(Word word, List<Witness> witnesses, List<Item> ends, long places) {
            this(word, witnesses, ends, places, 0, false);
        }

        Mark mark() {
            return switch (word) {
                case CLEAN -> Mark.GOOD;
                case TOUCHED -> Mark.BAD;
                case UNKNOWN -> Mark.WARN;
            };
        }

        String key() {
            return "traceability.verdict." + word;
        }

        List<Because> because(Screen s) {
            var reasons = new ArrayList<Because>();
            for (var it : witnesses) {
                reasons.add(new Because(Mark.BAD, it.site().name(s.lang()), s.t("traceability.by-way-of", String.join(" → ", it.way().stream().map(Item::shortName).toList())),
                        new Link(it.from().shortName(), "/app/traceability/items/" + it.from().number())));
            }
            for (var it : ends) {
                reasons.add(new Because(Mark.WARN, s.t("traceability.way-ends"), s.t(it.tier().key()), new Link(it.shortName(), "/app/traceability/items/" + it.number())));
            }
            if (places > 0) {
                reasons.add(new Because(Mark.WARN, s.t("traceability.unnamed-places"), s.t("traceability.unnamed-places-text", places), Link.NONE));
            }
            if (contradicted > 0) {
                reasons.add(new Because(Mark.WARN, s.t("traceability.contradicted"), s.t("traceability.contradicted-text", contradicted), new Link(s.t("traceability.contradictions"), "/app/traceability/contradictions")));
            }
            if (withheld) {
                reasons.add(new Because(Mark.WARN, s.t("traceability.lists-withheld"), s.t("traceability.lists-withheld-text"), Link.NONE));
            }
            return reasons;
        }
    }

    /**
     * What a book says of an item and a list, by number.
     *
     * @param touched the first items that were made at a listed place, with their address
     * @param ends where its ways end before quartz
     */
    record Seen(Map<Integer, String> touched, List<Integer> ends, long unnamed, long contradicted, boolean known) {
        Word word(boolean whole) {
            return !touched.isEmpty() ? Word.TOUCHED : known && ends.isEmpty() && unnamed == 0 && contradicted == 0 && whole ? Word.CLEAN : Word.UNKNOWN;
        }
    }

    private final MaterialBooks books;
    private final Items items;
    private final Listed listed;

    Contamination(MaterialBooks books, Items items, Listed listed) {
        this.books = books;
        this.items = items;
        this.listed = listed;
    }

    /** As whoever may see all of it is answered. */
    Optional<Verdict> of(Chain chain) {
        return of(chain, listed.now());
    }

    /** As a person may see it. Whoever may not see alerts is never told that something is clean. */
    Optional<Verdict> of(Chain chain, Me me) {
        return of(chain, listed.now(me));
    }

    private Optional<Verdict> of(Chain chain, Listed.Places places) {
        var origins = listed.articles(Tier.QUARTZ);
        return books.ask(chain.material(), shelf -> {
            var seen = see(shelf, chain.item().number(), places, origins);
            return Map.entry(seen, ways(shelf, seen, chain.item().number()));
        }).map(it -> verdict(it.getKey(), it.getValue(), places.whole()));
    }

    static Map<Integer, int[]> ways(Shelf shelf, Seen seen, int to) {
        var ways = new LinkedHashMap<Integer, int[]>();
        seen.touched().keySet().forEach(from -> ways.put(from, from == to ? new int[] {to} : shelf.reach.way(from, to)));
        return ways;
    }

    Verdict verdict(Seen seen, Map<Integer, int[]> ways, boolean whole) {
        var shown = items.all(IntStream.concat(IntStream.concat(ways.values().stream().flatMapToInt(IntStream::of), seen.touched().keySet().stream().mapToInt(it -> it)),
                seen.ends().stream().limit(WITNESSES).mapToInt(it -> it)).distinct().toArray());
        var sites = items.sites(new HashSet<>(seen.touched().values()));
        var witnesses = seen.touched().entrySet().stream().filter(it -> sites.containsKey(it.getValue())).map(it -> new Witness(shown.get(it.getKey()), sites.get(it.getValue()),
                IntStream.of(ways.get(it.getKey())).mapToObj(shown::get).toList())).toList();
        return new Verdict(seen.word(whole), witnesses, seen.ends().stream().limit(WITNESSES).map(shown::get).toList(), seen.unnamed(), seen.contradicted(), !whole);
    }

    /** @param origins articles of quartz: where a way may end */
    static Seen see(Shelf shelf, int item, Listed.Places places, Set<String> origins) {
        if (!shelf.book.knows(item)) {
            // Not in the book, as where the event that made it cannot be: what is told of it counts all the same.
            var told = new LinkedHashMap<Integer, String>();
            shelf.makings.spots(item, spot -> shelf.names.spot(spot).uris().stream().filter(places::asked).forEach(uri -> told.putIfAbsent(item, uri)));
            return new Seen(told, List.of(item), 0, shelf.contradicted.get(item) ? 1 : 0, false);
        }
        var asked = shelf.names.spots(spot -> spot.any(places::asked));
        var named = shelf.names.spots(spot -> spot.any(places::named));
        var touched = new LinkedHashMap<Integer, String>();
        var ends = new ArrayList<Integer>();
        var unnamed = new BitSet();
        var nameless = 0L;
        var contradicted = 0L;
        var upstream = shelf.reach.upstream(item);
        for (var no = -1; no < upstream.length; no++) {
            var it = no < 0 ? item : upstream[no];
            shelf.makings.spots(it, spot -> {
                if (asked.get(spot) && touched.size() < WITNESSES) {
                    touched.put(it, shelf.names.spot(spot).uris().stream().filter(places::asked).findFirst().orElseThrow());
                }
                if (!named.get(spot)) {
                    unnamed.set(spot);
                }
            });
            nameless += shelf.makings.count(it) == 0 ? 1 : 0;
            contradicted += shelf.contradicted.get(it) ? 1 : 0;
            if (shelf.late.isOrigin(it) && !origins.contains(shelf.names.article(it))) {
                ends.add(it);
            }
        }
        // What was found in a step though nothing went in, and what came into a pool from outside.
        for (var origin : shelf.reach.origins(item)) {
            if (origin == Reach.NOT_RECORDED) {
                nameless++;
            } else if (!origins.contains(shelf.names.article(origin)) && !ends.contains(origin)) {
                ends.add(origin);
            }
        }
        return new Seen(touched, ends, unnamed.cardinality() + nameless, contradicted, true);
    }
}
