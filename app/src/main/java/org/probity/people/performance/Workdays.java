package org.probity.people.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Days on which work is done: Monday to Friday, but for holidays, and the weekends on which work is made up, by the calendar of the country where somebody works, which lawful work keeps
 * for all. Where no country is known it is China's.
 */
@Service
public class Workdays {
    /** The last of so many working days. @param missing years whose calendar nobody loaded: of them only weekends are known */
    public record Last(LocalDate day, List<Integer> missing) {}

    private record Special(LocalDate day, boolean rests) {}

    private final JdbcClient db;

    Workdays(JdbcClient db) {
        this.db = db;
    }

    /** The last of so many working days that follow a day. @param unit where somebody works */
    Last after(UUID unit, LocalDate day, int workdays) {
        var country = db.sql("""
                SELECT coalesce(nullif(site.country, ''), 'CN')
                  FROM directory.places(:day, 'infinity') AS place
                  LEFT JOIN directory.places(:day, 'infinity') AS site ON site.unit = place.site
                 WHERE place.unit = :unit
                """)
                .param("day", day).param("unit", unit).query(String.class).optional().orElse("CN");
        Map<LocalDate, Boolean> special = db.sql("SELECT day, rests FROM labour.special_day WHERE country = :country AND day > :day AND day <= :last").param("country", country).param("day", day)
                .param("last", day.plusDays(workdays * 3L + 30)).query(Special.class).list().stream().collect(Collectors.toMap(Special::day, Special::rests));
        var last = after(day, workdays, special);
        var known = db.sql("SELECT year FROM labour.calendar_year WHERE country = :country").param("country", country).query(Integer.class).list();
        return new Last(last, IntStream.rangeClosed(day.getYear(), last.getYear()).filter(year -> !known.contains(year)).boxed().toList());
    }

    static LocalDate after(LocalDate day, int workdays, Map<LocalDate, Boolean> special) {
        var at = day;
        for (var left = workdays; left > 0;) {
            at = at.plusDays(1);
            var weekend = at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY;
            left -= special.getOrDefault(at, weekend) ? 0 : 1;
        }
        return at;
    }
}
