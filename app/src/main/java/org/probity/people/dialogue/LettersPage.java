package org.probity.people.dialogue;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/**
 * Letters one wrote, letters to places one leads, and what was told where one works.
 *
 * @param writes there is somebody to write to
 */
public record LettersPage(List<Post> own, List<Post> came, List<Post> told, boolean writes, int days, LocalDate today) implements Page {
    public LettersPage {
        own = List.copyOf(own);
        came = List.copyOf(came);
        told = List.copyOf(told);
    }

    static State state(Screen s, Post it, LocalDate today) {
        return it.answered() != null ? it.answered().isAfter(it.dueDay()) ? State.warn(s.t("dialogue.answered-late")) : State.good(s.t("dialogue.answered"))
                : it.late(today) ? State.bad(s.t("dialogue.overdue")) : State.warn(s.t("dialogue.waits"));
    }

    private Table<Post> table(Screen s, List<Post> letters, String caption) {
        return Table.of(s, letters)
                .caption(caption)
                .head("dialogue.subject", it -> new Link(it.subject(), it.path()))
                .text("dialogue.to", it -> it.place(s.lang()))
                .day("dialogue.written", Post::day)
                .day("dialogue.due", Post::dueDay)
                .state("dialogue.stands", it -> state(s, it, today));
    }

    public Table<Post> ownTable(Screen s) {
        return table(s, own, s.t("dialogue.own-letters"));
    }

    public Table<Post> cameTable(Screen s) {
        return table(s, came, s.t("dialogue.came"));
    }
}
