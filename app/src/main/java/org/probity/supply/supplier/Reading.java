package org.probity.supply.supplier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.probity.house.ui.Columns;
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

    private static final int FAULTS = 500;
    static final int LONGEST = 300;

    private final List<Columns.Line> lines = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private Reading() {}

    static Reading of(Kind kind, Spreadsheet sheet) {
        var reading = new Reading();
        var file = Columns.of(sheet, kind.columns);
        file.missing().forEach(column -> reading.fault(1, column, "supplier.column-missing", ""));
        if (!reading.faults.isEmpty()) {
            return reading;
        }
        for (var line : file.lines()) {
            for (var column : kind.columns) {
                var cell = line.of(column);
                if (cell.length() > LONGEST) {
                    reading.fault(line.row(), column, "supplier.too-long", cell.substring(0, 40));
                }
                if (cell.codePoints().anyMatch(Character::isISOControl)) {
                    reading.fault(line.row(), column, "supplier.control-signs", "");
                }
            }
            reading.lines.add(line);
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

    List<Columns.Line> lines() {
        return lines;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    boolean faultless() {
        return faults.isEmpty();
    }
}
