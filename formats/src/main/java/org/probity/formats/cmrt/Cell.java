package org.probity.formats.cmrt;

/// One cell as it stands in the file.
///
/// @param at where
/// @param kind what the file says it holds; an ERROR (#N/A, #REF!) is kept apart from text because suppliers' tools leave them behind
/// @param raw the stored text, number or error sign, untouched; empty when there is none
/// @param computed whether a formula stands behind it; a computed value is the supplier's program's claim, not the supplier's own typing
public record Cell(CellRef at, Kind kind, String raw, boolean computed) {

    public enum Kind { EMPTY, TEXT, NUMBER, BOOLEAN, ERROR }

    static Cell empty(CellRef at) {
        return new Cell(at, Kind.EMPTY, "", false);
    }

    /// What a person meant: without the blanks around it, and nothing for an error value.
    public String value() {
        return kind == Kind.ERROR || kind == Kind.EMPTY ? "" : strip(raw);
    }

    public boolean blank() {
        return value().isEmpty();
    }

    /// What a spreadsheet compares with zero to see whether a cell was filled: a blank typed into the cell counts as filled.
    boolean zero() {
        return switch (kind) {
            case EMPTY -> true;
            case NUMBER -> Double.parseDouble(raw) == 0;
            case TEXT -> raw.isEmpty();
            case BOOLEAN, ERROR -> false;
        };
    }

    /// Equality as a spreadsheet sees it: capitals do not matter, blanks do.
    boolean is(String word) {
        return kind == Kind.TEXT && raw.equalsIgnoreCase(word);
    }

    /// Suppliers paste from web pages, so no-break and ideographic blanks count as blanks.
    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }
}
