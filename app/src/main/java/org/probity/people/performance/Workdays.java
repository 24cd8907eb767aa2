package org.probity.people.performance;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Days on which work is done: Monday to Friday, but for holidays, and the weekends on which work is made up. Both are data, by year. */
@Service
class Workdays {
    private record Special(LocalDate day, boolean rests) {}

    private final JdbcClient db;

    Workdays(JdbcClient db) {
        this.db = db;
    }

    /** The last of so many working days that follow a day. */
    LocalDate after(LocalDate day, int workdays) {
        var last = day.plusDays(workdays * 3L + 30);
        Map<LocalDate, Boolean> special = db.sql("SELECT day, rests FROM performance.special_day WHERE day > :day AND day <= :last").param("day", day).param("last", last)
                .query(Special.class).list().stream().collect(Collectors.toMap(Special::day, Special::rests));
        return after(day, workdays, special);
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
