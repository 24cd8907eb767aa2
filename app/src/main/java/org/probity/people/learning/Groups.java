package org.probity.people.learning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.probity.shapes.figure.SmallCells;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Training by groups of people. Sex and category come from what another room of people attested; nobody is asked here. */
@Service
public class Groups {
    /** The same people in every figure that is cut like this. */
    static final String POPULATION = "engaged at the end of the year";

    private final JdbcClient db;
    private final SmallCells cells;
    private final Clock clock;

    Groups(JdbcClient db, SmallCells cells, Clock clock) {
        this.db = db;
        this.cells = cells;
        this.clock = clock;
    }

    LocalDate end(int year) {
        var last = LocalDate.of(year, 12, 31);
        return last.isAfter(LocalDate.now(clock)) ? LocalDate.now(clock) : last;
    }

    /** How many people of a sex and a category, and their seconds. */
    private record Part(String sex, String category, long people, long seconds) {}

    /** Both cuts of a year, without the cells that are too small. */
    @Transactional
    public List<GroupsPage.Cut> of(int year) {
        var parts = parts(year);
        return List.of(cut(year, "sex", parts, Part::sex), cut(year, "category", parts, Part::category));
    }

    private List<Part> parts(int year) {
        return db.sql("""
                WITH spent AS (
                    SELECT attended.person, sum(attended.seconds) AS seconds
                      FROM learning.lists(:from, :until, 'infinity') AS lists
                      JOIN learning.attended ON attended.session = lists.session AND attended.no = lists.no
                     GROUP BY attended.person
                ), contracted AS (
                    SELECT DISTINCT ON (person) person, category
                      FROM labour.contracted
                     WHERE from_day <= :end AND coalesce(until_day, 'infinity') >= :end AND known_until IS NULL
                     ORDER BY person, from_day DESC
                )
                SELECT coalesce(attested.sex, '') AS sex, coalesce(contracted.category, '') AS category, count(*) AS people, coalesce(sum(spent.seconds), 0) AS seconds
                  FROM (SELECT DISTINCT person FROM directory.engaged(:end, 'infinity') AS engaged WHERE engaged.kind <> 'RETIREE') AS engaged
                  LEFT JOIN labour.attested ON attested.person = engaged.person
                  LEFT JOIN contracted ON contracted.person = engaged.person
                  LEFT JOIN spent ON spent.person = engaged.person
                 GROUP BY 1, 2
                """)
                .param("end", end(year)).param("from", LocalDate.of(year, 1, 1)).param("until", LocalDate.of(year, 12, 31)).query(Part.class).list();
    }

    private GroupsPage.Cut cut(int year, String cut, List<Part> parts, Function<Part, String> key) {
        // What is not known stands last.
        var groups = parts.stream().map(key).distinct().sorted(Comparator.comparing(String::isEmpty).thenComparing(Comparator.naturalOrder())).map(group -> {
            var all = parts.stream().filter(it -> key.apply(it).equals(group)).toList();
            return new GroupsPage.Group(group, all.stream().mapToLong(Part::people).sum(), all.stream().mapToLong(Part::seconds).sum());
        }).toList();
        return new GroupsPage.Cut(cut, groups,
                cells.release(LearningFigures.HOURS_PER_PERSON, POPULATION, year, cut, groups.stream().map(it -> new SmallCells.Cell(it.key(), it.people())).toList()));
    }
}
