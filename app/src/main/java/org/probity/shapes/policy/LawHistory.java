package org.probity.shapes.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was ever said of a law and its articles: who took a clause away, made a review rarer, named somebody else, and when. */
@Component
public class LawHistory {
    /** One thing that was said otherwise. @param number of the article; empty: the law itself @param field its message key is {@code policy.FIELD} */
    public record Change(String number, String field, String before, String after, UUID by, Instant at) {}

    /** @param of the law or the article */
    private record Said(UUID of, String number, Map<String, String> fields, UUID by, Instant at) {}

    private final JdbcClient db;
    private final Clock clock;

    LawHistory(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Keeps what now stands of a law, if it is not what stood last. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepLaw(UUID law, UUID by) {
        db.sql("""
                INSERT INTO policy.law_said (law, no, name_en, name_zh, jurisdiction, since, source, said_by, said_at)
                SELECT law.id, coalesce(last.no, 0) + 1, law.name_en, law.name_zh, law.jurisdiction, law.since, law.source, :by, :at
                  FROM policy.law
                  LEFT JOIN LATERAL (SELECT * FROM policy.law_said WHERE law_said.law = law.id ORDER BY no DESC LIMIT 1) AS last ON true
                 WHERE law.id = :law
                   AND (law.name_en, law.name_zh, law.jurisdiction, law.since, law.source)
                       IS DISTINCT FROM (last.name_en, last.name_zh, last.jurisdiction, last.since, last.source)
                """).param("law", law).param("by", by).param("at", now()).update();
    }

    /** Keeps what now stands of an article, if it is not what stood last. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepArticle(UUID article, UUID by) {
        db.sql("""
                INSERT INTO policy.article_said (article, no, summary_en, summary_zh, clause, check_en, check_zh, responsible, review_months, said_by, said_at)
                SELECT article.id, coalesce(last.no, 0) + 1, article.summary_en, article.summary_zh, article.clause, article.check_en, article.check_zh,
                       article.responsible, article.review_months, :by, :at
                  FROM policy.article
                  LEFT JOIN LATERAL (SELECT * FROM policy.article_said WHERE article_said.article = article.id ORDER BY no DESC LIMIT 1) AS last ON true
                 WHERE article.id = :article
                   AND (article.summary_en, article.summary_zh, article.clause, article.check_en, article.check_zh, article.responsible, article.review_months)
                       IS DISTINCT FROM (last.summary_en, last.summary_zh, last.clause, last.check_en, last.check_zh, last.responsible, last.review_months)
                """).param("article", article).param("by", by).param("at", now()).update();
    }

    /** What was said otherwise of a law and its articles, the newest first. How each was said at first is no change. */
    List<Change> of(UUID law) {
        var said = new ArrayList<>(db.sql("SELECT * FROM policy.law_said WHERE law = :law ORDER BY no").param("law", law).query((row, n) -> {
            var fields = new LinkedHashMap<String, String>();
            fields.put("name-en", row.getString("name_en"));
            fields.put("name-zh", row.getString("name_zh"));
            fields.put("jurisdiction", row.getString("jurisdiction"));
            fields.put("since", words(row.getString("since")));
            fields.put("source", row.getString("source"));
            return new Said(law, "", fields, row.getObject("said_by", UUID.class), row.getObject("said_at", OffsetDateTime.class).toInstant());
        }).list());
        said.addAll(db.sql("""
                SELECT said.*, article.number, coalesce(policy.code || '/' || clause.code, '') AS clause_name
                  FROM policy.article_said AS said
                  JOIN policy.article ON article.id = said.article
                  LEFT JOIN policy.clause ON clause.id = said.clause
                  LEFT JOIN policy.policy ON policy.id = clause.policy
                 WHERE article.law = :law
                 ORDER BY said.article, said.no
                """).param("law", law).query((row, n) -> {
            var fields = new LinkedHashMap<String, String>();
            fields.put("summary-en", row.getString("summary_en"));
            fields.put("summary-zh", row.getString("summary_zh"));
            fields.put("clause", row.getString("clause_name"));
            fields.put("check-en", row.getString("check_en"));
            fields.put("check-zh", row.getString("check_zh"));
            fields.put("responsible", row.getString("responsible"));
            fields.put("review-months", row.getString("review_months"));
            return new Said(row.getObject("article", UUID.class), row.getString("number"), fields, row.getObject("said_by", UUID.class),
                    row.getObject("said_at", OffsetDateTime.class).toInstant());
        }).list());
        var changes = new ArrayList<Change>();
        var before = new HashMap<UUID, Said>();
        for (var it : said) {
            var last = before.put(it.of(), it);
            if (last != null) {
                it.fields().forEach((field, words) -> {
                    if (!words.equals(last.fields().get(field))) {
                        changes.add(new Change(it.number(), field, last.fields().getOrDefault(field, ""), words, it.by(), it.at()));
                    }
                });
            }
        }
        changes.sort(Comparator.comparing(Change::at).reversed());
        return changes;
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
