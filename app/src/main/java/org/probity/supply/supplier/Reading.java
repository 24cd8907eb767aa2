package org.probity.supply.supplier;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.probity.house.ui.Spreadsheet;

/** The lines of a file under their columns, and what is wrong with them, by row and column. */
final class Reading {
    /** What files we take; a star in the guide marks columns that must be filled. */
    enum Kind {
        SUPPLIERS("number", "name_zh", "name_en", "name_other", "country", "category", "credit_code", "lei"),
        SITES("supplier", "site", "address", "country"),
        MATERIALS("supplier", "number", "name_zh", "name_en", "from", "until", "tin_percent", "tin_from"),
        LEDGER("document", "line", "supplier", "material", "day", "kilograms");

        final List<String> columns;

        Kind(String... columns) {
            this.columns = List.of(columns);
        }

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param row as the spreadsheet program numbers it */
    public record Fault(int row, String column, String key, String value) {}

    /** One line of the file. */
    record Line(int row, Map<String, String> fields) {
        String of(String column) {
            return fields.getOrDefault(column, "");
        }
    }

    private static final int FAULTS = 500;
    static final int LONGEST = 300;

    private final List<Line> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private Reading() {}

    static Reading of(Kind kind, Spreadsheet sheet) {
        var reading = new Reading();
        var headings = sheet.lines().isEmpty() ? List.<String>of()
                : sheet.lines().getFirst().stream().map(word -> word.toLowerCase(Locale.ROOT).replace(' ', '_')).toList();
        for (var column : kind.columns) {
            if (!headings.contains(column)) {
                reading.fault(1, column, "supplier.column-missing", "");
            }
        }
        if (!reading.faults.isEmpty()) {
            return reading;
        }
        for (var i = 1; i < sheet.lines().size(); i++) {
            var cells = sheet.lines().get(i);
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            var fields = new HashMap<String, String>();
            for (var column : kind.columns) {
                var at = headings.indexOf(column);
                var cell = at < cells.size() ? cells.get(at).strip() : "";
                if (cell.length() > LONGEST) {
                    reading.fault(i + 1, column, "supplier.too-long", cell.substring(0, 40));
                }
                if (cell.codePoints().anyMatch(Character::isISOControl)) {
                    reading.fault(i + 1, column, "supplier.control-signs", "");
                }
                fields.put(column, cell);
            }
            reading.lines.add(new Line(i + 1, fields));
        }
        if (reading.lines.isEmpty()) {
            reading.fault(1, kind.columns.getFirst(), "supplier.no-lines", "");
        }
        return reading;
    }

    void fault(int row, String column, String key, String value) {
        if (faults.size() < FAULTS) {
            faults.add(new Fault(row, column, key, value));
        }
    }

    List<Line> lines() {
        return lines;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    boolean faultless() {
        return faults.isEmpty();
    }
}
