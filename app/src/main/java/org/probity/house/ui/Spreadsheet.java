package org.probity.house.ui;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/**
 * The lines of a table somebody sent, as text, whether it came as XLSX or CSV. The first sheet of a workbook counts.
 *
 * @param lines with the heading line first; each as long as it was written
 * @param formulas the cells that compute, such as F7; what is read of them is the value they had when the file was saved
 */
public record Spreadsheet(List<List<String>> lines, Set<String> formulas) {
    private static final int LINES = 200_001;
    private static final int COLUMNS = 60;
    /** What fits beside the rest of the house: each cell costs some fifty bytes, however short it is. */
    private static final int CELLS = 1_500_000;
    /** A word that a workbook holds once may stand in every cell, and in each it takes its room. */
    private static final long SIGNS = 40_000_000;
    /** Digits of a number that somebody means; 1E1000000000 is a number too, and a gigabyte when it is written out. */
    private static final int DIGITS = 40;
    private static final long UNPACKED = 100L * 1024 * 1024;
    /** The words of a workbook are held all at once. */
    private static final long SHARED = 48L * 1024 * 1024;
    private static final int ENTRIES = 1_000;
    /** Between two ends of tags: no cell holds more, and a tag of many megabytes is kept in pieces that are many times its size. */
    private static final int TAG = 1_000_000;
    private static final int DEPTH = 100;
    /** The last column is XFD. */
    private static final int LETTERS = 3;

    /** It cannot be read as a table. @param key why, for the person who sent it */
    public static final class Unreadable extends Exception {
        public final String key;

        /** Also for what was read in another process, which has only the key. */
        public Unreadable(String key) {
            super(key);
            this.key = key;
        }
    }

    /**
     * One file at a time, so that what two people send together needs no more room than the limits give one. Whoever calls holds no
     * transaction while waiting.
     */
    public static synchronized Spreadsheet read(byte[] file) throws Unreadable {
        if (file.length == 0) {
            throw new Unreadable("ui.file-empty");
        }
        return packed(file) ? workbook(file) : text(file);
    }

    /** Whether it is a workbook, whatever it is called. */
    public static boolean packed(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K';
    }

