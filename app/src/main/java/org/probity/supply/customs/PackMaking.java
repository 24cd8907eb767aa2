package org.probity.supply.customs;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.probity.customs.PackDraft;
import org.probity.customs.VerifyCustoms;
import org.probity.house.log.Log;
import org.probity.house.reading.KeptFiles;
import org.probity.house.settings.Company;
import org.probity.house.ui.Lang;
import org.probity.proof.Hash;
import org.probity.proof.Words;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.customs.CustomsPack.Stage;
import org.probity.supply.traceability.Provenance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes packs, one after another, behind whoever asked: events are streamed out of the database into a file in the order of time, and what they say is kept, not
 * they. A pack is checked by the program that customs will use, before anybody sees it; one that does not hold together is a failure that says where.
 */
@Component
class PackMaking {
    static final TaskDescriptor<Void> MAKING = TaskDescriptor.of("traceability.customs");

    /** Tells how far it is, and stops what was cancelled. */
    interface Watched {
        void at(long done, long total);
    }

    private static final class Stopped extends RuntimeException {
        Stopped() {
            super("cancelled", null, false, false);
        }
    }

    /** What kept a pack from being made. @param key of a message */
    private static final class Failed extends RuntimeException {
        private final String key;

        Failed(String key, String detail) {
            super(detail, null, false, false);
            this.key = key;
        }
    }

    private static final int THINGS_TOLD = 3;

    private final JdbcClient db;
    private final CustomsPacks packs;
    private final Provenance provenance;
    private final PackFilling filling;
    private final PackComparing comparing;
    private final PackNaming naming;
    private final PackPaper paper;
    private final Evidence evidence;
    private final Log log;
    private final Company company;
    private final TransactionTemplate transaction;
    private final Clock clock;
    /** A large pack takes much of a machine; two at once are no sooner made. */
    private final ReentrantLock one = new ReentrantLock();

