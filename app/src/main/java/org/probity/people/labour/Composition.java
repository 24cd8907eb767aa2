package org.probity.people.labour;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probity.reckon.SmallTable;
import org.probity.reckon.SmallTable.Place;
import org.probity.shapes.figure.SmallCells;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works here, cut as a report asks for it (GRI 2-8, 401-1-b, 405-1-b): those whom others employ by kind, employees of each category by sex and by age, and who left by sex, age and
 * site. Sex and birth come from a document that somebody checked and stand in sums alone; a cell that would tell of a few is closed.
 */
@Service
class Composition {
    /** GRI's bounds: under thirty, to fifty, over. */
    static final List<String> AGES = List.of("young", "middle", "old", "");
    static final List<String> SEXES = List.of("F", "M", "");
    private static final String AGE = """
            CASE WHEN identity.born IS NULL THEN ''
                 WHEN identity.born > CAST(:end AS date) - interval '30 years' THEN 'young'
                 WHEN identity.born > CAST(:end AS date) - interval '51 years' THEN 'middle'
                 ELSE 'old' END
            """;

    private final JdbcClient db;
    private final SmallCells cells;
    private final Clock clock;

    Composition(JdbcClient db, SmallCells cells, Clock clock) {
        this.db = db;
        this.cells = cells;
        this.clock = clock;
    }

    LocalDate end(int year) {
        var last = LocalDate.of(year, 12, 31);
        return last.isAfter(LocalDate.now(clock)) ? LocalDate.now(clock) : last;
    }

    private record Other(String kind, long people) {}

    private record Employed(String category, String sex, String age, long people) {}

    private record Went(String sex, String age, String site, long left, long days) {}

    /** All cuts of a year; what was shown and what was kept closed is noted. */
    @Transactional
    public CompositionPage of(int year) {
        var end = end(year);
        var employed = employed(end);
        var went = went(year, end);
        return new CompositionPage(year, end, others(year, end), List.of(table(year, "sex", SEXES, employed, Employed::sex), table(year, "age", AGES, employed, Employed::age)),
                List.of(left(year, end, "sex", went, Went::sex), left(year, end, "age", went, Went::age), left(year, end, "site", went, Went::site)));
    }

    private CompositionPage.Others others(int year, LocalDate end) {
        var kinds = db.sql("""
                SELECT kind, count(*) AS people
                  FROM (SELECT DISTINCT ON (engaged.person) engaged.person, engaged.kind
                          FROM directory.engaged(:end, 'infinity') AS engaged
                         ORDER BY engaged.person, engaged.kind = 'RETIREE', engaged.from_day DESC) AS engaged
                 WHERE kind IN ('DISPATCH', 'CONTRACTOR', 'INTERN', 'REHIRED')
                 GROUP BY kind
                 ORDER BY kind
                """)
                .param("end", end).query(Other.class).list();
        return new CompositionPage.Others(kinds.stream().map(it -> new SmallCells.Cell(it.kind(), it.people())).toList(),
                cells.release(LabourFigures.NON_EMPLOYEES, "working here and not employed at the end of the year", year, "kind", kinds.stream().map(it -> new SmallCells.Cell(it.kind(), it.people())).toList()));
    }

    private List<Employed> employed(LocalDate end) {
        return db.sql("""
                SELECT coalesce(contract.category, '') AS category, coalesce(identity.sex, '') AS sex, %s AS age, count(*) AS people
                  FROM (SELECT DISTINCT person FROM directory.engaged(:end, 'infinity') AS engaged WHERE engaged.kind IN ('EMPLOYEE', 'PART_TIME')) AS employed
                  LEFT JOIN labour.identity ON identity.person = employed.person AND identity.superseded_at IS NULL
                  LEFT JOIN labour.contract ON contract.person = employed.person AND contract.known_until IS NULL
                       AND contract.from_day <= :end AND coalesce(contract.until_day, 'infinity') >= :end
                 GROUP BY 1, 2, 3
                """.formatted(AGE))
                .param("end", end).query(Employed.class).list();
    }