    private static Spreadsheet workbook(byte[] file) throws Unreadable {
        mustUnpackToSomethingReasonable(file);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, false)); var rows = book.getFirstSheet().openStream()) {
            var lines = new ArrayList<List<String>>();
            var formulas = new HashSet<String>();
            var kept = 0;
            var signs = 0L;
            var all = rows.iterator();
            while (all.hasNext()) {
                var row = all.next();
                while (lines.size() < row.getRowNum() - 1 && lines.size() < LINES) {
                    lines.add(List.of());
                }
                if (lines.size() >= LINES) {
                    throw new Unreadable("ui.file-long");
                }
                var cells = new ArrayList<String>();
                for (var i = 0; i < Math.min(row.getCellCount(), COLUMNS); i++) {
                    var cell = row.getOptionalCell(i);
                    var words = cell.map(Spreadsheet::words).orElse("");
                    if (cell.filter(it -> it.getFormula() != null).isPresent() && formulas.size() < LINES) {
                        formulas.add(column(i) + row.getRowNum());
                    }
                    signs += words.length();
                    if (signs > SIGNS) {
                        throw new Unreadable("ui.file-long");
                    }
                    cells.add(words);
                }
                kept += cells.size();
                mustBeFewEnough(kept);
                lines.add(cells);
            }
            return new Spreadsheet(lines, formulas);
        } catch (IOException | RuntimeException notAWorkbook) {
            throw new Unreadable("ui.file-unreadable");
        }
    }

    private static void mustBeFewEnough(int cells) throws Unreadable {
        if (cells > CELLS) {
            throw new Unreadable("ui.file-long");
        }
    }

    private static String column(int no) {
        return no < 26 ? String.valueOf((char) ('A' + no)) : column(no / 26 - 1) + column(no % 26);
    }

    private static String words(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            var number = cell.asNumber();
            if (Math.abs((long) number.scale()) > DIGITS) {
                return number.toString();
            }
            var format = cell.getDataFormatString();
            if (format != null && format.toLowerCase().contains("y")) {
                return cell.asDate().toLocalDate().toString();
            }
            return number.stripTrailingZeros().toPlainString();
        }
        return cell.getText() == null ? "" : cell.getText().strip();
    }

    /** A few kilobytes can unpack to gigabytes; no list that people keep does. */
    private static void mustUnpackToSomethingReasonable(byte[] file) throws Unreadable {
        var buffer = new byte[64 * 1024];
        var unpacked = 0L;
        try (var zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
            var entries = zip.getEntries();
            for (var count = 1; entries.hasMoreElements(); count++) {
                if (count > ENTRIES) {
                    throw new Unreadable("ui.file-unreadable");
                }
                var entry = entries.nextElement();
                var words = entry.getName().endsWith("sharedStrings.xml");
                var before = unpacked;
                var tag = 0;
                try (var in = zip.getInputStream(entry)) {
                    for (int read; (read = in.read(buffer)) > 0; ) {
                        unpacked += read;
                        if (unpacked > UNPACKED || words && unpacked - before > SHARED || unpacked > 1_000_000 && unpacked > 100L * file.length) {
                            throw new Unreadable("ui.file-unreadable");
                        }
                        for (var i = 0; i < read; i++) {
                            tag = buffer[i] == '>' ? 0 : tag + 1;
                            if (tag > TAG) {
                                throw new Unreadable("ui.file-unreadable");
                            }
                        }
                    }
                }
                try (var in = zip.getInputStream(entry)) {
                    mustStandInColumnsThatAre(in);
                }
            }
        } catch (IOException | RuntimeException notAZip) {
            throw new Unreadable("ui.file-unreadable");
        }
    }

    /**
     * The reader keeps a place for every column up to the one that a cell names, and one for every element that is open. Asked beforehand of
     * whatever is in the archive, because a workbook may call its sheets what it likes; what is no XML is no sheet.
     */
    private static void mustStandInColumnsThatAre(InputStream in) throws Unreadable {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var depth = 0;
        try {
            var xml = factory.createXMLStreamReader(in);
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    var place = xml.getLocalName().equals("c") ? xml.getAttributeValue(null, "r") : null;
                    if (++depth > DEPTH || place != null && place.chars().filter(Character::isLetter).count() > LETTERS) {
                        throw new Unreadable("ui.file-unreadable");
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        } catch (XMLStreamException noXml) {
            return;
        }
    }

    /** RFC 4180, with the separator its first line uses, which in much of Europe is a semicolon; UTF-8, or else GB 18030, which is how Excel saves CSV on a Chinese Windows. */
    private static Spreadsheet text(byte[] file) throws Unreadable {
        var text = decoded(file);
        var lines = new ArrayList<List<String>>();
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        var kept = 0;
        var separator = separator(text);
        for (var i = text.startsWith("\ufeff") ? 1 : 0; i <= text.length(); i++) {
            var c = i == text.length() ? '\n' : text.charAt(i);
            if (quoted && i < text.length()) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator || c == '\n') {
                if (cells.size() < COLUMNS) {
                    cells.add(cell.toString().strip());
                    mustBeFewEnough(++kept);
                }
                cell.setLength(0);
                if (c == '\n') {
                    if (i < text.length() || cells.size() > 1 || !cells.getFirst().isEmpty()) {
                        lines.add(List.copyOf(cells));
                    }
                    cells.clear();
                    if (lines.size() > LINES) {
                        throw new Unreadable("ui.file-long");
                    }
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return new Spreadsheet(lines, Set.of());
    }

    private static char separator(String text) {
        var heading = text.lines().findFirst().orElse("");
        return heading.indexOf(',') >= 0 ? ',' : heading.indexOf(';') >= 0 ? ';' : heading.indexOf('\t') >= 0 ? '\t' : ',';
    }

    private static String decoded(byte[] file) throws Unreadable {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                var text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
                if (text.indexOf('\0') < 0) {
                    return text;
                }
            } catch (CharacterCodingException another) {
                continue;
            }
        }
        throw new Unreadable("ui.file-unreadable");
    }
}
