package org.probity.people.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Spreadsheet;
import org.probity.reckon.SmallCells;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What those who were there thought of a session: each is asked once, on a scale of five steps, for as many days as the rule says. */
@Service
public class Feedback {
    public static final int STEPS = 5;
    static final List<String> COLUMNS = List.of("number", "session", "rating");
    private static final Map<String, String> OTHER_NAMES = Map.of("工号", "number", "场次", "session", "评分", "rating");
    private static final int FAULTS_SHOWN = 30;

    /** A session that somebody is asked about. @param until last day to answer */
    public record Asked(UUID session, String number, String titleEn, String titleZh, LocalDate day, LocalDate until) {}

    /**
     * How a session was found.
     *
     * @param few answered: none is shown, because one of them could be told
     * @param beside whether so few answered in other sessions of the course and year that this mean, taken from the course's in the figure, would tell of them
     */
    public record Said(long asked, long answered, long points, boolean few, boolean beside) {
        boolean mean() {
            return !few && !beside;
        }
    }

    private record Answers(UUID session, long asked, long answered, long points) {}

    private record Rated(UUID session, UUID person, int rating) {}

    private record Closing(UUID session, int asked, int answered, int points) {}

    private final JdbcClient db;
    private final Directory directory;
    private final org.probity.shapes.figure.SmallCells cells;
    private final Log log;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Feedback(JdbcClient db, Directory directory, org.probity.shapes.figure.SmallCells cells, Log log, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.cells = cells;
        this.log = log;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Of sessions that somebody was at by their newest list and has not answered about, those that still can be. A course online may take several days: it is
     * asked about once, when it was passed.
     */
    private static final String ASKED = """
            SELECT named.session, named.number, named.title_en, named.title_zh, named.day, first.day + learning.rule_on('feedback-days', first.day) AS until
              FROM learning.attended
              JOIN learning.list ON list.session = attended.session AND list.no = attended.no
              JOIN LATERAL (SELECT (min(at) AT TIME ZONE 'Asia/Shanghai')::date AS day FROM learning.list AS closed WHERE closed.session = list.session) AS first ON true
              JOIN learning.session_named AS named ON named.session = list.session
             WHERE attended.person = :person
               AND (attended.completed OR NOT named.alone)
               AND NOT EXISTS (SELECT FROM learning.list AS later WHERE later.session = list.session AND later.no > list.no)
               AND NOT EXISTS (SELECT FROM learning.feedback_closing WHERE feedback_closing.session = list.session)
               AND NOT EXISTS (SELECT FROM learning.feedback WHERE feedback.session = list.session AND feedback.person = attended.person)
               AND first.day + learning.rule_on('feedback-days', first.day) >= :today
             ORDER BY named.starts_at
            """;

    /** What whoever is at the screen is asked about. */
    public List<Asked> of(Me me) {
        return directory.personOf(me).map(this::of).orElse(List.of());
    }

    private List<Asked> of(UUID person) {
        return db.sql(ASKED).param("person", person).param("today", LocalDate.now(clock)).query(Asked.class).list();
    }

    /**
     * Somebody says how useful a session was to them. It is never changed.
     *
     * <p>Refusals: {@code learning.feedback-not-asked} they were not there by its closed list, have said it already, or the days for it are over;
     * {@code learning.rating-missing} none of the five steps.
     */
    @Transactional
    public Answer<UUID> give(UUID session, int rating, Me me) {
        var person = directory.personOf(me);
        if (person.isEmpty() || of(person.get()).stream().noneMatch(it -> it.session().equals(session))) {
            return Answer.refused("", "learning.feedback-not-asked");
        }
        if (rating < 1 || rating > STEPS) {
            return Answer.refused("rating", "learning.rating-missing");
        }
        var kept = db.sql("INSERT INTO learning.feedback (session, person, rating, at) VALUES (:session, :person, :rating, :at) ON CONFLICT DO NOTHING")
                .param("session", session).param("person", person.get()).param("rating", rating).param("at", now()).update();
        return kept == 1 ? Answer.done(session) : Answer.refused("", "learning.feedback-not-asked");
    }

    /**
     * Answers that terminals at doors took, as a whole or not at all. Who has answered already keeps what they said first.
     *
     * <p>Refusals: those of {@link Spreadsheet}; {@code learning.not-yours}; {@code learning.badge-columns}; {@code learning.badge-empty}; with the number
     * of the line {@code learning.feedback-line} that person was not at that session by its closed list, or its answers are closed;
     * {@code learning.rating-line} none of the five steps.
     *
     * @return how many answers are new
     */
    public Answer<Integer> bringIn(byte[] bytes, Me by) {
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
        return Objects.requireNonNull(transaction.execute(_ -> switch (read(columns)) {
            case Answer.Refused<List<Rated>>(var reasons) -> new Answer.Refused<Integer>(reasons);
            case Answer.Done<List<Rated>>(var rated) -> Answer.done(keep(rated));
        }));
    }

    private Answer<List<Rated>> read(Columns columns) {
        var sessions = new HashMap<String, UUID>();
        var there = new HashSet<String>();
        var people = new HashMap<String, UUID>();
        db.sql("""
                SELECT named.number, named.session, name.number AS person, name.id
                  FROM learning.session_named AS named
                  JOIN learning.attended ON attended.session = named.session
                  JOIN directory.name ON name.id = attended.person
                 WHERE named.number = ANY (:numbers)
                   AND attended.no = (SELECT max(no) FROM learning.list WHERE list.session = named.session)
                   AND NOT EXISTS (SELECT FROM learning.feedback_closing WHERE feedback_closing.session = named.session)
                """)
                .param("numbers", columns.lines().stream().map(it -> it.of("session")).distinct().toArray(String[]::new))
                .query(row -> {
                    sessions.put(row.getString(1), row.getObject(2, UUID.class));
                    people.put(row.getString(3), row.getObject(4, UUID.class));
                    there.add(row.getString(1) + " " + row.getString(3));
                });
        var rated = new ArrayList<Rated>();
        var faults = new ArrayList<Reason>();
        for (var line : columns.lines()) {
            if (!there.contains(line.of("session") + " " + line.of("number"))) {
                faults.add(new Reason("file", "learning.feedback-line", List.of(line.row())));
            } else if (!line.of("rating").matches("[1-" + STEPS + "]")) {
                faults.add(new Reason("file", "learning.rating-line", List.of(line.row(), STEPS)));
            } else {
                rated.add(new Rated(sessions.get(line.of("session")), people.get(line.of("number")), Integer.parseInt(line.of("rating"))));
            }
        }
        return faults.isEmpty() ? Answer.done(rated) : new Answer.Refused<>(faults.subList(0, Math.min(faults.size(), FAULTS_SHOWN)));
    }

    private int keep(List<Rated> rated) {
        return db.sql("""
                INSERT INTO learning.feedback (session, person, rating, at)
                SELECT DISTINCT ON (given.session, given.person) given.session, given.person, given.rating, :at
                  FROM unnest(:sessions::uuid[], :people::uuid[], :ratings::int[]) WITH ORDINALITY AS given (session, person, rating, line)
                 ORDER BY given.session, given.person, given.line
                ON CONFLICT DO NOTHING
                """)
                .param("at", now()).param("sessions", rated.stream().map(Rated::session).toArray(UUID[]::new)).param("people", rated.stream().map(Rated::person).toArray(UUID[]::new))
                .param("ratings", rated.stream().map(Rated::rating).toArray(Integer[]::new))
                .update();
    }

    @EventListener
    void on(DayHasBegun begun) {
        close(begun.day());
    }

    /**
     * Sessions whose days to answer were over before a day: what was said of each is added up and goes into the log, all of one day as one entry. Sums alone:
     * who said what is bound nowhere.
     *
     * @return how many sessions
     */
    @Transactional
    public int close(LocalDate day) {
        // Whoever answers in this moment is waited for, and nobody answers in between.
        db.sql("LOCK TABLE learning.feedback IN SHARE MODE").update();
        var over = db.sql("""
                SELECT list.session, greatest(there.people, given.answers) AS asked, given.answers AS answered, given.points
                  FROM (SELECT DISTINCT ON (session) session, no, (min(at) OVER (PARTITION BY session) AT TIME ZONE 'Asia/Shanghai')::date AS first
                          FROM learning.list
                         WHERE NOT EXISTS (SELECT FROM learning.feedback_closing WHERE feedback_closing.session = list.session)
                         ORDER BY session, no DESC) AS list
                  JOIN learning.session_named AS named ON named.session = list.session
                  JOIN LATERAL (SELECT count(*) AS people FROM learning.attended
                                 WHERE attended.session = list.session AND attended.no = list.no AND (attended.completed OR NOT named.alone)) AS there ON true
                  JOIN LATERAL (SELECT count(*) AS answers, coalesce(sum(rating - 1), 0) AS points FROM learning.feedback WHERE feedback.session = list.session) AS given ON true
                 WHERE list.first + learning.rule_on('feedback-days', list.first) < :day
                 ORDER BY list.session
                """)
                .param("day", day).query(Closing.class).list();
        if (over.isEmpty()) {
            return 0;
        }
        var record = log.recordBatch("learning.feedback", day, Map.of("sessions", over.size()), over.stream().map(it -> new TreeMap<String, Object>(Map.of(
                "session", it.session().toString(), "asked", it.asked(), "answered", it.answered(), "points", it.points()))).toList());
        db.sql("""
                INSERT INTO learning.feedback_closing (session, asked, answered, points, at, record)
                SELECT session, asked, answered, points, :at, :record
                  FROM unnest(:sessions::uuid[], :asked::int[], :answered::int[], :points::int[]) AS closed (session, asked, answered, points)
                """)
                .param("at", now()).param("record", record).param("sessions", over.stream().map(Closing::session).toArray(UUID[]::new))
                .param("asked", over.stream().map(Closing::asked).toArray(Integer[]::new)).param("answered", over.stream().map(Closing::answered).toArray(Integer[]::new))
                .param("points", over.stream().map(Closing::points).toArray(Integer[]::new))
                .update();
        return over.size();
    }

    /** Of one session, once its answers were closed. */
    Optional<Said> said(UUID session) {
        var told = db.sql("""
                SELECT closing.session, closing.asked, closing.answered, closing.points
                  FROM learning.session_named AS this
                  JOIN learning.session_named AS named ON named.course = this.course AND date_trunc('year', named.day) = date_trunc('year', this.day)
                  JOIN learning.feedback_closing AS closing ON closing.session = named.session
                 WHERE this.session = :session
                   AND (closing.answered > 0 OR closing.session = this.session)
                 ORDER BY named.day, closing.session
                """)
                .param("session", session).query(Answers.class).list();
        // Sessions without an answer add nothing to the course's mean, and nothing could be told by taking one from the other.
        var row = told.stream().filter(it -> it.answered() > 0).toList();
        var least = cells.least();
        var shown = SmallCells.closed(row.stream().map(Answers::answered).toList(), least);
        return told.stream().filter(it -> it.session().equals(session)).findFirst()
                .map(it -> new Said(it.asked(), it.answered(), it.points(), it.answered() < least, it.answered() >= least && shown.get(row.indexOf(it)).isEmpty()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
