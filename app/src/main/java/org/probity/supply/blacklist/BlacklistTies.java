package org.probity.supply.blacklist;

import java.util.Optional;
import java.util.UUID;
import org.probity.shapes.decision.Decisions;
import org.probity.supply.audit.Ties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever sits on a case against a supplier does not audit it, nor does whoever declared dealings of their own with it. That somebody declared something is
 * told to nobody: the sentence is the same as if legal affairs knew another reason.
 */
@Component
class BlacklistTies implements Ties {
    private final JdbcClient db;
    private final Decisions decisions;
    private final Dealings dealings;

    BlacklistTies(JdbcClient db, Decisions decisions, Dealings dealings) {
        this.db = db;
        this.decisions = decisions;
        this.dealings = dealings;
    }

    @Override
    public Optional<String> between(UUID supplier, UUID account) {
        return sits(supplier, account) ? Optional.of("blacklist.tie.case") : dealings.declared(supplier, account) ? Optional.of("blacklist.tie.own") : Optional.empty();
    }

    private boolean sits(UUID supplier, UUID account) {
        var acted = db.sql("""
                SELECT count(*)
                  FROM blacklist.matter
                  LEFT JOIN blacklist.hearing ON hearing.matter = matter.id
                  LEFT JOIN blacklist.suspension ON suspension.matter = matter.id
                  LEFT JOIN blacklist.dropped ON dropped.matter = matter.id
                 WHERE matter.supplier = :supplier
                   AND :account IN (matter.opened_by, hearing.called_by, suspension.suspended_by, suspension.ended_by, dropped.dropped_by)
                """)
                .param("supplier", supplier).param("account", account)
                .query(Long.class).single();
        if (acted > 0) {
            return true;
        }
        return db.sql("""
                SELECT sentence.proposal
                  FROM blacklist.sentence
                  JOIN blacklist.matter ON matter.id = sentence.matter
                 WHERE matter.supplier = :supplier
                 UNION ALL
                SELECT lifting.proposal
                  FROM blacklist.lifting
                  JOIN blacklist.ban ON ban.id = lifting.ban
                 WHERE ban.supplier = :supplier
                """)
                .param("supplier", supplier)
                .query(UUID.class).list().stream().flatMap(it -> decisions.find(it).stream())
                .anyMatch(it -> it.proposedBy().equals(account) || account.equals(it.ruledBy()));
    }
}
