package org.probity.vest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What became of a grant: when its reckoning began, what happened, when its holder was on leave, what came sooner, how shares were divided, and the day it ended.
 *
 * @param ended after this day nothing more comes
 */
public record Facts(List<Happened> starts, List<Happened> events, List<Pause> pauses, List<Sooner> sooner, List<Ratio> splits, Optional<LocalDate> ended) {
    public static final Facts NONE = new Facts(List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    public record Happened(String condition, LocalDate day) {}

    /** @param until the first day back; null: still away */
    public record Pause(LocalDate from, @Nullable LocalDate until) {
        long days(LocalDate from, LocalDate known) {
            return Math.max(0, ChronoUnit.DAYS.between(this.from.isAfter(from) ? this.from : from, until == null ? known.plusDays(1) : until));
        }
    }

    /** So much becomes one's own on that day before its time; it is what would have come next. */
    public record Sooner(LocalDate day, BigFraction quantity) {}

    /** Each share becomes {@code parts / whole} shares. */
    public record Ratio(LocalDate day, int parts, int whole) {
        BigFraction factor() {
            return BigFraction.of(parts, whole);
        }
    }

    public Facts {
        starts = List.copyOf(starts);
        events = List.copyOf(events);
        pauses = pauses.stream().sorted(Comparator.comparing(Pause::from)).toList();
        sooner = sooner.stream().sorted(Comparator.comparing(Sooner::day)).toList();
        splits = splits.stream().sorted(Comparator.comparing(Ratio::day)).toList();
        for (int at = 1; at < pauses.size(); at++) {
            var last = pauses.get(at - 1).until();
            if (last == null || last.isAfter(pauses.get(at).from())) {
                throw new IllegalArgumentException("two pauses at once: " + pauses.get(at - 1) + ", " + pauses.get(at));
            }
        }
        if (sooner.stream().anyMatch(it -> it.quantity().signum() < 0) || splits.stream().anyMatch(it -> it.parts() < 1 || it.whole() < 1)) {
            throw new IllegalArgumentException("less than nothing comes sooner, or shares are divided by nothing");
        }
    }

    Facts known(LocalDate day) {
        return new Facts(starts.stream().filter(it -> !it.day().isAfter(day)).toList(), events.stream().filter(it -> !it.day().isAfter(day)).toList(),
                pauses.stream().filter(it -> !it.from().isAfter(day)).toList(), sooner.stream().filter(it -> !it.day().isAfter(day)).toList(),
                splits.stream().filter(it -> !it.day().isAfter(day)).toList(), ended.filter(it -> !it.isAfter(day)));
    }
}
