package org.probity.formats.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.probity.formats.cmrt.Cmrt;
import org.probity.formats.cmrt.Hostile;
import org.probity.formats.cmrt.Limits;
import org.probity.formats.cmrt.Reading;
import org.probity.formats.cmrt.Reading.Reason;

class ReadingInAProcessOfItsOwnTest {

    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static ReadingWorker worker;

    @BeforeAll
    static void start() {
        worker = new ReadingWorker(ReadingWorker.Terms.of(CLASS_PATH)).warm();
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    private static Reason reason(Reading reading) {
        return ((Reading.Unreadable) reading).reason();
    }

    @Test
    void itSaysWhatTheReaderWouldHaveSaid() {
        for (byte[] file : List.of(Hostile.sample(), Hostile.macro(), Hostile.billionLaughs(), Hostile.zipBomb(40), new byte[0], new byte[] {1, 2})) {
            assertThat(worker.read(file).toString()).isEqualTo(Cmrt.read(file).toString());
        }
    }

    @Test
    void oneProcessServesManyFiles() {
        int before = worker.started();
        for (int i = 0; i < 20; i++) {
            assertThat(worker.read(Hostile.sample())).isInstanceOf(Reading.Read.class);
        }
        assertThat(worker.started()).isEqualTo(before);
    }

    @Test
    void aFileThatFillsTheHeapIsRefusedAndTheNextIsRead() {
        try (ReadingWorker small = new ReadingWorker(new ReadingWorker.Terms(CLASS_PATH, 24, Duration.ofSeconds(20), Limits.standard()))) {
            assertThat(reason(small.read(Hostile.hugeAttribute(15)))).isEqualTo(Reason.TOO_BIG);
            assertThat(small.read(Hostile.sample())).isInstanceOf(Reading.Read.class);
            assertThat(small.started()).isEqualTo(2);
        }
    }

    @Test
    void aFileThatTakesTooLongIsRefusedAndTheNextIsRead() {
        Duration nothing = Duration.ofMillis(1);
        try (ReadingWorker hasty = new ReadingWorker(new ReadingWorker.Terms(CLASS_PATH, 64, nothing, Limits.standard()))) {
            assertThat(hasty.read(Hostile.hugeAttribute(15))).isEqualTo(new Reading.Unreadable(Reason.TOO_SLOW, List.of(1L)));
            hasty.warm();
            assertThat(hasty.started()).isEqualTo(2);
        }
    }

    @Test
    void aWorkerThatCannotStartSaysSo() {
        assertThatThrownBy(() -> new ReadingWorker(ReadingWorker.Terms.of("/nowhere")).warm()).hasMessageContaining("did not start");
    }

    @Test
    void deepNestingAndHugeAttributesAreSurvived() {
        assertThat(reason(worker.read(Hostile.deepNesting(100_000)))).isEqualTo(Reason.DAMAGED);
        assertThat(worker.read(Hostile.hugeAttribute(30))).isNotNull();
        assertThat(worker.read(Hostile.sample())).isInstanceOf(Reading.Read.class);
    }

    /// Files that broke other programs: each is refused or read, within the deadline and the heap.
    @TestFactory
    Stream<DynamicTest> filesThatBrokeOthersDoNotBreakThis() throws IOException {
        Path folder = Path.of(System.getProperty("probity.shared", "none"), "security", "hostile-office");
        Assumptions.assumeTrue(Files.isDirectory(folder), "reference data not here");
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            int before = worker.started();
            Reading reading = worker.read(bytes(file));
            assertThat(reading).isInstanceOf(Reading.Unreadable.class);
            assertThat(reason(reading)).isNotEqualTo(Reason.TOO_SLOW);
            assertThat(worker.started()).isEqualTo(before);
        }));
    }

    /// The largest honest files, the old binary ones above all, fit into the same heap and deadline.
    @TestFactory
    Stream<DynamicTest> realFormsAreReadThereToo() throws IOException {
        Path folder = Path.of(System.getProperty("probity.shared", "none"), "supply", "cmrt");
        Assumptions.assumeTrue(Files.isDirectory(folder), "reference data not here");
        return Stream.of("templates/RMI_CMRT_6.5.xlsx", "filled/3.01_filled.xls", "filled/3.01_empty.xls", "filled/2.02_empty.xlsx", "filled/2.02_green.xlsx")
                .map(name -> DynamicTest.dynamicTest(name, () ->
                        assertThat(worker.read(bytes(folder.resolve(name)))).isInstanceOf(Reading.Read.class)));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
