package org.probity.people.labour;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;

/** What the checks found, by check and place, and the last runs. @param runs whether whoever looks may run them */
public record ChecksPage(List<Findings.Count> counts, List<Runs.Run> last, boolean runs, LocalDate today, List<Reason> reasons) implements Page {
    private record Line(Check check, Map<UUID, Long> open) {}

    public Table<?> table(Screen s) {
        var places = counts.stream().collect(Collectors.toMap(Findings.Count::place, it -> it, (one, _) -> one)).values().stream()
                .sorted(Comparator.comparing(it -> LabourWords.in(s.lang(), it.placeEn(), it.placeZh()))).toList();
        var table = Table.of(s, Checks.ALL.stream().map(check -> new Line(check, counts.stream().filter(it -> it.code().equals(check.code()))
                .collect(Collectors.toMap(Findings.Count::place, Findings.Count::open)))).toList())
                .caption(s.t("labour.checks"), s.t("labour.checks-sub"))
                .head("labour.check", it -> new Link(s.t("labour.check." + it.check().code()), "/app/labour/findings?check=" + it.check().code()))
                .text("labour.follows", it -> s.t("labour.severity." + it.check().severity()))
                .number("labour.open", it -> it.open().values().stream().mapToLong(Long::longValue).sum());
        places.forEach(place -> table.stateOf(place.placeEn().isEmpty() && place.placeZh().isEmpty() ? s.t("labour.no-place") : LabourWords.in(s.lang(), place.placeEn(), place.placeZh()),
                it -> it.open().containsKey(place.place())
                        ? new Link(s.number(it.open().get(place.place())), "/app/labour/findings?check=" + it.check().code() + "&place=" + place.place()) : Optional.empty()));
        return table.square().wide();
    }

    public Table<Runs.Run> runsTable(Screen s) {
        return Table.of(s, last)
                .caption(s.t("labour.runs"))
                .head("labour.month", it -> new Link(YearMonth.from(it.first()).toString(), "/app/labour/findings?stage=ALL&run=" + it.id()))
                .day("labour.as-of", Runs.Run::day)
                .number("labour.people", Runs.Run::people)
                .number("labour.stretches", Runs.Run::facts)
                .number("labour.hits", Runs.Run::hits)
                .number("labour.fresh", Runs.Run::fresh)
                .day("labour.ran", Runs.Run::ranAt);
    }

    public List<Option> months() {
        return List.of(0, 1, 2, 3).stream().map(it -> YearMonth.from(today).minusMonths(it).toString()).map(it -> new Option(it, it)).toList();
    }
}
