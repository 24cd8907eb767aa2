package org.probity.supply.substances;

import java.util.UUID;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Papers that two suppliers cannot both own: the same file, or one report number of one laboratory. One may pass on what its own supplier gave it,
 * so it is shown to officers, with the other paper, and not to the supplier.
 */
@Component
class Twins {
    private final JdbcClient db;
    private final Messages messages;

    Twins(JdbcClient db, Messages messages) {
        this.db = db;
        this.messages = messages;
    }

    void look(UUID paper) {
        note(paper, "substances.same-file", db.sql("""
                SELECT other.id
                  FROM substances.paper AS mine
                  JOIN obligation.standing AS ours ON ours.id = mine.obligation
                  JOIN evidence.item AS file ON file.id = mine.evidence
                  JOIN evidence.item AS same ON same.sha256 = file.sha256
                  JOIN substances.paper AS other ON other.evidence = same.id
                  JOIN obligation.standing AS theirs ON theirs.id = other.obligation AND theirs.party <> ours.party
                 WHERE mine.id = :paper
                 ORDER BY other.received_at
                 LIMIT 1
                """).param("paper", paper).query(UUID.class).optional().orElse(null));
        note(paper, "substances.same-report", db.sql("""
                SELECT other.id
                  FROM substances.paper AS mine
                  JOIN obligation.standing AS ours ON ours.id = mine.obligation
                  JOIN substances.paper AS other ON lower(other.report_number) = lower(mine.report_number)
                                                AND lower(other.laboratory) = lower(mine.laboratory)
                  JOIN obligation.standing AS theirs ON theirs.id = other.obligation AND theirs.party <> ours.party
                  JOIN evidence.item AS file ON file.id = mine.evidence
                  JOIN evidence.item AS another ON another.id = other.evidence AND another.sha256 <> file.sha256
                 WHERE mine.id = :paper
                   AND mine.report_number <> ''
                 ORDER BY other.received_at
                 LIMIT 1
                """).param("paper", paper).query(UUID.class).optional().orElse(null));
    }

    private void note(UUID paper, String key, @org.jspecify.annotations.Nullable UUID other) {
        if (other != null) {
            db.sql("""
                    INSERT INTO substances.finding (paper, no, key, severity, path, line, value, words_en, words_zh, other)
                    SELECT :paper, coalesce(max(no), 0) + 1, :key, 'LOOK_AT', '', 0, '', :en, :zh, :other
                      FROM substances.finding
                     WHERE paper = :paper
                    """)
                    .param("paper", paper).param("key", key).param("en", messages.letter(Lang.EN, key)).param("zh", messages.letter(Lang.ZH, key))
                    .param("other", other)
                    .update();
        }
    }
}
