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
        return notes.stream().map(note -> new Event(Mark.NONE, what(s, note), details(note), s.instant(note.at()) + " · " + who(s, note))).toList();
    }

    public static Table<AuditTrail.Note> table(Screen s, TrailPage page) {
        return Table.of(s, page.notes())
                .day("signin.trail.when", AuditTrail.Note::at)
                .head("signin.trail.what", note -> what(s, note))
                .text("signin.trail.who", note -> who(s, note))
                .text("signin.trail.whom", note -> note.subjectName() == null ? "" : note.subjectName())
                .why("signin.trail.more", Trail::details)
                .paged(page.query(), page.notes().size());
    }

    private static String what(Screen s, AuditTrail.Note note) {
        var key = "signin.audit." + note.kind();
        return s.knows(key) ? s.t(key) : note.kind();
    }

    private static String who(Screen s, AuditTrail.Note note) {
        return note.byName() != null ? note.byName() : s.t(note.by() == null ? "signin.trail.unknown" : "signin.trail.house");
    }

    private static String details(AuditTrail.Note note) {
        return note.details().entrySet().stream().filter(detail -> !detail.getValue().isEmpty())
                .map(detail -> detail.getKey() + " " + detail.getValue()).collect(Collectors.joining(", "));
    }
}