    /** Each category is a row of its own population, and the whole a table: what a row keeps must not be had from a column. */
    private CompositionPage.Cross table(int year, String cut, List<String> columns, List<Employed> employed, Function<Employed, String> of) {
        var used = columns.stream().filter(it -> !it.isEmpty() || employed.stream().anyMatch(one -> of.apply(one).isEmpty())).toList();
        var categories = employed.stream().map(Employed::category).distinct().sorted(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder())).toList();
        var counts = categories.stream().map(category -> used.stream().map(column -> employed.stream().filter(it -> it.category().equals(category) && of.apply(it).equals(column))
                .mapToLong(Employed::people).sum()).toList()).toList();
        var least = 0;
        var closed = new HashSet<Place>();
        for (var row = 0; row < categories.size(); row++) {
            var at = row;
            var release = cells.release(LabourFigures.DIVERSITY, "employed at the end of the year as " + categories.get(row), year, cut,
                    IntStream.range(0, used.size()).mapToObj(column -> new SmallCells.Cell(used.get(column), counts.get(at).get(column))).toList());
            least = release.least();
            IntStream.range(0, used.size()).filter(column -> !release.shows(used.get(column))).forEach(column -> closed.add(new Place(at, column)));
        }
        var all = SmallTable.closed(counts, least, closed);
        var rows = new ArrayList<CompositionPage.Row>();
        for (var row = 0; row < categories.size(); row++) {
            var at = row;
            rows.add(new CompositionPage.Row(categories.get(row), counts.get(row), IntStream.range(0, used.size()).filter(column -> all.contains(new Place(at, column))).boxed()
                    .collect(Collectors.toSet())));
        }
        return new CompositionPage.Cross(cut, used, rows, least);
    }

    private List<Went> went(int year, LocalDate end) {
        return db.sql("""
                WITH spell AS (
                    SELECT stretch.person, range_agg(daterange(stretch.from_day, stretch.until_day, '[]')) AS days, (array_agg(stretch.unit ORDER BY stretch.from_day DESC))[1] AS unit
                      FROM directory.stretches(:first, CAST(:end AS date) + 1, 'infinity') AS stretch
                     WHERE stretch.kind IN ('EMPLOYEE', 'PART_TIME')
                     GROUP BY stretch.person
                ), place AS MATERIALIZED (
                    SELECT place.unit, place.code, place.site FROM directory.places(:end, 'infinity') AS place
                )
                SELECT coalesce(identity.sex, '') AS sex, %s AS age, coalesce(site.code, '') AS site,
                       count(*) FILTER (WHERE NOT spell.days @> CAST(:end AS date) + 1) AS left, sum(spent.days) AS days
                  FROM spell
                 CROSS JOIN LATERAL (SELECT sum(upper(part) - lower(part)) AS days FROM unnest(spell.days * datemultirange(daterange(:first, :end, '[]'))) AS part) AS spent
                  LEFT JOIN labour.identity ON identity.person = spell.person AND identity.superseded_at IS NULL
                  LEFT JOIN place ON place.unit = spell.unit
                  LEFT JOIN place AS site ON site.unit = place.site
                 WHERE spent.days IS NOT NULL
                 GROUP BY 1, 2, 3
                """.formatted(AGE))
                .param("first", LocalDate.of(year, 1, 1)).param("end", end).query(Went.class).list();
    }

    private CompositionPage.Leaving left(int year, LocalDate end, String cut, List<Went> went, Function<Went, String> of) {
        var period = ChronoUnit.DAYS.between(LocalDate.of(year, 1, 1), end) + 1;
        var groups = went.stream().map(of).distinct().sorted(Comparator.comparing(String::isEmpty).thenComparing(it -> AGES.indexOf(it)).thenComparing(Comparator.naturalOrder())).map(group -> {
            var all = went.stream().filter(it -> of.apply(it).equals(group)).toList();
            return new CompositionPage.Left(group, all.stream().mapToLong(Went::left).sum(), all.stream().mapToLong(Went::days).sum(), period);
        }).toList();
        return new CompositionPage.Leaving(cut, groups,
                cells.release(LabourFigures.TURNOVER, "employees who left in the year", year, cut, groups.stream().map(it -> new SmallCells.Cell(it.key(), it.left())).toList()));
    }
}
