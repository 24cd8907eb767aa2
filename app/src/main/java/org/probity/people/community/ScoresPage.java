package org.probity.people.community;

import java.time.LocalDate;
import java.util.List;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;

/** How each base deals with what is said about it. */
public record ScoresPage(List<Threads.Score> scores, LocalDate since) implements Page {
    public ScoresPage {
        scores = List.copyOf(scores);
    }

    public Table<Threads.Score> table(Screen s) {
        return Table.of(s, scores)
                .caption(s.t("community.by-base"))
                .head("community.base", it -> it.base() == null ? s.t("community.base-none") : it.name(s.lang()))
                .number("community.score.threads", Threads.Score::threads)
                .number("community.score.in-time", Threads.Score::inTime)
                .number("community.score.late", Threads.Score::late)
                .number("community.score.waiting", Threads.Score::waiting)
                .text("community.score.measures", it -> it.measuresDone() + " / " + it.measures())
                .number("community.score.results", Threads.Score::results)
                .number("community.score.solved", Threads.Score::solved)
                .number("community.score.reopened", Threads.Score::reopened)
                .text("community.score.cover", it -> it.base() == null ? "–" : it.covered() + " / " + it.places());
    }
}
