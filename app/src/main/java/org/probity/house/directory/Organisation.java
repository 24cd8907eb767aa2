package org.probity.house.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Acts.Verb;
import org.probity.house.directory.Place.Kind;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * Changes to the tree. Each counts from a day on; what stood before still stands for the days before, and what was believed before is
 * superseded, not overwritten.
 */
@Service
public class Organisation {
    /** What is said of a unit. @param country of a site alone @param creditCode of a legal entity alone, as the LEI */
    public record Details(String nameEn, String nameZh, String country, String region, String creditCode, String lei) {
        public Details {
            nameEn = nameEn.strip();
            nameZh = nameZh.strip();
            country = country.strip().toUpperCase(Locale.ROOT);
            region = region.strip();
            creditCode = creditCode.strip().toUpperCase(Locale.ROOT);
            lei = lei.strip().toUpperCase(Locale.ROOT);
        }

        static Details named(String en, String zh) {
            return new Details(en, zh, "", "", "", "");
        }
    }

    /** What a change means for others, said before it is made. */
    record Consequences(long people, long subunits) {}

    private final JdbcClient db;
    private final UnitFacts facts;
    private final Heads heads;
    private final Acts acts;

    Organisation(JdbcClient db, UnitFacts facts, Heads heads, Acts acts) {
        this.db = db;
        this.facts = facts;
        this.heads = heads;
        this.acts = acts;
    }

    /**
     * A new legal entity, site or unit.
     *
     * <p>Refusals: {@code directory.field-missing} (code, a name in either language, the country of a site); {@code directory.code-taken};
     * {@code directory.country-unknown}; {@code directory.credit-code-wrong}, {@code directory.lei-wrong} (check digits: GB 32100, ISO
     * 17442); {@code directory.unit-not-there} (the unit above does not stand on that day); {@code directory.needs-a-parent} (only a legal
     * entity stands alone).
     */
    @Transactional
    public Answer<UUID> found(String code, Kind kind, @Nullable UUID parent, Details said, LocalDate from, String reason, UUID by) {
        acts.takeTurns();
        var wrong = new ArrayList<>(objections(kind, said));
        if (code.isBlank()) {
            wrong.add(new Reason("code", "directory.field-missing", List.of()));
        } else if (db.sql("SELECT EXISTS (SELECT FROM directory.unit WHERE code = :code)").param("code", code.strip()).query(Boolean.class).single()) {
            wrong.add(new Reason("code", "directory.code-taken", List.of(code.strip())));
        }
        if (parent == null && kind != Kind.ENTITY) {
            wrong.add(new Reason("other", "directory.needs-a-parent", List.of()));
        } else if (parent != null && facts.on(parent, from).isEmpty()) {
            wrong.add(new Reason("other", "directory.unit-not-there", List.of(from)));
        }
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        var unit = db.sql("INSERT INTO directory.unit (id, code) VALUES (gen_random_uuid(), :code) RETURNING id")
                .param("code", code.strip()).query(UUID.class).single();
        var act = acts.aboutUnit(Verb.FOUND, unit, from, reason, by);
        facts.keep(act, unit, new UnitFacts.Fact(kind, said, parent, from, null));
        acts.enter(act);
        return Answer.done(unit);
    }

    /** Another name, place or number from a day on. Refusals as of {@link #found}. */
    @Transactional
    public Answer<UUID> describe(UUID unit, Details said, LocalDate from, String reason, UUID by) {
        acts.takeTurns();
        var fact = facts.on(unit, from);
        if (fact.isEmpty()) {
            return Answer.refused("from", "directory.unit-not-there", from);
        }
        var wrong = objections(fact.get().kind(), said);
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        var act = acts.aboutUnit(Verb.DESCRIBE, unit, from, reason, by);
        facts.split(act, unit, from, fact.get().saying(said));
        acts.enter(act);
        return Answer.done(act);
    }

    /**
     * Under another unit from a day on. Refusals: {@code directory.unit-not-there} (either of them, on that day); {@code directory.circle}
     * (it would stand above itself on some day).
     */
    @Transactional
    public Answer<UUID> move(UUID unit, UUID parent, LocalDate from, String reason, UUID by) {
        acts.takeTurns();
        var fact = facts.on(unit, from);
        if (fact.isEmpty()) {
            return Answer.refused("from", "directory.unit-not-there", from);
        }
        if (facts.on(parent, from).isEmpty()) {
            return Answer.refused("other", "directory.unit-not-there", from);
        }
        if (unit.equals(parent)) {
            return Answer.refused("other", "directory.circle");
        }
        var act = acts.aboutUnit(Verb.MOVE, unit, from, reason, by);
        facts.split(act, unit, from, fact.get().under(parent));
        if (circle()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("other", "directory.circle");
        }
        acts.enter(act);
        return Answer.done(act);
    }

    /**
     * No longer there from a day on. Refusals: {@code directory.unit-not-there}; {@code directory.opens-then} (it begins on that day);
     * {@code directory.has-people}, {@code directory.has-subunits} (on that day or later: move them first, or merge);
     * {@code directory.changes-later} (a later change is on record).
     */
    @Transactional
    public Answer<UUID> close(UUID unit, LocalDate from, String reason, UUID by) {
        acts.takeTurns();
        var objection = closing(unit, from);
        if (objection.isPresent()) {
            return objection.get();
        }
        var left = consequences(unit, from);
        if (left.people() > 0) {
            return Answer.refused("", "directory.has-people", left.people());
        }
        if (left.subunits() > 0) {
            return Answer.refused("", "directory.has-subunits", left.subunits());
        }
        var act = acts.aboutUnit(Verb.CLOSE, unit, from, reason, by);
        endFact(act, unit, from);
        acts.enter(act);
        return Answer.done(act);
    }

