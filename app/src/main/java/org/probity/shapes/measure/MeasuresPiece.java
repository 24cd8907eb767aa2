package org.probity.shapes.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/**
 * The measures about one subject: a piece that rooms show on pages of their own, as often as they have subjects. {@link MeasurePages} makes it.
 *
 * @param leads whether the reader may promise one
 */
public record MeasuresPiece(Measure.Subject subject, List<Measure> measures, Map<UUID, String> names, boolean leads, LocalDate today) implements Page {
    public MeasuresPiece {
        measures = List.copyOf(measures);
    }

    static State state(Screen s, Measure it, LocalDate today) {
        var words = s.t("measure.state." + it.state());
        return switch (it.state()) {
            case PROMISED, RETURNED -> it.late(today) ? State.bad(s.t("measure.late")) : State.warn(words);
            case DONE -> State.note(words);
            case SEEN -> State.good(words);
            case DROPPED -> State.none(words);
        };
    }

    public String promise() {
        return "/app/measures/new?kind=" + subject.kind() + "&subject=" + subject.id();
    }

    public Table<Measure> table(Screen s) {
        return Table.of(s, measures)
                .caption(s.t("measure.title"))
                .head("measure.what", it -> new Link(it.what(), "/app/measures/" + it.id()))
                .text("measure.owner", it -> names.getOrDefault(it.owner(), "–"))
                .day("measure.due", Measure::dueDay)
                .state("measure.stands", it -> state(s, it, today))
                .why("measure.result", it -> it.published().orElse(""));
    }
}
