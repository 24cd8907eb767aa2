package org.probity.people.care;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.probity.people.care.FamilyPage.Group;
import org.probity.shapes.figure.SmallCells;
import org.probity.shapes.figure.SmallCells.Cell;
import org.probity.shapes.figure.SmallCells.Release;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Leave around a birth and for a small child by sex, of a year that is over (GRI 401-3): who is entitled, who took it, who came back, and who was still here twelve months later. Nobody is named; what
 * would tell of a few is not shown.
 */
@Service
class Families {
    /**
     * The counts of a sex with whom a nought would be about.
     *
     * @param staff engaged at any time in the year @param earlier the same of the year before @param away on such leave on some day of the year @param overBefore whose leave ended in the year before
     */
    private record Counted(String sex, long staff, long earlier, long away, long overBefore, long entitled, long took, long due, long returned, long before, long stayed) {
        Group group() {
            return new Group(sex, entitled, took, due, returned, before, stayed);
        }

        boolean something() {
            return entitled + took + due + before > 0;
        }
    }

    private final JdbcClient db;
    private final SmallCells cells;
    private final Clock clock;

    Families(JdbcClient db, SmallCells cells, Clock clock) {
        this.db = db;
        this.cells = cells;
        this.clock = clock;
    }

    /** The last year of which each number stands still. */
    int latest() {
        return LocalDate.now(clock).getYear() - 1;
    }

    /**
     * Entitled is, as the standard says it, whoever works under a law that grants it to somebody of their sex: the house keeps no register of children. Sex is what a checked document says; of whom there
     * is none, nobody knows it.
     */
    @Transactional
    public FamilyPage of(int year) {
        var counted = db.sql("""
                WITH employed AS MATERIALIZED (
                    SELECT DISTINCT ON (engaged.person) engaged.person, site.country, site.region
                      FROM directory.engaged(:end, 'infinity') AS engaged
                      LEFT JOIN directory.places(:end, 'infinity') AS place ON place.unit = engaged.unit
                      LEFT JOIN directory.places(:end, 'infinity') AS site ON site.unit = place.site
                     WHERE engaged.kind IN ('EMPLOYEE', 'PART_TIME')
                     ORDER BY engaged.person, engaged.from_day DESC
                ), law AS MATERIALIZED (
                    SELECT place.country, place.region, bool_or(at.key IN ('maternity-days', 'parental-days')) AS mothers, bool_or(at.key IN ('paternity-days', 'parental-days')) AS fathers
                      FROM (SELECT DISTINCT country, region FROM employed WHERE country <> '') AS place
                     CROSS JOIN LATERAL labour.rules_at(place.country, place.region, :end, 'infinity') AS at
                     GROUP BY place.country, place.region
                ), family AS MATERIALIZED (
                    SELECT person, from_day, until_day FROM care.family_leave('infinity')
                ), ended AS (
                    SELECT person, extract(year FROM max(until_day))::int AS year, max(until_day) AS last_day
                      FROM family
                     WHERE until_day BETWEEN :before AND :end
                     GROUP BY person, extract(year FROM until_day)
                ), met AS (
                    SELECT ended.person, ended.year,
                           EXISTS (SELECT FROM directory.engaged(ended.last_day + 1, 'infinity') AS engaged WHERE engaged.person = ended.person AND engaged.kind <> 'RETIREE') AS returned,
                           EXISTS (SELECT FROM directory.engaged((ended.last_day + interval '1 year')::date, 'infinity') AS engaged WHERE engaged.person = ended.person AND engaged.kind <> 'RETIREE') AS stayed
                      FROM ended
                ), counted AS (
                    SELECT DISTINCT person, 'staff' AS what FROM directory.stretches(:first, :end, 'infinity') WHERE kind IN ('EMPLOYEE', 'PART_TIME')
                    UNION ALL SELECT DISTINCT person, 'earlier' FROM directory.stretches(:before, :first, 'infinity') WHERE kind IN ('EMPLOYEE', 'PART_TIME')
                    UNION ALL SELECT DISTINCT person, 'away' FROM family WHERE from_day <= :end AND until_day >= :first
                    UNION ALL SELECT person, 'over-before' FROM met WHERE year = :year - 1
                    UNION ALL SELECT person, 'entitled' AS what FROM employed JOIN law USING (country, region) LEFT JOIN labour.attested USING (person)
                     WHERE CASE attested.sex WHEN 'F' THEN mothers WHEN 'M' THEN fathers ELSE mothers OR fathers END
                    UNION ALL SELECT DISTINCT person, 'took' FROM family WHERE from_day BETWEEN :first AND :end
                    UNION ALL SELECT person, 'due' FROM met WHERE year = :year
                    UNION ALL SELECT person, 'returned' FROM met WHERE year = :year AND returned
                    UNION ALL SELECT person, 'before' FROM met WHERE year = :year - 1 AND returned
                    UNION ALL SELECT person, 'stayed' FROM met WHERE year = :year - 1 AND returned AND stayed
                )
                SELECT coalesce(attested.sex, '') AS sex, count(*) FILTER (WHERE what = 'staff') AS staff, count(*) FILTER (WHERE what = 'earlier') AS earlier, count(*) FILTER (WHERE what = 'away') AS away,
                       count(*) FILTER (WHERE what = 'over-before') AS over_before, count(*) FILTER (WHERE what = 'entitled') AS entitled, count(*) FILTER (WHERE what = 'took') AS took, count(*) FILTER (WHERE what = 'due') AS due,
                       count(*) FILTER (WHERE what = 'returned') AS returned, count(*) FILTER (WHERE what = 'before') AS before, count(*) FILTER (WHERE what = 'stayed') AS stayed
                  FROM counted LEFT JOIN labour.attested USING (person)
                 GROUP BY 1
                 ORDER BY coalesce(attested.sex, '') = '', 1
                """)
                .param("year", year).param("first", LocalDate.of(year, 1, 1)).param("end", LocalDate.of(year, 12, 31)).param("before", LocalDate.of(year - 1, 1, 1)).query(Counted.class).list().stream().filter(Counted::something).toList();
        return new FamilyPage(year, year >= latest(), counted.stream().map(Counted::group).toList(),
                release("entitled to family leave at the end of the year", "family-leave-entitled", year, counted, Counted::entitled, it -> nobodys(it.staff())),
                release("took family leave in the year", "family-leave", year, counted, Counted::took, it -> nobodys(it.staff())),
                release("family leave ended in the year", "family-leave-return", year, counted, Counted::due, it -> nobodys(it.staff()) && nobodys(it.away())),
                release("came back from family leave in the year before", "family-leave-retention", year, counted, Counted::before, it -> nobodys(it.earlier()) && nobodys(it.overBefore())));
    }

    /** Whether a nought about so many people tells of none of them: of nobody, or the same of each of enough. */
    private boolean nobodys(long people) {
        return people == 0 || people >= cells.least();
    }

    /** A nought that tells of nobody is shown as it is, and closes nothing beside it: whoever takes it from a total has taken nothing. */
    private Release release(String population, String figure, int year, List<Counted> counted, ToLongFunction<Counted> count, Predicate<Counted> nought) {
        return cells.release(figure, population, year, "sex", counted.stream().filter(it -> count.applyAsLong(it) > 0 || !nought.test(it)).map(it -> new Cell(it.sex(), count.applyAsLong(it))).toList());
    }
}
