package org.probity.formats.cmrt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Changes cells in the text of a sheet and leaves every other character alone. Walks the tags itself, because what an XML library reads and
/// writes again is no longer what the supplier sent.
final class SheetPatch {

    private final String xml;
    private final boolean days1904;
    private final List<String> formulasGone = new ArrayList<>();
    private final StringBuilder patched;
    /// Up to where the original has been taken over.
    private int taken;
    /// `x:` where the sheet's own elements carry a prefix.
    private String prefix = "";

    SheetPatch(String xml, boolean days1904) {
        this.xml = xml;
        this.days1904 = days1904;
        this.patched = new StringBuilder(xml.length() + 1024);
    }

    List<String> formulasGone() {
        return formulasGone;
    }

    /// @param end one after the closing bracket
    private record Tag(String name, int start, int end, boolean closing, boolean alone) {
    }

    private Tag next(int from) throws WriteBack.Hindered {
        int at = xml.indexOf('<', from);
        while (at >= 0 && (xml.startsWith("<!--", at) || xml.startsWith("<![CDATA[", at) || xml.startsWith("<?", at))) {
            String close = xml.startsWith("<!--", at) ? "-->" : xml.startsWith("<?", at) ? "?>" : "]]>";
            int end = xml.indexOf(close, at);
            at = end < 0 ? -1 : xml.indexOf('<', end + close.length());
        }
        int end = at < 0 ? -1 : close(at);
        if (end < 0) {
            throw new WriteBack.Hindered(WriteBack.Obstacle.UNUSUAL_MARKUP);
        }
        boolean closing = xml.charAt(at + 1) == '/';
        int nameStart = at + (closing ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < end && " \t\r\n/>".indexOf(xml.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        return new Tag(xml.substring(nameStart, nameEnd), at, end + 1, closing, xml.charAt(end - 1) == '/');
    }

    /// The bracket that closes the tag; one inside quotes does not.
    private int close(int from) {
        char quote = 0;
        for (int at = from; at < xml.length(); at++) {
            char c = xml.charAt(at);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return at;
            }
        }
        return -1;
    }

    String apply(NavigableMap<CellRef, WriteBack.Correction> corrections) throws WriteBack.Hindered {
        TreeMap<Integer, TreeMap<Integer, WriteBack.Correction>> rows = new TreeMap<>();
        corrections.forEach((at, correction) ->
                rows.computeIfAbsent(at.row(), r -> new TreeMap<>()).put(Columns.number(at.column()), correction));
        Tag tag = next(0);
        while (!local(tag).equals("worksheet")) {
            tag = next(tag.end());
        }
        prefix = tag.name().substring(0, tag.name().length() - "worksheet".length());
        while (!local(tag).equals("sheetData")) {
            tag = next(tag.end());
        }
        if (tag.alone()) {
            keepTo(tag.start());
            patched.append('<').append(prefix).append("sheetData>");
            addRows(rows);
            patched.append("</").append(prefix).append("sheetData>");
            taken = tag.end();
        } else {
            int row = 0;
            for (tag = next(tag.end()); !(tag.closing() && local(tag).equals("sheetData")); tag = next(tag.end())) {
                if (!tag.closing() && local(tag).equals("row")) {
                    String number = attribute(xml.substring(tag.start(), tag.end()), "r");
                    row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
                    keepTo(tag.start());
                    addRows(new TreeMap<>(rows.headMap(row, false)));
                    rows.headMap(row, false).clear();
                    TreeMap<Integer, WriteBack.Correction> wanted = rows.remove(row);
                    if (wanted != null) {
                        tag = patchRow(tag, row, wanted);
                    }
                }
            }
            keepTo(tag.start());
            addRows(rows);
        }
        keepTo(xml.length());
        return patched.toString();
    }

    private String local(Tag tag) {
        int colon = tag.name().indexOf(':');
        return colon < 0 ? tag.name() : tag.name().substring(colon + 1);
    }

    private void keepTo(int end) {
        patched.append(xml, taken, end);
        taken = end;
    }

    private void addRows(Map<Integer, TreeMap<Integer, WriteBack.Correction>> rows) {
        rows.forEach((row, cells) -> {
            patched.append('<').append(prefix).append("row r=\"").append(row).append("\">");
            cells.values().forEach(c -> patched.append(cell(c, "")));
            patched.append("</").append(prefix).append("row>");
        });
    }

    /// @return the last tag of the row
    private Tag patchRow(Tag row, int number, TreeMap<Integer, WriteBack.Correction> wanted) throws WriteBack.Hindered {
        if (row.alone()) {
            keepTo(row.end() - 2);
            patched.append('>');
            wanted.values().forEach(c -> patched.append(cell(c, "")));
            patched.append("</").append(prefix).append("row>");
            taken = row.end();
            return row;
        }
        int column = 0;
        Tag tag = next(row.end());
        while (!(tag.closing() && local(tag).equals("row"))) {
            Tag last = tag;
            if (!tag.closing() && local(tag).equals("c")) {
                String address = attribute(xml.substring(tag.start(), tag.end()), "r");
                column = address.isEmpty() ? column + 1 : Columns.number(address.replaceAll("[0-9]", ""));
                keepTo(tag.start());
                wanted.headMap(column, false).values().forEach(c -> patched.append(cell(c, "")));
                wanted.headMap(column, false).clear();
                last = endOf(tag);
                WriteBack.Correction correction = wanted.remove(column);
                if (correction != null) {
                    dropFormula(tag, last, address.isEmpty() ? Columns.letters(column) + number : address);
                    patched.append(cell(correction, attribute(xml.substring(tag.start(), tag.end()), "s")));
                    taken = last.end();
                }
            }
            tag = next(last.end());
        }
        keepTo(tag.start());
        wanted.values().forEach(c -> patched.append(cell(c, "")));
        return tag;
    }

    private Tag endOf(Tag start) throws WriteBack.Hindered {
        if (start.alone()) {
            return start;
        }
        Tag tag = next(start.end());
        while (!(tag.closing() && tag.name().equals(start.name()))) {
            tag = next(tag.end());
        }
        return tag;
    }

    private void dropFormula(Tag start, Tag end, String address) throws WriteBack.Hindered {
        for (Tag tag = start; tag.start() < end.start(); tag = next(tag.end())) {
            if (local(tag).equals("f") && !tag.closing()) {
                String formula = xml.substring(tag.start(), tag.end());
                String range = attribute(formula, "ref");
                // The first cell of a shared formula holds it for the others.
                if (!range.isEmpty() && !range.equals(address) && !range.equals(address + ":" + address)) {
                    throw new WriteBack.Hindered(WriteBack.Obstacle.SHARED_FORMULA);
                }
                formulasGone.add(address);
            }
        }
    }

    private String cell(WriteBack.Correction correction, String style) {
        String start = "<" + prefix + "c r=\"" + correction.cell().address() + "\"" + (style.isEmpty() ? "" : " s=\"" + style + "\"");
        String end = "</" + prefix + "c>";
        return switch (correction) {
            case WriteBack.Correction.Text(CellRef at, String text) -> start + " t=\"inlineStr\"><" + prefix + "is><" + prefix
                    + "t xml:space=\"preserve\">" + Xml.escape(text) + "</" + prefix + "t></" + prefix + "is>" + end;
            case WriteBack.Correction.Number(CellRef at, var number) -> start + "><" + prefix + "v>" + number.toPlainString() + "</" + prefix
                    + "v>" + end;
            case WriteBack.Correction.Day(CellRef at, var day) -> start + "><" + prefix + "v>" + WriteBack.serial(day, days1904) + "</" + prefix
                    + "v>" + end;
            case WriteBack.Correction.Nothing(CellRef at) -> start + "/>";
        };
    }

    /// The attribute's text as written, empty when absent.
    static String attribute(String tag, String name) {
        int at = -1;
        do {
            at = tag.indexOf(name + "=", at + 1);
        } while (at > 0 && !Character.isWhitespace(tag.charAt(at - 1)));
        if (at < 0) {
            return "";
        }
        int open = at + name.length() + 1;
        int close = tag.indexOf(tag.charAt(open), open + 1);
        return tag.substring(open + 1, close);
    }
}
