package org.probity.formats.cmrt;

import java.util.ArrayList;
import java.util.List;

/// Comma-separated lines as spreadsheet programs write them: quotes around fields, doubled inside; `#` begins a remark line.
final class Csv {

    /// @param line the line in the file, from 1
    record Line(int line, List<String> fields) {
    }

    private Csv() {
    }

    static List<Line> parse(String text) {
        List<Line> lines = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int started = 1;
        int at = text.startsWith("\uFEFF") ? 1 : 0;
        for (; at <= text.length(); at++) {
            char c = at < text.length() ? text.charAt(at) : '\n';
            if (quoted) {
                if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    field.append('"');
                    at++;
                } else if (c == '"' || at == text.length()) {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"' && field.isEmpty()) {
                quoted = true;
            } else if (c == ',') {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else if (c == '\n') {
                fields.add(field.toString().strip());
                field.setLength(0);
                if (fields.size() > 1 || !fields.getFirst().isEmpty()) {
                    if (!fields.getFirst().startsWith("#")) {
                        lines.add(new Line(started, List.copyOf(fields)));
                    }
                }
                fields.clear();
                started = line + 1;
            } else {
                field.append(c);
            }
            if (c == '\n') {
                line++;
            }
        }
        return lines;
    }
}
