package org.probity.people.equity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.house.directory.Directory;
import org.probity.house.start.Browser;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Lang;
import org.probity.vest.Facts;
import org.springframework.beans.factory.annotation.Autowired;

/** A holder's statement printed: every line of the page with its reason, in both languages. */
@WholeHouse
class AStatementOnPaperTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    @Autowired EquityPaper paper;

    @ParameterizedTest
    @EnumSource(Lang.class)
    void saysWhatIsTheirsWhatComesAndWhy(Lang lang) throws IOException {
        var started = List.of(new Facts.Happened("start", TODAY.minusMonths(30)));
        var option = EquityPages.holding(EquityPages.stockPlan(true), new Facts(started, List.of(), List.of(new Facts.Pause(TODAY.minusMonths(16), TODAY.minusMonths(13))), List.of(),
                List.of(new Facts.Ratio(TODAY.minusMonths(2), 3, 2)), Optional.empty()));
        var over = EquityPages.holding(EquityPages.stockPlan(true), new Facts(started, List.of(), List.of(), List.of(), List.of(), Optional.of(TODAY.minusMonths(1))));
        var bytes = paper.pdf(new Directory.Person(UUID.randomUUID(), "100009", "任杰", "Ren Jie", "", List.of()), List.of(option, over), TODAY, lang);
        if (Browser.PICTURES) {
            Files.write(Files.createDirectories(Path.of("target/screenshots")).resolve("statement-" + lang.code() + ".pdf"), bytes);
        }
        try (var pdf = Loader.loadPDF(bytes)) {
            var words = new PDFTextStripper().getText(pdf);
            assertThat(words).contains(lang == Lang.ZH ? "任杰" : "Ren Jie", "100009", "15,000", "2025-03-01").doesNotContain("equity.");
            assertThat(words).contains(lang == Lang.ZH ? List.of("已归属", "2026-06-01 之后不再归属") : List.of("12 months after start", "After 2026-06-01"));
        }
    }
}
