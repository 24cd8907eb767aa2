package org.probity.people.dialogue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Chip;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/** Meetings of where somebody works, of what they lead, and of those they were asked to. @param calls whether they call meetings */
public record MeetingsPage(List<Meeting> meetings, long total, Query query, boolean calls, Instant now, ZoneId zone) implements Page {
    public MeetingsPage {
        meetings = List.copyOf(meetings);
    }

    static State state(Screen s, Meeting it, Instant now) {
        var state = it.occasion().state(now);
        if (it.published() != null) {
            return State.good(s.t("dialogue.state.PUBLISHED"));
        }
        var words = s.t("dialogue.state." + state);
        return switch (state) {
            case PLANNED, CALLED_OFF -> State.none(words);
            case LIST_OPEN, MINUTES_OWED, MINUTES_UNREAD -> State.warn(words);
            case HELD -> State.note(words);
        };
    }

    public List<Chip> chips(Screen s) {
        return Stream.concat(Stream.of(Chip.of(query, "form", "", s.t("dialogue.all"))), Stream.of(Form.values()).map(it -> Chip.of(query, "form", it.name(), s.t(it.key() + ".many")))).toList();
    }

    public Table<Meeting> table(Screen s) {
        return Table.of(s, meetings)
                .caption(s.t("dialogue.meetings"))
                .head("dialogue.about", it -> new Link(it.occasion().title(), it.path()))
                .text("dialogue.form", it -> s.t(it.form().key()))
                .text("dialogue.unit", it -> it.place(s.lang()))
                .day("dialogue.day", it -> it.occasion().day(zone))
                .state("dialogue.stands", it -> state(s, it, now))
                .paged(query, total);
    }
}
