package org.probity.house.directory;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of units over time: rows that hold from a day to a day, each superseded by what was learned later and never changed. */
@Component
class UnitFacts {
    record Fact(Place.Kind kind, Organisation.Details said, @Nullable UUID parent, LocalDate from, @Nullable LocalDate until) {
        Fact until(LocalDate day) {
            return new Fact(kind, said, parent, from, day);
        }

        Fact from(LocalDate day) {
            return new Fact(kind, said, parent, day, until);
        }

        Fact under(UUID other) {
            return new Fact(kind, said, other, from, until);
        }

        Fact saying(Organisation.Details other) {
            return new Fact(kind, other, parent, from, until);
        }
    }

    private final JdbcClient db;
    private final Acts acts;

    UnitFacts(JdbcClient db, Acts acts) {
        this.db = db;
        this.acts = acts;
    }

    List<Fact> under(UUID unit, UUID parent, LocalDate from) {
        return db.sql(FACT + " AND parent = :parent AND (until_day IS NULL OR until_day >= :from) ORDER BY from_day")
                .param("unit", unit).param("parent", parent).param("from", from)
                .query(UnitFacts::fact).list();
    }

    Optional<Fact> on(UUID unit, LocalDate day) {
        return db.sql(FACT + " AND from_day <= :day AND (until_day IS NULL OR until_day >= :day)")
                .param("unit", unit).param("day", day)
                .query(UnitFacts::fact).optional();
    }

    private static final String FACT = """
            SELECT kind, name_en, name_zh, country, region, credit_code, lei, parent, from_day, until_day
              FROM directory.unit_fact
             WHERE unit = :unit AND superseded_at IS NULL
            """;

    private static Fact fact(ResultSet row, int n) throws SQLException {
        return new Fact(Place.Kind.valueOf(row.getString("kind")),
                new Organisation.Details(row.getString("name_en"), row.getString("name_zh"), row.getString("country"), row.getString("region"),
                        row.getString("credit_code"), row.getString("lei")),
                row.getObject("parent", UUID.class), row.getObject("from_day", LocalDate.class), row.getObject("until_day", LocalDate.class));
    }

    /** What stood on the day stays until the day before, and from then on it is as given. */
    void split(UUID act, UUID unit, LocalDate from, Fact changed) {
        var old = on(unit, from).orElseThrow();
        supersede(unit, from);
        if (old.from().isBefore(from)) {
            keep(act, unit, old.until(from.minusDays(1)));
        }
        keep(act, unit, changed.from(from));
    }

    void supersede(UUID unit, LocalDate day) {
        db.sql("""
                UPDATE directory.unit_fact
                   SET superseded_at = :now
                 WHERE unit = :unit AND superseded_at IS NULL AND from_day <= :day AND (until_day IS NULL OR until_day >= :day)
                """)
                .param("now", acts.now()).param("unit", unit).param("day", day)
                .update();
    }

    void keep(UUID act, UUID unit, Fact fact) {
        db.sql("""
                INSERT INTO directory.unit_fact (id, unit, kind, name_en, name_zh, country, region, credit_code, lei, parent, from_day,
                                                 until_day, recorded_at, act)
                VALUES (gen_random_uuid(), :unit, :kind, :nameEn, :nameZh, :country, :region, :creditCode, :lei, :parent, :from,
                        :until, :now, :act)
                """)
                .param("unit", unit).param("kind", fact.kind().name()).param("nameEn", fact.said().nameEn()).param("nameZh", fact.said().nameZh())
                .param("country", fact.said().country()).param("region", fact.said().region()).param("creditCode", fact.said().creditCode())
                .param("lei", fact.said().lei()).param("parent", fact.parent()).param("from", fact.from()).param("until", fact.until())
                .param("now", acts.now()).param("act", act)
                .update();
    }
}
