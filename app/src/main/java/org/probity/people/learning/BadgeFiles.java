package org.probity.people.learning;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Spreadsheet;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.Attendance.Came;
import org.probity.shapes.gathering.AttendanceFiles;
import org.probity.shapes.gathering.AttendanceFiles.Line;
import org.probity.shapes.gathering.Colleagues;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasion.Means;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of readers at the doors of training rooms, by the month: who badged in and out of which session. */
@Service
public class BadgeFiles {
    static final List<String> COLUMNS = List.of("number", "session", "in", "out");
    private static final Map<String, String> OTHER_NAMES = Map.of("工号", "number", "场次", "session", "签到", "in", "签退", "out");
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd[ ]['T']HH:mm[:ss]", Locale.ROOT);
    private static final int FAULTS_SHOWN = 30;

    /** What came of a file. @param lost lines without a sign-out, which count nothing until somebody settles them */
    public record Brought(UUID id, String name, int lines, int sessions, int lost, UUID by, Instant at) {}

    /** Somebody who signed in and not out. */
    record Lost(UUID id, UUID session, int line, UUID person, String number, String nameEn, String nameZh, Instant cameAt) {}

    private record Read(List<Line> whole, List<Open> open) {}

    private record Open(int no, UUID session, UUID person, Instant cameAt) {}

    private final JdbcClient db;
    private final AttendanceFiles files;
    private final Attendance attendance;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BadgeFiles(JdbcClient db, AttendanceFiles files, Attendance attendance, Evidence evidence, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.files = files;
        this.attendance = attendance;
        this.evidence = evidence;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * A file as a whole or not at all, and with it the lists of its sessions are closed. A line without a sign-out stops nothing: it is kept apart, shown
     * with its session, and counts when somebody has said until when that person was there.
     *
     * <p>Refusals: those of {@link Spreadsheet}; {@code learning.not-yours}; {@code learning.badge-columns}; {@code learning.badge-empty};
     * {@code learning.badge-known} the same file was brought in before; with the number of the line {@code learning.badge-person},
     * {@code learning.badge-session}, {@code learning.badge-time}; and those of {@code AttendanceFiles.bringIn}.
     */
    public Answer<Brought> bringIn(byte[] bytes, String name, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "learning.not-yours");
        }
        Columns columns;
        try {
            columns = Columns.of(Spreadsheet.read(bytes), COLUMNS, OTHER_NAMES);
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
        if (!columns.missing().isEmpty()) {
            return Answer.refused("file", "learning.badge-columns", String.join(", ", columns.missing()));
        }
        if (columns.lines().isEmpty()) {
            return Answer.refused("file", "learning.badge-empty");
        }
        return switch (read(columns)) {
            case Answer.Refused<Read>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Read>(var read) -> transaction.execute(status -> {
                var answer = keep(bytes, name, columns.lines().size(), read, by);
                if (answer instanceof Answer.Refused<Brought>) {
                    status.setRollbackOnly();
                }
                return answer;
            });
        };
    }

    private Answer<Read> read(Columns columns) {
        var people = new HashMap<String, UUID>();
        db.sql("SELECT number, id FROM directory.name WHERE number = ANY (:numbers)").param("numbers", distinct(columns, "number"))
                .query((row, n) -> people.put(row.getString(1), row.getObject(2, UUID.class))).list();
        var sessions = new HashMap<String, Session>();
        db.sql("SELECT * FROM learning.session_named WHERE number = ANY (:numbers)").param("numbers", distinct(columns, "session"))
                .query(Session.class).list().forEach(it -> sessions.put(it.number(), it));
        var whole = new ArrayList<Line>();
        var open = new ArrayList<Open>();
        var faults = new ArrayList<Reason>();
        for (var line : columns.lines()) {
            var person = people.get(line.of("number"));
            var session = sessions.get(line.of("session"));
            var came = typed(line.of("in"), clock.getZone());
            var left = typed(line.of("out"), clock.getZone());
            if (person == null) {
                faults.add(new Reason("file", "learning.badge-person", List.of(line.row())));
            } else if (session == null) {
                faults.add(new Reason("file", "learning.badge-session", List.of(line.row())));
            } else if (came.isEmpty() || left.isEmpty() && !line.of("out").isBlank() || !fits(session, came.get(), left)) {
                faults.add(new Reason("file", "learning.badge-time", List.of(line.row())));
            } else if (left.isEmpty()) {
                open.add(new Open(line.row(), session.session(), person, came.get()));
            } else {
                whole.add(new Line(session.session(), person, came.get(), left.get()));
            }
        }
        return faults.isEmpty() ? Answer.done(new Read(whole, open)) : new Answer.Refused<>(faults.subList(0, Math.min(faults.size(), FAULTS_SHOWN)));
    }

