package org.probity.supply.traceability;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.supply.traceability.Contamination.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files in which suppliers of wafers tell the whole way of what they made. Who sent one and who accepts it are two: a supplier, and one of us. */
@Service
public class ChainFiles {
    /** A file of more lots is sent in parts. */
    private static final int LOTS_MOST = 1_000;

    /** @param acceptedAt nothing: nobody has accepted it */
    record Line(UUID capture, long no, String file, String supplierEn, String supplierZh, OffsetDateTime sentAt, @Nullable Integer year, @Nullable OffsetDateTime acceptedAt, @Nullable Integer lots) {}

    private final JdbcClient db;
    private final Chains chains;
    private final Contamination contamination;
    private final Items items;
    private final Links links;
    private final Listed listed;
    private final Log log;
    private final Clock clock;

    ChainFiles(JdbcClient db, Chains chains, Contamination contamination, Items items, Links links, Listed listed, Log log, Clock clock) {
        this.db = db;
        this.chains = chains;
        this.contamination = contamination;
        this.items = items;
        this.links = links;
        this.listed = listed;
        this.log = log;
        this.clock = clock;
    }

    static boolean accepts(Me by) {
        return by.is(Role.SOURCING_OFFICER) || by.is(Role.QUALITY);
    }

    /**
     * Accepts a file for a year: what its wafers are made of is known to quartz, lot by lot, and nobody on the way is barred or on a list.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.chain-no-file} no file of a supplier of wafers that was taken; {@code traceability.chain-again} it was
     * accepted; {@code traceability.chain-no-lots} no wafers are made in it, or more than can be looked at; {@code traceability.chain-not-clean} some lot does not lead to quartz or touches somebody;
     * {@code traceability.books-read} the books are being read.
     */
    @Transactional
    public Answer<UUID> accept(UUID capture, int year, Me by) {
        if (!accepts(by)) {
            return Answer.refused("", "traceability.not-yours");
        }
        if (db.sql("""
                SELECT count(*)
                  FROM traceability.capture
                  JOIN traceability.captured ON captured.capture = capture.id AND captured.outcome = 'TAKEN' AND captured.refused = 0
                  JOIN supplier.name ON name.id = capture.supplier AND name.category = 'wafer'
                 WHERE capture.id = :capture AND capture.sent_by <> :by
                """).param("capture", capture).param("by", by.account()).query(Long.class).single() == 0) {
            return Answer.refused("", "traceability.chain-no-file");
        }
        db.sql("SELECT pg_advisory_xact_lock(hashtext('traceability.chain ' || :capture))").param("capture", capture.toString()).query((row, n) -> n).list();
        if (db.sql("SELECT count(*) FROM traceability.chain_file WHERE capture = :capture").param("capture", capture).query(Long.class).single() > 0) {
            return Answer.refused("", "traceability.chain-again");
        }
        var lots = wafers(capture);
        if (lots.isEmpty() || lots.size() > LOTS_MOST) {
            return Answer.refused("", "traceability.chain-no-lots", LOTS_MOST);
        }
        for (var it : items.of(lots)) {
            var verdict = chains.of(it, Reading.SILICON).flatMap(contamination::of);
            if (verdict.isEmpty()) {
                return Answer.refused("", "traceability.books-read");
            }
            if (verdict.get().word() != Word.CLEAN) {
                return Answer.refused("", "traceability.chain-not-clean", it.shortName());
            }
        }
        var record = log.record("traceability.chain", LocalDate.now(clock), Map.of("capture", capture.toString(), "year", year, "lots", lots.size()));
        db.sql("INSERT INTO traceability.chain_file (capture, year, lots, accepted_by, accepted_at, record) VALUES (:capture, :year, :lots, :by, :at, :record)")
                .param("capture", capture).param("year", year).param("lots", lots.size()).param("by", by.account()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("record", record)
                .update();
        return Answer.done(capture);
    }

    /** The wafers that events of a file made. */
    private List<Integer> wafers(UUID capture) {
        var events = db.sql("SELECT id FROM traceability.event WHERE capture = :capture AND kind = 'TRANSFORMATION'").param("capture", capture).query(Long.class).list();
        var made = links.of(events).values().stream().flatMap(List::stream).filter(it -> it.role() == Reading.Role.OUTPUT).map(Links.Link::item).collect(Collectors.toSet());
        var articles = listed.articles(Tier.WAFER);
        return items.of(made).stream().filter(it -> articles.contains(it.article())).map(Items.Item::number).toList();
    }

    /** What suppliers of wafers sent, newest first. */
    List<Line> page(int limit, long offset) {
        return db.sql("""
                SELECT capture.id AS capture, capture.no, item.name AS file, name.name_en AS supplier_en, name.name_zh AS supplier_zh, capture.sent_at, chain_file.year, chain_file.accepted_at, chain_file.lots
                  FROM traceability.capture
                  JOIN traceability.captured ON captured.capture = capture.id AND captured.outcome = 'TAKEN'
                  JOIN supplier.name ON name.id = capture.supplier AND name.category = 'wafer'
                  JOIN evidence.item ON item.id = capture.evidence
                  LEFT JOIN traceability.chain_file ON chain_file.capture = capture.id
                 ORDER BY capture.no DESC
                 LIMIT :limit OFFSET :offset
                """).param("limit", limit).param("offset", offset).query(Line.class).list();
    }

    long count() {
        return db.sql("""
                SELECT count(*) FROM traceability.capture JOIN traceability.captured ON captured.capture = capture.id AND captured.outcome = 'TAKEN'
                  JOIN supplier.name ON name.id = capture.supplier AND name.category = 'wafer'
                """).query(Long.class).single();
    }
}
