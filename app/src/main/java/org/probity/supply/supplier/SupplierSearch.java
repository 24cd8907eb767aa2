package org.probity.supply.supplier;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds suppliers by what is remembered of them: words of a name in any script, a number, a credit code or an LEI. */
@Component
class SupplierSearch {
    /** What a list of suppliers is narrowed to; an empty word asks nothing. @param ended true: those whose relation has ended, and does not only end one day */
    record Sought(String words, String category, String country, Optional<Boolean> ended) {
        Sought {
            words = words.strip();
        }

        static Sought by(String words) {
            return new Sought(words, "", "", Optional.empty());
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    SupplierSearch(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * Who bears any of these words in a name, number, credit code or LEI, or bore them before; in any script.
     *
     * @param order what stands behind ORDER BY; only expressions of ours, see {@code Query.orderBy}
     */
    List<Supplier> list(Sought sought, String order, int limit, long offset) {
        return narrowed(Suppliers.SELECT + "%s ORDER BY " + order + " LIMIT :limit OFFSET :offset", sought)
                .param("limit", limit).param("offset", offset)
                .query(Supplier.class).list();
    }

    List<Supplier> named(String words, int most) {
        return list(Sought.by(words), "number", most, 0);
    }

    /** How many {@link #list} finds. */
    long count(Sought sought) {
        return narrowed("SELECT count(*)" + (sought.ended().isEmpty() ? " FROM supplier.supplier" : Suppliers.FROM) + "%s", sought).query(Long.class).single();
    }

    /** A list that is not narrowed does not carry the words for it; its length stands in the menu, on every page. */
    private JdbcClient.StatementSpec narrowed(String sql, Sought sought) {
        return db.sql(sql.formatted(" WHERE merged_into IS NULL" + (sought.words().isEmpty() ? "" : NAMED)
                        + (sought.category().isEmpty() ? "" : " AND category = :category")
                        + (sought.country().isEmpty() ? "" : " AND country = :country")
                        + (sought.ended().isEmpty() ? "" : " AND :ended = coalesce(ending.last_day < :today, FALSE)")))
                .param("words", sought.words())
                .param("part", "%" + sought.words().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("category", sought.category()).param("country", sought.country())
                .param("ended", sought.ended().orElse(null), Types.BOOLEAN).param("today", LocalDate.now(clock));
    }

    /** Where suppliers are from. */
    List<String> countries() {
        return db.sql("SELECT DISTINCT country FROM supplier.supplier ORDER BY country").query(String.class).list();
    }

    /** The record with this number, also one that was merged. */
    Optional<Supplier> exactly(String number) {
        return db.sql(Suppliers.SELECT + " WHERE number = :number").param("number", number).query(Supplier.class).optional();
    }

    /** Whose each number is now, those of merged records among them. */
    Map<String, UUID> byNumbers() {
        var owners = new HashMap<String, UUID>();
        db.sql("SELECT number, now FROM supplier.name").query(row -> {
            owners.put(row.getString(1), row.getObject(2, UUID.class));
        });
        return owners;
    }

    /** What it was called before, and the numbers of records that were merged into it, the newest first. */
    List<Supplier.Former> former(UUID supplier) {
        return db.sql("SELECT field, words, until_at, record_of FROM supplier.former WHERE supplier = :supplier ORDER BY until_at DESC, field LIMIT 100")
                .param("supplier", supplier).query(Supplier.Former.class).list();
    }

    private static final String NAMED = """
             AND (supplier.name_en ILIKE :part
                  OR supplier.name_zh ILIKE :part
                  OR name_other ILIKE :part
                  OR starts_with(lower(number), lower(:words))
                  OR credit_code = upper(:words)
                  OR lei = upper(:words)
                  OR supplier.id IN (SELECT former.supplier
                                       FROM supplier.former
                                      WHERE former.field <> 'number' AND former.words ILIKE :part
                                         OR former.field = 'number' AND starts_with(lower(former.words), lower(:words)))
                  OR supplier.id IN (SELECT merged_into FROM supplier.supplier WHERE credit_code = upper(:words) OR lei = upper(:words)))
            """;
}
