package org.probity.people.retirement;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.directory.Engagement;
import org.probity.house.directory.Staff;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is handed over before, what goes on afterwards, visits, and coming back. */
@Service
public class Afterwards {
    private static final int WHAT_LONGEST = 500;
    private static final int CONTRACT_LONGEST = 100;
    /** A contract for services is made anew each year. */
    private static final int TERM_MOST_DAYS = 366;

    public enum Benefit { INSURANCE, BONUS, UNITS, SHARES }

    /** @param doneOn null: not yet */
    public record Handover(UUID id, UUID person, String nameEn, String nameZh, UUID taker, String takerEn, String takerZh, String what, LocalDate byDay, @Nullable LocalDate doneOn) {
        public String taker(Lang lang) {
            return Retirements.said(lang, takerEn, takerZh);
        }

        public String person(Lang lang) {
            return Retirements.said(lang, nameEn, nameZh);
        }
    }

    public record GoesOn(Benefit kind, LocalDate fromDay, @Nullable LocalDate untilDay, String source) {}

    public record Visit(LocalDate day, String words) {}

    public record Back(UUID engagement, LocalDate fromDay, LocalDate untilDay, String contract) {}

    /** @param insured until which day at least; null: not @param visited last; null: never */
    public record Retiree(UUID person, String number, String nameEn, String nameZh, LocalDate since, boolean insured, @Nullable LocalDate visited) {
        public String name(Lang lang) {
            return Retirements.said(lang, nameEn, nameZh);
        }
    }

    private final JdbcClient db;
    private final Retirements retirements;
    private final Directory directory;
    private final Staff staff;
    private final Log log;
    private final Clock clock;

