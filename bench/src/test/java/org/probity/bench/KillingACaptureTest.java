package org.probity.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One kill, of the program and its PostgreSQL, of the forty that {@code probity trial capture} makes; it also holds grown books against books read anew. */
class KillingACaptureTest {
    @TempDir
    Path folder;

    @Test
    void whatAPlantSentAndWasAcknowledgedIsThereOnce() throws Exception {
        assumeTrue(Files.exists(KillingTheHouseTest.JAR), "the application has not been packaged in this build");
        var command = Files.writeString(folder.resolve("probity"), "#!/bin/sh\nexec " + Path.of(System.getProperty("java.home"), "bin/java") + " " + KillingTheHouseTest.SHORT_LIVED + " -jar " + KillingTheHouseTest.JAR + " \"$@\"\n");
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        System.setProperty("probity.command", command.toString());

        assertThat(CaptureTrial.torment(1, 42, false)).isTrue();
    }
}