    /**
     * Goes up in another unit of its kind from a day on: its people and the units below it go there, and it closes.
     *
     * <p>Refusals as of {@link #close} but for those about people and subunits; {@code directory.circle} (into itself or a unit below
     * it); {@code directory.kinds-differ}.
     */
    @Transactional
    public Answer<UUID> merge(UUID unit, UUID into, LocalDate from, String reason, UUID by) {
        acts.takeTurns();
        var objection = closing(unit, from);
        if (objection.isPresent()) {
            return objection.get();
        }
        var other = facts.on(into, from);
        if (other.isEmpty()) {
            return Answer.refused("other", "directory.unit-not-there", from);
        }
        if (within(into, unit, from)) {
            return Answer.refused("other", "directory.circle");
        }
        if (other.get().kind() != facts.on(unit, from).orElseThrow().kind()) {
            return Answer.refused("other", "directory.kinds-differ");
        }
        var act = acts.aboutUnit(Verb.MERGE, unit, from, reason, by);
        for (var below : below(unit, from)) {
            // One that comes under it only later comes under the other then.
            for (var fact : facts.under(below, unit, from)) {
                facts.split(act, below, fact.from().isBefore(from) ? from : fact.from(), fact.under(into));
            }
        }
        bringOver(act, unit, into, from);
        endFact(act, unit, from);
        if (circle()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("other", "directory.circle");
        }
        acts.enter(act);
        return Answer.done(act);
    }

    /** People engaged in it, and units right below it, on that day or later. */
    Consequences consequences(UUID unit, LocalDate from) {
        var people = db.sql("""
                SELECT count(DISTINCT person) FROM directory.engagement
                 WHERE unit = :unit AND superseded_at IS NULL AND (until_day IS NULL OR until_day >= :from)
                """)
                .param("unit", unit).param("from", from).query(Long.class).single();
        return new Consequences(people, below(unit, from).size());
    }

    private static List<Reason> objections(Kind kind, Details said) {
        var wrong = new ArrayList<Reason>();
        if (said.nameEn().isEmpty() && said.nameZh().isEmpty()) {
            wrong.add(new Reason("nameEn", "directory.field-missing", List.of()));
        }
        wrong.addAll(Particulars.objections(kind, said.country(), said.region(), said.creditCode(), said.lei()));
        return wrong;
    }

    private Optional<Answer<UUID>> closing(UUID unit, LocalDate from) {
        var fact = facts.on(unit, from);
        if (fact.isEmpty()) {
            return Optional.of(Answer.refused("from", "directory.unit-not-there", from));
        }
        var first = db.sql("SELECT min(from_day) FROM directory.unit_fact WHERE unit = :unit AND superseded_at IS NULL")
                .param("unit", unit).query(LocalDate.class).single();
        if (!first.isBefore(from)) {
            return Optional.of(Answer.refused("from", "directory.opens-then", first));
        }
        var later = db.sql("SELECT EXISTS (SELECT FROM directory.unit_fact WHERE unit = :unit AND superseded_at IS NULL AND from_day > :from)")
                .param("unit", unit).param("from", from).query(Boolean.class).single();
        return later ? Optional.of(Answer.refused("from", "directory.changes-later")) : Optional.empty();
    }

    private boolean within(UUID unit, UUID above, LocalDate day) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.places(:day, 'infinity') WHERE unit = :unit AND :above = ANY (path))")
                .param("day", day).param("unit", unit).param("above", above).query(Boolean.class).single();
    }

    private List<UUID> below(UUID unit, LocalDate from) {
        return db.sql("""
                SELECT DISTINCT unit FROM directory.unit_fact
                 WHERE parent = :unit AND superseded_at IS NULL AND (until_day IS NULL OR until_day >= :from)
                """)
                .param("unit", unit).param("from", from).query(UUID.class).list();
    }

    private void endFact(UUID act, UUID unit, LocalDate from) {
        var old = facts.on(unit, from).orElseThrow();
        facts.supersede(unit, from);
        if (old.from().isBefore(from)) {
            facts.keep(act, unit, old.until(from.minusDays(1)));
        }
        heads.endAll(act, unit, from);
    }

    private void bringOver(UUID act, UUID unit, UUID into, LocalDate from) {
        db.sql("""
                WITH old AS (
                    UPDATE directory.engagement
                       SET superseded_at = :now
                     WHERE unit = :unit AND superseded_at IS NULL AND (until_day IS NULL OR until_day >= :from)
                    RETURNING person, kind, title, from_day, until_day
                )
                INSERT INTO directory.engagement (id, person, kind, unit, title, from_day, until_day, recorded_at, act)
                SELECT gen_random_uuid(), person, kind, :unit, title, from_day, CAST(:from AS date) - 1, :now, :act
                  FROM old WHERE from_day < :from
                UNION ALL
                SELECT gen_random_uuid(), person, kind, :into, title, greatest(from_day, :from), until_day, :now, :act FROM old
                """)
                .param("now", acts.now()).param("unit", unit).param("into", into).param("from", from).param("act", act)
                .update();
    }

    /** Whether some unit stands above itself on any day: who does cannot be reached from the top. */
    boolean circle() {
        return db.sql("""
                SELECT EXISTS (
                    SELECT FROM (SELECT DISTINCT from_day FROM directory.unit_fact WHERE superseded_at IS NULL) AS changed
                     WHERE (SELECT count(*) FROM directory.units(changed.from_day, 'infinity'))
                        <> (SELECT count(*) FROM directory.places(changed.from_day, 'infinity')))
                """)
                .query(Boolean.class).single();
    }
}
