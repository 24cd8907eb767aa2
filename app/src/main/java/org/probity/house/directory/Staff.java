package org.probity.house.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.directory.Acts.Verb;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes to people and their engagements. A change from a day on and a correction both leave what was known before to be seen. */
@Service
public class Staff {
    /** Who somebody is, in both scripts; at least one is filled. */
    public record Identity(String number, String nameZh, String nameEn, String email) {
        public Identity {
            number = number.strip();
            nameZh = nameZh.strip();
            nameEn = nameEn.strip();
            email = email.strip();
        }
    }

    /** A stretch of somebody's time here. @param until its last day; null: open */
    public record Term(Engagement kind, UUID unit, String title, LocalDate from, @Nullable LocalDate until) {
        public Term {
            title = title.strip();
        }

        Term until(@Nullable LocalDate day) {
            return new Term(kind, unit, title, from, day);
        }
    }

    private record Known(UUID person, Engagement kind, UUID unit, String title, LocalDate fromDay, @Nullable LocalDate untilDay) {
        Term term() {
            return new Term(kind, unit, title, fromDay, untilDay);
        }
    }

    private final JdbcClient db;
    private final Acts acts;

    Staff(JdbcClient db, Acts acts) {
        this.db = db;
        this.acts = acts;
    }

    /**
     * Somebody the house did not know. Refusals: {@code directory.field-missing} (number, a name); {@code directory.number-taken};
     * {@code directory.email-wrong}; those of {@link #engage}.
     */
    @Transactional
    public Answer<UUID> takeOn(Identity who, Term term, String reason, UUID by) {
        acts.takeTurns();
        var wrong = objections(who);
        if (who.number().isEmpty()) {
            wrong.add(new Reason("number", "directory.field-missing", List.of()));
        } else if (db.sql("SELECT EXISTS (SELECT FROM directory.person WHERE number = :number)").param("number", who.number())
                .query(Boolean.class).single()) {
            wrong.add(new Reason("number", "directory.number-taken", List.of(who.number())));
        }
        wrong.addAll(objections(term));
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        var person = db.sql("INSERT INTO directory.person (id, number) VALUES (gen_random_uuid(), :number) RETURNING id")
                .param("number", who.number()).query(UUID.class).single();
        var act = acts.aboutPerson(Verb.ENGAGE, person, term.from(), reason, by);
        keep(act, person, who);
        keep(act, person, term);
        acts.enter(act);
        return Answer.done(person);
    }

    /**
     * A further stretch for somebody known: rehired, or in another kind. Refusals: {@code directory.ends-before};
     * {@code directory.unit-not-there} (on its first day); {@code directory.overlaps} (a stretch of the same kind covers some of its days);
     * {@code directory.begins-then} (another stretch of theirs begins on the same day).
     */
    @Transactional
    public Answer<UUID> engage(UUID person, Term term, String reason, UUID by) {
        acts.takeTurns();
        var wrong = objections(term);
        if (wrong.isEmpty()) {
            wrong.addAll(clashes(person, term, null));
        }
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        var act = acts.aboutPerson(Verb.ENGAGE, person, term.from(), reason, by);
        keep(act, person, term);
        acts.enter(act);
        return Answer.done(act);
    }

    /**
     * The last day of a stretch. Refusals: {@code directory.engagement-gone} (corrected meanwhile); {@code directory.ends-before};
     * {@code directory.ended-already} (on that day or before).
     */
    @Transactional
    public Answer<UUID> end(UUID engagement, LocalDate lastDay, String reason, UUID by) {
        acts.takeTurns();
        var found = known(engagement);
        if (found.isEmpty()) {
            return Answer.refused("", "directory.engagement-gone");
        }
        var known = found.get();
        if (lastDay.isBefore(known.fromDay())) {
            return Answer.refused("until", "directory.ends-before");
        }
        if (known.untilDay() != null && !known.untilDay().isAfter(lastDay)) {
            return Answer.refused("until", "directory.ended-already", known.untilDay());
        }
        var act = acts.aboutPerson(Verb.END, known.person(), lastDay, reason, by);
        supersede(engagement);
        keep(act, known.person(), known.term().until(lastDay));
        endLeading(act, known.person(), lastDay);
        acts.enter(act);
        return Answer.done(act);
    }

