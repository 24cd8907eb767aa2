package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Because;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Link;
import org.probity.supply.traceability.Chains.Chain;
import org.probity.supply.traceability.Items.Item;
import org.springframework.stereotype.Service;

/**
 * Whether a way of an item touches whoever is barred or stands on a list that alerts. Three answers: touched, with the way and the share; unknown, where a
 * way ends before quartz or a place has no name; clean, where neither is so. What nobody knows is never called clean.
 */
@Service
class Contamination {
    private static final int WITNESSES = 5;

    enum Word { CLEAN, TOUCHED, UNKNOWN }

    /** @param way from the item that was made at a listed place, to the one that was asked about @param share of its mass, in percent */
    record Witness(Item from, Items.Site site, List<Item> way) {}

    record Verdict(Word word, List<Witness> witnesses, List<Item> ends, long places) {
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
            return reasons;
        }
    }

    private final MaterialBooks books;
    private final Items items;

    Contamination(MaterialBooks books, Items items) {
        this.books = books;
        this.items = items;
    }

    /** Of a chain that can be looked through. */
    Optional<Verdict> of(Chain chain) {
        if (!chain.drawn()) {
            return Optional.empty();
        }
        var upstream = items.all(chain.upstream());
        upstream.put(chain.item().number(), chain.item());
        var witnesses = new ArrayList<Witness>();
        var unnamed = new HashSet<String>();
        for (var it : upstream.values()) {
            var site = Optional.ofNullable(it.place()).map(chain.sites()::get);
            if (site.isEmpty()) {
                unnamed.add(it.place() == null ? "" : it.place());
            } else if ((site.get().barred() || site.get().alert()) && witnesses.size() < WITNESSES) {
                var way = books.ask(chain.material(), shelf -> shelf.reach.way(it.number(), chain.item().number())).orElse(new int[0]);
                witnesses.add(new Witness(it, site.get(), items.of(way, way.length, 0)));
            }
        }
        var ends = chain.origins().stream().map(Chains.Share::item).filter(it -> !it.tier().isOrigin()).limit(WITNESSES).toList();
        var complete = chain.complete() && unnamed.isEmpty();
        return Optional.of(new Verdict(!witnesses.isEmpty() ? Word.TOUCHED : complete ? Word.CLEAN : Word.UNKNOWN, witnesses, ends, unnamed.size()));
    }
}
