package org.probity.people.labour;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which rule each field about a person is kept, in each country, and for how long after they left. What came with the house says that counsel has not confirmed it. */
@Service
public class Bases {
    /**
     * @param rule of our own that carries it out, in words; empty: none is named, or it is not in force
     * @param steps of its lawful making that are shown, out of three
     * @param part of this room, or {@code room/part} of another
     * @param field or {@code *} for every field of the part
     * @param months below zero: until the person is forgotten, as parts of other rooms are
     */
    public record Basis(UUID id, String part, String field, LocalDate fromDay, String source, String ruleCode, String ruleEn, String ruleZh, int steps, int months, boolean confirmed) {
        /** The room that keeps it, as its message keys begin. */
        String room() {
            return part.contains("/") ? part.substring(0, part.indexOf('/')) : "labour";
        }

        String partOfRoom() {
            return part.substring(part.indexOf('/') + 1);
        }
    }

    /** What counsel says. @param fields of the part; each gets the same words */
    public record Word(String part, List<String> fields, String country, @Nullable LocalDate from, String source, String ruleCode, int months) {
        public Word {
            fields = List.copyOf(fields);
        }
    }

    private static final int SOURCE_LONGEST = 1_000;
    private static final int MONTHS_MOST = 600;

    private final JdbcClient db;
    private final Log log;
    private final Clock clock;

    Bases(JdbcClient db, Log log, Clock clock) {
        this.db = db;
        this.log = log;
        this.clock = clock;
    }

    List<String> countries() {
        return db.sql("SELECT DISTINCT country FROM labour.basis ORDER BY country").query(String.class).list();
    }

    /** What holds today in a country. */
    List<Basis> in(String country) {
        return db.sql("""
                SELECT basis.id, basis.part, basis.field, basis.from_day, basis.source, basis.rule_code, coalesce(rule.title_en, '') AS rule_en, coalesce(rule.title_zh, '') AS rule_zh,
                       coalesce(rule.steps, 0) AS steps, coalesce(basis.months, -1) AS months, basis.confirmed
                  FROM labour.bases_at(:country, :day) AS basis
                  LEFT JOIN labour.rulebook(:day, 'infinity') AS rule ON rule.code = basis.rule_code
                 ORDER BY basis.part, basis.field
                """)
                .param("country", country).param("day", today()).query(Basis.class).list();
    }

    /** What holds for somebody: that of the country in which they work, or worked last; China where nobody knows. */
    List<Basis> of(UUID person) {
        return in(db.sql("""
                SELECT site.country
                  FROM directory.stretches('1900-01-01', :day, 'infinity') AS engaged
                  JOIN directory.places(:day, 'infinity') AS place ON place.unit = engaged.unit
                  JOIN directory.places(:day, 'infinity') AS site ON site.unit = place.site
                 WHERE engaged.person = :person AND site.country IN (SELECT country FROM labour.basis)
                 ORDER BY engaged.from_day DESC
                 LIMIT 1
                """)
                .param("day", today()).param("person", person).query(String.class).optional().orElse("CN"));
    }

    /**
     * Counsel says by which rule fields are kept from a day on: another rule, or that the words that came with the house are right.
     *
     * <p>Refusals: {@code labour.counsel-says}; {@code labour.basis-unknown} no such field is kept in that country; {@code labour.source-missing};
     * {@code labour.source-long}; {@code labour.from-past}; {@code labour.months-wrong}; {@code labour.rule-code-unknown} no labour rule in force bears it.
     */
    @Transactional
    public Answer<Integer> say(Word it, Me by) {
        if (!by.is(Role.LEGAL)) {
            return Answer.refused("", "labour.counsel-says");
        }
        var known = in(it.country()).stream().filter(basis -> basis.part().equals(it.part())).map(Basis::field).toList();
        if (it.fields().isEmpty() || !known.containsAll(it.fields())) {
            return Answer.refused("fields", "labour.basis-unknown");
        }
        if (it.source().isBlank()) {
            return Answer.refused("source", "labour.source-missing");
        }
        if (it.source().strip().length() > SOURCE_LONGEST) {
            return Answer.refused("source", "labour.source-long", SOURCE_LONGEST);
        }
        if (it.from() == null || it.from().isBefore(today())) {
            return Answer.refused("from", "labour.from-past");
        }
        if (it.months() < 0 || it.months() > MONTHS_MOST) {
            return Answer.refused("months", "labour.months-wrong", MONTHS_MOST);
        }
        if (!it.ruleCode().isEmpty() && rules().stream().noneMatch(rule -> rule.code().equals(it.ruleCode()))) {
            return Answer.refused("rule", "labour.rule-code-unknown");
        }
        var record = log.record("labour.basis", today(), Map.of("part", it.part(), "fields", String.join(" ", it.fields()), "country", it.country(), "from", it.from().toString(),
                "months", it.months(), "rule", it.ruleCode(), "by", by.account().toString()));
        it.fields().forEach(field -> db.sql("""
                INSERT INTO labour.basis (id, part, field, country, from_day, source, rule_code, months, said_by, said_at, record)
                VALUES (gen_random_uuid(), :part, :field, :country, :from, :source, :rule, :months, :by, :now, :record)
                """)
                .param("part", it.part()).param("field", field).param("country", it.country()).param("from", it.from()).param("source", it.source().strip())
                .param("rule", it.ruleCode()).param("months", it.part().contains("/") ? null : it.months(), Types.INTEGER).param("by", by.account()).param("now", now()).param("record", record)
                .update());
        return Answer.done(it.fields().size());
    }

    /** A rule of our own by which something may be kept. */
    record Own(String code, String titleEn, String titleZh) {}

    List<Own> rules() {
        return db.sql("SELECT code, title_en, title_zh FROM labour.rulebook(:day, 'infinity') ORDER BY code").param("day", today()).query(Own.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
