package org.probity.people.learning;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.shapes.gathering.AttendanceFiles;
import org.probity.shapes.gathering.AttendanceFiles.Line;
import org.probity.shapes.gathering.Colleagues;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.Occasion.Means;
import org.probity.shapes.gathering.Occasions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Time online becomes attendance: as a day begins, all who were online with a version on the day before are one list, which counts as any other does. It is
 * held in the name of whoever published that version.
 */
@Service
public class OnlineDays {
    private static final String REASON = "Online, counted by the clock of the house · 在线学习，由系统时钟计时";

    private record Stay(UUID edition, LocalDate day, UUID person, Instant cameAt, Instant leftAt) {}

    private record Key(UUID edition, LocalDate day) {}

    private final JdbcClient db;
    private final Editions editions;
    private final Courses courses;
    private final Occasions occasions;
    private final AttendanceFiles files;
    private final Clock clock;
    private final ZoneId zone;

    OnlineDays(JdbcClient db, Editions editions, Courses courses, Occasions occasions, AttendanceFiles files, Clock clock) {
        this.db = db;
        this.editions = editions;
        this.courses = courses;
        this.occasions = occasions;
        this.files = files;
        this.clock = clock;
        this.zone = clock.getZone();
    }

    @EventListener
    void on(DayHasBegun begun) {
        count(begun.day());
    }

    /**
     * All days before this one that were not counted yet. Who reads over midnight is on the lists of both days; what lies between their last sign before it
     * and midnight is on neither. A day of which there is more to come is not counted, whatever day was said to have begun.
     *
     * @return how many lists
     */
    @Transactional
    public int count(LocalDate day) {
        var today = LocalDate.now(clock);
        var lists = new LinkedHashMap<Key, List<Stay>>();
        db.sql("""
                SELECT taking.edition, on_day::date AS day, taking.person, greatest(online.from_at, on_day AT TIME ZONE 'Asia/Shanghai') AS came_at,
                       least(online.until_at, (on_day + interval '1 day') AT TIME ZONE 'Asia/Shanghai') AS left_at
                  FROM learning.taking
                  JOIN course.online ON online.taking = taking.taking
                 CROSS JOIN LATERAL generate_series(date_trunc('day', online.from_at AT TIME ZONE 'Asia/Shanghai'), online.until_at AT TIME ZONE 'Asia/Shanghai', interval '1 day') AS on_day
                 WHERE on_day < CAST(:day AS date)
                   AND on_day AT TIME ZONE 'Asia/Shanghai' < online.until_at
                   AND NOT EXISTS (SELECT FROM learning.online_day WHERE online_day.edition = taking.edition AND online_day.day = on_day::date)
                 ORDER BY on_day, taking.edition, taking.person, online.from_at
                """)
                .param("day", day.isBefore(today) ? day : today).query(Stay.class).list().forEach(it -> lists.computeIfAbsent(new Key(it.edition(), it.day()), _ -> new ArrayList<>()).add(it));
        lists.forEach(this::close);
        return lists.size();
    }

    private void close(Key key, List<Stay> stays) {
        var edition = editions.find(key.edition()).orElseThrow();
        var course = courses.find(edition.course()).orElseThrow();
        var by = new Me(edition.publishedBy(), "", Set.of(Role.HR), Optional.empty());
        var occasion = done(occasions.open(new Occasions.Opening(Trainings.KIND, course.titleEn(), List.of(course.kind().name()), List.of(),
                List.of(new Occasion.Plan(key.day().atStartOfDay(zone).toInstant(), key.day().plusDays(1).atStartOfDay(zone).toInstant(), ""))), by));
        var session = occasions.sessions(occasion).getFirst();
        db.sql("INSERT INTO learning.run (occasion, course) VALUES (:occasion, :course)").param("occasion", occasion).param("course", edition.course()).update();
        db.sql("INSERT INTO learning.online_day (edition, day, occasion) VALUES (:edition, :day, :occasion)").param("edition", key.edition()).param("day", key.day())
                .param("occasion", occasion).update();
        db.sql("INSERT INTO learning.session (session, online, during) SELECT id, true, tstzrange(starts_at, ends_at) FROM gathering.session_known WHERE id = :session").param("session", session.id()).update();
        var lines = stays.stream().map(it -> new Line(session.id(), it.person(), it.cameAt(), it.leftAt())).toList();
        done(files.bringIn(Trainings.KIND, Colleagues.CIRCLE, lines, Means.ONLINE, sha256(lines), REASON, by));
    }

    private static String sha256(List<Line> lines) {
        var text = new StringBuilder();
        lines.forEach(it -> text.append(it.guest()).append(',').append(it.cameAt()).append(',').append(it.leftAt()).append('\n'));
        return Hash.sha256(text.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Nobody types anything here: a refusal would be a fault of ours. */
    private static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new IllegalStateException("time online is refused: " + reasons);
        };
    }
}