    private static String[] distinct(Columns columns, String column) {
        return columns.lines().stream().map(line -> line.of(column)).distinct().toArray(String[]::new);
    }

    private static boolean fits(Session at, Instant came, Optional<Instant> left) {
        return came.isBefore(at.endsAt()) && left.map(it -> came.isBefore(it) && it.isAfter(at.startsAt())).orElse(true);
    }

    static Optional<Instant> typed(String word, ZoneId zone) {
        try {
            return word.isBlank() ? Optional.empty() : Optional.of(LocalDateTime.parse(word.strip().replace('/', '-'), WHEN).atZone(zone).toInstant());
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    private Answer<Brought> keep(byte[] bytes, String name, int lines, Read read, Me by) {
        var kept = evidence.keep(name, "text/csv", bytes, by.account());
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:sha, 1906))").param("sha", kept.sha256()).query((row, n) -> n).list();
        if (db.sql("SELECT EXISTS (SELECT FROM learning.badge_file WHERE sha256 = :sha)").param("sha", kept.sha256()).query(Boolean.class).single()) {
            return Answer.refused("file", "learning.badge-known");
        }
        UUID record = null;
        if (!read.whole().isEmpty()) {
            switch (files.bringIn(Trainings.KIND, Colleagues.CIRCLE, read.whole(), kept.sha256(), name, by)) {
                case Answer.Refused<UUID>(var reasons) -> {
                    return new Answer.Refused<>(reasons);
                }
                case Answer.Done<UUID>(var entry) -> record = entry;
            }
        }
        var sessions = read.whole().stream().map(Line::session).distinct().count();
        var brought = new Brought(UUID.randomUUID(), name.length() > Courses.LINE_LONGEST ? name.substring(0, Courses.LINE_LONGEST) : name, lines, (int) sessions, read.open().size(),
                by.account(), clock.instant());
        write(brought, kept, record);
        lose(brought, read.open());
        return Answer.done(brought);
    }

    private void write(Brought it, Evidence.Item kept, @Nullable UUID record) {
        db.sql("""
                INSERT INTO learning.badge_file (id, name, sha256, evidence, lines, sessions, lost, by, at, record)
                VALUES (:id, :name, :sha, :evidence, :lines, :sessions, :lost, :by, :at, :record)
                """)
                .param("id", it.id()).param("name", it.name()).param("sha", kept.sha256()).param("evidence", kept.id()).param("lines", it.lines()).param("sessions", it.sessions())
                .param("lost", it.lost()).param("by", it.by()).param("at", it.at().atOffset(ZoneOffset.UTC)).param("record", record, Types.OTHER)
                .update();
    }

    private void lose(Brought file, List<Open> open) {
        db.sql("""
                INSERT INTO learning.lost_sign_out (id, file, line, session, person, came_at)
                SELECT gen_random_uuid(), :file, line.no, line.session, line.person, line.came_at
                  FROM unnest(:lines::int[], :sessions::uuid[], :people::uuid[], CAST(:came AS timestamptz[])) AS line (no, session, person, came_at)
                """)
                .param("file", file.id()).param("lines", open.stream().map(Open::no).toArray(Integer[]::new)).param("sessions", open.stream().map(Open::session).toArray(UUID[]::new))
                .param("people", open.stream().map(Open::person).toArray(UUID[]::new)).param("came", open.stream().map(it -> it.cameAt().toString()).toArray(String[]::new))
                .update();
    }

