package org.probity.people.community;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** For whoever is signed in: the way to the board, threads with where they stand, and what the house does about them. */
public record HomePage(@Nullable LocalDate opened, boolean mayOpen, List<Threads.Thread> threads, LocalDate today) implements Page {
    public HomePage {
        threads = List.copyOf(threads);
    }

    static State state(Screen s, Threads.Thread it, LocalDate today) {
        var words = s.t("community.state." + it.state());
        return switch (it.state()) {
            case OPEN -> it.late(today) ? State.bad(s.t("community.late")) : State.warn(words);
            case ANSWERED, RESULT -> State.note(words);
            case REFERRED -> State.none(words);
            case SOLVED -> State.good(words);
        };
    }

    public Table<Threads.Thread> table(Screen s) {
        return Table.of(s, threads)
                .caption(s.t("community.threads"))
                .head("community.thread", it -> new Link(it.hidden() == null ? it.begins() : s.t("community.hidden-short"), "/app/community/threads/" + it.id()))
                .text("community.sort", it -> s.t(it.sort().key()))
                .text("community.place", it -> it.unit() == null ? s.t("community.w.house") : it.place(s.lang()))
                .number("community.voices", Threads.Thread::voices)
                .state("community.stands", it -> state(s, it, today))
                .day("community.due", Threads.Thread::due);
    }
}