    Afterwards(JdbcClient db, Retirements retirements, Directory directory, Staff staff, Log log, Clock clock) {
        this.db = db;
        this.retirements = retirements;
        this.directory = directory;
        this.staff = staff;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Whoever leaves, or human resources, say what is handed over to whom and by when.
     *
     * <p>Refusals: {@code retirement.not-yours}, {@code retirement.number-unknown}, {@code retirement.to-another}, {@code retirement.what-wrong}, {@code retirement.day-past}.
     */
    @Transactional
    public Answer<UUID> handOver(UUID person, String takerNumber, String what, @Nullable LocalDate by, Me me) {
        if (!me.is(Role.HR) && !retirements.own(person, me)) {
            return Answer.refused("", "retirement.not-yours");
        }
        var taker = directory.byNumber(takerNumber.strip());
        if (taker.isEmpty()) {
            return Answer.refused("taker", "retirement.number-unknown");
        }
        if (taker.get().id().equals(person)) {
            return Answer.refused("taker", "retirement.to-another");
        }
        if (what.isBlank() || what.strip().length() > WHAT_LONGEST) {
            return Answer.refused("what", "retirement.what-wrong", WHAT_LONGEST);
        }
        if (by == null || by.isBefore(today())) {
            return Answer.refused("day", "retirement.day-past");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO retirement.handover (id, person, taker, what, by_day, asked_by, asked_at, record) VALUES (:id, :person, :taker, :what, :by, :me, :at, :record)").param("id", id).param("person", person)
                .param("taker", taker.get().id()).param("what", what.strip()).param("by", by).param("me", me.account()).param("at", now())
                .param("record", log.record("retirement.handover", today(), Map.of("handover", id.toString(), "by", by.toString()))).update();
        return Answer.done(id);
    }

    /**
     * Whoever takes it over says that they have it.
     *
     * <p>Refusals: {@code retirement.unknown}, {@code retirement.only-taker}, {@code retirement.done-already}.
     */
    @Transactional
    public Answer<UUID> taken(UUID handover, Me me) {
        db.sql("SELECT FROM retirement.handover WHERE id = :id FOR UPDATE").param("id", handover).query((row, n) -> row).optional();
        var it = find(handover);
        if (it.isEmpty()) {
            return Answer.refused("", "retirement.unknown");
        }
        if (!retirements.own(it.get().taker(), me)) {
            return Answer.refused("", "retirement.only-taker");
        }
        if (it.get().doneOn() != null) {
            return Answer.refused("", "retirement.done-already");
        }
        db.sql("UPDATE retirement.handover SET done_at = :at, done_record = :record WHERE id = :id").param("at", now()).param("id", handover)
                .param("record", log.record("retirement.taken", today(), Map.of("handover", handover.toString()))).update();
        return Answer.done(handover);
    }

    /**
     * Human resources say what goes on for somebody, from when and by which rule or contract.
     *
     * <p>Refusals: {@code retirement.not-yours}, {@code retirement.own}, {@code retirement.kind-missing}, {@code retirement.day-missing}, {@code retirement.days-turned}, {@code retirement.source-wrong},
     * {@code retirement.benefit-twice} they have it on one of these days already.
     */
    @Transactional
    public Answer<UUID> goOn(UUID person, @Nullable Benefit kind, @Nullable LocalDate from, @Nullable LocalDate until, String source, Me by) {
        var wrong = theirs(person, by);
        if (wrong != null) {
            return wrong;
        }
        if (kind == null) {
            return Answer.refused("benefit", "retirement.kind-missing");
        }
        if (from == null) {
            return Answer.refused("benefitFrom", "retirement.day-missing");
        }
        if (until != null && until.isBefore(from)) {
            return Answer.refused("benefitUntil", "retirement.days-turned");
        }
        if (source.isBlank() || source.strip().length() > Retirements.SHOWN_LONGEST) {
            return Answer.refused("source", "retirement.source-wrong", Retirements.SHOWN_LONGEST);
        }
        db.sql("SELECT FROM directory.person WHERE id = :id FOR NO KEY UPDATE").param("id", person).query((row, n) -> row).optional();
        if (db.sql("SELECT EXISTS (SELECT FROM retirement.benefit WHERE person = :person AND kind = :kind AND daterange(from_day, until_day, '[]') && daterange(CAST(:from AS date), CAST(:until AS date), '[]'))").param("person", person)
                .param("kind", kind.name()).param("from", from).param("until", until).query(Boolean.class).single()) {
            return Answer.refused("benefitFrom", "retirement.benefit-twice");
        }
        db.sql("INSERT INTO retirement.benefit (id, person, kind, from_day, until_day, source, said_by, said_at, record) VALUES (gen_random_uuid(), :person, :kind, :from, :until, :source, :by, :at, :record)").param("person", person)
                .param("kind", kind.name()).param("from", from).param("until", until).param("source", source.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("retirement.benefit", from, Map.of("person", person.toString(), "kind", kind.name()))).update();
        return Answer.done(person);
    }

    private @Nullable Answer<UUID> theirs(UUID person, Me by) {
        return !by.is(Role.HR) ? Answer.refused("", "retirement.not-yours") : retirements.own(person, by) ? Answer.refused("", "retirement.own") : null;
    }

    /**
     * Somebody was visited.
     *
     * <p>Refusals: {@code retirement.not-yours} neither human resources nor the union, {@code retirement.not-retired} on that day, {@code retirement.day-missing}, {@code retirement.day-future}, {@code retirement.words-long},
     * {@code retirement.visited-already}.
     */
    @Transactional
    public Answer<UUID> visited(UUID person, @Nullable LocalDate day, String words, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.UNION)) {
            return Answer.refused("", "retirement.not-yours");
        }
        if (day == null || day.isAfter(today())) {
            return Answer.refused("visited", day == null ? "retirement.day-missing" : "retirement.day-future");
        }
        if (!retired(person, day)) {
            return Answer.refused("visited", "retirement.not-retired");
        }
        if (words.strip().length() > Retirements.WORDS_LONGEST) {
            return Answer.refused("visit", "retirement.words-long", Retirements.WORDS_LONGEST);
        }
        if (db.sql("SELECT EXISTS (SELECT FROM retirement.visit WHERE person = :person AND day = :day)").param("person", person).param("day", day).query(Boolean.class).single()) {
            return Answer.refused("visited", "retirement.visited-already");
        }
        db.sql("INSERT INTO retirement.visit (id, person, day, words, visited_by, said_at, record) VALUES (gen_random_uuid(), :person, :day, :words, :by, :at, :record)").param("person", person).param("day", day)
                .param("words", words.strip()).param("by", by.account()).param("at", now()).param("record", log.record("retirement.visit", day, Map.of("person", person.toString()))).update();
        return Answer.done(person);
    }

