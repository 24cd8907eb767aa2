package org.probity.house.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The lines of a table that somebody sent, under the columns a room asks for. What stands in other columns is not read, and lines without a word are
 * left out.
 *
 * @param missing columns that are asked for and are not there; then no line is read
 */
public record Columns(List<String> missing, List<Line> lines) {
    /** @param row as the spreadsheet program numbers it */
    public record Line(int row, Map<String, String> cells) {
        /** Without blanks around it; empty where nothing stands. */
        public String of(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /**
     * A file as somebody sent it, with at least one line and no more than the most.
     *
     * <p>Refusals, all of the field {@code file}: those of {@link Spreadsheet}; and of the room, below its own word: {@code .columns} with those that are missing; {@code .empty}; {@code .long} with the most.
     *
     * @param said the room's word, such as {@code pay.file}
     */
    public static Answer<Columns> taken(byte[] file, List<String> wanted, int most, String said) {
        Columns columns;
        try {
            columns = of(Spreadsheet.read(file), wanted);
        } catch (Spreadsheet.Unreadable unreadable) {
            return Answer.refused("file", unreadable.key);
        }
        if (!columns.missing().isEmpty()) {
            return Answer.refused("file", said + ".columns", String.join(", ", columns.missing()));
        }
        if (columns.lines().isEmpty()) {
            return Answer.refused("file", said + ".empty");
        }
        return columns.lines().size() > most ? Answer.refused("file", said + ".long", most) : Answer.done(columns);
    }

    public static Columns of(Spreadsheet sheet, List<String> wanted) {
        return of(sheet, wanted, Map.of());
    }

    /** @param otherNames of columns, such as the headings of a template in another language */
    public static Columns of(Spreadsheet sheet, List<String> wanted, Map<String, String> otherNames) {
        var headings = headings(sheet, otherNames);
        var missing = wanted.stream().filter(it -> !headings.contains(it)).toList();
        var lines = new ArrayList<Line>();
        for (var i = 1; missing.isEmpty() && i < sheet.lines().size(); i++) {
            var cells = sheet.lines().get(i);
            if (!cells.stream().allMatch(String::isBlank)) {
                var fields = new HashMap<String, String>();
                for (var column : wanted) {
                    var at = headings.indexOf(column);
                    fields.put(column, at < cells.size() ? cells.get(at).strip() : "");
                }
                lines.add(new Line(i + 1, fields));
            }
        }
        return new Columns(missing, lines);
    }

    /** The first line, as columns are called: small letters, and a low line for each blank. */
    public static List<String> headings(Spreadsheet sheet, Map<String, String> otherNames) {
        return sheet.lines().isEmpty() ? List.of()
                : sheet.lines().getFirst().stream().map(String::strip).map(it -> otherNames.getOrDefault(it, it.toLowerCase(Locale.ROOT).replace(' ', '_'))).toList();
    }
}
