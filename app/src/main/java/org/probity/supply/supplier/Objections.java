package org.probity.supply.supplier;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.probity.house.directory.Identifiers;
import org.probity.house.ui.Answer.Reason;
import org.probity.supply.supplier.Suppliers.Registration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What stands against entering a supplier as it was typed, or read from a file. */
@Component
class Objections {
    static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private static final int ROOM = 0x5095;

    private final JdbcClient db;

    Objections(JdbcClient db) {
        this.db = db;
    }

    /**
     * What stands against a registration: {@code supplier.words-long}, {@code supplier.number-missing}, {@code supplier.name-missing}, {@code supplier.country-unknown},
     * {@code supplier.category-unknown} (or closed), {@code supplier.credit-code-wrong} and {@code supplier.lei-wrong} (check digit),
     * {@code supplier.number-taken}, {@code supplier.credit-code-taken}, {@code supplier.lei-taken} (the register already has that legal person).
     *
     * @param of whose registration it is; its own number and codes are not in its way
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Reason> to(Registration it, UUID of) {
        // Of two who enter one company at once, the second is told so.
        db.sql("SELECT pg_advisory_xact_lock(:room, 0)").param("room", ROOM).query((row, n) -> n).list();
        var reasons = new ArrayList<>(faults(it));
        Map.of("number", it.number(), "nameEn", it.nameEn(), "nameZh", it.nameZh(), "nameOther", it.nameOther()).forEach((field, words) -> {
            if (words.length() > Reading.LONGEST) {
                reasons.add(new Reason(field, "supplier.words-long", List.of(Reading.LONGEST)));
            }
        });
        var known = db.sql("""
                SELECT count(*)
                  FROM supplier.category
                 WHERE code = :category
                   AND (until_day IS NULL OR EXISTS (SELECT FROM supplier.supplier WHERE id = :of AND category = :category))
                """)
                .param("category", it.category()).param("of", of)
                .query(Long.class).single();
        if (known == 0) {
            reasons.add(new Reason("category", "supplier.category-unknown", List.of()));
        }
        reasons.addAll(taken(it, of));
        return reasons;
    }

    /** What can be said against it without looking at the register. */
    static List<Reason> faults(Registration it) {
        var reasons = new ArrayList<Reason>();
        if (it.number().isBlank()) {
            reasons.add(new Reason("number", "supplier.number-missing", List.of()));
        }
        if (it.nameEn().isBlank() && it.nameZh().isBlank()) {
            reasons.add(new Reason("nameEn", "supplier.name-missing", List.of()));
        }
        if (!COUNTRIES.contains(it.country())) {
            reasons.add(new Reason("country", "supplier.country-unknown", List.of()));
        }
        if (it.creditCode() != null && !Identifiers.isCreditCode(it.creditCode())) {
            reasons.add(new Reason("creditCode", "supplier.credit-code-wrong", List.of()));
        }
        if (it.lei() != null && !Identifiers.isLei(it.lei())) {
            reasons.add(new Reason("lei", "supplier.lei-wrong", List.of()));
        }
        return reasons;
    }

    private List<Reason> taken(Registration it, UUID of) {
        return db.sql("""
                SELECT CASE WHEN number = :number THEN 'number'
                            WHEN credit_code = :creditCode THEN 'creditCode'
                            ELSE 'lei'
                       END
                  FROM supplier.supplier
                 WHERE id <> :of
                   AND (number = :number OR credit_code = :creditCode OR lei = :lei)
                """)
                .param("of", of).param("number", it.number())
                .param("creditCode", it.creditCode(), Types.VARCHAR).param("lei", it.lei(), Types.VARCHAR)
                .query(String.class).list().stream()
                .map(field -> switch (field) {
                    case "number" -> new Reason(field, "supplier.number-taken", List.of(it.number()));
                    case "creditCode" -> new Reason(field, "supplier.credit-code-taken", List.of());
                    default -> new Reason(field, "supplier.lei-taken", List.of());
                })
                .toList();
    }
}
