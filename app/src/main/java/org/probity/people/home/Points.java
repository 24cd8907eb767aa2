package org.probity.people.home;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.probity.people.home.Application.Ground;
import org.probity.shapes.rule.Rules;

/**
 * Why somebody stands where they stand in the list: years of work, grounds that they told, months of waiting. Years count to the day on which they asked, so that only waiting moves the list.
 *
 * @param years points for years
 * @param grounds points for each ground
 * @param waiting points for months waited
 */
public record Points(int years, Map<Ground, Integer> grounds, int waiting) {
    public int sum() {
        return years + grounds.values().stream().mapToInt(it -> it).sum() + waiting;
    }

    /** The numbers of a day, read once for a whole list. */
    record Scale(int year, int yearsMost, Map<Ground, Integer> grounds, int month) {
        static Scale of(Rules rules, LocalDate day) {
            return new Scale(rules.on(HomeRule.POINTS_YEAR, day), rules.on(HomeRule.POINTS_YEARS_MOST, day),
                    Map.of(Ground.FAR, rules.on(HomeRule.POINTS_FAR, day), Ground.NIGHTS, rules.on(HomeRule.POINTS_NIGHTS, day), Ground.FIRST, rules.on(HomeRule.POINTS_FIRST, day)),
                    rules.on(HomeRule.POINTS_MONTH, day));
        }

        Points of(LocalDate since, LocalDate asked, Set<Ground> told, LocalDate today) {
            var years = Math.min(yearsMost, year * (int) Math.max(0, ChronoUnit.YEARS.between(since, asked)));
            var each = new java.util.EnumMap<Ground, Integer>(Ground.class);
            told.forEach(it -> each.put(it, grounds.getOrDefault(it, 0)));
            return new Points(years, each, month * (int) Math.max(0, ChronoUnit.MONTHS.between(asked, today)));
        }
    }
}
