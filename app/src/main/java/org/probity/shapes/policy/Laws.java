package org.probity.shapes.policy;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of laws: from the article to the clause of our own that carries it out, how we see whether it is kept, who answers for it, and when
 * somebody last looked. What is missing in this line is a gap, and is shown as one.
 */
@Service
public class Laws {
    /** @param gaps articles that lack a clause or a check, or whose review is overdue */
    public record Law(UUID id, String code, String nameEn, String nameZh, String jurisdiction, @Nullable LocalDate since, String source, long articles, long gaps) {
        public String name(Lang lang) {
            return Policy.in(lang, nameEn, nameZh);
        }
    }

    /**
     * @param due when it should be looked at again; from the last review, or from when it was entered
     * @param compared when somebody held these words against the official text; null: nobody has, and they may be wrong
     */
    public record Article(
            UUID id, UUID law, String number, String summaryEn, String summaryZh, @Nullable UUID clause, String clauseName, String checkEn, String checkZh,
            UUID responsible, int reviewMonths, @Nullable LocalDate reviewed, String words, LocalDate due,
            @Nullable LocalDate compared) {
        public String summary(Lang lang) {
            return Policy.in(lang, summaryEn, summaryZh);
        }

        public String check(Lang lang) {
            return Policy.in(lang, checkEn, checkZh);
        }

        public boolean overdue(LocalDate today) {
            return due.isBefore(today);
        }

        public boolean gap(LocalDate today) {
            return clause == null || checkEn.isEmpty() || overdue(today);
        }
    }

    /** What is said of a law. */
    public record Entry(String code, String nameEn, String nameZh, String jurisdiction, @Nullable LocalDate since, String source) {}

    /** What is said of an article; both languages of the check, or neither. */
    public record Saying(String number, String summaryEn, String summaryZh, @Nullable UUID clause, String checkEn, String checkZh, UUID responsible, int reviewMonths) {}

    private final JdbcClient db;
    private final Accounts accounts;
    private final LawHistory history;
    private final Log log;
    private final Clock clock;

