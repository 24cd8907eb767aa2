package org.probity.house.ui;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A table as a file. Spreadsheet programs run what looks like a formula, and a supplier chooses its own name: text that begins like one
 * is written with an apostrophe before it, in both formats.
 */
public final class Export {
    public enum Format {
        CSV, XLSX;

        public String code() {
            return switch (this) {
                case CSV -> "csv";
                case XLSX -> "xlsx";
            };
        }

        String type() {
            return switch (this) {
                case CSV -> "text/csv;charset=UTF-8";
                case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            };
        }

        static Optional<Format> of(String code) {
            for (Format format : values()) {
                if (format.code().equals(code)) {
                    return Optional.of(format);
                }
            }
            return Optional.empty();
        }
    }

    /** Also the wide forms: Excel of a Chinese or Japanese Windows takes them for the narrow ones. */
    private static final String STARTERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    /** Some programs part cells by semicolons or tabulators, whatever the file does. */
    private static final String QUOTED = ",\"\n\r;\t";
    /** What Excel holds in a cell. */
    private static final int CELL = 32_767;
    /** Signs in a line that is read without losing the next. */
    private static final int LINE = 60;

    private Export() {}

    /** The text, made harmless. Nothing in front of a formula helps it: programs drop blanks and invisible marks before they look. */
    static String harmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (STARTERS.indexOf(c) >= 0) {
                return "'" + text;
            }
            boolean unseen = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT;
            if (!unseen) {
                return text;
            }
        }
        return text;
    }

    static byte[] of(Format format, Table<?> table) {
        return switch (format) {
            case CSV -> csv(table.labels(), table.values());
            case XLSX -> xlsx(table.labels(), table.values(), table.offers(), table.refusal());
        };
    }

    /** RFC 4180, with a byte order mark, without which Excel reads Chinese as noise. */
    static byte[] csv(List<String> labels, List<List<Object>> rows) {
        var text = new StringBuilder("\ufeff");
        line(text, List.copyOf(labels));
        rows.forEach(row -> line(text, row));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, List<Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String cell = switch (cells.get(i)) {
                case BigDecimal number -> number.toPlainString();
                case Number number -> number.toString();
                case Object value -> harmless(value.toString());
            };
            text.append(i == 0 ? "" : ",").append(quoted(cell));
        }
        text.append("\r\n");
    }

    private static String quoted(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (QUOTED.indexOf(cell.charAt(i)) >= 0) {
                return '"' + cell.replace("\"", "\"\"") + '"';
            }
        }
        return cell;
    }

    /** A text as it stands in a file that is written line by line, because it is too long for a table. */
    public static String cell(String text) {
        return quoted(harmless(text));
    }

    static byte[] xlsx(List<String> labels, List<List<Object>> rows) {
        return xlsx(labels, rows, List.of(), "");
    }

    private static byte[] xlsx(List<String> labels, List<List<Object>> rows, List<List<List<String>>> offers, String refusal) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Probity", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Probity");
            for (int i = 0; i < labels.size(); i++) {
                sheet.value(0, i, text(labels.get(i)));
                sheet.style(0, i).bold().set();
            }
            sheet.freezePane(0, 1);
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    cell(sheet, row + 1, column, rows.get(row).get(column));
                }
            }
            breakLongLines(sheet, rows);
            offer(workbook, sheet, offers, refusal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A column takes the width of its words up to that of a line one can read. */
    private static void breakLongLines(Worksheet sheet, List<List<Object>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        for (int column = 0; column < columns; column++) {
            int at = column;
            if (rows.stream().anyMatch(row -> at < row.size() && row.get(at) instanceof String words && words.length() > LINE)) {
                sheet.width(column, LINE);
                sheet.range(1, column, rows.size(), column).style().wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    /**
     * The words stand on a hidden second sheet: a list inside the rule itself may hold no comma and ends after 255 signs.
     *
     * @param refusal what the spreadsheet program says to anything else
     */
    private static void offer(Workbook workbook, Worksheet sheet, List<List<List<String>>> offers, String refusal) {
        var ranges = new HashMap<List<String>, Range>();
        var wanted = offers.stream().flatMap(List::stream).filter(words -> !words.isEmpty()).distinct().toList();
        if (wanted.isEmpty()) {
            return;
        }
        Worksheet choices = workbook.newWorksheet("Choices");
        choices.setVisibilityState(VisibilityState.HIDDEN);
        for (int list = 0; list < wanted.size(); list++) {
            List<String> words = wanted.get(list);
            for (int i = 0; i < words.size(); i++) {
                choices.value(i, list, text(words.get(i)));
            }
            ranges.put(words, choices.range(0, list, words.size() - 1, list));
        }
        for (int row = 0; row < offers.size(); row++) {
            for (int column = 0; column < offers.get(row).size(); column++) {
                Range range = ranges.get(offers.get(row).get(column));
                if (range != null) {
                    sheet.range(row + 1, column, row + 1, column).validateWithList(range)
                            .errorStyle(DataValidationErrorStyle.STOP).showErrorMessage(true).errorTitle("Probity").error(refusal);
                }
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        switch (value) {
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Instant instant -> {
                sheet.value(row, column, instant.atZone(ZoneOffset.UTC).toLocalDateTime());
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> sheet.value(row, column, text(value.toString()));
        }
    }

    /** Excel's own limits: a cell's length, and characters XML 1.0 has no way to write. */
    private static String text(String value) {
        var kept = new StringBuilder();
        harmless(value).codePoints()
                .filter(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xd7ff || c >= 0xe000 && c <= 0xfffd || c >= 0x10000)
                .forEach(kept::appendCodePoint);
        return kept.length() > CELL ? kept.substring(0, CELL) : kept.toString();
    }
}
