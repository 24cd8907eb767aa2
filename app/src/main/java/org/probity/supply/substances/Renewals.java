package org.probity.supply.substances;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.substances.CandidateLists.Edition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a new candidate list does to what suppliers said of an older one. "None above 0.1 %" is true of the list it speaks of; of what was added it
 * says nothing. So it is renewed, unless nothing was added. The yearly report stays accepted: its measurements are no older than they were.
 */
@Component
class Renewals {
    /**
     * What came of a list.
     *
     * @param asked suppliers asked to renew their statement
     * @param unchanged statements of older lists to which it adds nothing
     * @param found declarations that name one of its new substances above the limit
     */
    public record Effect(Edition edition, long asked, long unchanged, long found) {}

    /** Published in the transaction of the list. */
    public record Asked(Edition edition, LocalDate dueDay, List<UUID> suppliers) {
        public Asked {
            suppliers = List.copyOf(suppliers);
        }
    }

    private final JdbcClient db;
    private final Obligations obligations;
    private final Messages messages;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Renewals(JdbcClient db, Obligations obligations, Messages messages, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.obligations = obligations;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
    }

    private record Stands(UUID supplier, boolean stale) {}

    private record Hit(UUID paper, UUID supplier, String path, int line, String substance, String cas, String article, java.math.BigDecimal ppm) {}

    @Transactional(propagation = Propagation.MANDATORY)
    Effect ask(Edition edition, Me by) {
        var today = LocalDate.now(clock);
        var stands = statements(edition, today);
        var hits = hits(edition, today);
        hits.forEach(it -> tell(it, edition));
        var ask = new LinkedHashSet<UUID>();
        stands.stream().filter(Stands::stale).forEach(it -> ask.add(it.supplier()));
        hits.forEach(it -> ask.add(it.supplier()));
        var due = today.plusDays(db.sql("SELECT renewal_days FROM substances.setting WHERE from_day <= :today ORDER BY from_day DESC LIMIT 1")
                .param("today", today).query(Integer.class).single());
        var suppliers = List.copyOf(ask);
        if (!suppliers.isEmpty()) {
            obligations.open(PaperKind.RENEWAL.obligation(), due.getYear(), due, suppliers, edition.id(), by);
            events.publishEvent(new Asked(edition, due, suppliers));
        }
        return new Effect(edition, suppliers.size(), stands.stream().filter(it -> !it.stale()).count(), hits.stream().map(Hit::paper).distinct().count());
    }

    /**
     * The newest accepted statement of each supplier that is asked for one today, and whether the list adds something to the one it speaks of. A
     * declaration of class C is such a statement; one of class D names everything, and is compared instead.
     */
    private List<Stands> statements(Edition edition, LocalDate today) {
        return db.sql("""
                WITH statement AS (
                    SELECT DISTINCT ON (accepted.supplier, accepted.kind) accepted.supplier, theirs.id AS edition, theirs.day, theirs.loaded_at
                      FROM substances.accepted_at('infinity') AS accepted
                      JOIN substances.paper ON paper.id = accepted.paper
                      LEFT JOIN substances.edition AS theirs ON theirs.id = accepted.edition
                     WHERE accepted.state = 'MET'
                       AND (accepted.kind = 'REACH' OR accepted.kind = 'DECLARATION' AND paper.sections LIKE '%C%')
                       AND accepted.supplier IN (SELECT supplier FROM substances.asked(:today, 'infinity') AS asked WHERE asked.paper = CASE accepted.kind WHEN 'REACH' THEN 'substances.reach' ELSE 'substances.declaration' END)
                     ORDER BY accepted.supplier, accepted.kind, theirs.day DESC NULLS LAST, theirs.loaded_at DESC
                )
                SELECT supplier,
                       bool_or(edition IS NULL OR EXISTS (SELECT
                                                            FROM substances.candidate AS new
                                                           WHERE new.edition = :edition
                                                             AND NOT EXISTS (SELECT FROM substances.candidate AS known
                                                                              WHERE known.edition = statement.edition AND known.key = new.key))) AS stale
                  FROM statement
                 WHERE edition IS DISTINCT FROM :edition
                 GROUP BY supplier
                 ORDER BY supplier
                """)
                .param("edition", edition.id()).param("today", today)
                .query(Stands.class).list();
    }

    /** Substances that were declared and that the list names now, above the limit of an article; those a paper was told of before are left. */
    private List<Hit> hits(Edition edition, LocalDate today) {
        return db.sql("""
                WITH held AS (
                    SELECT paper.id AS paper, standing.party AS supplier, declared.article_no, min(declared.article) AS article, candidate.no,
                           min(declared.path) AS path, min(declared.line) AS line, min(candidate.name) AS substance, min(declared.cas) AS cas,
                           sum(declared.mg) AS mg, min(declared.article_mg) AS article_mg
                      FROM obligation.standing
                      JOIN LATERAL (SELECT id, edition FROM substances.paper WHERE paper.obligation = standing.id ORDER BY received_at DESC, id LIMIT 1) AS paper ON true
                      JOIN substances.declared ON declared.paper = paper.id AND declared.mg > 0
                      JOIN substances.candidate ON candidate.edition = :edition AND declared.cas = ANY (candidate.cas)
                     WHERE standing.kind = 'substances.declaration'
                       AND standing.state IN ('SENT_IN', 'MET')
                       AND NOT EXISTS (SELECT FROM substances.candidate AS known WHERE known.edition = paper.edition AND known.key = candidate.key)
                     GROUP BY paper.id, standing.party, declared.article_no, candidate.no
                )
                SELECT held.paper, held.supplier, held.path, held.line, held.substance, held.cas, held.article, round(held.mg * 1000000 / held.article_mg, 6) AS ppm
                  FROM held
                  JOIN substances.thresholds(:today, 'infinity') AS allowed ON allowed.code = 'candidate'
                 WHERE held.article_mg > 0
                   AND held.mg * 1000000 > allowed.ppm * held.article_mg
                 ORDER BY held.paper, held.article_no, held.no
                """)
                .param("edition", edition.id()).param("today", today)
                .query(Hit.class).list();
    }

    private void tell(Hit it, Edition edition) {
        var key = "substances.over-new-list";
        Object[] args = {it.substance(), it.ppm().stripTrailingZeros().toPlainString(), it.article(), edition.version()};
        db.sql("""
                INSERT INTO substances.finding (paper, no, key, severity, path, line, value, words_en, words_zh, edition)
                SELECT :paper, coalesce(max(no), 0) + 1, :key, 'LOOK_AT', :path, :line, :value, :en, :zh, :edition
                  FROM substances.finding
                 WHERE paper = :paper
                """)
                .param("paper", it.paper()).param("key", key).param("path", it.path()).param("line", it.line()).param("value", it.cas())
                .param("en", messages.letter(Lang.EN, key, args)).param("zh", messages.letter(Lang.ZH, key, args)).param("edition", edition.id())
                .update();
    }
}
