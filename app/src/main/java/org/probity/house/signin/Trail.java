package org.probity.house.signin;

import java.util.List;
import java.util.stream.Collectors;
import org.probity.house.access.AuditTrail;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Mark;

/** Notes of the trail in words. */
public final class Trail {
    private Trail() {}

    public static List<Event> events(Screen s, List<AuditTrail.Note> notes) {
        return notes.stream().map(note -> new Event(Mark.NONE, what(s, note), details(s, note), s.instant(note.at()) + " · " + who(s, note))).toList();
    }

    public static Table<AuditTrail.Note> table(Screen s, TrailPage page) {
        return Table.of(s, page.notes())
                .day("signin.trail.when", AuditTrail.Note::at)
                .head("signin.trail.what", note -> what(s, note))
                .text("signin.trail.who", note -> who(s, note))
                .text("signin.trail.whom", note -> note.subjectName() == null ? "" : note.subjectName())
                .why("signin.trail.more", note -> details(s, note))
                .paged(page.query(), page.notes().size());
    }

    private static String what(Screen s, AuditTrail.Note note) {
        var key = "signin.audit." + note.kind();
        return s.knows(key) ? s.t(key) : note.kind();
    }

    private static String who(Screen s, AuditTrail.Note note) {
        return note.byName() != null ? note.byName() : s.t(note.by() == null ? "signin.trail.unknown" : "signin.trail.house");
    }

    private static String details(Screen s, AuditTrail.Note note) {
        return note.said().stream().map(it -> s.t("signin.trail.said", word(s, "signin.trail.detail.", it.name()),
                it.values().stream().map(value -> it.messages().isEmpty() ? value : word(s, it.messages(), value)).collect(Collectors.joining(", ")))).collect(Collectors.joining("; "));
    }

    /** What was written down before a word was made for it is shown as it was written. */
    private static String word(Screen s, String messages, String value) {
        return s.knows(messages + value) ? s.t(messages + value) : value;
    }
}
