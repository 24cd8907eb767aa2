package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What we buy, sorted. Whoever qualifies suppliers, or answers for a category, does it by these codes. */
@Service
public class Categories {
    private final JdbcClient db;
    private final AuditTrail trail;
    private final Clock clock;

    Categories(JdbcClient db, AuditTrail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /** All of them, the closed ones last, with how many suppliers each has. */
    public List<Supplier.Category> all() {
        return db.sql("""
                SELECT code, category.name_en, category.name_zh, until_day, count(supplier.id) AS suppliers
                  FROM supplier.category
                  LEFT JOIN supplier.supplier ON supplier.category = category.code
                 GROUP BY code
                 ORDER BY until_day NULLS FIRST, code
                """)
                .query(Supplier.Category.class).list();
    }

    /** Those a supplier can be given. */
    public List<Supplier.Category> open() {
        return all().stream().filter(it -> it.untilDay() == null).toList();
    }

    /**
     * A category comes in, or gets other names; its code is what other rooms know it by and never changes.
     *
     * <p>Refusals: {@code supplier.category-code-wrong}; {@code supplier.category-name-missing} in either language.
     */
    @Transactional
    Answer<String> say(String code, String nameEn, String nameZh, Me by) {
        if (!code.matches("[a-z0-9][a-z0-9-]{0,39}")) {
            return Answer.refused("code", "supplier.category-code-wrong");
        }
        if (nameEn.isBlank()) {
            return Answer.refused("nameEn", "supplier.category-name-missing");
        }
        if (nameZh.isBlank()) {
            return Answer.refused("nameZh", "supplier.category-name-missing");
        }
        db.sql("""
                INSERT INTO supplier.category (code, name_en, name_zh)
                VALUES (:code, :nameEn, :nameZh)
                ON CONFLICT (code) DO UPDATE SET name_en = excluded.name_en, name_zh = excluded.name_zh, until_day = NULL
                """)
                .param("code", code).param("nameEn", nameEn).param("nameZh", nameZh)
                .update();
        trail.note("supplier.category-said", by.account(), null, Map.of("code", code));
        return Answer.done(code);
    }

    /** Nobody new gets this category; who has it keeps it. Refusals: {@code supplier.category-unknown}. */
    @Transactional
    Answer<String> close(String code, Me by) {
        var closed = db.sql("UPDATE supplier.category SET until_day = :today WHERE code = :code AND until_day IS NULL")
                .param("today", LocalDate.now(clock)).param("code", code)
                .update();
        if (closed == 0) {
            return Answer.refused("", "supplier.category-unknown");
        }
        trail.note("supplier.category-closed", by.account(), null, Map.of("code", code));
        return Answer.done(code);
    }
}
