package org.probity.shapes.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cells of figures about people, such as training hours of women in management: whoever could be told from one is not shown. One register for all figures,
 * because what one keeps closed another would tell. Which cells of one row must close is arithmetic and lies in {@code reckon} under the same name, for whoever
 * has no database; here is what remembers: the dated least, and what was shown before.
 *
 * <p>It knows populations and cuts by their names alone. It does not see what becomes known of the same people elsewhere, or by holding what is shown today
 * against what was shown last month: a page that is read every day says how many people a cell has only as they were at its year's end.
 */
@Service
public class SmallCells {
    /** One part of a population. @param key what it is called, such as {@code F} */
    public record Cell(String key, long people) {}

    /** @param closed cells that are not shown; @param least fewer people than that are never shown by themselves */
    public record Release(Set<String> closed, int least) {
        public Release {
            closed = Set.copyOf(closed);
        }

        public boolean shows(String key) {
            return !closed.contains(key);
        }
    }

    private final JdbcClient db;
    private final List<OfPeople> ofPeople;
    private final Clock clock;

    SmallCells(JdbcClient db, List<OfPeople> ofPeople, Clock clock) {
        this.db = db;
        this.ofPeople = List.copyOf(ofPeople);
        this.clock = clock;
    }

    /**
     * Says which cells may be shown, and notes it. The total of all is taken to be known: so what is closed together must be at least as many people as a
     * cell needs, or further cells close, the smallest first. A cell of nobody is closed too: it tells of those who are not in it.
     *
     * @param population whom the cut divides; cuts of the same people under one name
     */
    @Transactional
    public Release release(String figure, String population, int year, String cut, Collection<Cell> cells) {
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:name, 2604))").param("name", population + "/" + year + "/" + cut).query((row, n) -> n).list();
        var least = least();
        var elsewhere = new HashSet<>(db.sql("""
                SELECT cell
                  FROM (SELECT DISTINCT ON (cell, figure) cell, figure, shown
                          FROM figure.released
                         WHERE population = :population AND year = :year AND cut = :cut AND figure <> :figure
                         ORDER BY cell, figure, at DESC) AS newest
                 WHERE NOT shown
                """)
                .param("population", population).param("year", year).param("cut", cut).param("figure", figure).query(String.class).list());
        var row = List.copyOf(cells);
        var anyway = IntStream.range(0, row.size()).filter(at -> elsewhere.contains(row.get(at).key())).boxed().collect(Collectors.toSet());
        var shown = org.probity.reckon.SmallCells.closed(row.stream().map(Cell::people).toList(), least, anyway);
        var closed = IntStream.range(0, row.size()).filter(at -> shown.get(at).isEmpty()).mapToObj(at -> row.get(at).key()).collect(Collectors.toSet());
        cells.forEach(it -> note(figure, population, year, cut, it, !closed.contains(it.key())));
        return new Release(closed, least);
    }

    /** Fewer people than that are shown by themselves nowhere; the dated setting of today. */
    public int least() {
        return db.sql("SELECT least FROM figure.cell_rule WHERE from_day <= :day ORDER BY from_day DESC, set_at DESC LIMIT 1").param("day", LocalDate.now(clock))
                .query(Integer.class).single();
    }

    /**
     * Which of the frozen values of a year's report are kept closed, because they tell of too few people, by themselves or one held against another; and
     * notes it. Only what is about people is asked: values all of whose counted rows have a person as their subject, and those of {@link OfPeople}.
     *
     * @return keys of figures
     */
    @Transactional
    public Set<String> closed(List<Figures.Kept> frozen, int year) {
        var ids = frozen.stream().map(Figures.Kept::id).toList();
        var sets = new TellingSets(Stream.concat(crowds(ids).stream(), summed(ids).stream()).toList(), least());
        var closed = sets.closed(frozen.stream().map(it -> it.number().figure()).sorted(Comparator.comparing(Figure::code)).map(Figure::key).toList());
        sets.sizes().forEach((number, people) ->
                note(number.figure(), "people of the report", year, "number", new Cell(number.which(), people), !closed.contains(number.figure())));
        return closed;
    }

    /** Everybody who stands behind a number, by the numbers they stand behind. Rows that are about a person and name none are somebody else each. */
    private List<TellingSets.Crowd> crowds(Collection<UUID> frozen) {
        return db.sql("""
                WITH counted AS MATERIALIZED (
                    SELECT frozen.figure, row.subject, (row.inputs ->> 'met')::numeric > 0 AS met, (row.inputs ->> 'person')::numeric > 0 AS person, frozen.figure = ANY (:told) AS told, name.id IS NOT NULL AS named
                      FROM figure.frozen
                      JOIN figure.frozen_row AS row ON row.frozen = frozen.id AND row.reason IS NULL
                      LEFT JOIN directory.name ON name.id = row.subject
                     WHERE frozen.id = ANY (:frozen)
                ), about AS (
                    SELECT figure FROM counted GROUP BY figure HAVING bool_and(named) OR bool_or(told)
                ), number AS (
                    SELECT counted.subject, counted.figure || '/counted' AS number FROM counted JOIN about USING (figure)
                    UNION ALL
                    SELECT counted.subject, counted.figure || CASE WHEN counted.met THEN '/met' ELSE '/missed' END FROM counted JOIN about USING (figure) WHERE counted.met IS NOT NULL
                    UNION ALL
                    SELECT counted.subject, counted.figure || CASE WHEN counted.person THEN '/here' ELSE '/gone' END FROM counted JOIN about USING (figure) WHERE counted.person IS NOT NULL
                ), person AS (
                    SELECT subject, array_agg(number ORDER BY number) AS numbers FROM number GROUP BY subject
                )
                SELECT numbers, count(*) AS people FROM person GROUP BY numbers
                """)
                .param("frozen", frozen.toArray(UUID[]::new)).param("told", ofPeople.stream().filter(it -> it.input().isEmpty()).map(OfPeople::figure).toArray(String[]::new))
                .query((row, n) -> new TellingSets.Crowd(Arrays.stream((String[]) row.getArray("numbers").getArray())
                        .map(it -> new TellingSets.Number(it.substring(0, it.indexOf('/')), it.substring(it.indexOf('/') + 1))).collect(Collectors.toSet()), row.getLong("people")))
                .list();
    }

    /** How many people stand behind rows that are about several each, and name none. */
    private List<TellingSets.Crowd> summed(Collection<UUID> frozen) {
        return ofPeople.stream().filter(it -> !it.input().isEmpty()).map(it -> new TellingSets.Crowd(Set.of(new TellingSets.Number(it.figure(), "counted")), db.sql("""
                SELECT coalesce(sum((row.inputs ->> :input)::numeric), 0)
                  FROM figure.frozen
                  JOIN figure.frozen_row AS row ON row.frozen = frozen.id AND row.reason IS NULL
                 WHERE frozen.id = ANY (:frozen)
                   AND frozen.figure = :figure
                """)
                .param("input", it.input()).param("frozen", frozen.toArray(UUID[]::new)).param("figure", it.figure()).query(Long.class).single())).toList();
    }

    /** A row when it is another than the one before. */
    private void note(String figure, String population, int year, String cut, Cell it, boolean shown) {
        db.sql("""
                INSERT INTO figure.released (population, year, cut, cell, figure, people, shown, at)
                SELECT :population, :year, :cut, :cell, :figure, :people, :shown, :at
                 WHERE (SELECT (people, shown) FROM figure.released
                         WHERE population = :population AND year = :year AND cut = :cut AND cell = :cell AND figure = :figure
                         ORDER BY at DESC LIMIT 1) IS DISTINCT FROM (CAST(:people AS bigint), CAST(:shown AS boolean))
                ON CONFLICT DO NOTHING
                """)
                .param("population", population).param("year", year).param("cut", cut).param("cell", it.key()).param("figure", figure).param("people", it.people())
                .param("shown", shown).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
