package org.probity.people.succession;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ratings beside what was found of potential. It is computed while human resources look and is stored nowhere: no table, no log and no file holds a box, and the trail says that
 * somebody looked at how many, never what they saw. It counts for nothing: neither readiness nor a figure nor pay reads it.
 */
@Service
public class NineBox {
    /**
     * Somebody with what is known of both. Each is the middle of several, the lower of two middles; 1 is below, 2 is as agreed or as the next post asks, 3 is above.
     *
     * @param performance of the last three ratings in force that are not older than three years; null: there is none
     * @param potential of the four aspects; null: one is missing or has run out, and what is missing is no zero
     */
    public record Place(UUID person, String number, String nameEn, String nameZh, @Nullable Integer performance, int ratings, @Nullable Integer potential, int aspects) {
        public String name(Lang lang) {
            return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
        }

        public boolean whole() {
            return performance != null && potential != null;
        }

        public boolean at(int wantedPerformance, int wantedPotential) {
            return performance != null && potential != null && performance == wantedPerformance && potential == wantedPotential;
        }
    }

    private final JdbcClient db;
    private final Positions positions;
    private final Directory directory;
    private final AuditTrail trail;

    NineBox(JdbcClient db, Positions positions, Directory directory, AuditTrail trail) {
        this.db = db;
        this.positions = positions;
        this.directory = directory;
        this.trail = trail;
    }

    /** Everybody who said yes to a project; nobody looks at themselves. The look is noted. */
    @Transactional
    public List<Place> look(Project project, Me by) {
        var places = db.sql("""
                WITH people AS (
                    SELECT DISTINCT named.person FROM succession.namings('infinity', 'infinity') AS named
                     WHERE named.project = :project AND named.state = 'AGREED' AND named.person IS DISTINCT FROM :self
                ), rated AS (
                    SELECT newest.person, count(*)::int AS ratings, percentile_disc(0.5) WITHIN GROUP (ORDER BY newest.place) AS place
                      FROM (SELECT rating.person, CASE rating.side WHEN 'BELOW' THEN 1 WHEN 'MIDDLE' THEN 2 ELSE 3 END AS place,
                                   row_number() OVER (PARTITION BY rating.person ORDER BY rating.until_day DESC) AS turn
                              FROM performance.rating_in_force AS rating
                             WHERE rating.person IN (SELECT people.person FROM people) AND rating.until_day > CAST(:day AS date) - INTERVAL '3 years') AS newest
                     WHERE newest.turn <= 3
                     GROUP BY newest.person
                ), found AS (
                    SELECT newest.person, count(*)::int AS aspects, percentile_disc(0.5) WITHIN GROUP (ORDER BY newest.found) AS place
                      FROM (SELECT DISTINCT ON (naming.person, potential.aspect) naming.person, potential.aspect, potential.found
                              FROM succession.potential JOIN succession.naming ON naming.id = potential.naming
                             WHERE naming.person IN (SELECT people.person FROM people) AND potential.until_day >= :day
                             ORDER BY naming.person, potential.aspect, potential.at DESC) AS newest
                     GROUP BY newest.person
                )
                SELECT people.person, name.number, name.name_en, name.name_zh, rated.place AS performance, coalesce(rated.ratings, 0) AS ratings,
                       CASE WHEN found.aspects = 4 THEN found.place END AS potential, coalesce(found.aspects, 0) AS aspects
                  FROM people
                  JOIN directory.name ON name.id = people.person
                  LEFT JOIN rated ON rated.person = people.person
                  LEFT JOIN found ON found.person = people.person
                 ORDER BY name.number
                """)
                .param("project", project.id()).param("self", directory.personOf(by).orElse(null), java.sql.Types.OTHER).param("day", positions.today()).query(Place.class).list();
        trail.note("succession.grid-looked", by.account(), null, Map.of("project", project.number(), "people", String.valueOf(places.size())));
        return places;
    }
}