    PackMaking(
            JdbcClient db, CustomsPacks packs, Provenance provenance, PackFilling filling, PackComparing comparing, PackNaming naming, PackPaper paper, Evidence evidence, Log log,
            Company company, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.packs = packs;
        this.provenance = provenance;
        this.filling = filling;
        this.comparing = comparing;
        this.naming = naming;
        this.paper = paper;
        this.evidence = evidence;
        this.log = log;
        this.company = company;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Configuration
    static class Later {
        @Bean
        Task<Void> makingCustomsPacks(PackMaking making, KeptFiles files) {
            return files.task(MAKING, making::make);
        }
    }

    /** One that is made, failed or cancelled is left alone. @return false while another is being made, the books are being read, or the log cannot sign */
    boolean make(UUID id, Duration patience) {
        try {
            if (!one.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
        try {
            return make(id);
        } finally {
            one.unlock();
        }
    }

    private boolean make(UUID id) {
        var pack = packs.find(id).orElseThrow();
        if (!pack.running()) {
            return true;
        }
        if (!log.maySign()) {
            return false;
        }
        Path folder = null;
        try {
            folder = Files.createTempDirectory("probity-customs-");
            return made(pack, folder);
        } catch (Stopped stopped) {
            return true;
        } catch (Failed failed) {
            failed(id, failed.key, String.valueOf(failed.getMessage()));
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            emptied(folder);
        }
    }

    private boolean made(CustomsPack pack, Path folder) throws IOException {
        var asked = packs.items(pack.id());
        var following = watched(pack.id(), Stage.FOLLOWING);
        var trail = provenance.trail(asked, done -> following.at(done, asked.size()));
        if (trail.isEmpty()) {
            return false;
        }
        var madeAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var header = new PackDraft.Header(pack.id().toString(), pack.no(), new Words(company.in(Lang.EN), company.in(Lang.ZH)), madeAt, provenance.newest(), log.verifier(), log.witnesses());
        try (var draft = new PackDraft(folder, header)) {
            var captures = filling.events(draft, trail.get(), watched(pack.id(), Stage.WRITING));
            log.settle();
            filling.captured(draft, captures);
            var names = naming.of(draft.walk().totals().keySet());
            draft.named(names.names(), names.said());
            draft.listed(LocalDate.now(clock).toString(), naming.lists());
            var without = draft.serials(provenance.addresses(asked));
            if (!without.isEmpty()) {
                throw new Failed("customs.failed.no-event", without.getFirst());
            }
            comparing.differing(asked, draft.walk()).ifPresent(it -> {
                throw new Failed("customs.failed.differs", it);
            });
            var papers = draft.papers(filling.files(draft.papers(), trail.get(), folder, watched(pack.id(), Stage.PAPERS)));
            var months = provenance.months(asked);
            draft.reconciled(months.stream().map(PackMaking::line).toList());
            var printed = paper.of(pack, header, draft, names.names(), naming.lists(), papers, months);
            draft.paper(printed);
            watched(pack.id(), Stage.PROVING).at(0, 1);
            var record = sealed(pack.id(), draft);
            log.settle();
            var place = log.place(record).orElseThrow(() -> new IllegalStateException("the log has no place for " + record));
            draft.seal(log.view(log.best(place.index()).orElseThrow()), place.index(), log.opening(record).orElseThrow());
            var zip = folder.resolve("customs.zip");
            try (var out = new BufferedOutputStream(Files.newOutputStream(zip), 1 << 16)) {
                draft.write(out);
            }
            watched(pack.id(), Stage.CHECKING).at(0, 1);
            var finding = VerifyCustoms.verify(zip, Optional.empty());
            if (finding.fault().isPresent()) {
                throw new Failed("customs.failed.check", finding.fault().get().toString());
            }
            kept(pack, record, zip, printed, draft, papers);
        }
        return true;
    }

    private static Map<String, ?> line(Provenance.Month it) {
        var line = new HashMap<String, Object>(Map.of("site", it.site(), "month", it.month(), "made", it.made(), "shipped", it.shipped(), "of_pack", it.ofThese(), "charged_kilograms", it.charged()));
        if (it.stated() != null) {
            line.put("stated_kilograms", it.stated());
        }
        return line;
    }

    private UUID sealed(UUID pack, PackDraft draft) {
        return transaction.execute(status -> {
            try {
                var content = draft.manifest();
                var record = log.record("traceability.customs", LocalDate.now(clock), content);
                db.sql("INSERT INTO customs.sealed (record, pack, manifest, at) VALUES (:record, :pack, :manifest, :at)").param("record", record).param("pack", pack)
                        .param("manifest", Hash.hex((String) content.get("manifest")).bytes()).param("at", now()).update();
                return record;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void kept(CustomsPack pack, UUID record, Path zip, byte[] printed, PackDraft draft, List<PackDraft.Paper> papers) {
        transaction.executeWithoutResult(status -> {
            packs.lock(pack.id());
            if (!packs.find(pack.id()).orElseThrow().running()) {
                throw new Stopped();
            }
            try {
                var file = evidence.keep("customs-pack-" + pack.no() + ".zip", "application/zip", zip, pack.askedBy());
                var pdf = evidence.keep("customs-pack-" + pack.no() + ".pdf", "application/pdf", printed, pack.askedBy());
                db.sql("""
                        INSERT INTO customs.made (pack, evidence, paper, record, serials, grams, events, papers, missing, made_at)
                        VALUES (:pack, :evidence, :paper, :record, :serials, :grams, :events, :papers, :missing, :at)
                        """)
                        .param("pack", pack.id()).param("evidence", file.id()).param("paper", pdf.id()).param("record", record).param("serials", draft.counted()).param("grams", draft.grams())
                        .param("events", draft.events()).param("papers", papers.size()).param("missing", papers.stream().filter(it -> it.file().isEmpty()).count()).param("at", now()).update();
                missing(pack.id(), papers);
                for (var it : draft.groups()) {
                    db.sql("""
                            INSERT INTO customs.chain_group (pack, no, chain, complete, verdict, serials, grams, steps)
                            VALUES (:pack, :no, :chain, :complete, :verdict, :serials, :grams, :steps)
                            """)
                            .param("pack", pack.id()).param("no", it.no()).param("chain", it.chain()).param("complete", it.complete()).param("verdict", it.verdict()).param("serials", it.serials())
                            .param("grams", it.grams()).param("steps", it.steps().size()).update();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void missing(UUID pack, List<PackDraft.Paper> papers) {
        for (var it : papers) {
            if (it.file().isEmpty()) {
                db.sql("INSERT INTO customs.missing (pack, uri, tier, events, things) VALUES (:pack, :uri, :tier, :events, :things)").param("pack", pack).param("uri", it.uri())
                        .param("tier", it.tier()).param("events", it.events()).param("things", it.things().stream().limit(THINGS_TOLD).toArray(String[]::new)).update();
            }
        }
    }

    private void failed(UUID pack, String reason, String detail) {
        db.sql("INSERT INTO customs.failed (pack, reason, detail, at) VALUES (:pack, :reason, :detail, :at) ON CONFLICT DO NOTHING").param("pack", pack).param("reason", reason)
                .param("detail", detail.length() <= 1_000 ? detail : detail.substring(0, 1_000)).param("at", now()).update();
    }

    /** In a transaction of its own, so that others see it; the one that reads events goes on beside it. */
    private Watched watched(UUID pack, Stage stage) {
        return (done, total) -> {
            if (db.sql("SELECT count(*) FROM customs.cancelled WHERE pack = :pack").param("pack", pack).query(Long.class).single() > 0) {
                throw new Stopped();
            }
            db.sql("""
                    INSERT INTO customs.progress (pack, stage, done, total, at) VALUES (:pack, :stage, :done, :total, :at)
                        ON CONFLICT (pack) DO UPDATE SET stage = excluded.stage, done = excluded.done, total = excluded.total, at = excluded.at
                    """).param("pack", pack).param("stage", stage.name()).param("done", done).param("total", Math.max(done, total)).param("at", now()).update();
        };
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void emptied(@org.jspecify.annotations.Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (var it : new ArrayList<>(all.toList()).reversed()) {
                Files.deleteIfExists(it);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
