package org.probity.people.aid;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking after each other: visits, households in need for long, and a calendar of what the union does. Nobody is put on a list by another. */
@Service
public class Visits {
    static final int WORDS_LONGEST = 1_000;
    private static final int TITLE_LONGEST = 200;
    private static final int LISTED_MONTHS_MOST = 12;

    public enum Occasion { ILLNESS, BEREAVEMENT, BIRTH, FESTIVAL, HARDSHIP, RETIREMENT }

    /** @param done null: not yet */
    public record Visit(UUID id, String number, UUID person, String nameEn, String nameZh, UUID visitor, String visitorEn, String visitorZh, Occasion occasion, LocalDate day, @Nullable LocalDate done) {}

    /** @param listedUntil null: the union has not seen it */
    public record Hardship(UUID id, UUID person, String number, String nameEn, String nameZh, String words, Instant askedAt, @Nullable LocalDate listedUntil) {}

    public record Activity(UUID id, LocalDate day, String titleEn, String titleZh, String place) {}

    private final JdbcClient db;
    private final Fund fund;
    private final Directory directory;
    private final Log log;

    Visits(JdbcClient db, Fund fund, Directory directory, Log log) {
        this.db = db;
        this.fund = fund;
        this.directory = directory;
        this.log = log;
    }

    /**
     * The union asks a colleague to visit somebody.
     *
     * <p>Refusals: {@code aid.not-yours}; {@code aid.nobody} for whoever is visited; {@code aid.no-visitor}; {@code aid.visits-self}; {@code aid.visit-day} none, or past.
     */
    @Transactional
    public Answer<UUID> plan(String number, String visitor, Occasion occasion, @Nullable LocalDate day, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "aid.not-yours");
        }
        var person = directory.byNumber(number);
        if (person.isEmpty()) {
            return Answer.refused("person", "aid.nobody");
        }
        var goes = directory.byNumber(visitor).filter(it -> directory.engagement(it.id(), fund.today()).isPresent());
        if (goes.isEmpty()) {
            return Answer.refused("visitor", "aid.no-visitor");
        }
        if (goes.get().id().equals(person.get().id())) {
            return Answer.refused("visitor", "aid.visits-self");
        }
        if (day == null || day.isBefore(fund.today())) {
            return Answer.refused("visitDay", "aid.visit-day");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO aid.visit (id, number, person, visitor, occasion, day, planned_by, planned_at)
                VALUES (:id, 'V' || :year || '-' || lpad(nextval('aid.next_visit')::text, 5, '0'), :person, :visitor, :occasion, :day, :by, :at)
                """)
                .param("id", id).param("year", fund.today().getYear()).param("person", person.get().id()).param("visitor", goes.get().id()).param("occasion", occasion.name()).param("day", day)
                .param("by", by.account()).param("at", fund.now()).update();
        return Answer.done(id);
    }

    /** Whoever went, or the union, says that it was made. Refusals: {@code aid.unknown}; {@code aid.visit-over} made, or called off; {@code aid.visit-early} its day is yet to come. */
    @Transactional
    public Answer<UUID> made(UUID id, Me by) {
        var found = held(id, by);
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        if (found.get().done() != null || calledOff(id)) {
            return Answer.refused("", "aid.visit-over");
        }
        if (found.get().day().isAfter(fund.today())) {
            return Answer.refused("", "aid.visit-early");
        }
        db.sql("INSERT INTO aid.visited (visit, day, by, at, record) VALUES (:id, :day, :by, :at, :record)").param("id", id).param("day", fund.today()).param("by", by.account()).param("at", fund.now())
                .param("record", log.record("aid.visited", fund.today(), Map.of("visit", id.toString()))).update();
        return Answer.done(id);
    }

    /** Refusals: {@code aid.not-yours}; {@code aid.unknown}; {@code aid.visit-over}. */
    @Transactional
    public Answer<UUID> callOff(UUID id, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "aid.not-yours");
        }
        var found = held(id, by);
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        if (found.get().done() != null || calledOff(id)) {
            return Answer.refused("", "aid.visit-over");
        }
        db.sql("UPDATE aid.visit SET over_at = :at WHERE id = :id").param("at", fund.now()).param("id", id).update();
        return Answer.done(id);
    }

    private Optional<Visit> held(UUID id, Me by) {
        db.sql("SELECT id FROM aid.visit WHERE id = :id FOR UPDATE").param("id", id).query(UUID.class).optional();
        return find(id).filter(it -> by.is(Role.UNION) || directory.personOf(by).filter(it.visitor()::equals).isPresent());
    }

    private boolean calledOff(UUID id) {
        return db.sql("SELECT over_at IS NOT NULL FROM aid.visit WHERE id = :id").param("id", id).query(Boolean.class).single();
    }

    private static final String VISITS = """
            SELECT visit.id, visit.number, visit.person, name.name_en, name.name_zh, visit.visitor, visitor.name_en AS visitor_en, visitor.name_zh AS visitor_zh, visit.occasion, visit.day, visited.day AS done
              FROM aid.visit
              JOIN directory.name ON name.id = visit.person
              JOIN directory.name AS visitor ON visitor.id = visit.visitor
              LEFT JOIN aid.visited ON visited.visit = visit.id
            """;

    Optional<Visit> find(UUID id) {
        return db.sql(VISITS + " WHERE visit.id = :id").param("id", id).query(Visit.class).optional();
    }

    /** Those to come first, then those that were made. */
    List<Visit> all() {
        return db.sql(VISITS + " WHERE visit.over_at IS NULL ORDER BY visited.visit IS NOT NULL, CASE WHEN visited.visit IS NULL THEN visit.day END, visit.day DESC, visit.number LIMIT 100").query(Visit.class).list();
    }

    /** Visits that somebody is to make. */
    List<Visit> asked(UUID visitor) {
        return db.sql(VISITS + " WHERE visit.visitor = :visitor AND visit.over_at IS NULL AND visited.visit IS NULL ORDER BY visit.day, visit.number").param("visitor", visitor).query(Visit.class).list();
    }

    /** All visits that somebody was paid or made. */
    List<Visit> of(UUID person) {
        return db.sql(VISITS + " WHERE (visit.person = :person OR visit.visitor = :person) AND visit.over_at IS NULL ORDER BY visit.day DESC").param("person", person).query(Visit.class).list();
    }

    /** One's own household is in need for long. Refusals: {@code aid.no-person}; {@code aid.words-missing}; {@code aid.hardship-long}; {@code aid.listed-already}. */
    @Transactional
    public Answer<UUID> ask(String words, Me by) {
        var person = directory.personOf(by);
        if (person.isEmpty()) {
            return Answer.refused("", "aid.no-person");
        }
        if (words.isBlank()) {
            return Answer.refused("hardship", "aid.words-missing");
        }
        if (words.length() > WORDS_LONGEST) {
            return Answer.refused("hardship", "aid.hardship-long", WORDS_LONGEST);
        }
        fund.hold();
        if (own(person.get()).isPresent()) {
            return Answer.refused("hardship", "aid.listed-already");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO aid.hardship (id, person, words, asked_at, record) VALUES (:id, :person, :words, :at, :record)").param("id", id).param("person", person.get()).param("words", words.strip())
                .param("at", fund.now()).param("record", log.record("aid.hardship", fund.today(), Map.of("hardship", id.toString()))).update();
        return Answer.done(id);
    }

    /** Whoever is on the list leaves it, any day. Refusals: {@code aid.not-listed}. */
    @Transactional
    public Answer<UUID> leave(Me by) {
        var own = directory.personOf(by).flatMap(this::own);
        if (own.isEmpty()) {
            return Answer.refused("", "aid.not-listed");
        }
        db.sql("UPDATE aid.hardship SET over_at = :at, words = '' WHERE id = :id").param("at", fund.now()).param("id", own.get().id()).update();
        return Answer.done(own.get().id());
    }

    /** The union has seen it, and looks again after a day. Refusals: {@code aid.not-yours}; {@code aid.unknown}; {@code aid.own} it is their household; {@code aid.listed-until} none, past, or more than a year away. */
    @Transactional
    public Answer<UUID> list(UUID hardship, @Nullable LocalDate until, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "aid.not-yours");
        }
        var found = hardships().stream().filter(it -> it.id().equals(hardship)).findFirst();
        if (found.isEmpty()) {
            return Answer.refused("hardship", "aid.unknown");
        }
        if (directory.personOf(by).filter(found.get().person()::equals).isPresent()) {
            return Answer.refused("hardship", "aid.own");
        }
        if (until == null || until.isBefore(fund.today()) || until.isAfter(fund.today().plusMonths(LISTED_MONTHS_MOST))) {
            return Answer.refused("listedUntil", "aid.listed-until");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO aid.listed (id, hardship, until_day, listed_by, listed_at, record) VALUES (:id, :hardship, :until, :by, :at, :record)").param("id", id).param("hardship", hardship)
                .param("until", until).param("by", by.account()).param("at", fund.now())
                .param("record", log.record("aid.listed", fund.today(), Map.of("hardship", hardship.toString(), "until", until.toString()))).update();
        return Answer.done(hardship);
    }

    private static final String HARDSHIPS = """
            SELECT hardship.id, hardship.person, name.number, name.name_en, name.name_zh, hardship.words, hardship.asked_at,
                   (SELECT listed.until_day FROM aid.listed WHERE listed.hardship = hardship.id ORDER BY listed.listed_at DESC LIMIT 1) AS listed_until
              FROM aid.hardship JOIN directory.name ON name.id = hardship.person
             WHERE hardship.over_at IS NULL
            """;

    List<Hardship> hardships() {
        return db.sql(HARDSHIPS + " ORDER BY hardship.asked_at").query(Hardship.class).list();
    }

    Optional<Hardship> own(UUID person) {
        return db.sql(HARDSHIPS + " AND hardship.person = :person").param("person", person).query(Hardship.class).optional();
    }

    /** Refusals: {@code aid.not-yours}; {@code aid.visit-day}; {@code aid.title-wrong} missing in one of the languages, or too long. */
    @Transactional
    public Answer<UUID> announce(@Nullable LocalDate day, String titleEn, String titleZh, String place, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "aid.not-yours");
        }
        if (day == null || day.isBefore(fund.today())) {
            return Answer.refused("activityDay", "aid.visit-day");
        }
        if (titleEn.isBlank() || titleZh.isBlank() || titleEn.length() > TITLE_LONGEST || titleZh.length() > TITLE_LONGEST || place.length() > TITLE_LONGEST) {
            return Answer.refused("titleEn", "aid.title-wrong", TITLE_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO aid.activity (id, day, title_en, title_zh, place, set_by, set_at) VALUES (:id, :day, :en, :zh, :place, :by, :at)").param("id", id).param("day", day)
                .param("en", titleEn.strip()).param("zh", titleZh.strip()).param("place", place.strip()).param("by", by.account()).param("at", fund.now()).update();
        return Answer.done(id);
    }

    /** Nobody comes for nothing. Refusals: {@code aid.not-yours}; {@code aid.unknown} called off already, or over. */
    @Transactional
    public Answer<UUID> takeBack(UUID activity, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "aid.not-yours");
        }
        var off = db.sql("UPDATE aid.activity SET over_at = :at WHERE id = :id AND over_at IS NULL AND day >= :day").param("at", fund.now()).param("id", activity).param("day", fund.today()).update();
        return off == 0 ? Answer.refused("activity", "aid.unknown") : Answer.done(activity);
    }

    /** From today on. */
    List<Activity> activities() {
        return db.sql("SELECT id, day, title_en, title_zh, place FROM aid.activity WHERE day >= :day AND over_at IS NULL ORDER BY day, title_en LIMIT 30").param("day", fund.today()).query(Activity.class).list();
    }
}
