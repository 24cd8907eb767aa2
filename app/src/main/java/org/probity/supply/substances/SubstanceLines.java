package org.probity.supply.substances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.shapes.obligation.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What a year asked for, with what stands, a page at a time; renewals of the year too. */
@Service
class SubstanceLines {
    /** The state of an address by which those are shown that are late. */
    static final String LATE = "late";

    /** A paper that is asked for. @param mustCorrect faults in what came last; @param lookAt what a person should look at in it */
    record Line(
            UUID obligation, UUID supplier, String number, String nameEn, String nameZh, String kind, LocalDate dueDay, State state, @Nullable LocalDate validUntil,
            @Nullable UUID paper, @Nullable LocalDate reportDay, @Nullable String laboratory, @Nullable String listVersion, long mustCorrect, long lookAt) {}

    /** What the list is narrowed to; an empty word asks nothing. */
    record Sought(int year, String state, String kind, String words) {}

    record Counts(long papers, long suppliers, Map<String, Long> in) {
        static final Counts NONE = new Counts(0, 0, Map.of());

        long in(String state) {
            return state.isEmpty() ? papers : in.getOrDefault(state, 0L);
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    SubstanceLines(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Those that wait for a person first. What only the steps say is asked for the lines of the page alone. */
    List<Line> page(Sought sought, int limit, long offset) {
        return narrowed("""
                WITH shown AS (
                    SELECT standing.id, standing.party, standing.kind, standing.due_day, standing.state, name.number, name.name_en, name.name_zh
                %s
                     ORDER BY standing.state = 'SENT_IN' DESC, standing.due_day, name.number, standing.kind
                     LIMIT :limit OFFSET :offset
                )
                SELECT shown.id AS obligation, shown.party AS supplier, shown.number, shown.name_en, shown.name_zh, shown.kind, shown.due_day,
                       shown.state, step.valid_until, paper.id AS paper, paper.report_day, paper.laboratory, edition.version AS list_version,
                       (SELECT count(*) FROM substances.finding WHERE finding.paper = paper.id AND severity = 'MUST_CORRECT') AS must_correct,
                       (SELECT count(*) FROM substances.finding WHERE finding.paper = paper.id AND severity = 'LOOK_AT') AS look_at
                  FROM shown
                  JOIN obligation.standing AS step ON step.id = shown.id
                  LEFT JOIN LATERAL (SELECT id, report_day, laboratory, edition
                                       FROM substances.paper
                                      WHERE paper.obligation = shown.id
                                      ORDER BY received_at DESC, id
                                      LIMIT 1) AS paper ON true
                  LEFT JOIN substances.edition ON edition.id = paper.edition
                 ORDER BY shown.state = 'SENT_IN' DESC, shown.due_day, shown.number, shown.kind
                """, sought)
                .param("limit", limit).param("offset", offset)
                .query(Line.class).list();
    }

    /** How many {@link #page} finds. */
    long count(Sought sought) {
        return narrowed("SELECT count(*) %s", sought).query(Long.class).single();
    }

    Counts counts(int year) {
        record Counted(String state, long papers, long late) {}
        var counted = db.sql("""
                SELECT state, count(*) AS papers, count(*) FILTER (WHERE %s) AS late
                  FROM obligation.standing
                 WHERE kind = ANY (:kinds)
                   AND period = :year
                 GROUP BY state
                """.formatted(IS_LATE))
                .param("kinds", kinds()).param("year", year).param("today", LocalDate.now(clock))
                .query(Counted.class).list();
        var suppliers = db.sql("SELECT count(*) FROM (SELECT DISTINCT party FROM obligation.standing WHERE kind = ANY (:kinds) AND period = :year) AS asked")
                .param("kinds", kinds()).param("year", year).query(Long.class).single();
        var in = counted.stream().collect(Collectors.toMap(Counted::state, Counted::papers));
        in.put(LATE, counted.stream().mapToLong(Counted::late).sum());
        return new Counts(counted.stream().mapToLong(Counted::papers).sum(), suppliers, in);
    }

    private static final String IS_LATE = """
            standing.due_day < :today
                   AND (standing.state IN ('OWED', 'SENT_BACK') OR standing.state = 'LAPSED' AND standing.period >= extract(year FROM CAST(:today AS date)))""";

    /** A list that is not narrowed does not carry the words for it: PostgreSQL plans once for all readers, and would expect few lines. */
    private JdbcClient.StatementSpec narrowed(String sql, Sought sought) {
        var named = sought.words().isEmpty() ? "" : "AND (name.name_en ILIKE :part OR name.name_zh ILIKE :part OR name.number ILIKE :part)";
        var stands = switch (sought.state()) {
            case "" -> "";
            case LATE -> "AND " + IS_LATE;
            default -> "AND standing.state = :state";
        };
        return db.sql(sql.formatted("""
                      FROM obligation.standing
                      JOIN supplier.name ON name.id = standing.party
                     WHERE standing.kind = ANY (:kinds)
                       AND standing.period = :year
                       %s
                       %s
                """.formatted(named, stands)))
                .param("kinds", sought.kind().isEmpty() ? kinds() : new String[] {sought.kind()}).param("year", sought.year()).param("state", sought.state())
                .param("today", LocalDate.now(clock)).param("part", "%" + sought.words().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    private static String[] kinds() {
        return PaperKind.obligations().toArray(String[]::new);
    }
}
