package org.probity.house.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.Forgetting;
import org.probity.house.access.Ruling;
import org.probity.house.log.Log;
import org.probity.house.settings.DaysKept;
import org.probity.house.settings.Keeping;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgetting who a former member was. Names, address, staff number, titles and the reasons written about them go, with the salts of what the
 * log committed to, and the account they signed in with becomes nobody's; that somebody was engaged in a kind, a unit and for days stays under an id that leads to nobody, so that a figure of
 * that year can be computed again.
 */
@Service
class Erasures {
    /** After the last day. Two years, as art. 50 of the Labour Contract Law of the PRC has it for contracts, unless somebody chose otherwise. */
    static final DaysKept KEPT = new DaysKept("directory.former-days-kept", 30, 36_500, 731);

    @Configuration
    static class Chosen {
        @Bean
        DaysKept formerMembersKept() {
            return KEPT;
        }
    }

    /** @param from the first day on which it may be done */
    record Erasure(@Nullable LocalDate from, @Nullable UUID proposedBy) {
        boolean may(LocalDate today) {
            return from != null && !today.isBefore(from);
        }
    }

    private final JdbcClient db;
    private final Acts acts;
    private final Log log;
    private final AuditTrail trail;
    private final Forgetting forgetting;
    private final Keeping keeping;
    private final ApplicationEventPublisher events;

    Erasures(JdbcClient db, Acts acts, Log log, AuditTrail trail, Forgetting forgetting, Keeping keeping, ApplicationEventPublisher events) {
        this.db = db;
        this.acts = acts;
        this.log = log;
        this.trail = trail;
        this.forgetting = forgetting;
        this.keeping = keeping;
        this.events = events;
    }

    /** How it stands for somebody; no day while they are engaged. */
    Erasure of(UUID person) {
        var last = db.sql("""
                SELECT max(until_day) FROM directory.engagement WHERE person = :person AND superseded_at IS NULL
                HAVING count(*) = count(until_day)
                """)
                .param("person", person)
                .query(LocalDate.class).optional();
        var proposer = db.sql("SELECT proposed_by FROM directory.erasure WHERE person = :person AND confirmed_at IS NULL")
                .param("person", person).query(UUID.class).optional();
        return new Erasure(last.map(day -> day.plusDays(keeping.days(KEPT) + 1L)).orElse(null), proposer.orElse(null));
    }

    /**
     * The first of two asks for it. Refusals: {@code directory.still-kept} (engaged, or the time for which it is kept is not over);
     * {@code directory.erasure-proposed}.
     */
    @Transactional
    Answer<UUID> propose(UUID person, UUID by) {
        acts.takeTurns();
        var erasure = of(person);
        if (!erasure.may(acts.today())) {
            return Answer.refused("", "directory.still-kept");
        }
        if (erasure.proposedBy() != null) {
            return Answer.refused("", "directory.erasure-proposed");
        }
        db.sql("INSERT INTO directory.erasure (person, proposed_at, proposed_by) VALUES (:person, :now, :by)")
                .param("person", person).param("now", acts.now()).param("by", by)
                .update();
        trail.note("directory.erasure-proposed", by, person, Map.of());
        return Answer.done(person);
    }

    /**
     * The second confirms, and it is done. Refusals: {@code directory.erasure-gone} (nobody proposed it);
     * {@code directory.needs-another-person}; {@code directory.still-kept} (engaged again meanwhile);
     * what {@link Forgetting#person} says of an account that is still open, such as that of the last administrator.
     */
    @Transactional
    Answer<UUID> confirm(UUID person, UUID by) {
        acts.takeTurns();
        var erasure = of(person);
        if (erasure.proposedBy() == null) {
            return Answer.refused("", "directory.erasure-gone");
        }
        if (erasure.proposedBy().equals(by)) {
            return Answer.refused("", "directory.needs-another-person");
        }
        if (!erasure.may(acts.today())) {
            return Answer.refused("", "directory.still-kept");
        }
        var account = db.sql("SELECT account FROM directory.account WHERE person = :person").param("person", person).query(UUID.class).optional();
        if (account.isPresent() && forgetting.person(account.get(), by) instanceof Ruling.Denied<UUID>(_, var key, var args)) {
            return Answer.refused("", key, args.toArray());
        }
        db.sql("UPDATE directory.erasure SET confirmed_at = :now, confirmed_by = :by WHERE person = :person")
                .param("now", acts.now()).param("by", by).param("person", person)
                .update();
        openings(person).forEach(log::erase);
        for (var sql : List.of(
                "DELETE FROM directory.person_fact WHERE person = :person",
                "UPDATE directory.engagement SET title = '' WHERE person = :person",
                "UPDATE directory.act SET reason = '' WHERE person = :person",
                "UPDATE directory.person SET number = 'erased ' || gen_random_uuid() WHERE id = :person",
                "DELETE FROM directory.account WHERE person = :person")) {
            db.sql(sql).param("person", person).update();
        }
        tell(person);
        trail.note("directory.erased", by, person, Map.of());
        return Answer.done(person);
    }

    private void tell(UUID person) {
        events.publishEvent(new Directory.Forgotten(person));
        db.sql("UPDATE directory.erasure SET told_at = :now WHERE person = :person").param("now", acts.now()).param("person", person).update();
    }

    /** Who was forgotten before a room came to the house: it is told when a day begins, once. A room that has let go already finds nothing. */
    @EventListener
    @Transactional
    public void tellAgain(DayHasBegun begun) {
        db.sql("SELECT person FROM directory.erasure WHERE confirmed_at IS NOT NULL AND told_at IS NULL ORDER BY confirmed_at, person FOR UPDATE").query(UUID.class).list().forEach(this::tell);
    }

    /** Of acts about this person alone. A file's entry binds many people by ids only, and stays readable for the others. */
    private List<UUID> openings(UUID person) {
        return db.sql("SELECT record FROM directory.act WHERE person = :person").param("person", person).query(UUID.class).list();
    }

}
