package org.probity.people.career;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.probity.house.ui.Lang;
import org.probity.shapes.policy.Difference;
import org.probity.shapes.policy.Policy.Clause;

/** What a standard would say otherwise than the version in force, item by item and word by word. */
final class Changed {
    private Changed() {}

    static List<Difference> between(Optional<Standard> inForce, Draft.Standard next, Ladder ladder, Lang lang) {
        return Difference.between(inForce.map(it -> it.items().stream().map(item -> clause(Sketches.item(item), ladder)).toList()).orElse(List.of()),
                next.items().stream().map(it -> clause(it, ladder)).toList(), lang).stream().filter(it -> it.kind() != Difference.Kind.SAME).toList();
    }

    private static Clause clause(Draft.Item it, Ladder ladder) {
        return new Clause(new java.util.UUID(0, 0), "", it.code(), it.code() + " " + it.title().en(), it.code() + " " + it.title().zh(), words(it, ladder, Lang.EN), words(it, ladder, Lang.ZH));
    }

    private static String words(Draft.Item it, Ladder ladder, Lang lang) {
        return it.title().in(lang) + " (" + ladder + it.from() + ") " + it.levels().entrySet().stream().map(level -> ladder.name() + level.getKey() + ": " + level.getValue().in(lang))
                .collect(Collectors.joining(" "));
    }
}
