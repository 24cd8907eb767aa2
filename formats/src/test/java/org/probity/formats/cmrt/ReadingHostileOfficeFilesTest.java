package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.probity.formats.worker.ReadingWorker;

/// Files that others collected because they broke readers of office documents: bombs, entities, recursion, damage.
class ReadingHostileOfficeFilesTest {

    @TestFactory
    Stream<DynamicTest> eachIsRefusedWithItsReasonInTheTimeAWorkbookMayTake() throws IOException {
        return files().stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () ->
                assertTimeout(Duration.ofSeconds(20), () -> assertThat(Cmrt.read(Files.readAllBytes(file))).isInstanceOf(Reading.Unreadable.class))));
    }

    @TestFactory
    Stream<DynamicTest> theProcessThatMetThemAllStillReads() throws IOException {
        List<Path> files = files();
        return Stream.of(DynamicTest.dynamicTest(files.size() + " files", () -> {
            try (ReadingWorker worker = new ReadingWorker(ReadingWorker.Terms.of(System.getProperty("java.class.path")))) {
                for (Path file : files) {
                    assertThat(worker.read(Files.readAllBytes(file))).as(file.toString()).isInstanceOf(Reading.Unreadable.class);
                }
                byte[] honest = Sample.workbook(SampleOrder.complete("Blue Heron", "Lin", "lin@example.org", java.time.LocalDate.of(2026, 9, 1)));
                assertThat(worker.read(honest)).isInstanceOf(Reading.Read.class);
                assertThat(worker.started()).as("none of them broke it").isOne();
            }
        }));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(Shared.path("security/hostile-office"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
