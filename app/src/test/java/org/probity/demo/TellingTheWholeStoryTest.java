package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.probity.disclosure.statement.Statements;
import org.probity.house.start.WholeHouse;
import org.probity.shapes.figure.Figures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A demo of little more than the named suppliers is told from its first chapter to today, and none of its rooms refuses anything. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=true", "probity.demo.size=198"})
class TellingTheWholeStoryTest {
    private static final Duration LONGEST = Duration.ofMinutes(20);

    @Autowired DemoStory story;
    @Autowired Statements statements;
    @Autowired Figures figures;
    @Autowired JdbcClient db;
    @Autowired MockMvcTester browser;
    @Autowired Clock clock;

    @Test
    void theStoryComesToItsEndAndItsReportCanBeRead() throws InterruptedException {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        while (!story.progress().done() && System.nanoTime() < deadline) {
            Thread.sleep(200);
        }
        assertThat(story.progress().done()).as("chapters told: %s", story.progress()).isTrue();

        var last = LocalDate.now(clock).getYear() - 1;
        // The named, forty of the crowd, and those who applied.
        assertThat(db.sql("SELECT count(*) FROM supplier.supplier").query(Integer.class).single()).isGreaterThanOrEqualTo(198);
        assertThat(statements.editions(last)).as("published, and restated").hasSize(2).allMatch(it -> it.published());
        assertThat(statements.editions(last - 1)).as("what it is held against").hasSize(1).allMatch(it -> it.published());
        assertThat(statements.values(statements.published(last).orElseThrow())).hasSameSizeAs(figures.all())
                .allSatisfy(value -> assertThat(value.control().difference()).as(value.figure().key()).isEqualByComparingTo("0"));
        for (var lang : new String[] {"en", "zh"}) {
            assertThat(browser.get().uri("/report/" + last + "?lang=" + lang)).hasStatusOk().bodyText().doesNotContain("<script>")
                    .contains(lang.equals("en") ? "Conflict minerals" : "冲突矿产");
        }
    }
}
