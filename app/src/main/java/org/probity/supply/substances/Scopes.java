package org.probity.supply.substances;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.decision.Decisions;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Of which categories and materials which papers are asked, from which day on, by which clause; changed by two. */
@Service
public class Scopes {
    static final String MATTER = "substances.scope";

    /** What counts for a category, or for one material of a supplier. @param asked the kinds of papers; none: nothing is asked */
    public record Scope(
            @Nullable String category, @Nullable UUID material, String nameEn, String nameZh, @Nullable String supplierEn, @Nullable String supplierZh, LocalDate fromDay,
            List<String> asked, String clause) {}

    /** A change that waits for a second person. */
    public record Change(UUID proposal, Scope scope, String reason, UUID proposedBy) {}

    private final JdbcClient db;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Scopes(JdbcClient db, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One proposes what shall be asked of a category, or of one material.
     *
     * <p>Refusals: {@code substances.scope-of-one} neither or both are named; {@code substances.category-unknown}; {@code substances.material-unknown};
     * {@code substances.from-past} what was asked on a day that is over is not changed afterwards; {@code substances.kind-unknown};
     * {@code substances.clause-missing}; {@code substances.reasons-missing}.
     */
    @Transactional
    public Answer<UUID> propose(@Nullable String category, @Nullable UUID material, @Nullable LocalDate from, List<String> asked, String clause, String reasons, Me by) {
        if ((category == null) == (material == null)) {
            return Answer.refused("category", "substances.scope-of-one");
        }
        if (category != null && known("SELECT count(*) FROM supplier.category_name WHERE code = :it", category) == 0) {
            return Answer.refused("category", "substances.category-unknown");
        }
        if (material != null && known("SELECT count(*) FROM supplier.material_name WHERE id = :it", material) == 0) {
            return Answer.refused("material", "substances.material-unknown");
        }
        if (from == null || from.isBefore(LocalDate.now(clock))) {
            return Answer.refused("fromDay", "substances.from-past");
        }
        if (!PaperKind.yearly().stream().map(PaperKind::obligation).toList().containsAll(asked)) {
            return Answer.refused("asked", "substances.kind-unknown");
        }
        if (clause.isBlank()) {
            return Answer.refused("clause", "substances.clause-missing");
        }
        if (reasons.isBlank()) {
            return Answer.refused("reasons", "substances.reasons-missing");
        }
        var proposal = decisions.propose(MATTER, UUID.randomUUID(), reasons.strip(), by);
        db.sql("""
                INSERT INTO substances.scope_proposed (proposal, category, material, from_day, asked, clause)
                VALUES (:proposal, :category, :material, :from, :asked, :clause)
                """)
                .param("proposal", proposal).param("category", category, Types.VARCHAR).param("material", material, Types.OTHER).param("from", from)
                .param("asked", asked.stream().distinct().toArray(String[]::new)).param("clause", clause.strip())
                .update();
        return Answer.done(proposal);
    }

    /** A material by the number people know it by, which every supplier gives anew; nothing when there are two. */
    Optional<UUID> material(String number) {
        var found = db.sql("SELECT id FROM supplier.material_name WHERE number = :number LIMIT 2").param("number", number).query(UUID.class).list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private long known(String sql, Object it) {
        return db.sql(sql).param("it", it).query(Long.class).single();
    }

    /** Another rules. Refusals: those of {@link Decisions#rule}; {@code substances.from-past} its day is over meanwhile. */
    @Transactional
    public Answer<Decisions.Ruled> rule(UUID proposal, Decisions.Outcome outcome, Me by) {
        var late = changes().stream().anyMatch(it -> it.proposal().equals(proposal) && it.scope().fromDay().isBefore(LocalDate.now(clock)));
        return late && outcome == Decisions.Outcome.APPROVED ? Answer.refused("", "substances.from-past") : decisions.rule(MATTER, proposal, outcome, "", by);
    }

    @EventListener
    void ruled(Decisions.Ruled ruled) {
        if (!ruled.matter().equals(MATTER) || ruled.outcome() != Decisions.Outcome.APPROVED) {
            return;
        }
        var id = UUID.randomUUID();
        var record = log.record("substances.scope", LocalDate.now(clock), Map.of(
                "scope", id.toString(), "proposal", ruled.proposal().toString(), "proposed_by", ruled.proposedBy().toString(), "ruled_by", ruled.ruledBy().toString()));
        db.sql("""
                INSERT INTO substances.scope (id, category, material, from_day, asked, clause, proposal, said_at, record)
                SELECT :id, category, material, from_day, asked, clause, proposal, :at, :record
                  FROM substances.scope_proposed
                 WHERE proposal = :proposal
                """)
                .param("id", id).param("proposal", ruled.proposal()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record)
                .update();
    }

    /** What counts on a day, and what is agreed for a later one. */
    List<Scope> on(LocalDate day) {
        return db.sql("SELECT * FROM (" + NAMED.formatted("""
                SELECT DISTINCT ON (category, material) * FROM substances.scope WHERE from_day <= :day ORDER BY category, material, from_day DESC, said_at DESC
                """) + ") AS now UNION ALL SELECT * FROM (" + NAMED.formatted("SELECT * FROM substances.scope WHERE from_day > :day") + ") AS later ORDER BY category NULLS LAST, name_en, from_day")
                .param("day", day)
                .query(Scopes::scope).list();
    }

    /** Changes that wait for a second person, oldest first. */
    List<Change> changes() {
        return db.sql(NAMED.formatted("SELECT * FROM substances.scope_proposed"))
                .query((row, n) -> new Change(row.getObject("proposal", UUID.class), scope(row, n), "", UUID.randomUUID())).list().stream()
                .flatMap(it -> decisions.find(it.proposal()).stream().filter(Decisions.Decision::open)
                        .map(decision -> new Change(it.proposal(), it.scope(), decision.reason(), decision.proposedBy()))).toList();
    }

    private static Scope scope(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Scope(row.getString("category"), row.getObject("material", UUID.class), row.getString("name_en"), row.getString("name_zh"),
                row.getString("supplier_en"), row.getString("supplier_zh"), row.getObject("from_day", LocalDate.class),
                Arrays.asList((String[]) row.getArray("asked").getArray()), row.getString("clause"));
    }

    private static final String NAMED = """
            SELECT said.category, said.material, coalesce(category.name_en, material.name_en) AS name_en, coalesce(category.name_zh, material.name_zh) AS name_zh,
                   name.name_en AS supplier_en, name.name_zh AS supplier_zh, said.from_day, said.asked, said.clause, said.proposal
              FROM (%s) AS said
              LEFT JOIN supplier.category_name AS category ON category.code = said.category
              LEFT JOIN supplier.material_name AS material ON material.id = said.material
              LEFT JOIN supplier.name AS name ON name.id = material.supplier
            """;
}
