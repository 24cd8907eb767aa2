package org.probity.house.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.probity.formats.cmrt.Limits;
import org.probity.formats.worker.ReadingWorker;
import org.probity.house.ui.Spreadsheet;

/** A workbook that its reading process cannot hold is answered with what to do about it, and the next one is read by another process. */
class ReadingAHeavyTableTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int HEAP_MIB = 24;

    @Test
    void whoeverSendsItIsToldAndNobodyElseNoticesAnything() throws Exception {
        var terms = new ReadingWorker.Terms(System.getProperty("java.class.path"), HEAP_MIB, Duration.ofSeconds(20), Limits.standard(), SheetProcess.class.getName());
        try (var readers = new Readers(terms)) {
            var heavy = workbook(6_000, 2_000);
            assertThatThrownBy(() -> readers.sheet(heavy, PATIENCE)).isInstanceOfSatisfying(Spreadsheet.Unreadable.class, it -> assertThat(it.key).isEqualTo("ui.file-heavy"));

            var light = workbook(1, 10);
            for (var each = 0; each < Readers.AT_ONCE; each++) {
                assertThat(readers.sheet(light, PATIENCE)).hasValueSatisfying(it -> assertThat(it.lines()).containsExactly(List.of("lot 0", words(new Random(0), 10))));
            }
        }
    }

    private static byte[] workbook(int lines, int signs) throws IOException {
        var random = new Random(0);
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0"); var sheet = book.newWorksheet("lots")) {
            IntStream.range(0, lines).forEach(no -> {
                sheet.value(no, 0, "lot " + no);
                sheet.value(no, 1, words(random, signs));
            });
        }
        return out.toByteArray();
    }

    /** No two are alike, and none packs well: a heap is full of them at once, and not after a long struggle. */
    private static String words(Random random, int signs) {
        return random.ints(signs, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