    /** Those of a session that nobody has settled. */
    List<Lost> lost(UUID session) {
        return db.sql("""
                SELECT lost.id, lost.session, lost.line, lost.person, name.number, name.name_en, name.name_zh, lost.came_at
                  FROM learning.lost_sign_out AS lost
                  JOIN directory.name ON name.id = lost.person
                 WHERE lost.session = :session AND lost.settled_by IS NULL
                 ORDER BY name.number
                """)
                .param("session", session).query(Lost.class).list();
    }

    /**
     * Somebody who did not sign out was there until then, or was not there; their session's list is closed again, for the reason given.
     *
     * <p>Refusals: {@code learning.not-yours}; {@code learning.lost-unknown} or settled by somebody else meanwhile; {@code learning.because-missing};
     * {@code learning.words-long}; those of {@code Attendance.enter} and {@code Attendance.close}.
     *
     * @param leftAt null: they were not there
     */
    public Answer<UUID> settle(UUID lost, @Nullable Instant leftAt, String because, Me by) {
        return transaction.execute(status -> {
            var answer = settling(lost, leftAt, because.strip(), by);
            if (answer instanceof Answer.Refused<UUID>) {
                status.setRollbackOnly();
            }
            return answer;
        });
    }

    private Answer<UUID> settling(UUID lost, @Nullable Instant leftAt, String because, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "learning.not-yours");
        }
        if (because.isEmpty()) {
            return Answer.refused("because", "learning.because-missing");
        }
        if (because.length() > 1_000) {
            return Answer.refused("because", "learning.words-long", 1_000);
        }
        var found = db.sql("SELECT session, person, came_at FROM learning.lost_sign_out WHERE id = :id AND settled_by IS NULL FOR UPDATE").param("id", lost)
                .query((row, n) -> new Open(0, row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, OffsetDateTime.class).toInstant())).optional();
        if (found.isEmpty()) {
            return Answer.refused("", "learning.lost-unknown");
        }
        var it = found.get();
        if (leftAt != null) {
            var came = new Came(new GuestList.Key(Colleagues.CIRCLE, it.person()), it.cameAt(), leftAt);
            if (attendance.enter(it.session(), List.of(came), Means.ENTERED, by) instanceof Answer.Refused<Integer>(var reasons)) {
                return new Answer.Refused<>(reasons);
            }
            if (attendance.close(it.session(), others(it.session()), because, by) instanceof Answer.Refused<Integer>(var reasons)) {
                return new Answer.Refused<>(reasons);
            }
        }
        db.sql("UPDATE learning.lost_sign_out SET left_at = :left, settled_by = :by, settled_at = :at, because = :because WHERE id = :id")
                .param("left", leftAt == null ? null : leftAt.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE).param("by", by.account())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC)).param("because", because).param("id", lost)
                .update();
        return Answer.done(it.session());
    }

    private int others(UUID session) {
        return db.sql("SELECT others FROM gathering.closing_known WHERE session = :session ORDER BY no DESC LIMIT 1").param("session", session).query(Integer.class).optional().orElse(0);
    }

    /** The newest first. */
    List<Brought> all() {
        return db.sql("SELECT id, name, lines, sessions, lost, by, at FROM learning.badge_file ORDER BY at DESC, id LIMIT 100").query(Brought.class).list();
    }

    /** Lines without a sign-out that wait for somebody, by session. */
    long waiting() {
        return db.sql("SELECT count(*) FROM learning.lost_sign_out WHERE settled_by IS NULL").query(Long.class).single();
    }

    /** Sessions with such lines, the oldest first. */
    List<BadgesPage.Waits> sessionsWaiting() {
        return db.sql("""
                SELECT named.session, named.number, named.title_en, named.title_zh, named.day, count(*) AS lines
                  FROM learning.lost_sign_out AS lost
                  JOIN learning.session_named AS named ON named.session = lost.session
                 WHERE lost.settled_by IS NULL
                 GROUP BY named.session, named.number, named.title_en, named.title_zh, named.day
                 ORDER BY named.day, named.number
                 LIMIT 200
                """).query(BadgesPage.Waits.class).list();
    }
}
