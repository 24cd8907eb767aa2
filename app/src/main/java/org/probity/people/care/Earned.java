package org.probity.people.care;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The days of annual leave that a year gives somebody. Each day on which they are engaged earns the part of a year that it is, of what a year gives for the service that is
 * complete on it: nothing before one year, then the number for one, ten and twenty years (Regulations on Paid Annual Leave of Employees, art. 3). What is not a whole day
 * at the end is not given (Implementation Measures, art. 5 and 12, for those who come or leave in the year). Somebody whose service does not change and who is here all
 * year gets the number itself.
 */
record Earned(int year, LocalDate since, List<Piece> pieces) {
    /** A stretch with the same service. @param service years, of those at which the number changes: 0, 1, 10, 20 @param days a whole year of it gives */
    record Piece(LocalDate from, LocalDate until, int service, BigDecimal days, @Nullable UUID rule) {
        long length() {
            return ChronoUnit.DAYS.between(from, until) + 1;
        }
    }

    /** Days on which somebody is engaged, both ends included. */
    record Span(LocalDate from, LocalDate until) {}

    /** What a whole year gives from so many years of service on. */
    record Step(int service, BigDecimal days, UUID rule) {}

    Earned {
        pieces = List.copyOf(pieces);
    }

    /** @param engaged may overlap; days are counted once */
    static Earned of(int year, LocalDate since, List<Span> engaged, List<Step> steps) {
        var pieces = new ArrayList<Piece>();
        for (var span : united(year, engaged)) {
            var cuts = new TreeSet<LocalDate>();
            cuts.add(span.from());
            steps.stream().map(it -> since.plusYears(it.service())).filter(it -> it.isAfter(span.from()) && !it.isAfter(span.until())).forEach(cuts::add);
            for (var from : cuts) {
                var next = cuts.higher(from);
                var step = steps.stream().filter(it -> !since.plusYears(it.service()).isAfter(from)).reduce((a, b) -> b.service() > a.service() ? b : a);
                pieces.add(new Piece(from, next == null ? span.until() : next.minusDays(1), step.map(Step::service).orElse(0), step.map(Step::days).orElse(BigDecimal.ZERO),
                        step.map(Step::rule).orElse(null)));
            }
        }
        return new Earned(year, since, pieces);
    }

    private static List<Span> united(int year, List<Span> engaged) {
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        var united = new ArrayList<Span>();
        for (var span : engaged.stream().filter(it -> !it.from().isAfter(last) && !it.until().isBefore(first)).sorted(java.util.Comparator.comparing(Span::from)).toList()) {
            var from = span.from().isBefore(first) ? first : span.from();
            var until = span.until().isAfter(last) ? last : span.until();
            if (!united.isEmpty() && !from.isAfter(united.getLast().until().plusDays(1))) {
                var before = united.removeLast();
                united.add(new Span(before.from(), until.isAfter(before.until()) ? until : before.until()));
            } else {
                united.add(new Span(from, until));
            }
        }
        return united;
    }

    /** Whole days. */
    int days() {
        return pieces.stream().map(it -> it.days().multiply(BigDecimal.valueOf(it.length()))).reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(Year.of(year).length()), 0, RoundingMode.FLOOR).intValueExact();
    }
}
