package org.probity.house.directory;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.probity.house.ui.Spreadsheet;

/**
 * What a file says, and what is wrong with it, line by line and column by column.
 *
 * @param lines the fields of each good line, in the order of {@link Kind#columns}, under the number of the line in the file
 */
record Reading(Kind kind, Map<Integer, String[]> lines, List<Fault> faults) {
    /** What files we take, told apart by their headings. An asterisk in the guide marks columns that must be filled. */
    enum Kind {
        UNITS("code", "kind", "name_en", "name_zh", "parent", "from", "until"),
        PEOPLE("number", "name_zh", "name_en", "email", "engagement", "unit", "title", "from", "until");

        final List<String> columns;

        Kind(String... columns) {
            this.columns = List.of(columns);
        }
    }

    /** @param row as the spreadsheet program numbers it */
    record Fault(int row, String column, String key, String value) {}

    private static final int FAULTS = 500;

    /** @param units codes that exist already; a file of units may name parents among its own lines too */
    static Reading of(Spreadsheet sheet, Set<String> units) {
        var faults = new ArrayList<Fault>();
        var headings = sheet.lines().isEmpty() ? List.<String>of()
                : sheet.lines().getFirst().stream().map(word -> word.toLowerCase(Locale.ROOT).replace(' ', '_')).toList();
        var kind = headings.contains("engagement") ? Kind.PEOPLE : Kind.UNITS;
        var at = new HashMap<String, Integer>();
        for (var column : kind.columns) {
            at.put(column, headings.indexOf(column));
            if (!headings.contains(column)) {
                faults.add(new Fault(1, column, "directory.column-missing", ""));
            }
        }
        var lines = new HashMap<Integer, String[]>();
        if (!faults.isEmpty()) {
            return new Reading(kind, lines, faults);
        }
        var known = new HashSet<>(units);
        if (kind == Kind.UNITS) {
            sheet.lines().stream().skip(1).forEach(line -> known.add(cell(line, at.get("code"))));
        }
        var seen = new HashSet<String>();
        for (var i = 1; i < sheet.lines().size() && faults.size() < FAULTS; i++) {
            var line = sheet.lines().get(i);
            if (line.stream().allMatch(String::isBlank)) {
                continue;
            }
            var fields = kind.columns.stream().map(column -> cell(line, at.get(column))).toArray(String[]::new);
            var before = faults.size();
            check(kind, i + 1, fields, known, seen, faults);
            if (faults.size() == before) {
                lines.put(i + 1, fields);
            }
        }
        if (lines.isEmpty() && faults.isEmpty()) {
            faults.add(new Fault(1, "", "directory.file-empty", ""));
        }
        return new Reading(kind, lines, faults);
    }

    private static void check(Kind kind, int row, String[] fields, Set<String> units, Set<String> seen, List<Fault> faults) {
        for (var i = 0; i < fields.length; i++) {
            if (fields[i].length() > 200) {
                faults.add(new Fault(row, kind.columns.get(i), "directory.too-long", fields[i].substring(0, 40)));
            }
            if (fields[i].codePoints().anyMatch(c -> Character.isISOControl(c))) {
                faults.add(new Fault(row, kind.columns.get(i), "directory.control-signs", ""));
            }
        }
        var from = kind.columns.indexOf("from");
        var begins = day(row, "from", fields, from, faults);
        var ends = fields[from + 1].isEmpty() ? LocalDate.MAX : day(row, "until", fields, from + 1, faults);
        if (ends.isBefore(begins)) {
            faults.add(new Fault(row, "until", "directory.ends-before", fields[from + 1]));
        }
        switch (kind) {
            case UNITS -> {
                filled(row, "code", fields[0], faults);
                fields[1] = fields[1].toUpperCase(Locale.ROOT);
                if (!Set.of("ENTITY", "SITE", "UNIT").contains(fields[1])) {
                    faults.add(new Fault(row, "kind", "directory.unit-kind-unknown", fields[1]));
                }
                filled(row, "name_en", fields[2] + fields[3], faults);
                if (!fields[4].isEmpty() && !units.contains(fields[4])) {
                    faults.add(new Fault(row, "parent", "directory.unit-unknown", fields[4]));
                }
                if (!fields[4].isEmpty() && fields[4].equals(fields[0])) {
                    faults.add(new Fault(row, "parent", "directory.own-parent", fields[4]));
                }
            }
            case PEOPLE -> {
                filled(row, "number", fields[0], faults);
                filled(row, "name_zh", fields[1] + fields[2], faults);
                if (!fields[3].isEmpty() && !fields[3].matches("[^\\s@]+@[^\\s@]+")) {
                    faults.add(new Fault(row, "email", "directory.email-wrong", fields[3]));
                }
                var engagement = Engagement.of(fields[4]);
                if (engagement.isEmpty()) {
                    faults.add(new Fault(row, "engagement", "directory.engagement-unknown", fields[4]));
                }
                fields[4] = engagement.map(Enum::name).orElse("");
                if (!units.contains(fields[5])) {
                    faults.add(new Fault(row, "unit", "directory.unit-unknown", fields[5]));
                }
            }
        }
        if (!seen.add(fields[0] + "\n" + fields[from])) {
            faults.add(new Fault(row, kind.columns.getFirst(), "directory.twice", fields[0]));
        }
    }

    private static void filled(int row, String column, String value, List<Fault> faults) {
        if (value.isBlank()) {
            faults.add(new Fault(row, column, "directory.field-missing", ""));
        }
    }

    private static LocalDate day(int row, String column, String[] fields, int at, List<Fault> faults) {
        try {
            var day = LocalDate.parse(fields[at].replace('/', '-'));
            fields[at] = day.toString();
            return day;
        } catch (DateTimeException notADay) {
            faults.add(new Fault(row, column, "directory.day-wrong", fields[at]));
            return LocalDate.MIN;
        }
    }

    private static String cell(List<String> line, int at) {
        return at < line.size() ? line.get(at) : "";
    }
}
