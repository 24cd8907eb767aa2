package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever reads the papers finds what they name: every link leads to a file, and every decision stands once in their list, in the order of its number. */
class ReadingThePapersTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DECISIONS = ROOT.resolve("docs/adr");
    /** Two lines that begin alike for so long say the same. */
    private static final int ALIKE = 60;
    /** What is pointed to inside the repository, without the heading in it. */
    private static final Pattern LINK = Pattern.compile("]\\((?![a-z]+:)([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| \\[(\\d{4})]\\((\\1-[^)]+\\.md)\\) \\|");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        var nowhere = new TreeSet<String>();
        var read = 0;
        try (var papers = Stream.concat(Files.list(ROOT), Files.walk(ROOT.resolve("docs")))) {
            for (var paper : papers.filter(it -> it.toString().endsWith(".md")).toList()) {
                LINK.matcher(Files.readString(paper)).results().map(it -> it.group(1)).filter(it -> Files.notExists(paper.resolveSibling(it))).forEach(it -> nowhere.add(paper + " to " + it));
                read++;
            }
        }
        assertThat(nowhere).isEmpty();
        assertThat(read).isGreaterThan(100);
    }

    /** Two hands that bring the same line leave it twice, and who mends it later mends one of them. */
    @Test
    void noPaperSaysALineTwice() throws IOException {
        for (var paper : List.of("README.md", "CHANGELOG.md", "ARCHITECTURE.md", "SECURITY.md", "CONTRIBUTING.md")) {
            assertThat(Files.readAllLines(ROOT.resolve(paper)).stream().filter(it -> it.length() > ALIKE).map(it -> it.substring(0, ALIKE))).as(paper).doesNotHaveDuplicates();
        }
    }

    @Test
    void everyDecisionIsListedOnceInTheOrderOfItsNumber() throws IOException {
        List<String> listed = LISTED.matcher(Files.readString(DECISIONS.resolve("README.md"))).results().map(it -> it.group(2)).toList();
        try (var files = Files.list(DECISIONS)) {
            assertThat(listed).containsExactlyElementsOf(files.map(it -> it.getFileName().toString()).filter(it -> it.matches("\\d{4}-.*\\.md")).sorted().toList());
        }
    }
}
