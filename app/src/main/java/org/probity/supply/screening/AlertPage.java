package org.probity.supply.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Mark;
import org.probity.shapes.decision.Decisions.Decision;

/**
 * Both sides beside each other, the reason word by word, and the decision.
 *
 * @param waiting what somebody proposed and nobody has ruled on
 * @param own whether who looks proposed it
 * @param reason what was typed, when it was refused
 */
public record AlertPage(
        Alert.Whole whole, @Nullable Decision waiting, Map<UUID, String> people, boolean decides, boolean own, String reason, List<Reason> reasons) implements Page {

    /** What is compared with what. */
    public record Side(String what, String ours, String theirs) {}

    /** By its name where a side gives its code; lists also write names. */
    private static String country(Screen s, String said) {
        return said.matches("[A-Z]{2}") ? Locale.of("", said).getDisplayCountry(Locale.forLanguageTag(s.lang().tag())) : said;
    }

    public Table<Side> sides(Screen s) {
        var sides = new ArrayList<Side>();
        var listed = whole.listed();
        sides.add(new Side(s.t("screening.names"), String.join(" · ", whole.names()),
                String.join(" · ", listed.names().stream().map(it -> it.text() + (it.sort().equals("NAME") || it.sort().equals("ALIAS") ? "" : s.t("screening.sort." + it.sort()))).toList())));
        sides.add(new Side(s.t("screening.numbers"), String.join(" · ", whole.numbers()), String.join(" · ", listed.numbers())));
        sides.add(new Side(s.t("screening.country"), country(s, whole.country()), country(s, listed.country())));
        sides.add(new Side(s.t("screening.detail"), "", listed.detail()));
        return Table.of(s, sides)
                .caption(s.t("screening.sides"))
                .head("screening.what", Side::what)
                .text("screening.ours", Side::ours)
                .text("screening.theirs", Side::theirs);
    }

    public Table<org.probity.screen.Link> links(Screen s) {
        return Table.of(s, whole.links())
                .caption(s.t("screening.words-of", whole.alert().name(), whole.alert().listedName()))
                .head("screening.ours", it -> it.left().isEmpty() ? "–" : it.left())
                .text("screening.theirs", it -> it.right().isEmpty() ? "–" : it.right())
                .text("screening.how", it -> s.t("screening.how." + it.how()))
                .number("screening.alike", it -> it.alike() == 0 ? "" : Alert.likeness(it.alike()))
                .number("screening.weight", org.probity.screen.Link::weight);
    }

    public List<Fact> facts(Screen s) {
        var alert = whole.alert();
        var facts = new ArrayList<Fact>(List.of(
                new Fact(s.t("screening.likeness"), Alert.likeness(alert.score())),
                new Fact(s.t("screening.list"), alert.list(s.lang())),
                new Fact(s.t("screening.entry"), alert.code()),
                new Fact(s.t("screening.entry-now"), s.t(whole.listed().now() ? "screening.still-listed" : "screening.not-listed"))));
        if (!alert.inCommon().isEmpty()) {
            facts.add(new Fact(s.t("screening.in-common"), alert.inCommon()));
        }
        return facts;
    }

    public List<Event> events(Screen s) {
        return whole.steps().stream().map(it -> new Event(mark(it.state()), s.t("screening.state." + it.state()), it.by() == null ? s.t(it.reason()) : it.reason(),
                s.instant(it.at()) + who(s, it))).toList();
    }

    private String who(Screen s, Alert.Step it) {
        return it.by() == null ? " · " + s.t("screening.by-rule")
                : " · " + name(it.by()) + Optional.ofNullable(it.second()).map(second -> s.t("screening.and", name(second))).orElse("");
    }

    public String name(UUID person) {
        return people.getOrDefault(person, "–");
    }

    private static Mark mark(Alert.Standing state) {
        return switch (state) {
            case OPEN -> Mark.WARN;
            case FALSE_HIT -> Mark.GOOD;
            case TRUE_HIT -> Mark.BAD;
            case CLOSED -> Mark.NONE;
        };
    }

    public boolean isOpen() {
        return whole.alert().state() == Alert.Standing.OPEN && waiting == null;
    }

    public boolean isTrue() {
        return whole.alert().state() == Alert.Standing.TRUE_HIT && waiting == null;
    }
}
