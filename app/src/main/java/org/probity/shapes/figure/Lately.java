package org.probity.shapes.figure;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.probity.proof.Fraction;
import org.probity.shapes.figure.FigureValue.ControlTotal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Figures as they were some minutes ago, for desks and lists that show many: those of the running year, computed again and again, and those of other years that somebody
 * asked for. A page of one figure and a report compute theirs; nothing is frozen or published from here.
 */
@Service
public class Lately {
    /** How long a number of another year, which hardly moves, answers for itself. */
    private static final Duration STANDS = Duration.ofMinutes(10);

    private final JdbcClient db;
    private final Figures figures;
    private final Clock clock;

    Lately(JdbcClient db, Figures figures, Clock clock) {
        this.db = db;
        this.figures = figures;
        this.clock = clock;
    }

    /** All figures of a year, each saying of which moment it is; one that was not computed yet is computed now. */
    public List<FigureNumber> numbers(int year) {
        var kept = kept(year);
        return figures.all().stream().map(it -> Optional.ofNullable(kept.get(it.key())).orElseGet(() -> computed(it, year))).toList();
    }

    /** One of them. */
    public Optional<FigureNumber> number(String figure, int year) {
        return figures.find(figure).map(it -> Optional.ofNullable(kept(year).get(figure)).orElseGet(() -> computed(it, year)));
    }

    private Map<String, FigureNumber> kept(int year) {
        var kept = new HashMap<String, FigureNumber>();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("SELECT * FROM figure.lately WHERE year = :year AND (:running OR known_at BETWEEN :since AND :now)")
                .param("year", year).param("running", year == LocalDate.now(clock).getYear()).param("since", now.minus(STANDS)).param("now", now).query((row, n) -> row(row)).list()
                .forEach(it -> it.ifPresent(number -> kept.put(number.figure().key(), number)));
        return kept;
    }

    /** What was computed by a definition that is in force no more says nothing. */
    private Optional<FigureNumber> row(ResultSet row) throws SQLException {
        var figure = figures.find(row.getString("figure"));
        if (figure.isEmpty() || figure.get().version() != row.getInt("version")) {
            return Optional.empty();
        }
        return Optional.of(new FigureNumber(figure.get(), row.getInt("year"), row.getObject("known_at", OffsetDateTime.class).toInstant(), row.getLong("included"),
                row.getLong("left_out"), row.getLong("met"), Optional.ofNullable(row.getString("exact")).map(Fraction::parse), row.getString("shown"),
                new ControlTotal(row.getBigDecimal("control_stated"), row.getBigDecimal("control_other"), row.getBigDecimal("control_rows"))));
    }

    /** Computes the running year's figures, each in a statement of its own. */
    void compute() {
        var year = LocalDate.now(clock).getYear();
        figures.all().forEach(figure -> computed(figure, year));
    }

    private FigureNumber computed(Figure figure, int year) {
        var number = figures.number(figure, year);
        keep(number);
        return number;
    }

    private void keep(FigureNumber it) {
        db.sql("""
                INSERT INTO figure.lately (figure, version, year, known_at, included, left_out, met, exact, shown, control_stated, control_other, control_rows)
                VALUES (:figure, :version, :year, :at, :included, :leftOut, :met, :exact, :shown, :stated, :other, :rows)
                ON CONFLICT (figure, year) DO UPDATE
                   SET version = excluded.version, known_at = excluded.known_at, included = excluded.included, left_out = excluded.left_out,
                       met = excluded.met, exact = excluded.exact, shown = excluded.shown, control_stated = excluded.control_stated,
                       control_other = excluded.control_other, control_rows = excluded.control_rows
                """)
                .param("figure", it.figure().key()).param("version", it.figure().version()).param("year", it.year())
                .param("at", it.knownAt().atOffset(ZoneOffset.UTC)).param("included", it.included()).param("leftOut", it.leftOut()).param("met", it.met())
                .param("exact", it.exact().map(Fraction::toString).orElse(null), Types.VARCHAR).param("shown", it.shown())
                .param("stated", it.control().stated()).param("other", it.control().other()).param("rows", it.control().rows())
                .update();
    }

    @Configuration
    static class Schedule {
        @Bean
        RecurringTask<Void> computeFiguresTask(Lately lately) {
            return Tasks.recurring("figure.lately", FixedDelay.ofMinutes(2)).execute((task, context) -> lately.compute());
        }
    }
}
