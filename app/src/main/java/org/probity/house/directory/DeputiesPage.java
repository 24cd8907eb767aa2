package org.probity.house.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.State;

/**
 * Who stands in for a person, and for whom they do, from today on.
 *
 * @param person null: the account belongs to nobody in the directory
 * @param own whether it is the page of whoever looks
 */
public record DeputiesPage(Directory.@Nullable Person person, boolean own, List<Deputies.Standin> standins, LocalDate today, Typed typed, List<Reason> reasons)
        implements Page {
    public record Typed(String deputy, String from, String until) {}

    public String path() {
        return own ? DeputiesWeb.MINE : DeputiesWeb.path(Objects.requireNonNull(person).id());
    }

    /** Those that this person named, and may take back. */
    public List<Deputies.Standin> named() {
        return standins.stream().filter(it -> person != null && it.person().equals(person.id())).toList();
    }

    public Table<Deputies.Standin> table(Screen s) {
        return Table.of(s, standins)
                .caption(s.t("directory.deputies"))
                .head("directory.deputy-who", it -> it.deputy(s.lang()))
                .text("directory.deputy-for", it -> it.person(s.lang()))
                .day("directory.deputy-from", Deputies.Standin::fromDay)
                .day("directory.deputy-until", Deputies.Standin::untilDay)
                .state("directory.deputy-state", it -> it.fromDay().isAfter(today) ? Optional.of(State.none(s.t("directory.deputy-later")))
                        : Optional.of(State.good(s.t("directory.deputy-now"))));
    }
}
