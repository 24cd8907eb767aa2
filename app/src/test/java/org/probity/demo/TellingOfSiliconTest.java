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
        var all = new long[3];
        for (var year : List.of(2025, 2026)) {
            var it = db.sql("SELECT coalesce(sum(grams), 0)::bigint AS grams, coalesce(sum(mapped), 0)::bigint AS mapped, coalesce(sum(linked), 0)::bigint AS linked FROM traceability.judged_at(:year, 'infinity') AS judged")
                    .param("year", year).query(Traced.class).single();
            all[0] += it.grams();
            all[1] += it.mapped();
            all[2] += it.linked();
        }
        assertThat(all[2]).as("what comes out of silos is counted, %s of %s", all[2], all[0]).isEqualTo(all[1]).isGreaterThan(all[0] * 6 / 10).isLessThan(all[0]);
        assertThat(db.sql("SELECT count(*) FROM traceability.customs_pack").query(Long.class).single()).isOne();
        assertThat(db.sql("SELECT count(*) FROM traceability.customs_asked").query(Long.class).single()).as("modules of a container, or of a pallet").isGreaterThan(30);
        assertThat(db.sql("SELECT count(*) FROM traceability.customs_failed").query(Long.class).single()).isZero();
    }
}
