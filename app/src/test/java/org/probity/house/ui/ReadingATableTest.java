package org.probity.house.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
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
