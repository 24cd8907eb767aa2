package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Spreadsheet;
import org.probity.house.webhook.Happened;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Reading.Fault;
import org.probity.supply.supplier.Reading.Kind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files that fill the register: read and shown first, then brought in as a whole or not at all. */
@Service
public class Imports {
    /**
     * What a file says of itself; a goods-receipt ledger states how many lines and kilograms it should hold.
     *
     * @param year of a ledger; null for anything else
     */
    record Ask(Kind kind, @Nullable Integer year, @Nullable Integer statedRows, @Nullable BigDecimal statedKilograms) {}

    /** What bringing the file in would do. */
    record Plan(UUID batch, Kind kind, @Nullable Integer year, String file, long added, long changed, long same) {}

    /** What reading a file came to. */
    sealed interface Outcome {
        record Ready(Plan plan) implements Outcome {}

        record Faulty(List<Fault> faults) implements Outcome {}

        /** @param field of the form */
        record Refused(String field, String key, List<Object> args) implements Outcome {}
    }

    private record Batch(UUID id, Kind kind, @Nullable Integer year, String file, byte[] bytes) {}

    private final JdbcClient db;
    private final SupplierLines supplierLines;
    private final PurchaseLines purchaseLines;
    private final LedgerLines ledgerLines;
    private final Evidence evidence;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            JdbcClient db, SupplierLines supplierLines, PurchaseLines purchaseLines, LedgerLines ledgerLines, Evidence evidence, AuditTrail trail,
            ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.supplierLines = supplierLines;
        this.purchaseLines = purchaseLines;
        this.ledgerLines = ledgerLines;
        this.evidence = evidence;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Reads a file and says what it would do, or what is wrong with it, row by row and column by column. Nothing of it counts yet; a
     * faultless one is held for a day.
     *
     * <p>Refused: {@code ui.file-empty}, {@code ui.file-long}, {@code ui.file-unreadable}; {@code supplier.ledger-differs} a ledger's lines
     * do not add up to what was stated of it.
     */
    Outcome read(Ask ask, String file, byte[] bytes, Me by) {
        Reading reading;
        try {
            reading = Reading.of(ask.kind(), Spreadsheet.read(bytes));
        } catch (Spreadsheet.Unreadable unreadable) {
            return new Outcome.Refused("file", unreadable.key, List.of());
        }
        var effect = judge(ask.kind(), ask.year(), reading);
        if (!reading.faultless()) {
            return new Outcome.Faulty(reading.faults());
        }
        if (ask.kind() == Kind.LEDGER) {
            var kilograms = reading.lines().stream().map(it -> new BigDecimal(it.of("kilograms"))).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (ask.statedRows() == null || ask.statedKilograms() == null || reading.lines().size() != ask.statedRows()
                    || kilograms.compareTo(ask.statedKilograms()) != 0) {
                return new Outcome.Refused("statedRows", "supplier.ledger-differs", List.of(reading.lines().size(),
                        Optional.ofNullable(ask.statedRows()).orElse(0), kilograms.toPlainString(),
                        Optional.ofNullable(ask.statedKilograms()).orElse(BigDecimal.ZERO).toPlainString()));
            }
        }
        db.sql("DELETE FROM supplier.batch WHERE read_at < :yesterday").param("yesterday", now().minusDays(1)).update();
        var batch = UUID.randomUUID();
        db.sql("""
                INSERT INTO supplier.batch (id, kind, year, file, bytes, read_at, read_by)
                VALUES (:id, :kind, :year, :file, :bytes, :now, :by)
                """)
                .param("id", batch).param("kind", ask.kind().name()).param("year", ask.year(), Types.INTEGER).param("file", file)
                .param("bytes", bytes).param("now", now()).param("by", by.account())
                .update();
        return new Outcome.Ready(new Plan(batch, ask.kind(), ask.year(), file, effect.added(), effect.changed(), effect.same()));
    }

    /** A file that this person read and that waits; none when it was brought in already, its day is over, or somebody else read it. */
    Optional<Plan> plan(UUID batch, Me by) {
        return held(batch, by).map(it -> {
            var reading = reading(it);
            var effect = judge(it.kind(), it.year(), reading);
            return new Plan(it.id(), it.kind(), it.year(), it.file(), effect.added(), effect.changed(), effect.same());
        });
    }