    private boolean retired(UUID person, LocalDate day) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:day, 'infinity') AS then_ WHERE then_.person = :person AND then_.kind = 'RETIREE')").param("day", day).param("person", person).query(Boolean.class).single();
    }

    /**
     * Somebody past their month comes back by a contract for services, for at most a year: an engagement of its own kind in the directory, through its own door.
     *
     * <p>Refusals: {@code retirement.not-yours}, {@code retirement.own}, {@code retirement.no-file}, {@code retirement.day-missing}, {@code retirement.days-turned}, {@code retirement.term-long}, {@code retirement.too-young} on the
     * first day, {@code retirement.employed} they are employed on that day, {@code retirement.contract-wrong}, those of {@link Staff#engage}.
     */
    @Transactional
    public Answer<UUID> rehire(UUID person, @Nullable UUID unit, String title, @Nullable LocalDate from, @Nullable LocalDate until, String contract, Me by) {
        var wrong = theirs(person, by);
        if (wrong != null) {
            return wrong;
        }
        var file = retirements.of(person);
        if (file.isEmpty()) {
            return Answer.refused("", "retirement.no-file");
        }
        if (from == null || until == null || unit == null) {
            return Answer.refused(unit == null ? "unit" : from == null ? "rehireFrom" : "rehireUntil", unit == null ? "retirement.unit-missing" : "retirement.day-missing");
        }
        if (until.isBefore(from)) {
            return Answer.refused("rehireUntil", "retirement.days-turned");
        }
        if (until.isAfter(from.plusDays(TERM_MOST_DAYS - 1L))) {
            return Answer.refused("rehireUntil", "retirement.term-long");
        }
        var statutory = retirements.schedules().get(file.get().category()).month(file.get().month());
        var chosen = retirements.choices(person).stream().filter(it -> "AGREED".equals(it.outcome()) && !it.over()).map(it -> YearMonth.from(it.month())).findFirst();
        if (YearMonth.from(from).isBefore(chosen.filter(it -> it.isBefore(statutory)).orElse(statutory))) {
            return Answer.refused("rehireFrom", "retirement.too-young", statutory.toString());
        }
        if (db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:day, 'infinity') AS then_ WHERE then_.person = :person AND then_.kind IN ('EMPLOYEE', 'PART_TIME'))").param("day", from).param("person", person).query(Boolean.class)
                .single()) {
            return Answer.refused("rehireFrom", "retirement.employed");
        }
        if (contract.isBlank() || contract.strip().length() > CONTRACT_LONGEST) {
            return Answer.refused("contract", "retirement.contract-wrong", CONTRACT_LONGEST);
        }
        return switch (staff.engage(person, new Staff.Term(Engagement.REHIRED, unit, title, from, until), "", by.account())) {
            case Answer.Refused<UUID>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<UUID>(var engagement) -> {
                db.sql("INSERT INTO retirement.rehired (engagement, person, from_day, until_day, contract, said_by, said_at, record) VALUES (:engagement, :person, :from, :until, :contract, :by, :at, :record)")
                        .param("engagement", engagement).param("person", person).param("from", from).param("until", until).param("contract", contract.strip()).param("by", by.account()).param("at", now())
                        .param("record", log.record("retirement.rehired", from, Map.of("engagement", engagement.toString(), "until", until.toString()))).update();
                yield Answer.done(person);
            }
        };
    }

    private static final String HANDOVER = """
            SELECT handover.id, handover.person, coalesce(name.name_en, '') AS name_en, coalesce(name.name_zh, '') AS name_zh, handover.taker, coalesce(taker.name_en, '') AS taker_en, coalesce(taker.name_zh, '') AS taker_zh, handover.what,
                   handover.by_day, (handover.done_at AT TIME ZONE 'Asia/Shanghai')::date AS done_on
              FROM retirement.handover
              LEFT JOIN directory.name ON name.id = handover.person
              LEFT JOIN directory.name AS taker ON taker.id = handover.taker
            """;

    Optional<Handover> find(UUID id) {
        return db.sql(HANDOVER + " WHERE handover.id = :id").param("id", id).query(Handover.class).optional();
    }

    List<Handover> handovers(UUID person) {
        return db.sql(HANDOVER + " WHERE handover.person = :person ORDER BY handover.by_day, handover.asked_at").param("person", person).query(Handover.class).list();
    }

    /** What somebody is to take over from others and has not confirmed. */
    List<Handover> toTake(UUID taker) {
        return db.sql(HANDOVER + " WHERE handover.taker = :taker AND handover.done_at IS NULL ORDER BY handover.by_day").param("taker", taker).query(Handover.class).list();
    }

    List<GoesOn> benefits(UUID person) {
        return db.sql("SELECT kind, from_day, until_day, source FROM retirement.benefit WHERE person = :person ORDER BY kind, from_day").param("person", person).query(GoesOn.class).list();
    }

    List<Visit> visits(UUID person) {
        return db.sql("SELECT day, words FROM retirement.visit WHERE person = :person ORDER BY day DESC").param("person", person).query(Visit.class).list();
    }

    List<Back> backs(UUID person) {
        return db.sql("SELECT engagement, from_day, until_day, contract FROM retirement.rehired WHERE person = :person ORDER BY from_day DESC").param("person", person).query(Back.class).list();
    }

    /** Everybody who is retired from here today. */
    List<Retiree> retirees() {
        return db.sql("""
                SELECT now.person, name.number, name.name_en, name.name_zh, min(now.from_day) AS since,
                       EXISTS (SELECT FROM retirement.benefit WHERE benefit.person = now.person AND benefit.kind = 'INSURANCE' AND :today BETWEEN benefit.from_day AND coalesce(benefit.until_day, :today)) AS insured,
                       (SELECT max(visit.day) FROM retirement.visit WHERE visit.person = now.person) AS visited
                  FROM directory.engaged(:today, 'infinity') AS now
                  JOIN directory.name ON name.id = now.person
                 WHERE now.kind = 'RETIREE'
                 GROUP BY now.person, name.number, name.name_en, name.name_zh
                 ORDER BY visited NULLS FIRST, name.number
                """).param("today", today()).query(Retiree.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
