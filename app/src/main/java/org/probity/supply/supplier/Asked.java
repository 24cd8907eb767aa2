package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What a year asks of suppliers, counted, narrowed and a page at a time: ten thousand suppliers owe forty thousand papers, and nobody reads
 * them at once. A room names the kinds that are its own and says which columns its lines have.
 */
@Service
public class Asked {
    /** The state of an address by which those are shown that are late. */
    public static final String LATE = "late";

    /** What a list is narrowed to. @param state a state's name, {@link #LATE}, or empty for all; @param words of a supplier's name or number */
    public record Sought(List<String> kinds, int year, String state, String words) {}

    /** How many papers a year asks for, of how many suppliers, and how many stand in each state or are late. */
    public record Counts(long papers, long suppliers, Map<String, Long> in) {
        public static final Counts NONE = new Counts(0, 0, Map.of());

        public long in(String state) {
            return state.isEmpty() ? papers : in.getOrDefault(state, 0L);
        }
    }

    /** Of a year that is over nobody sends a paper again only because it lapsed. */
    private static final String IS_LATE = """
            standing.due_day < :today
                   AND (standing.state IN ('OWED', 'SENT_BACK') OR standing.state = 'LAPSED' AND standing.period >= extract(year FROM CAST(:today AS date)))""";

    private final JdbcClient db;
    private final Clock clock;

    Asked(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Those that wait for a person first. What only the steps say is asked for the lines of the page alone, and those that do not wait are sorted only for a
     * page that those who wait do not fill.
     *
     * @param columns the room's columns, each with a comma before it; {@code shown.id} is the obligation, {@code step} its standing in full
     * @param joins what they come from
     */
    public JdbcClient.StatementSpec page(Sought sought, int limit, long offset, String columns, String joins) {
        var listed = "SELECT standing.id, standing.party, standing.kind, standing.due_day, standing.state, name.number, name.name_en, name.name_zh " + from(sought);
        return narrowed("""
                WITH shown AS (
                    SELECT *
                      FROM (%s) AS every
                     ORDER BY state = 'SENT_IN' DESC, due_day, number, kind
                     LIMIT :limit OFFSET :offset
                )
                SELECT shown.id AS obligation, shown.party AS supplier, shown.number, shown.name_en, shown.name_zh, shown.kind, shown.due_day, shown.state
                       %s
                  FROM shown
                  JOIN obligation.standing AS step ON step.id = shown.id
                  %s
                 ORDER BY shown.state = 'SENT_IN' DESC, shown.due_day, shown.number, shown.kind
                """.formatted(sought.state().isEmpty() ? """
                        %1$s AND standing.state = 'SENT_IN'
                         UNION ALL
                        %1$s AND standing.state <> 'SENT_IN' AND (SELECT count(*) %2$s AND standing.state = 'SENT_IN') < :limit + :offset
                        """.formatted(listed, from(sought)) : listed, columns, joins), sought)
                .param("limit", limit).param("offset", offset);
    }

    /** How many {@link #page} finds. */
    public long count(Sought sought) {
        return narrowed("SELECT count(*) " + from(sought), sought).query(Long.class).single();
    }

    public Counts counts(List<String> kinds, int year) {
        record Counted(String state, long papers, long late) {}
        var counted = db.sql("""
                SELECT state, count(*) AS papers, count(*) FILTER (WHERE %s) AS late
                  FROM obligation.stands AS standing
                 WHERE kind = ANY (:kinds)
                   AND period = :year
                 GROUP BY state
                """.formatted(IS_LATE))
                .param("kinds", kinds.toArray(String[]::new)).param("year", year).param("today", LocalDate.now(clock))
                .query(Counted.class).list();
        var suppliers = db.sql("SELECT count(*) FROM (SELECT DISTINCT party FROM obligation.stands WHERE kind = ANY (:kinds) AND period = :year) AS asked")
                .param("kinds", kinds.toArray(String[]::new)).param("year", year).query(Long.class).single();
        var in = counted.stream().collect(Collectors.toMap(Counted::state, Counted::papers));
        in.put(LATE, counted.stream().mapToLong(Counted::late).sum());
        return new Counts(counted.stream().mapToLong(Counted::papers).sum(), suppliers, in);
    }

    private JdbcClient.StatementSpec narrowed(String sql, Sought sought) {
        return db.sql(sql)
                .param("kinds", sought.kinds().toArray(String[]::new)).param("year", sought.year()).param("state", sought.state()).param("today", LocalDate.now(clock))
                .param("part", "%" + sought.words().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    /** A list that is not narrowed does not carry the words for it: PostgreSQL plans once for all readers, and would expect few lines. */
    private static String from(Sought sought) {
        var named = sought.words().isEmpty() ? "" : "AND (name.name_en ILIKE :part OR name.name_zh ILIKE :part OR name.number ILIKE :part)";
        var stands = switch (sought.state()) {
            case "" -> "";
            case LATE -> "AND " + IS_LATE;
            default -> "AND standing.state = :state";
        };
        return """
                  FROM obligation.stands AS standing
                  JOIN supplier.name ON name.id = standing.party
                 WHERE standing.kind = ANY (:kinds)
                   AND standing.period = :year
                   %s
                   %s
                """.formatted(named, stands);
    }
}
