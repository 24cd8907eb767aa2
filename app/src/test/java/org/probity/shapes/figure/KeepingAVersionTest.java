package org.probity.shapes.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What each version of each figure computes, by its hash, as a file that anybody can read and compare. A house that froze a value under a version
 * refuses to freeze another computation under it; here whoever changes a query hears of it before that. New figures and versions are written down by
 * this test; look at the difference and commit it.
 */
@WholeHouse
class KeepingAVersionTest {
    private static final Path FILE = Path.of("figures.golden.txt");

    @Autowired List<Figure> figures;

    @Test
    void whatAVersionComputesStaysUnderThatVersion() throws IOException {
        var kept = new TreeMap<String, String>();
        for (var line : Files.exists(FILE) ? Files.readAllLines(FILE) : List.<String>of()) {
            kept.put(line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' ') + 1));
        }
        for (var figure : figures) {
            var name = figure.key() + " " + figure.version();
            var now = DefinitionVersion.fingerprint(figure).hex();
            assertThat(now).as("%s computes something else: give it version %d and say what changed", name, figure.version() + 1).isEqualTo(kept.getOrDefault(name, now));
            kept.put(name, now);
        }
        var lines = kept.entrySet().stream().map(it -> it.getKey() + " " + it.getValue()).toList();
        if (!Files.exists(FILE) || !Files.readAllLines(FILE).equals(lines)) {
            Files.write(FILE, lines);
        }
    }

    @Test
    void anotherQueryHasAnotherFingerprintAndAnotherCommentHasNot() {
        var figure = figures.getFirst();
        assertThat(DefinitionVersion.fingerprint(with(figure, figure.rowsSql() + " LIMIT 1"))).isNotEqualTo(DefinitionVersion.fingerprint(figure));
        assertThat(DefinitionVersion.fingerprint(with(figure, "-- said better\n" + figure.rowsSql()))).isEqualTo(DefinitionVersion.fingerprint(figure));
    }

    private static Figure with(Figure it, String rows) {
        return new Figure(it.key(), it.code(), it.version(), it.inForceSince(), it.fold(), it.rounding(), it.unit(), it.level(), it.rowCode(), it.messages(), rows, it.control());
    }
}
