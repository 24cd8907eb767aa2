package org.probity.supply.screening;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.ui.Spreadsheet;

/** A list's file as the reader of lists wants it. */
final class ListText {
    private ListText() {}

    /** Lists that have no publisher's file may come as a workbook; it is kept as it came and read as the table it is. */
    static byte[] of(byte[] file) throws Spreadsheet.Unreadable {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            return file;
        }
        var lines = Spreadsheet.read(file).lines().stream().filter(line -> line.stream().anyMatch(cell -> !cell.isBlank())).toList();
        var columns = lines.stream().findFirst().map(List::size).orElse(0);
        return lines.stream().map(line -> Stream.concat(line.stream(), Stream.generate(() -> "")).limit(Math.max(columns, line.size()))
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"').collect(Collectors.joining(","))).collect(Collectors.joining("\n", "", "\n")).getBytes(StandardCharsets.UTF_8);
    }

    /** Of a file that was read when it came. */
    static byte[] again(byte[] file) {
        try {
            return of(file);
        } catch (Spreadsheet.Unreadable changed) {
            throw new IllegalStateException("a file that was read is read no more", changed);
        }
    }
}
