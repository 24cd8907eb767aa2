package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/** A file of twenty megabytes that is nothing but separators once took the whole house down. */
class ReadingATableTest {
    @Test
    void aLineWithoutEndIsCutAndNotKept() throws Exception {
        assertThat(read("a,".repeat(1_000_000)).lines()).singleElement().satisfies(line -> assertThat(line).hasSize(60).containsOnly("a"));
    }

    @Test
    void moreCellsThanFitBesideTheHouseAreRefused() throws Exception {
        var line = "ab,".repeat(60) + "\n";
        assertThat(read(line.repeat(24_999)).lines()).hasSize(24_999);
        assertThatThrownBy(() -> read(line.repeat(25_001))).isInstanceOfSatisfying(Spreadsheet.Unreadable.class, it -> assertThat(it.key).isEqualTo("ui.file-long"));
    }

    @Test
    void aWorkbookWithFarMoreWordsThanCellsIsRefused() throws Exception {
        var book = Export.xlsx(List.of("number"), List.of(List.of("1")));
        assertThat(Spreadsheet.read(withWords(book, 1_000)).lines()).contains(List.of("number"));
        assertThatThrownBy(() -> Spreadsheet.read(withWords(book, 51_000_000)))
                .isInstanceOfSatisfying(Spreadsheet.Unreadable.class, it -> assertThat(it.key).isEqualTo("ui.file-unreadable"));
    }

    /** A dozen signs that were a gigabyte when written out, and so the end of the program. */
    @Test
    void aNumberIsNotWrittenOutBeyondWhatSomebodyMeans() throws Exception {
        var book = withSheet("<row r=\"1\"><c r=\"A1\"><v>1E1000000000</v></c><c r=\"B1\"><v>12.50</v></c><c r=\"C1\"><v>1E-7</v></c></row>", "x");
        assertThat(Spreadsheet.read(book).lines().getFirst()).containsExactly("1E+1000000000", "12.5", "0.0000001");
    }

    /** Half a megabyte of words, standing in two thousand cells. */
    @Test
    void aWordInManyCellsTakesItsRoomInEach() throws Exception {
        var cells = IntStream.rangeClosed(1, 2_000).mapToObj(row -> "<row r=\"" + row + "\"><c r=\"A" + row + "\" t=\"s\"><v>0</v></c></row>").collect(Collectors.joining());
        var book = withSheet(cells, " " + "a".repeat(500_000));
        assertThatThrownBy(() -> Spreadsheet.read(book)).isInstanceOfSatisfying(Spreadsheet.Unreadable.class, it -> assertThat(it.key).isEqualTo("ui.file-long"));
    }

    /** No program has so many columns; each empty one between costs room all the same. */
    @Test
    void aCellBeyondTheLastColumnIsRefused() throws Exception {
        var book = withSheet("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>", "x");
        assertThatThrownBy(() -> Spreadsheet.read(book)).isInstanceOf(Spreadsheet.Unreadable.class);
    }

    @Test
    void elementsWithinElementsWithoutEndAreRefused() throws Exception {
        assertThat(Spreadsheet.read(withSheet("<x>".repeat(90) + "</x>".repeat(90), "x")).lines()).isEmpty();
        var book = withSheet("<x>".repeat(1_000_000) + "</x>".repeat(1_000_000), "x");
        assertThatThrownBy(() -> Spreadsheet.read(book)).isInstanceOf(Spreadsheet.Unreadable.class);
    }

    /** A workbook with these rows and one shared word. */
    private static byte[] withSheet(String rows, String word) throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var in = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(Export.xlsx(List.of("number"), List.of(List.of("1"))))).get();
                var out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (var entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var space = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
                if (entry.getName().endsWith("sharedStrings.xml")) {
                    out.write(("<sst " + space + "><si><t xml:space=\"preserve\">" + word + "</t></si></sst>").getBytes(StandardCharsets.US_ASCII));
                } else if (entry.getName().endsWith("sheet1.xml")) {
                    out.write(("<worksheet " + space + "><sheetData>" + rows + "</sheetData></worksheet>").getBytes(StandardCharsets.US_ASCII));
                } else {
                    in.getInputStream(entry).transferTo(out);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static Spreadsheet read(String text) throws Spreadsheet.Unreadable {
        return Spreadsheet.read(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The same workbook, its shared words longer by so many blanks; stored, so that it is not refused for unpacking to too much. */
    private static byte[] withWords(byte[] book, int blanks) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var in = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(book)).get(); var out = new ZipOutputStream(bytes)) {
            out.setLevel(Deflater.NO_COMPRESSION);
            for (var entry : Collections.list(in.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                in.getInputStream(entry).transferTo(out);
                if (entry.getName().endsWith("sharedStrings.xml")) {
                    out.write(" ".repeat(blanks).getBytes(StandardCharsets.US_ASCII));
                }
            }
        }
        return bytes.toByteArray();
    }
}
