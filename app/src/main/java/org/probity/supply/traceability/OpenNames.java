package org.probity.supply.traceability;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Which suppliers agreed to be named on cards that everybody may read. Who works with them says so, counsel agrees; until then nobody is named. */
@Service
class OpenNames {
    static final String MATTER = "traceability.name";
    static final int LONGEST = 300;

    record Name(UUID supplier, String nameEn, String nameZh) {
        String name(Lang lang) {
            return lang == Lang.EN ? nameEn : nameZh;
        }
    }

    /** @param openedAt when another agreed; nothing while it waits @param open whether the proposal waits for its ruling */
    record Line(UUID id, UUID supplier, String number, String nameEn, String nameZh, String consent, UUID saidBy, OffsetDateTime saidAt, @Nullable OffsetDateTime openedAt, @Nullable OffsetDateTime closedAt,
            boolean open, UUID proposal) {
        String name(Lang lang) {
            return lang == Lang.EN ? nameEn : nameZh;
        }

        boolean inForce() {
            return openedAt != null && closedAt == null;
        }
    }

    private static final String SELECT = """
            SELECT open_name.id, open_name.supplier, name.number, name.name_en, name.name_zh, open_name.consent, open_name.said_by, open_name.said_at, opened.at AS opened_at, closed.at AS closed_at,
                   EXISTS (SELECT FROM decision.open WHERE open.id = open_name.proposal) AS open, open_name.proposal
              FROM traceability.open_name
              JOIN supplier.name ON name.id = open_name.supplier
              LEFT JOIN traceability.opened ON opened.open_name = open_name.id
              LEFT JOIN traceability.closed ON closed.open_name = open_name.id
            """;

    private final JdbcClient db;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    OpenNames(JdbcClient db, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /** Of these, those who may be named today. */
    Map<UUID, Name> of(Collection<UUID> suppliers) {
        var named = new HashMap<UUID, Name>();
        db.sql(SELECT + " WHERE open_name.supplier = ANY (:suppliers) AND opened.at IS NOT NULL AND closed.at IS NULL").param("suppliers", suppliers.toArray(UUID[]::new)).query(Line.class).list()
                .forEach(it -> named.put(it.supplier(), new Name(it.supplier(), it.nameEn(), it.nameZh())));
        return named;
    }

    List<Line> all() {
        return db.sql(SELECT + " ORDER BY open_name.said_at DESC, open_name.id").query(Line.class).list();
    }

    Optional<Line> find(UUID id) {
        return db.sql(SELECT + " WHERE open_name.id = :id").param("id", id).query(Line.class).optional();
    }

    /**
     * Puts before counsel that a supplier agreed to be named.
     *
     * <p>Refusals: {@code traceability.not-yours}; {@code traceability.supplier-unknown}; {@code traceability.consent-missing}; {@code traceability.words-long};
     * {@code traceability.name-proposed} one waits or is in force, also one that somebody else proposed at the same moment.
     */
    @Transactional
    public Answer<UUID> propose(Optional<UUID> supplier, String consent, Me by) {
        if (!by.is(Role.SOURCING_OFFICER)) {
            return Answer.refused("", "traceability.not-yours");
        }
        if (supplier.isEmpty()) {
            return Answer.refused("supplier", "traceability.supplier-unknown");
        }
        if (consent.isBlank()) {
            return Answer.refused("consent", "traceability.consent-missing");
        }
        if (consent.strip().length() > LONGEST) {
            return Answer.refused("consent", "traceability.words-long", LONGEST);
        }
        var before = db.sql(SELECT + " WHERE open_name.supplier = :supplier").param("supplier", supplier.get()).query(Line.class).list();
        if (before.stream().anyMatch(it -> it.open() || it.inForce())) {
            return Answer.refused("supplier", "traceability.name-proposed");
        }
        var id = UUID.randomUUID();
        var written = db.sql("""
                INSERT INTO traceability.open_name (id, supplier, no, consent, proposal, said_by, said_at)
                VALUES (:id, :supplier, :no, :consent, :proposal, :by, :at)
                ON CONFLICT ON CONSTRAINT open_name_one_at_a_time DO NOTHING
                """)
                .param("id", id).param("supplier", supplier.get()).param("no", before.size() + 1).param("consent", consent.strip())
                .param("proposal", decisions.propose(MATTER, id, consent.strip(), by)).param("by", by.account()).param("at", now())
                .update();
        if (written == 0) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("supplier", "traceability.name-proposed");
        }
        return Answer.done(id);
    }

    /** Rules on a proposal. Refusals: {@code traceability.not-yours} only counsel rules; {@code traceability.name-unknown}; those of {@link Decisions#rule}. */
    @Transactional
    public Answer<UUID> rule(UUID id, Outcome outcome, Me by) {
        if (!by.is(Role.LEGAL)) {
            return Answer.refused("", "traceability.not-yours");
        }
        var found = find(id);
        if (found.isEmpty()) {
            return Answer.refused("", "traceability.name-unknown");
        }
        return switch (decisions.rule(MATTER, found.get().proposal(), outcome, "", by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(id);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'traceability.name' && #ruled.outcome().name() == 'APPROVED'")
    void open(Decisions.Ruled ruled) {
        var it = find(ruled.subject()).orElseThrow();
        db.sql("INSERT INTO traceability.opened (open_name, by, at, record) VALUES (:id, :by, :at, :record)")
                .param("id", it.id()).param("by", ruled.ruledBy()).param("at", now())
                .param("record", log.record("traceability.name", LocalDate.now(clock), Map.of("supplier", it.supplier().toString(), "state", "OPEN"))).update();
    }

    /**
     * Names nobody of this supplier any more, at once. Refusals: {@code traceability.not-yours}; {@code traceability.name-unknown} not in force; {@code traceability.reason-missing};
     * {@code traceability.words-long}.
     */
    @Transactional
    public Answer<UUID> close(UUID id, String reason, Me by) {
        if (!by.is(Role.SOURCING_OFFICER) && !by.is(Role.LEGAL)) {
            return Answer.refused("", "traceability.not-yours");
        }
        // Whoever closes the same at the same moment waits here and then finds it closed.
        db.sql("SELECT FROM traceability.open_name WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> n).optional();
        var found = find(id).filter(Line::inForce);
        if (found.isEmpty()) {
            return Answer.refused("", "traceability.name-unknown");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "traceability.reason-missing");
        }
        if (reason.strip().length() > LONGEST) {
            return Answer.refused("reason", "traceability.words-long", LONGEST);
        }
        db.sql("INSERT INTO traceability.closed (open_name, reason, by, at, record) VALUES (:id, :reason, :by, :at, :record)")
                .param("id", id).param("reason", reason.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("traceability.name", LocalDate.now(clock), Map.of("supplier", found.get().supplier().toString(), "state", "CLOSED"))).update();
        return Answer.done(id);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