    /**
     * Brings a file in, all of it or nothing, with one entry in the log. It is judged once more, because the register may have moved since.
     *
     * <p>Refusals: {@code supplier.batch-gone} brought in already, read longer than a day ago, or read by somebody else, whose name would
     * stand under what they never saw; {@code supplier.batch-faulty} what the
     * register says now no longer fits; {@code supplier.nothing-new}.
     */
    @Transactional
    Answer<Plan> bringIn(UUID batch, Me by) {
        // One at a time: the next file is compared with what this one leaves.
        db.sql("LOCK TABLE supplier.batch IN SHARE ROW EXCLUSIVE MODE").update();
        var held = held(batch, by);
        if (held.isEmpty()) {
            return Answer.refused("", "supplier.batch-gone");
        }
        var it = held.get();
        var reading = reading(it);
        var effect = judge(it.kind(), it.year(), reading);
        if (!reading.faultless()) {
            return Answer.refused("", "supplier.batch-faulty", reading.faults().size());
        }
        db.sql("DELETE FROM supplier.batch WHERE id = :id").param("id", batch).update();
        if (effect.added() + effect.changed() == 0) {
            return Answer.refused("", "supplier.nothing-new");
        }
        var kept = evidence.keep(it.file(), it.bytes()[0] == 'P' ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv",
                it.bytes(), by.account());
        effect.write().keep(batch, kept, by);
        trail.note("supplier.imported", by.account(), null, Map.of(
                "kind", it.kind().name(), "added", "" + effect.added(), "changed", "" + effect.changed(), "sha256", kept.sha256()));
        events.publishEvent(new Happened(SuppliersTold.IMPORTED, Map.of("batch", batch.toString(), "kind", it.kind().name()), clock.instant()));
        return Answer.done(new Plan(batch, it.kind(), it.year(), it.file(), effect.added(), effect.changed(), effect.same()));
    }

    /**
     * Reads a file of suppliers, sites or materials and brings it in at once, for whoever has nobody to look at what it would do.
     *
     * <p>Refusals: {@code supplier.batch-faulty} with the number of faulty lines; those of {@link #read} and {@link #bringIn}.
     *
     * @return how many lines were new
     */
    @Transactional
    public Answer<Long> takeIn(String kind, String file, byte[] bytes, Me by) {
        return switch (read(new Ask(Kind.valueOf(kind.toUpperCase(Locale.ROOT)), null, null, null), file, bytes, by)) {
            case Outcome.Refused(var field, var key, var args) -> Answer.refused(field, key, args.toArray());
            case Outcome.Faulty(var faults) -> Answer.refused("", "supplier.batch-faulty", faults.size());
            case Outcome.Ready(var plan) -> switch (bringIn(plan.batch(), by)) {
                case Answer.Done<Plan>(var done) -> Answer.done(done.added());
                case Answer.Refused<Plan>(var reasons) -> new Answer.Refused<>(reasons);
            };
        };
    }

    private Effect judge(Kind kind, @Nullable Integer year, Reading reading) {
        return switch (kind) {
            case SUPPLIERS -> supplierLines.judge(reading);
            case SITES -> purchaseLines.sites(reading);
            case MATERIALS -> purchaseLines.materials(reading);
            case LEDGER -> ledgerLines.judge(reading, Optional.ofNullable(year).orElseThrow());
        };
    }

    private Optional<Batch> held(UUID batch, Me by) {
        return db.sql("SELECT id, kind, year, file, bytes FROM supplier.batch WHERE id = :id AND read_by = :by AND read_at > :yesterday")
                .param("id", batch).param("by", by.account()).param("yesterday", now().minusDays(1))
                .query(Batch.class).optional();
    }

    private static Reading reading(Batch it) {
        try {
            return Reading.of(it.kind(), Spreadsheet.read(it.bytes()));
        } catch (Spreadsheet.Unreadable wasReadable) {
            throw new IllegalStateException("batch " + it.id() + " was read before and cannot be read now", wasReadable);
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
