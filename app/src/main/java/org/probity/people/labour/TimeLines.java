package org.probity.people.labour;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;

/**
 * The lines of a file of time facts, read in one pass: a month of ten thousand people is 620,000 of them, and as many objects would not fit beside the rest of the house.
 *
 * @param refusal why the file as a whole is none; null: it is one
 * @param copied the good lines as COPY takes them
 */
record TimeLines(int count, String copied, List<Reason> faults, @Nullable String refusal, List<Object> args) {
    static final int MOST = 1_000_000;
    private static final int FAULTS = 200;
    private static final List<String> NEEDED = List.of("number", "day", "begins", "ends");
    private static final Map<String, String> CHINESE = Map.of("工号", "number", "日期", "day", "上班", "begins", "下班", "ends", "类型", "kind", "计划秒数", "planned");
    private static final Set<String> KINDS = Set.of("WORKED", "ANNUAL_LEAVE", "OTHER_LEAVE");

    static TimeLines read(BufferedReader csv, Map<String, UUID> people, LocalDate today) throws IOException {
        var heading = csv.readLine();
        if (heading == null) {
            return refused("labour.times-empty");
        }
        var at = new HashMap<String, Integer>();
        var names = heading.replace("\ufeff", "").split(",", -1);
        for (var i = 0; i < names.length; i++) {
            var name = names[i].strip().replace("\"", "");
            at.put(CHINESE.getOrDefault(name, name.toLowerCase(Locale.ROOT)), i);
        }
        var missing = NEEDED.stream().filter(it -> !at.containsKey(it)).toList();
        if (!missing.isEmpty()) {
            return new TimeLines(0, "", List.of(), "labour.times-columns", List.of(String.join(", ", missing)));
        }
        var days = new HashMap<String, LocalDate>();
        var times = new HashMap<String, LocalTime>();
        var copied = new StringBuilder(1 << 20);
        var faults = new ArrayList<Reason>();
        var count = 0;
        var row = 1;
        for (var line = csv.readLine(); line != null; line = csv.readLine()) {
            row++;
            if (line.isBlank()) {
                continue;
            }
            if (++count > MOST) {
                return new TimeLines(count, "", List.of(), "labour.times-long", List.of(MOST));
            }
            var cells = line.split(",", -1);
            var fault = one(cells, at, row, people, today, days, times, copied);
            if (!fault.isEmpty() && faults.size() < FAULTS) {
                faults.add(new Reason("", fault, List.of(row)));
            }
        }
        return count == 0 ? refused("labour.times-empty") : new TimeLines(count, copied.toString(), faults, null, List.of());
    }

    private static String one(
            String[] cells, Map<String, Integer> at, int row, Map<String, UUID> people, LocalDate today, Map<String, LocalDate> days, Map<String, LocalTime> times, StringBuilder copied) {
        var person = people.get(of(cells, at, "number"));
        if (person == null) {
            return "labour.line-number";
        }
        // A month has thirty days and a shift a few beginnings: each is read once.
        var day = days.computeIfAbsent(of(cells, at, "day"), TimeLines::day);
        if (day == null || day.isAfter(today)) {
            return "labour.line-day";
        }
        var begins = times.computeIfAbsent(of(cells, at, "begins"), TimeLines::time);
        var ends = of(cells, at, "ends");
        var until = ends.isEmpty() ? null : times.computeIfAbsent(ends, TimeLines::time);
        if (begins == null || !ends.isEmpty() && until == null) {
            return "labour.line-times";
        }
        var kind = of(cells, at, "kind").toUpperCase(Locale.ROOT);
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            return "labour.line-kind";
        }
        var planned = of(cells, at, "planned");
        if (!planned.isEmpty() && (!planned.matches("[0-9]{1,5}") || Integer.parseInt(planned) > 86_400)) {
            return "labour.line-planned";
        }
        copied.append(row).append('\t').append(person).append('\t').append(day).append('\t').append(day).append(' ').append(begins).append('\t');
        if (until == null) {
            copied.append("\\N");
        } else {
            var seconds = until.toSecondOfDay() - begins.toSecondOfDay();
            copied.append(seconds > 0 ? seconds : seconds + 86_400);
        }
        copied.append('\t').append(kind.isEmpty() ? "WORKED" : kind).append('\t').append(planned.isEmpty() ? "0" : planned).append('\n');
        return "";
    }

    private static String of(String[] cells, Map<String, Integer> at, String column) {
        var place = at.get(column);
        return place == null || place >= cells.length ? "" : cells[place].strip();
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written.replace('/', '-'));
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static @Nullable LocalTime time(String written) {
        try {
            return LocalTime.parse(written.length() == 4 ? "0" + written : written);
        } catch (DateTimeException notATime) {
            return null;
        }
    }

    private static TimeLines refused(String key) {
        return new TimeLines(0, "", List.of(), key, List.of());
    }
}