    /**
     * To another unit, or with another title, from a day on; the stretch so far ends the day before. Refusals:
     * {@code directory.engagement-gone}; {@code directory.not-within} (the day is not after its first and not up to its last);
     * {@code directory.unit-not-there}.
     */
    @Transactional
    public Answer<UUID> transfer(UUID engagement, UUID unit, String title, LocalDate from, String reason, UUID by) {
        acts.takeTurns();
        var found = known(engagement);
        if (found.isEmpty()) {
            return Answer.refused("", "directory.engagement-gone");
        }
        var known = found.get();
        if (!from.isAfter(known.fromDay()) || known.untilDay() != null && from.isAfter(known.untilDay())) {
            return Answer.refused("from", "directory.not-within");
        }
        var term = new Term(known.kind(), unit, title, from, known.untilDay());
        var wrong = objections(term);
        if (wrong.isEmpty()) {
            wrong.addAll(clashes(known.person(), term, engagement));
        }
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        var act = acts.aboutPerson(Verb.TRANSFER, known.person(), from, reason, by);
        supersede(engagement);
        keep(act, known.person(), known.term().until(from.minusDays(1)));
        keep(act, known.person(), term);
        acts.enter(act);
        return Answer.done(act);
    }

    /**
     * What was recorded was wrong: the stretch as it really is. Refusals: {@code directory.engagement-gone};
     * {@code directory.reason-missing}; those of {@link #engage}.
     */
    @Transactional
    public Answer<UUID> correct(UUID engagement, Term right, String reason, UUID by) {
        acts.takeTurns();
        var found = known(engagement);
        if (found.isEmpty()) {
            return Answer.refused("", "directory.engagement-gone");
        }
        var person = found.get().person();
        var wrong = objections(right);
        if (reason.isBlank()) {
            wrong.add(new Reason("reason", "directory.reason-missing", List.of()));
        }
        if (wrong.isEmpty()) {
            wrong.addAll(clashes(person, right, engagement));
        }
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        var act = acts.aboutPerson(Verb.CORRECT, person, right.from(), reason, by);
        supersede(engagement);
        keep(act, person, right);
        acts.enter(act);
        return Answer.done(act);
    }

    /** Names and work e-mail as they are now. Refusals: {@code directory.field-missing}; {@code directory.email-wrong}. */
    @Transactional
    public Answer<UUID> name(UUID person, Identity who, String reason, UUID by) {
        acts.takeTurns();
        var wrong = objections(who);
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        var act = acts.aboutPerson(Verb.NAME, person, acts.today(), reason, by);
        db.sql("UPDATE directory.person_fact SET superseded_at = :now WHERE person = :person AND superseded_at IS NULL")
                .param("now", acts.now()).param("person", person).update();
        keep(act, person, who);
        acts.enter(act);
        return Answer.done(act);
    }

    private static List<Reason> objections(Identity who) {
        var wrong = new ArrayList<Reason>();
        if (who.nameZh().isEmpty() && who.nameEn().isEmpty()) {
            wrong.add(new Reason("nameZh", "directory.field-missing", List.of()));
        }
        if (!who.email().isEmpty() && !who.email().matches("[^\\s@]+@[^\\s@]+")) {
            wrong.add(new Reason("email", "directory.email-wrong", List.of()));
        }
        return wrong;
    }

