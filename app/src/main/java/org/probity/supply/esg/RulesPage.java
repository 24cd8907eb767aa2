package org.probity.supply.esg;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.supply.supplier.Supplier;

/**
 * The numbers that risk goes by, and changes that wait for a second person.
 *
 * @param typed what stands in the form: {@code points.KEY} for each number, and the fields of a country or category of which nothing was said yet
 */
public record RulesPage(
        Rules.Book book, List<Rules.Change> open, Map<UUID, String> people, UUID me, boolean changes, List<Supplier.Category> categories, Map<String, String> typed, List<Reason> reasons) implements Page {
    /** What stands in a field: as it was typed, or for a number that holds, the number. */
    public String of(String field) {
        var rule = field.startsWith("points.") ? book.rules().get(field.substring("points.".length())) : null;
        return typed.getOrDefault(field, rule == null ? "" : rule.points().stripTrailingZeros().toPlainString());
    }

    /** The numbers of a group: {@code country}, {@code category}, or those of neither. */
    public List<String> keys(String group) {
        return book.rules().keySet().stream().filter(it -> group.isEmpty() ? !it.startsWith("country.") && !it.startsWith("category.") : it.startsWith(group + ".")).toList();
    }

    /** Whether a group is shown open: something of it was refused. */
    public boolean open(String group) {
        return reasons.stream().anyMatch(it -> it.field().equals(group) || it.field().startsWith(group + ".") || it.field().startsWith("points." + group + "."));
    }

    public List<Option> categoryChoices(Screen s) {
        return categories.stream().map(it -> new Option(it.code(), it.name(s.lang()))).toList();
    }

    public boolean mayRule(Rules.Change it) {
        return changes && !it.proposedBy().equals(me);
    }

    public boolean mayWithdraw(Rules.Change it) {
        return it.proposedBy().equals(me);
    }

    /** What a number is for, in words. */
    public String name(Screen s, String key) {
        return name(s, key, categories);
    }

    static String name(Screen s, String key, List<Supplier.Category> categories) {
        var parts = key.split("\\.");
        return switch (parts[0]) {
            case "country" -> s.t("esg.rule.country", parts[1].equals("other") ? s.t("esg.rule.others") : Locale.of("", parts[1]).getDisplayCountry(Locale.forLanguageTag(s.lang().tag())), s.t("esg.pillar." + parts[2]));
            case "category" -> s.t("esg.rule.category", categories.stream().filter(it -> it.code().equals(parts[1])).findFirst().map(it -> it.name(s.lang())).orElse(parts[1]), s.t("esg.pillar." + parts[2]));
            default -> s.t("esg.rule." + key);
        };
    }

    public Table<Rules.Rule> table(Screen s) {
        return Table.of(s, List.copyOf(book.rules().values()))
                .caption(s.t("esg.rules-on", book.day()))
                .head("esg.rule", it -> name(s, it.key()))
                .number("esg.points", Rules.Rule::points)
                .day("esg.from", Rules.Rule::fromDay)
                .why("esg.source", it -> source(s, it.source()));
    }

    /** What came with the house is said in the reader's language; what people wrote stands as they wrote it. */
    private static String source(Screen s, String source) {
        return source.equals("our rule") ? s.t("esg.source-ours") : source.startsWith("placeholder") ? s.t("esg.source-placeholder") : source;
    }
}
