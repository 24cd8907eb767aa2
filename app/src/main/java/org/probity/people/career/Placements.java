package org.probity.people.career;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Columns;
import org.probity.house.ui.Query;
import org.probity.house.ui.Spreadsheet;
import org.probity.house.ui.Typed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on which track: brought in by a file of human resources, and moved by a level that was granted. */
@Service
public class Placements {
    static final List<String> COLUMNS = List.of("number", "track", "from");
    static final Map<String, String> CHINESE = Map.of("工号", "number", "通道", "track", "起始日期", "from");
    static final int LINES_MOST = 20_000;
    private static final int FAULTS_SHOWN = 30;

    private record Line(UUID person, String track, LocalDate from) {}

    private final JdbcClient db;
    private final Register register;
    private final Applications applications;
    private final Log log;

    Placements(JdbcClient db, Register register, Applications applications, Log log) {
        this.db = db;
        this.register = register;
        this.applications = applications;
        this.log = log;
    }

    /**
     * Takes a file as a whole or not at all: columns number, track, from. A line that says what is so already changes nothing.
     *
     * <p>Refusals: {@code career.not-yours}; those of {@link Spreadsheet}; {@code career.placing-columns}; {@code career.placing-empty};
     * {@code career.placing-long}; and with the number of the line {@code career.line-number}, {@code career.line-track}, {@code career.line-day},
     * {@code career.line-twice}.
     *
     * @return how many were placed or moved
     */
    @Transactional
    public Answer<Integer> bring(byte[] file, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "career.not-yours");
        }
        Columns columns;
        try {
            columns = Columns.of(Spreadsheet.read(file), COLUMNS, CHINESE);
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
        if (!columns.missing().isEmpty()) {
            return Answer.refused("file", "career.placing-columns", String.join(", ", columns.missing()));
        }
        if (columns.lines().isEmpty()) {
            return Answer.refused("file", "career.placing-empty");
        }
        if (columns.lines().size() > LINES_MOST) {
            return Answer.refused("file", "career.placing-long", LINES_MOST);
        }
        var people = new HashMap<String, UUID>();
        db.sql("SELECT number, id FROM directory.name WHERE number = ANY (:numbers)").param("numbers", columns.lines().stream().map(it -> it.of("number")).toArray(String[]::new))
                .query(row -> {
                    people.put(row.getString(1), row.getObject(2, UUID.class));
                });
        var tracks = new HashSet<>(db.sql("SELECT code FROM career.tracks(:day, 'infinity')").param("day", register.today()).query(String.class).list());
        var lines = new LinkedHashMap<UUID, Line>();
        var faults = new ArrayList<Reason>();
        for (var it : columns.lines()) {
            var person = people.get(it.of("number"));
            var day = Typed.day(it.of("from"));
            if (person == null) {
                faults.add(new Reason("file", "career.line-number", List.of(it.row())));
            } else if (!tracks.contains(it.of("track"))) {
                faults.add(new Reason("file", "career.line-track", List.of(it.row())));
            } else if (day.isEmpty() || day.get().isAfter(register.today())) {
                faults.add(new Reason("file", "career.line-day", List.of(it.row())));
            } else if (lines.put(person, new Line(person, it.of("track"), day.get())) != null) {
                faults.add(new Reason("file", "career.line-twice", List.of(it.row())));
            }
        }
        if (!faults.isEmpty()) {
            return new Answer.Refused<>(faults.subList(0, Math.min(faults.size(), FAULTS_SHOWN)));
        }
        return Answer.done(keep(List.copyOf(lines.values()), by));
    }

    /** After a level was granted: onto its track, unless they are on it. @param record of the decision */
    void place(UUID person, String track, UUID record, Me by) {
        insert(List.of(new Line(person, track, register.today())), record, by);
    }

    private int keep(List<Line> lines, Me by) {
        var now = placed();
        var changed = lines.stream().filter(it -> !it.track().equals(now.get(it.person()))).toList();
        if (changed.isEmpty()) {
            return 0;
        }
        var record = log.recordBatch("career.placed", register.today(), Map.of("lines", changed.size()),
                changed.stream().map(it -> Map.of("person", it.person().toString(), "track", it.track(), "from", it.from().toString())).toList());
        insert(changed, record, by);
        return changed.size();
    }

    private Map<UUID, String> placed() {
        var placed = new HashMap<UUID, String>();
        db.sql("SELECT person, track FROM career.placed('infinity', 'infinity')").query(row -> {
            placed.put(row.getObject(1, UUID.class), row.getString(2));
        });
        return placed;
    }

    private void insert(List<Line> lines, UUID record, Me by) {
        db.sql("""
                WITH told AS (
                    SELECT * FROM unnest(CAST(:people AS uuid[]), CAST(:tracks AS text[]), CAST(:days AS date[])) AS told (person, track, from_day)
                ), placed AS (
                    INSERT INTO career.placement (id, person, track, from_day, is_first, placed_by, placed_at, record)
                    SELECT gen_random_uuid(), told.person, told.track, told.from_day, NOT EXISTS (SELECT FROM career.placement WHERE placement.person = told.person), :by, :at, :record
                      FROM told
                     WHERE told.track IS DISTINCT FROM (SELECT track FROM career.placement WHERE placement.person = told.person ORDER BY from_day DESC, placed_at DESC LIMIT 1)
                    RETURNING is_first
                )
                INSERT INTO career.placing_stated (record, newly, from_day, at)
                SELECT :record, count(*) FILTER (WHERE is_first), :day, :at FROM placed HAVING count(*) > 0
                """)
                .param("people", lines.stream().map(Line::person).toArray(UUID[]::new)).param("tracks", lines.stream().map(Line::track).toArray(String[]::new))
                .param("days", lines.stream().map(it -> it.from().toString()).toArray(String[]::new)).param("by", by.account()).param("at", applications.now()).param("record", record)
                .param("day", register.today())
                .update();
    }

    /** The code of the track somebody is on. */
    java.util.Optional<String> trackOf(UUID person) {
        return db.sql("SELECT track FROM career.placed(:day, 'infinity') WHERE person = :person").param("day", register.today()).param("person", person).query(String.class).optional();
    }

    private static final String TOLD = """
            WITH track AS MATERIALIZED (
                SELECT code, ladder, name_en, name_zh FROM career.tracks(:day, 'infinity')
            )
            """;
    /** As {@code career.placed} has it, person by person: a page of fifty looks at fifty. */
    private static final String PLACED = """
              FROM directory.name
              JOIN LATERAL (SELECT placement.person, placement.track, placement.from_day
                              FROM career.placement
                             WHERE placement.person = name.id AND placement.from_day <= :day
                             ORDER BY placement.from_day DESC, placement.placed_at DESC LIMIT 1) AS placed ON true
              JOIN track ON track.code = placed.track
            """;
    private static final String WHERE = """
             WHERE (:track = '' OR placed.track = :track)
               AND (:q = '%%' OR name.number ILIKE :q OR name.name_en ILIKE :q OR name.name_zh ILIKE :q)
            """;

    private static final String LINE = """
            SELECT placed.person, name.number, name.name_en, name.name_zh, track.code, track.ladder, track.name_en AS track_en, track.name_zh AS track_zh, placed.from_day
            """;
    private static final String HELD = """
              LEFT JOIN LATERAL (
                  SELECT newest.level, newest.until_day
                    FROM (SELECT decision.level, decision.until_day
                            FROM career.decision
                           WHERE decision.person = placed.person AND decision.track = placed.%s AND decision.outcome <> 'NOT_SHOWN' AND decision.from_day <= :day
                           ORDER BY decision.decided_at DESC LIMIT 1) AS newest
                   WHERE newest.level > 0) AS held ON true
            """;

    /**
     * People on tracks with the level they hold, for human resources. Who holds what is looked up person by person, since read as a whole it was read again for each of ten thousand;
     * and of those on the page alone, unless the list goes by it.
     */
    List<PlacedPage.Line> lines(Query query) {
        var order = query.orderBy(Map.of("number", "name.number", "track", "track.code", "until", "held.until_day"), "name.number");
        var page = " ORDER BY " + order + " LIMIT :most OFFSET :skip";
        var sql = query.sort().equals("until") ? LINE + ", held.level, held.until_day" + PLACED + HELD.formatted("track") + WHERE + page
                : "SELECT placed.*, held.level, held.until_day FROM (" + LINE + ", row_number() OVER (ORDER BY " + order + ") AS turn" + PLACED + WHERE + page + ") AS placed" + HELD.formatted("code") + " ORDER BY placed.turn";
        return db.sql(TOLD + sql)
                .param("day", register.today()).param("track", query.filter("track")).param("q", "%" + query.filter("q") + "%").param("most", query.limit()).param("skip", query.offset())
                .query(PlacedPage.Line.class).list();
    }

    long count(Query query) {
        // Read as a whole: with a list of codes the planner knows how many it will find, which it does not when it joins tracks.
        return db.sql("""
                SELECT count(*)
                  FROM career.placed(:day, 'infinity') AS placed
                  JOIN directory.name ON name.id = placed.person
                """ + WHERE + " AND placed.track = ANY (ARRAY(SELECT code FROM career.tracks(:day, 'infinity')))")
                .param("day", register.today()).param("track", query.filter("track")).param("q", "%" + query.filter("q") + "%").query(Long.class).single();
    }
}