    private List<Reason> objections(Term term) {
        var wrong = new ArrayList<Reason>();
        if (term.until() != null && term.until().isBefore(term.from())) {
            wrong.add(new Reason("until", "directory.ends-before", List.of()));
        }
        var there = db.sql("SELECT EXISTS (SELECT FROM directory.units(:day, 'infinity') WHERE unit = :unit)")
                .param("day", term.from()).param("unit", term.unit()).query(Boolean.class).single();
        if (!there) {
            wrong.add(new Reason("unit", "directory.unit-not-there", List.of(term.from())));
        }
        return wrong;
    }

    private record Clash(boolean sameKind, LocalDate fromDay) {}

    /** @param but the stretch that this one takes the place of */
    private List<Reason> clashes(UUID person, Term term, @Nullable UUID but) {
        return db.sql("""
                SELECT kind = :kind AND (until_day IS NULL OR until_day >= :from)
                        AND (CAST(:until AS date) IS NULL OR from_day <= :until) AS same_kind,
                       from_day
                  FROM directory.engagement
                 WHERE person = :person
                   AND superseded_at IS NULL
                   AND (CAST(:but AS uuid) IS NULL OR id <> :but)
                   AND (from_day = :from
                        OR kind = :kind AND (until_day IS NULL OR until_day >= :from) AND (CAST(:until AS date) IS NULL OR from_day <= :until))
                 ORDER BY 1 DESC, from_day
                 LIMIT 1
                """)
                .param("kind", term.kind().name()).param("from", term.from()).param("until", term.until()).param("person", person).param("but", but)
                .query(Clash.class).list().stream()
                .map(it -> new Reason("from", it.sameKind() ? "directory.overlaps" : "directory.begins-then", List.of(it.fromDay())))
                .toList();
    }

    private Optional<Known> known(UUID engagement) {
        return db.sql("SELECT person, kind, unit, title, from_day, until_day FROM directory.engagement WHERE id = :id AND superseded_at IS NULL")
                .param("id", engagement)
                .query(Known.class).optional();
    }

    private void supersede(UUID engagement) {
        db.sql("UPDATE directory.engagement SET superseded_at = :now WHERE id = :id").param("now", acts.now()).param("id", engagement).update();
    }

    private void keep(UUID act, UUID person, Term term) {
        db.sql("""
                INSERT INTO directory.engagement (id, person, kind, unit, title, from_day, until_day, recorded_at, act)
                VALUES (gen_random_uuid(), :person, :kind, :unit, :title, :from, :until, :now, :act)
                """)
                .param("person", person).param("kind", term.kind().name()).param("unit", term.unit()).param("title", term.title())
                .param("from", term.from()).param("until", term.until()).param("now", acts.now()).param("act", act)
                .update();
    }

    private void keep(UUID act, UUID person, Identity who) {
        db.sql("""
                INSERT INTO directory.person_fact (id, person, name_zh, name_en, email, recorded_at, act)
                VALUES (gen_random_uuid(), :person, :nameZh, :nameEn, :email, :now, :act)
                """)
                .param("person", person).param("nameZh", who.nameZh()).param("nameEn", who.nameEn()).param("email", who.email())
                .param("now", acts.now()).param("act", act)
                .update();
    }

    /** Whoever has no other stretch on the next day no longer leads anything from then on. */
    private void endLeading(UUID act, UUID person, LocalDate lastDay) {
        db.sql("""
                WITH old AS (
                    UPDATE directory.head
                       SET superseded_at = :now
                     WHERE person = :person AND superseded_at IS NULL AND (until_day IS NULL OR until_day > :last)
                       AND NOT EXISTS (SELECT FROM directory.engaged(CAST(:last AS date) + 1, 'infinity') AS engaged
                                        WHERE engaged.person = :person AND engaged.kind <> 'RETIREE')
                    RETURNING unit, rank, from_day
                )
                INSERT INTO directory.head (id, unit, person, rank, from_day, until_day, recorded_at, act)
                SELECT gen_random_uuid(), unit, :person, rank, from_day, :last, :now, :act FROM old WHERE from_day <= :last
                """)
                .param("now", acts.now()).param("person", person).param("last", lastDay).param("act", act)
                .update();
    }
}
