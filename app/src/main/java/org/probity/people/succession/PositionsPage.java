package org.probity.people.succession;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Pick;
import org.probity.house.ui.parts.State;

/** Posts with who holds them and how many stand behind. Human resources see all, whoever leads a unit the key positions below them. */
public record PositionsPage(Successors.Listed listed, Query query, boolean keeps, Map<String, String> typed, List<Reason> reasons) implements Page {
    static State state(Screen s, Position it) {
        var words = s.t("succession.stands." + it.state());
        return switch (it.state()) {
            case NOT_KEY -> State.none(words);
            case ASKS_NOTHING -> State.warn(words);
            case OPEN -> State.bad(words);
            case COVERED -> State.good(words);
        };
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<Chip> chips(Screen s) {
        return Stream.concat(Stream.of(Chip.of(query, "state", "", s.t("succession.all"))),
                Arrays.stream(Position.State.values()).filter(it -> it != Position.State.ASKS_NOTHING && (keeps || it != Position.State.NOT_KEY))
                        .map(it -> Chip.of(query, "state", it.name(), s.t("succession.stands." + it)))).toList();
    }

    public List<Pick> picks(Screen s) {
        return List.of(new Pick("q", s.t("succession.seek")));
    }

    public Table<Position> table(Screen s) {
        return Table.of(s, listed.positions())
                .caption(s.t("succession.title"))
                .head("succession.role", it -> new Link(it.role(s.lang()), "/app/succession/" + it.id()))
                .id("succession.number", Position::number).sorts("number")
                .text("succession.unit", it -> it.unit(s.lang())).sorts("unit")
                .text("succession.holder", it -> it.holder(s.lang()))
                .number("succession.candidates", Position::candidates).sorts("candidates")
                .number("succession.ready", Position::ready).sorts("ready")
                .number("succession.soon", Position::soon)
                .state("succession.stands", it -> state(s, it))
                .paged(query, listed.total())
                .downloads();
    }
}
