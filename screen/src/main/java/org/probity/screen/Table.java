package org.probity.screen;

import java.util.ArrayList;
import java.util.List;

import org.probity.screen.ListFile.Unreadable;
import org.probity.screen.ListReading.Fault;

/** Lines of fields, with quotes around what has the separator in it, doubled inside. Every line has as many fields as the list has columns. */
final class Table {

    /** @param line the line of the file it begins in, from 1 */
    record Row(int line, List<String> fields) {

        String field(int at) {
            return fields.get(at);
        }
    }

    private static final int FIELD_MAX = 50_000;

    private Table() {}

    static List<Row> read(String file, String text, char separator, int columns) throws Unreadable {
        List<Row> rows = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int began = 1;
        for (int at = 0; at <= text.length(); at++) {
            boolean end = at == text.length();
            char letter = end ? '\n' : text.charAt(at);
            if (quoted && end) {
                throw new Unreadable(file, began, Fault.CUT_OFF, "");
            }
            if (quoted) {
                if (letter == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    field.append('"');
                    at++;
                } else if (letter == '"') {
                    quoted = false;
                } else {
                    field.append(letter);
                }
            } else if (letter == '"' && field.toString().isBlank()) {
                field.setLength(0);
                quoted = true;
            } else if (letter == separator || letter == '\n') {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else if (letter != '\r') {
                field.append(letter);
            }
            if (field.length() > FIELD_MAX) {
                throw new Unreadable(file, began, Fault.VALUE, field.substring(0, 40));
            }
            if (!quoted && letter == '\n') {
                boolean empty = fields.size() == 1 && fields.getFirst().isEmpty();
                if (!empty && fields.size() != columns) {
                    throw new Unreadable(file, began, end && fields.size() < columns ? Fault.CUT_OFF : Fault.COLUMNS, fields.size() + " / " + columns);
                }
                if (!empty) {
                    rows.add(new Row(began, List.copyOf(fields)));
                }
                fields.clear();
            }
            if (letter == '\n') {
                line++;
                began = quoted ? began : line;
            }
        }
        return rows;
    }
}
