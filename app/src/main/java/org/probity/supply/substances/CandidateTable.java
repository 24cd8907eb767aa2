package org.probity.supply.substances;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probity.formats.ipc1752.Cas;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Spreadsheet;

/**
 * The candidate list as a table: the agency's own export, with some lines above its heading, or a plain one with the columns name, ec, cas, reason and
 * date. A cell may hold several numbers.
 */
final class CandidateTable {
    /** @param key what the entry is known by in another version: its first CAS number, else its EC number, else its name */
    record Line(int no, String key, String name, String ec, List<String> cas, String reason, @Nullable LocalDate day) {}

    private static final int HEADING_WITHIN = 20;
    private static final Pattern CAS = Pattern.compile("[0-9]{2,7}-[0-9]{2}-[0-9]");
    private static final DateTimeFormatter AGENCY = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern("d-MMM-yyyy").toFormatter(Locale.ENGLISH);
    private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("d/M/yyyy", Locale.ROOT);

    private CandidateTable() {}

    /**
     * <p>Refusals: {@code substances.list-heading} no line names the columns; {@code substances.list-empty}; {@code substances.list-no-name} and
     * {@code substances.list-cas-wrong} and {@code substances.list-date-wrong} with the line; {@code substances.list-twice} an entry stands twice.
     * Nothing is kept then: half a list would clear what the other half names.
     */
    static Answer<List<Line>> read(Spreadsheet table) {
        var lines = table.lines();
        for (var at = 0; at < Math.min(HEADING_WITHIN, lines.size()); at++) {
            var heading = lines.get(at).stream().map(it -> it.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")).toList();
            var name = column(heading, "substancename", "name");
            var cas = column(heading, "casno", "casnumber", "cas");
            if (name.isPresent() && cas.isPresent()) {
                return read(lines, at, name.get(), cas.get(), column(heading, "ecno", "ecnumber", "ec"), column(heading, "reasonforinclusion", "reason"),
                        column(heading, "dateofinclusion", "dateadded", "date"));
            }
        }
        return Answer.refused("file", "substances.list-heading");
    }

    private static Answer<List<Line>> read(
            List<List<String>> lines, int heading, int name, int cas, Optional<Integer> ec, Optional<Integer> reason, Optional<Integer> date) {
        var read = new ArrayList<Line>();
        var met = new HashSet<String>();
        for (var i = heading + 1; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (cell(line, name).isEmpty()) {
                return Answer.refused("file", "substances.list-no-name", i + 1);
            }
            var numbers = new ArrayList<String>();
            var matcher = CAS.matcher(cell(line, cas));
            while (matcher.find()) {
                if (!Cas.isRight(matcher.group())) {
                    return Answer.refused("file", "substances.list-cas-wrong", i + 1, matcher.group());
                }
                numbers.add(matcher.group());
            }
            var day = date.map(it -> cell(line, it)).filter(it -> !it.isEmpty() && !it.equals("-"));
            var read1 = day.map(CandidateTable::day).orElse(Optional.empty());
            if (day.isPresent() && read1.isEmpty()) {
                return Answer.refused("file", "substances.list-date-wrong", i + 1, day.get());
            }
            var ecNumber = ec.map(it -> cell(line, it)).filter(it -> !it.equals("-")).orElse("");
            var key = !numbers.isEmpty() ? numbers.getFirst() : !ecNumber.isEmpty() ? ecNumber : cell(line, name).toLowerCase(Locale.ROOT);
            if (!met.add(key)) {
                return Answer.refused("file", "substances.list-twice", i + 1, key);
            }
            read.add(new Line(read.size() + 1, key, cell(line, name), ecNumber, List.copyOf(numbers), reason.map(it -> cell(line, it)).orElse(""), read1.orElse(null)));
        }
        return read.isEmpty() ? Answer.refused("file", "substances.list-empty") : Answer.done(List.copyOf(read));
    }

    private static Optional<Integer> column(List<String> heading, String... names) {
        for (var name : names) {
            if (heading.contains(name)) {
                return Optional.of(heading.indexOf(name));
            }
        }
        return Optional.empty();
    }

    private static String cell(List<String> line, int column) {
        return column < line.size() ? line.get(column).strip() : "";
    }

    private static Optional<LocalDate> day(String typed) {
        for (var format : List.of(DateTimeFormatter.ISO_LOCAL_DATE, AGENCY, SLASHES)) {
            try {
                return Optional.of(LocalDate.parse(typed, format));
            } catch (DateTimeException another) {
                continue;
            }
        }
        return Optional.empty();
    }
}
