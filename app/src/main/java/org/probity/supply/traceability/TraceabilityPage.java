package org.probity.supply.traceability;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Sum;

/**
 * Where the events stand and how far the books are.
 *
 * @param waiting files that wait to be read
 * @param contradictions events that cannot be as they say
 */
public record TraceabilityPage(long events, long items, long declared, long waiting, MaterialBooks.State books, int contradictions, List<Capture> newest) implements Page {
    public boolean behind() {
        return !books.ready();
    }

    public String behind(Screen s) {
        return s.t("traceability.books-at", books.known(), books.all());
    }

    public List<Sum> sums(Screen s) {
        var sums = new ArrayList<Sum>();
        sums.add(new Sum(s.t("traceability.events"), s.number(events), "/app/traceability/events"));
        sums.add(new Sum(s.t("traceability.items"), s.number(items), "/app/traceability/items"));
        sums.add(new Sum(s.t("traceability.files-waiting"), s.number(waiting), "/app/traceability/captures"));
        sums.add(new Sum(s.t("traceability.declared-wrong"), s.number(declared)));
        sums.add(new Sum(s.t("traceability.contradictions"), s.number(contradictions), "", contradictions == 0 ? "" : "/app/traceability/contradictions", contradictions > 0));
        return sums;
    }

    /** @param name what they have in common, for whoever does not see them stand together */
    public record Group(String name, List<Link> links) {}

    /** What leads on from here, of what is open to whoever reads. */
    public List<Group> links(Screen s) {
        return List.of(group(s, "traceability.links-silicon", "coverage", "account", "affected", "map", "alike", "claims", "plausibility", "customs"),
                group(s, "traceability.links-records", "captures", "health", "queries", "places", "names", "chain-files", "rules"));
    }

    private static Group group(Screen s, String name, String... paths) {
        return new Group(s.t(name), Stream.of(paths).map(it -> new Link(s.t(words(it)), "/app/traceability/" + it)).filter(it -> s.opens(it.href())).toList());
    }

    private static String words(String path) {
        return switch (path) {
            case "customs" -> "customs.packs";
            case "names" -> "traceability.open-names";
            case String same -> "traceability." + same;
        };
    }
}
