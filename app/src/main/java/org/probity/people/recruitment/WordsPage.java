package org.probity.people.recruitment;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.people.recruitment.UnlawfulWords.Act;
import org.probity.people.recruitment.UnlawfulWords.Proposed;
import org.probity.people.recruitment.UnlawfulWords.Word;

/** Words that no posting may have, with their days and sources, and what waits for counsel. @param me who looks */
public record WordsPage(List<Word> words, List<Proposed> waiting, Map<UUID, String> names, UUID me, Set<Role> roles, LocalDate today, Map<String, String> typed, List<Reason> reasons) implements Page {
    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean proposes() {
        return roles.contains(Role.HR) || roles.contains(Role.LEGAL);
    }

    public boolean mine(Proposed it) {
        return it.proposedBy().equals(me);
    }

    public boolean signs(Proposed it) {
        return roles.contains(Role.LEGAL) && !mine(it);
    }

    public long unsigned() {
        return words.stream().filter(it -> it.holds() && !it.signed()).count();
    }

    public List<Option> acts(Screen s) {
        return Stream.of(Act.values()).map(it -> new Option(it.name(), s.t("recruitment.act." + it))).toList();
    }

    public Table<Word> table(Screen s) {
        return Table.of(s, words)
                .caption(s.t("recruitment.words"))
                .head("recruitment.word", Word::word)
                .state("recruitment.state", it -> it.holds() ? it.act() == Act.FORBID ? State.bad(s.t("recruitment.forbidden")) : State.none(s.t("recruitment.allowed"))
                        : State.none(s.t(it.fromDay().isAfter(today) ? "recruitment.to-come" : "recruitment.earlier")))
                .text("recruitment.act", it -> s.t("recruitment.act." + it.act()))
                .day("recruitment.from-day", Word::fromDay)
                .state("recruitment.signed", it -> it.signed() ? State.good(s.t("recruitment.said-by-counsel")) : State.warn(s.t("recruitment.came-with-the-house")))
                .why("recruitment.source", Word::source);
    }
}
