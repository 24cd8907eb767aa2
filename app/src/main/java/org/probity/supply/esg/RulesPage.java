package org.probity.supply.esg;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/**
 * The numbers that risk goes by, and changes that wait for a second person.
 *
 * @param names of countries and categories by code, for whoever reads a key
 */
public record RulesPage(
        Rules.Book book, List<Rules.Change> open, Map<UUID, String> people, UUID me, boolean changes, Typed typed, List<Reason> reasons) implements Page {
    public record Typed(String key, String points, String fromDay, String source) {}

    public boolean mayRule(Rules.Change it) {
        return changes && !it.proposedBy().equals(me);
    }

    public boolean mayWithdraw(Rules.Change it) {
        return it.proposedBy().equals(me);
    }

    /** What a number is for, in words, with its code for whoever changes it. */
    public String name(Screen s, String key) {
        var parts = key.split("\\.");
        return switch (parts[0]) {
            case "country" -> s.t("esg.rule.country", parts[1].equals("other") ? s.t("esg.rule.others") : parts[1], s.t("esg.pillar." + parts[2]));
            case "category" -> s.t("esg.rule.category", parts[1], s.t("esg.pillar." + parts[2]));
            default -> s.t("esg.rule." + key);
        };
    }

    public Table<Rules.Rule> table(Screen s) {
        return Table.of(s, List.copyOf(book.rules().values()))
                .caption(s.t("esg.rules-on", book.day()))
                .head("esg.rule", it -> name(s, it.key()))
                .id("esg.key", Rules.Rule::key)
                .number("esg.points", Rules.Rule::points)
                .day("esg.from", Rules.Rule::fromDay)
                .why("esg.source", it -> source(s, it.source()));
    }

    /** What came with the house is said in the reader's language; what people wrote stands as they wrote it. */
    private static String source(Screen s, String source) {
        return source.equals("our rule") ? s.t("esg.source-ours") : source.startsWith("placeholder") ? s.t("esg.source-placeholder") : source;
    }
}
