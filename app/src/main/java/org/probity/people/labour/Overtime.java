package org.probity.people.labour;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How people's months stand: overtime that was worked and that is planned, against what the law of their place lets them have. */
@Service
public class Overtime {
    /** How somebody's month stands. @param worked and {@code planned}: seconds of overtime @param limit hours; null where no rule of the place has one */
    public record Standing(
            UUID person, String number, String nameEn, String nameZh, boolean attested, long worked, long planned, @Nullable BigDecimal limit, @Nullable BigDecimal warn) {
        long forecast() {
            return worked + planned;
        }
    }

    /** Somebody is to work. */
    public record Turn(LocalDate day, LocalDateTime begins, LocalDateTime ends) {}

    private final JdbcClient db;
    private final Numbers numbers;
    private final Clock clock;

    Overtime(JdbcClient db, Numbers numbers, Clock clock) {
        this.db = db;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** The months of those of a unit and below it who are engaged on a day, in the order of their names. */
    List<Standing> standing(UUID unit, YearMonth month, int most, long skip) {
        return standing(":about = ANY (place.path)", unit, month, most, skip);
    }

    private List<Standing> standing(String whom, UUID about, YearMonth month, int most, long skip) {
        var people = db.sql("""
                SELECT name.id AS person, name.number, name.name_en, name.name_zh, attested.person IS NOT NULL AS attested, coalesce(site.country, '') AS country, coalesce(site.region, '') AS region
                  FROM directory.engaged(:day, 'infinity') AS engaged
                  JOIN directory.places(:day, 'infinity') AS place ON place.unit = engaged.unit
                  LEFT JOIN directory.places(:day, 'infinity') AS site ON site.unit = place.site
                  JOIN directory.name ON name.id = engaged.person
                  LEFT JOIN labour.attested ON attested.person = engaged.person
                 WHERE engaged.kind <> 'RETIREE' AND {whom}
                 ORDER BY name.number
                 LIMIT :most OFFSET :skip
                """.replace("{whom}", whom))
                .param("day", month.atEndOfMonth().isBefore(today()) ? month.atEndOfMonth() : today()).param("about", about).param("most", most).param("skip", skip)
                .query((row, n) -> Map.entry(row.getObject("person", UUID.class), new String[] {row.getString("number"), row.getString("name_en"), row.getString("name_zh"),
                        row.getString("attested"), row.getString("country"), row.getString("region")})).list();
        var extra = extra(people.stream().map(Map.Entry::getKey).toList(), month);
        var law = new HashMap<String, Map<String, Numbers.Held>>();
        return people.stream().map(it -> {
            var said = it.getValue();
            var at = law.computeIfAbsent(said[4] + "/" + said[5], _ -> numbers.at(said[4], said[5], month.atEndOfMonth()));
            var sums = extra.getOrDefault(it.getKey(), new long[2]);
            return new Standing(it.getKey(), said[0], said[1], said[2], said[3].equals("t"), sums[0], sums[1], value(at, "overtime-month"), value(at, "overtime-warn"));
        }).toList();
    }

    long count(UUID unit, YearMonth month) {
        return db.sql("""
                SELECT count(*)
                  FROM directory.engaged(:day, 'infinity') AS engaged
                  JOIN directory.places(:day, 'infinity') AS place ON place.unit = engaged.unit AND :unit = ANY (place.path)
                 WHERE engaged.kind <> 'RETIREE'
                """)
                .param("day", month.atEndOfMonth().isBefore(today()) ? month.atEndOfMonth() : today()).param("unit", unit).query(Long.class).single();
    }

    /** Seconds of overtime worked and planned, by person. */
    Map<UUID, long[]> extra(List<UUID> people, YearMonth month) {
        var sums = new HashMap<UUID, long[]>();
        db.sql("SELECT person, sum(extra_worked) AS worked, sum(extra_planned) AS planned FROM labour.extra(:people, :first, :last, 'infinity') GROUP BY person")
                .param("people", people.toArray(UUID[]::new)).param("first", month.atDay(1)).param("last", month.atEndOfMonth())
                .query(row -> {
                    sums.put(row.getObject("person", UUID.class), new long[] {row.getLong("worked"), row.getLong("planned")});
                });
        return sums;
    }

    /** Somebody's own month; empty for whoever is not engaged. */
    Optional<Standing> of(UUID person, YearMonth month) {
        return standing("engaged.person = :about", person, month, 1, 0).stream().findFirst();
    }

    /** What somebody is to work from today on, the next first. */
    List<Turn> turns(UUID person, int most) {
        return db.sql("SELECT day, begins, ends FROM labour.shift WHERE person = :person AND day >= :today AND withdrawn_at IS NULL ORDER BY day LIMIT :most")
                .param("person", person).param("today", today()).param("most", most).query(Turn.class).list();
    }

    /** Rounded up: an hour that has begun is not shown as not there. */
    static BigDecimal hours(long seconds) {
        return BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(3_600), 1, RoundingMode.UP);
    }

    /** As people write hours. */
    static String plain(BigDecimal hours) {
        return hours.stripTrailingZeros().toPlainString();
    }

    static @Nullable BigDecimal value(Map<String, Numbers.Held> law, String key) {
        var held = law.get(key);
        return held == null ? null : held.value();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
