package org.probity.shapes.figure;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Totals from another source for figures whose records hold none of their own: how many tracks the committee's minutes count, what the general ledger says was paid. Somebody types them from
 * a paper that this house did not write; they are held against the rows and never become a value.
 */
@Service
public class StatedTotals {
    private static final int SOURCE_MOST = 300;

    /** @param year of which it is said */
    public record Stated(int year, BigDecimal number, String source, UUID statedBy, Instant statedAt) {}

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    StatedTotals(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    /** The control of such a figure: the newest statement of its year, by the moment it is asked of; nothing where nobody said anything. */
    public static Figure.Control control(String figure, String input, String unit) {
        return new Figure.Control(input, unit, sql(figure));
    }

    private static String sql(String figure) {
        return """
                -- What another source says of the year, as somebody typed it from a paper.
                SELECT coalesce((SELECT number FROM figure.stated WHERE figure = '%s' AND year = :year AND stated_at <= :known_at ORDER BY stated_at DESC LIMIT 1), 0)::numeric AS stated,
                       0::numeric AS other
                """.formatted(figure);
    }

    /** The figure whose statements it is held against; several may share one, such as coverage and the number of tracks. Empty: its records bring their own control. */
    public static String heldAgainst(Figure figure) {
        var sql = figure.control().sql();
        var begins = sql.indexOf("figure = '");
        return sql.contains("FROM figure.stated") && begins >= 0 ? sql.substring(begins + 10, sql.indexOf('\'', begins + 10)) : "";
    }

    /**
     * Refusals: {@code figure.stated-none} the figure brings its own control; {@code figure.stated-year} none, or one to come; {@code figure.stated-number} none, below zero, or with more than
     * two decimals; {@code figure.stated-source}; {@code figure.stated-long}.
     */
    @Transactional
    public Answer<UUID> state(Figure figure, int year, String typed, String source, Me by) {
        var key = heldAgainst(figure);
        if (key.isEmpty()) {
            return Answer.refused("", "figure.stated-none");
        }
        if (year < 2000 || year > LocalDate.now(clock).getYear()) {
            return Answer.refused("year", "figure.stated-year");
        }
        if (!typed.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            return Answer.refused("number", "figure.stated-number");
        }
        if (source.isBlank()) {
            return Answer.refused("source", "figure.stated-source");
        }
        if (source.strip().length() > SOURCE_MOST) {
            return Answer.refused("source", "figure.stated-long", SOURCE_MOST);
        }
        var id = UUID.randomUUID();
        var number = new BigDecimal(typed);
        var record = log.record("figure.stated", LocalDate.now(clock), Map.of("figure", key, "year", year, "number", number));
        db.sql("INSERT INTO figure.stated (id, figure, year, number, source, stated_by, stated_at, record) VALUES (:id, :figure, :year, :number, :source, :by, :now, :record)")
                .param("id", id).param("figure", key).param("year", year).param("number", number).param("source", source.strip()).param("by", by.account())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("record", record)
                .update();
        return Answer.done(id);
    }

    /** What was said of a year, newest first. */
    public List<Stated> of(Figure figure, int year) {
        return db.sql("SELECT year, number, source, stated_by, stated_at FROM figure.stated WHERE figure = :figure AND year = :year ORDER BY stated_at DESC LIMIT 20")
                .param("figure", heldAgainst(figure)).param("year", year).query(Stated.class).list();
    }
}
