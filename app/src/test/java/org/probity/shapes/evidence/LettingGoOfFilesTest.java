package org.probity.shapes.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.DayHasBegun;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeHouse
class LettingGoOfFilesTest {
    @Autowired Evidence evidence;
    @Autowired LettingGo lettingGo;
    @Autowired JdbcClient db;
    @Autowired Clock clock;

    final UUID by = UUID.randomUUID();

    @Test
    void whatWasTakenOutIsGoneOnTheDayAfterWithItsBytes() {
        var item = kept("slip " + by);
        lettingGo.letGo(item.id(), by);
        lettingGo.day(new DayHasBegun(today()));
        assertThat(evidence.find(item.id())).as("somebody may think again today").isPresent();
        lettingGo.day(new DayHasBegun(today().plusDays(1)));
        assertThat(evidence.find(item.id())).isEmpty();
        assertThat(blobs(item)).isZero();
        var again = kept("slip " + by);
        assertThat(evidence.bytes(again)).as("and it can be brought again").asString(StandardCharsets.UTF_8).isEqualTo("slip " + by);
    }

    @Test
    void aFileThatAnythingRefersToStaysAndSoDoBytesThatAnotherBrought() {
        var sent = kept("sent " + by);
        db.sql("""
                INSERT INTO admission.signatory (id, supplier, account, name, capacity, valid_until, evidence, named_at, record)
                SELECT gen_random_uuid(), id, gen_random_uuid(), 'Chen Yu', 'AUTHORISED', current_date, :item, now(), gen_random_uuid() FROM supplier.supplier LIMIT 1
                """).param("item", supplierIsThere(sent)).update();
        var out = kept("twice " + by);
        var other = kept("twice " + by);
        lettingGo.letGo(sent.id(), by);
        lettingGo.letGo(out.id(), by);
        lettingGo.letGo(UUID.randomUUID(), by);
        lettingGo.day(new DayHasBegun(today().plusDays(1)));
        assertThat(evidence.bytes(evidence.find(sent.id()).orElseThrow())).asString(StandardCharsets.UTF_8).isEqualTo("sent " + by);
        assertThat(db.sql("SELECT count(*) FROM evidence.let_go WHERE item = :item").param("item", sent.id()).query(Long.class).single()).as("it is no candidate any more").isZero();
        assertThat(evidence.find(out.id())).isEmpty();
        assertThat(evidence.bytes(other)).asString(StandardCharsets.UTF_8).isEqualTo("twice " + by);
    }

    @Test
    void aDayHasAnEnd() {
        for (var i = 0; i < LettingGo.FILES_A_DAY; i++) {
            assertThat(lettingGo.full(by)).isFalse();
            kept(i + " " + by);
        }
        assertThat(lettingGo.full(by)).isTrue();
        assertThat(lettingGo.full(UUID.randomUUID())).as("another's day is another's").isFalse();
        db.sql("UPDATE evidence.item SET brought_at = brought_at - interval '25 hours' WHERE brought_by = :by").param("by", by).update();
        assertThat(lettingGo.full(by)).isFalse();
        db.sql("UPDATE evidence.blob SET size = :bytes FROM evidence.item WHERE item.sha256 = blob.sha256 AND item.id = :id").param("bytes", LettingGo.BYTES_A_DAY)
                .param("id", kept("big " + by).id()).update();
        assertThat(lettingGo.full(by)).as("by their bytes").isTrue();
    }

    private UUID supplierIsThere(Evidence.Item item) {
        org.probity.supply.supplier.ASupplier.in(db);
        return item.id();
    }

    private Evidence.Item kept(String words) {
        return evidence.keep("slip.pdf", "application/pdf", words.getBytes(StandardCharsets.UTF_8), by);
    }

    private long blobs(Evidence.Item item) {
        return db.sql("SELECT count(*) FROM evidence.blob LEFT JOIN evidence.chunk USING (sha256) WHERE sha256 = decode(:sha256, 'hex')").param("sha256", item.sha256()).query(Long.class).single();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