    Laws(JdbcClient db, Accounts accounts, LawHistory history, Log log, Clock clock) {
        this.db = db;
        this.accounts = accounts;
        this.history = history;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A law comes in, or is described anew under its code; what was said before stays in its history.
     *
     * <p>Refusals: {@code policy.code-wrong}; {@code policy.name-missing} in either language; {@code policy.jurisdiction-wrong}.
     */
    @Transactional
    public Answer<UUID> enter(Entry it, Me by) {
        if (!it.code().matches("[a-z0-9][a-z0-9-]{0,39}")) {
            return Answer.refused("code", "policy.code-wrong");
        }
        if (it.nameEn().isBlank() || it.nameZh().isBlank()) {
            return Answer.refused(it.nameEn().isBlank() ? "nameEn" : "nameZh", "policy.name-missing");
        }
        if (!it.jurisdiction().matches("[A-Z]{2}|INT")) {
            return Answer.refused("jurisdiction", "policy.jurisdiction-wrong");
        }
        var law = db.sql("""
                INSERT INTO policy.law (id, code, name_en, name_zh, jurisdiction, since, source, entered_by, entered_at)
                VALUES (gen_random_uuid(), :code, :nameEn, :nameZh, :jurisdiction, :since, :source, :by, :now)
                ON CONFLICT ON CONSTRAINT law_code_taken DO UPDATE
                    SET name_en = excluded.name_en, name_zh = excluded.name_zh, jurisdiction = excluded.jurisdiction, since = excluded.since, source = excluded.source
                RETURNING id
                """)
                .param("code", it.code()).param("nameEn", it.nameEn().strip()).param("nameZh", it.nameZh().strip()).param("jurisdiction", it.jurisdiction())
                .param("since", it.since()).param("source", it.source().strip()).param("by", by.account()).param("now", now())
                .query(UUID.class).single();
        history.keepLaw(law, by.account());
        return Answer.done(law);
    }

    /**
     * An article is entered, or said anew under its number; what was said before stays in its history.
     *
     * <p>Refusals: {@code policy.number-missing}; {@code policy.summary-missing} in either language; {@code policy.clause-unknown};
     * {@code policy.check-halfway} said in one language only; {@code policy.responsible-unknown}; {@code policy.months-wrong}.
     */
    @Transactional
    public Answer<UUID> say(UUID law, Saying it, Me by) {
        if (it.number().isBlank()) {
            return Answer.refused("number", "policy.number-missing");
        }
        if (it.summaryEn().isBlank() || it.summaryZh().isBlank()) {
            return Answer.refused(it.summaryEn().isBlank() ? "summaryEn" : "summaryZh", "policy.summary-missing");
        }
        if (it.clause() != null && !db.sql("SELECT EXISTS (SELECT FROM policy.clause WHERE id = :id)").param("id", it.clause()).query(Boolean.class).single()) {
            return Answer.refused("clause", "policy.clause-unknown");
        }
        if (it.checkEn().isBlank() != it.checkZh().isBlank()) {
            return Answer.refused(it.checkEn().isBlank() ? "checkEn" : "checkZh", "policy.check-halfway");
        }
        if (accounts.find(it.responsible()).filter(account -> !account.disabled()).isEmpty()) {
            return Answer.refused("responsible", "policy.responsible-unknown");
        }
        if (it.reviewMonths() < 1 || it.reviewMonths() > 120) {
            return Answer.refused("months", "policy.months-wrong");
        }
        var article = db.sql("""
                INSERT INTO policy.article (id, law, number, summary_en, summary_zh, clause, check_en, check_zh, responsible, review_months, said_by, said_at)
                VALUES (gen_random_uuid(), :law, :number, :summaryEn, :summaryZh, CAST(:clause AS uuid), :checkEn, :checkZh, :responsible, :months, :by, :now)
                ON CONFLICT ON CONSTRAINT article_number_taken DO UPDATE
                    SET summary_en = excluded.summary_en, summary_zh = excluded.summary_zh, clause = excluded.clause, check_en = excluded.check_en,
                        check_zh = excluded.check_zh, responsible = excluded.responsible, review_months = excluded.review_months, said_by = excluded.said_by
                RETURNING id
                """)
                .param("law", law).param("number", it.number().strip()).param("summaryEn", it.summaryEn().strip()).param("summaryZh", it.summaryZh().strip())
                .param("clause", it.clause(), Types.OTHER).param("checkEn", it.checkEn().strip()).param("checkZh", it.checkZh().strip())
                .param("responsible", it.responsible()).param("months", it.reviewMonths()).param("by", by.account()).param("now", now())
                .query(UUID.class).single();
        history.keepArticle(article, by.account());
        return Answer.done(article);
    }

    /**
     * Somebody held what we say of an article against the official text of the law. Refusals: {@code policy.article-unknown}.
     */
    @Transactional
    public Answer<UUID> compare(UUID article, Me by) {
        var kept = db.sql("""
                INSERT INTO policy.article_compared (article, summary_en, summary_zh, day, compared_by, compared_at)
                SELECT id, summary_en, summary_zh, :day, :by, :now FROM policy.article WHERE id = :id
                ON CONFLICT ON CONSTRAINT compared_once_a_day DO UPDATE
                    SET summary_en = excluded.summary_en, summary_zh = excluded.summary_zh, compared_by = excluded.compared_by, compared_at = excluded.compared_at
                """)
                .param("id", article).param("day", today()).param("by", by.account()).param("now", now())
                .update();
        return kept == 0 ? Answer.refused("", "policy.article-unknown") : Answer.done(article);
    }

    /**
     * Somebody looked whether the article still says so and is kept. Refusals: {@code policy.article-unknown}; {@code policy.words-missing} what was
     * seen; {@code policy.reviewed-today}.
     */
    @Transactional
    public Answer<UUID> review(UUID article, String words, Me by) {
        if (words.isBlank()) {
            return Answer.refused("words", "policy.words-missing");
        }
        if (db.sql("SELECT FROM policy.article WHERE id = :id FOR UPDATE").param("id", article).query((row, n) -> n).optional().isEmpty()) {
            return Answer.refused("", "policy.article-unknown");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM policy.article_review WHERE article = :id AND day = :day)").param("id", article).param("day", today())
                .query(Boolean.class).single()) {
            return Answer.refused("words", "policy.reviewed-today");
        }
        var record = log.record("policy.reviewed", today(), Map.of("article", article.toString(), "by", by.account().toString()));
        db.sql("INSERT INTO policy.article_review (article, day, words, reviewed_by, reviewed_at, record) VALUES (:id, :day, :words, :by, :now, :record)")
                .param("id", article).param("day", today()).param("words", words.strip()).param("by", by.account()).param("now", now()).param("record", record)
                .update();
        return Answer.done(article);
    }

    public List<Law> all() {
        return db.sql("SELECT law.id, law.code, law.name_en, law.name_zh, law.jurisdiction, law.since, law.source, count(article.id) AS articles, "
                        + "count(article.id) FILTER (WHERE article.clause IS NULL OR article.check_en = '' OR article.due < :today) AS gaps "
                        + "FROM policy.law LEFT JOIN (" + ARTICLES + ") AS article ON article.law = law.id GROUP BY law.id ORDER BY law.jurisdiction, law.code")
                .param("today", today()).query(Law.class).list();
    }

    public Optional<Law> find(String code) {
        return all().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    public List<Article> articles(UUID law) {
        return articles().stream().filter(it -> it.law().equals(law)).toList();
    }

    /** The articles of all laws. */
    public List<Article> articles() {
        return db.sql(ARTICLES + " ORDER BY article.law, article.number").query(Article.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static final String ARTICLES = """
            SELECT article.id, article.law, article.number, article.summary_en, article.summary_zh, article.clause,
                   coalesce(policy.code || '/' || clause.code, '') AS clause_name, article.check_en, article.check_zh, article.responsible, article.review_months,
                   last.day AS reviewed, coalesce(last.words, '') AS words,
                   (coalesce(last.day, (article.said_at AT TIME ZONE 'Asia/Shanghai')::date) + make_interval(months => article.review_months))::date AS due,
                   (SELECT max(day) FROM policy.article_compared AS compared
                     WHERE compared.article = article.id AND compared.summary_en = article.summary_en AND compared.summary_zh = article.summary_zh) AS compared
              FROM policy.article
              LEFT JOIN policy.clause ON clause.id = article.clause
              LEFT JOIN policy.policy ON policy.id = clause.policy
              LEFT JOIN LATERAL (SELECT day, words FROM policy.article_review WHERE article_review.article = article.id ORDER BY day DESC LIMIT 1) AS last ON true
            """;
}
