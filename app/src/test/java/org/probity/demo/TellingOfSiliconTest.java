package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Helia's silicon without the rest of its story: it is traced but for the mine that nobody named, and customs asks about a container. */
@WholeHouse(own = true, properties = {"probity.demo=true", "probity.demo.story=false"})
class TellingOfSiliconTest {
    @Autowired TraceabilityTale tale;
    @Autowired TimeMachine time;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient db;

    record Traced(long grams, long mapped, long linked) {}

    @Test
    void mostOfItIsTracedAndAPackIsAskedFor() {
        var story = tale.chapters(new Tale.Years(LocalDate.of(2026, 11, 20)));
        assertThat(story).extracting(Chapter::name).contains("a pack for customs");
        story.forEach(chapter -> time.at(chapter.moment(), () -> transaction.executeWithoutResult(status -> chapter.act().run())));
        for (var year : List.of(2025, 2026)) {
            var it = db.sql("SELECT coalesce(sum(grams), 0)::bigint AS grams, coalesce(sum(mapped), 0)::bigint AS mapped, coalesce(sum(linked), 0)::bigint AS linked FROM traceability.judged_at(:year, 'infinity') AS judged")
                    .param("year", year).query(Traced.class).single();
            assertThat(it.grams()).as("used in %s", year).isPositive();
            assertThat(it.linked()).as("what comes out of silos is counted, %s of %s", it.linked(), it.grams()).isEqualTo(it.mapped()).isGreaterThan(it.grams() * 6 / 10);
        }
        assertThat(db.sql("SELECT count(*) FROM customs.pack").query(Long.class).single()).isOne();
        assertThat(db.sql("SELECT count(*) FROM customs.asked").query(Long.class).single()).as("modules of a container, or of a pallet").isGreaterThan(30);
        assertThat(db.sql("SELECT count(*) FROM customs.failed").query(Long.class).single()).isZero();
    }
}
