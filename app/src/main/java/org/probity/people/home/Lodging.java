package org.probity.people.home;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.time.DayHasBegun;
import org.probity.house.ui.Answer;
import org.probity.people.home.Application.Takes;
import org.probity.people.home.Stay.Found;
import org.probity.people.home.Stay.Item;
import org.probity.people.home.Stay.State;
import org.probity.people.home.Stay.Way;
import org.probity.shapes.rule.Rules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A bed is offered, answered, its key handed over, lived in and given back. Each step is somebody's, and what both sides saw is confirmed by both. */
@Service
public class Lodging {
    private static final int REASON_LONGEST = 500;
    private static final int TURN_LONGEST = 1_000;
    private static final int AHEAD_MOST = 90;
    private static final String SELECT = """
            SELECT stay.id, stay.number, stay.application, stay.person, coalesce(name.number, '') AS staff_number, coalesce(name.name_en, '') AS name_en, coalesce(name.name_zh, '') AS name_zh, stay.bed, bed.room, room.building,
                   building.name_en AS house_en, building.name_zh AS house_zh, room.number || '-' || bed.no AS place, stay.from_day, stay.until_day, stay.rent, stay.answer_by, stay.turn, stay.offered_at,
                   answer.outcome, answer.reason, answer.answered_at, came.walked_at AS keyed, came.confirmed_at AS confirmed, notice.day AS notice, went.walked_at AS left, went.confirmed_at AS left_confirmed
              FROM home.stay
              JOIN home.bed ON bed.id = stay.bed
              JOIN home.room ON room.id = bed.room
              JOIN home.building ON building.id = room.building
              LEFT JOIN directory.name ON name.id = stay.person
              LEFT JOIN home.answer ON answer.stay = stay.id
              LEFT JOIN home.walk AS came ON came.stay = stay.id AND came.way = 'IN'
              LEFT JOIN home.notice ON notice.stay = stay.id
              LEFT JOIN home.walk AS went ON went.stay = stay.id AND went.way = 'OUT'
            """;

    /** Something became of a stay; heard in its transaction. */
    record Told(UUID stay, What what) {
        enum What { OFFERED, LAPSED, TAKEN_BACK, KEY }
    }

    public record Offer(@Nullable UUID bed, @Nullable LocalDate from, @Nullable BigDecimal rent, String turn) {}

    /** What a caretaker found; an item that is not named is missing from the walk. */
    public record Walked(@Nullable LocalDate day, Map<Item, Found> found, String words, List<byte[]> photos) {}

    private final JdbcClient db;
    private final HomeQueue queue;
    private final Photos photos;
    private final Directory directory;
    private final Rules rules;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Lodging(JdbcClient db, HomeQueue queue, Photos photos, Directory directory, Rules rules, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.queue = queue;
        this.photos = photos;
        this.directory = directory;
        this.rules = rules;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Human resources offer somebody who waits a bed from a day on. The offer holds the bed until it is answered or its term is over.
     *
     * <p>Refusals: {@code home.not-yours}; {@code home.unknown}; {@code home.own}; {@code home.not-waiting}; {@code home.bed-missing}; {@code home.day-missing}; {@code home.day-past}; {@code home.day-far};
     * {@code home.bed-gone}; {@code home.bed-wanting} it falls short of the standard of that day; {@code home.site-other}; {@code home.takes-other}; {@code home.rent-missing}; {@code home.rent-high} above the ceiling;
     * {@code home.bed-taken} somebody has it or is offered it on one of those days; {@code home.lives-already}; {@code home.turn-missing} somebody who has more points waits for such a bed, and no reason is written;
     * {@code home.reason-long}.
     */
    @Transactional
    public Answer<UUID> offer(UUID application, Offer it, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "home.not-yours");
        }
        var found = queue.locked(application);
        if (found.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        var asked = found.get();
        if (queue.own(asked, by)) {
            return Answer.refused("", "home.own");
        }
        if (!asked.waits()) {
            return Answer.refused("", "home.not-waiting");
        }
        if (it.bed() == null || db.sql("SELECT FROM home.bed WHERE id = :id FOR UPDATE").param("id", it.bed()).query((row, n) -> row).optional().isEmpty()) {
            return Answer.refused("bed", "home.bed-missing");
        }
        if (it.from() == null || it.from().isBefore(today()) || it.from().isAfter(today().plusDays(AHEAD_MOST))) {
            return Answer.refused("from", it.from() == null ? "home.day-missing" : it.from().isBefore(today()) ? "home.day-past" : "home.day-far", AHEAD_MOST);
        }
        record Bed(UUID site, Takes takes, @Nullable String wanting) {}
        var bed = db.sql("SELECT beds.site, building.takes, beds.wanting FROM home.beds(:day, 'infinity') AS beds JOIN home.building ON building.id = beds.building WHERE beds.bed = :bed").param("day", it.from())
                .param("bed", it.bed()).query(Bed.class).optional();
        if (bed.isEmpty() || bed.get().wanting() != null) {
            return Answer.refused("bed", bed.isEmpty() ? "home.bed-gone" : "home.bed-wanting");
        }
        if (!bed.get().site().equals(asked.site())) {
            return Answer.refused("bed", "home.site-other");
        }
        if (!bed.get().takes().welcomes(asked.takes())) {
            return Answer.refused("bed", "home.takes-other");
        }
        var ceiling = rules.on(HomeRule.RENT_MOST, it.from());
        if (it.rent() == null || it.rent().signum() < 0 || it.rent().compareTo(BigDecimal.valueOf(ceiling)) > 0) {
            return Answer.refused("rent", it.rent() == null || it.rent().signum() < 0 ? "home.rent-missing" : "home.rent-high", ceiling);
        }
        if (overlaps("bed", it.bed(), it.from())) {
            return Answer.refused("bed", "home.bed-taken");
        }
        if (overlaps("person", asked.person(), it.from())) {
            return Answer.refused("from", "home.lives-already");
        }
        if (it.turn().strip().length() > TURN_LONGEST) {
            return Answer.refused("turn", "home.reason-long", TURN_LONGEST);
        }
        if (it.turn().isBlank() && queue.passedOver(asked, bed.get().takes())) {
            return Answer.refused("turn", "home.turn-missing");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO home.stay (id, number, application, person, bed, from_day, rent, answer_by, turn, offered_by, offered_at, record)
                VALUES (:id, 'B' || :year || '-' || lpad(nextval('home.number')::text, 6, '0'), :application, :person, :bed, :from, :rent, :answer, :turn, :by, :at, :record)
                """)
                .param("id", id).param("year", today().getYear()).param("application", application).param("person", asked.person()).param("bed", it.bed()).param("from", it.from()).param("rent", it.rent())
                .param("answer", today().plusDays(rules.on(HomeRule.ANSWER_DAYS, today()))).param("turn", it.turn().strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("home.offered", today(), Map.of("stay", id.toString(), "application", application.toString(), "bed", it.bed().toString(), "from", it.from().toString(),
                        "turn", it.turn().isBlank() ? "kept" : "passed over")))
                .update();
        return said(id, Told.What.OFFERED);
    }

    private boolean overlaps(String of, UUID id, LocalDate from) {
        return db.sql("SELECT EXISTS (SELECT FROM home.stay WHERE " + of + " = :id AND void_at IS NULL AND (until_day IS NULL OR until_day >= :from))").param("id", id).param("from", from).query(Boolean.class).single();
    }

    private Answer<UUID> said(UUID id, Told.What what) {
        events.publishEvent(new Told(id, what));
        return Answer.done(id);
    }

    /**
     * Whoever is offered a bed says yes or no; after a no they wait on, with the same points.
     *
     * <p>Refusals: {@code home.unknown}, {@code home.only-own}, {@code home.not-open} it was answered, taken back, or its term is over; {@code home.reason-long}.
     */
    @Transactional
    public Answer<UUID> answer(UUID id, boolean yes, String reason, Me by) {
        var it = locked(id);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (!own(it.get(), by)) {
            return Answer.refused("", "home.only-own");
        }
        if (it.get().state() != State.OFFERED || it.get().answerBy().isBefore(today())) {
            return Answer.refused("", "home.not-open");
        }
        if (reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", "home.reason-long", REASON_LONGEST);
        }
        answered(id, yes ? State.ACCEPTED : State.DECLINED, reason.strip(), by.account());
        return Answer.done(id);
    }

    /**
     * Human resources take back what was offered, as long as no key was handed over; whoever was to have it waits on.
     *
     * <p>Refusals: {@code home.not-yours}, {@code home.unknown}, {@code home.own}, {@code home.not-open}, {@code home.reason-missing}, {@code home.reason-long}.
     */
    @Transactional
    public Answer<UUID> takeBack(UUID id, String reason, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "home.not-yours");
        }
        var it = locked(id);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (own(it.get(), by)) {
            return Answer.refused("", "home.own");
        }
        if (it.get().state() != State.OFFERED && it.get().state() != State.ACCEPTED) {
            return Answer.refused("", "home.not-open");
        }
        if (reason.isBlank() || reason.strip().length() > REASON_LONGEST) {
            return Answer.refused("reason", reason.isBlank() ? "home.reason-missing" : "home.reason-long", REASON_LONGEST);
        }
        answered(id, State.TAKEN_BACK, reason.strip(), by.account());
        return said(id, Told.What.TAKEN_BACK);
    }

    private void answered(UUID id, State outcome, String reason, @Nullable UUID by) {
        db.sql("""
                INSERT INTO home.answer (stay, outcome, reason, answered_by, answered_at, record) VALUES (:stay, :outcome, :reason, :by, :at, :record)
                ON CONFLICT (stay) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason, answered_by = excluded.answered_by, answered_at = excluded.answered_at, record = excluded.record
                """)
                .param("stay", id).param("outcome", outcome.name()).param("reason", reason).param("by", by).param("at", now())
                .param("record", log.record("home.answered", today(), Map.of("stay", id.toString(), "outcome", outcome.name()))).update();
        if (outcome != State.ACCEPTED) {
            db.sql("UPDATE home.stay SET void_at = :at WHERE id = :id").param("at", now()).param("id", id).update();
        }
    }

    /** An offer that nobody answered in its term lets go of the bed. */
    @EventListener
    @Transactional
    public void aDayBegins(DayHasBegun begun) {
        db.sql("SELECT stay.id FROM home.stay LEFT JOIN home.answer ON answer.stay = stay.id WHERE answer.stay IS NULL AND stay.void_at IS NULL AND stay.answer_by < :day ORDER BY stay.id FOR UPDATE OF stay")
                .param("day", begun.day()).query(UUID.class).list().forEach(it -> {
                    answered(it, State.LAPSED, "", null);
                    events.publishEvent(new Told(it, Told.What.LAPSED));
                });
    }

    /**
     * The key is handed over, or comes back, after a walk through the room on which each item was looked at. Not by whoever lives there; whoever lives there confirms afterwards. With the key that comes back the bed is free
     * from the next day.
     *
     * <p>Refusals: {@code home.not-yours}; {@code home.unknown}; {@code home.own}; {@code home.not-accepted}; {@code home.not-lived}; {@code home.day-missing}; {@code home.day-future}; {@code home.day-before} it comes before the stay
     * begins; {@code home.walk-gap} an item was left out; {@code home.words-long}; those of {@link Photos#read}.
     */
    @Transactional
    public Answer<UUID> walk(UUID id, Way way, Walked walked, Me by) {
        if (!by.is(Role.HR) && !by.is(Role.EHS)) {
            return Answer.refused("", "home.not-yours");
        }
        var found = locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        var it = found.get();
        if (own(it, by)) {
            return Answer.refused("", "home.own");
        }
        if (way == Way.IN ? it.state() != State.ACCEPTED : !it.lives()) {
            return Answer.refused("", way == Way.IN ? "home.not-accepted" : "home.not-lived");
        }
        var day = walked.day();
        if (day == null || day.isAfter(today()) || day.isBefore(it.fromDay())) {
            return Answer.refused("day", day == null ? "home.day-missing" : day.isAfter(today()) ? "home.day-future" : "home.day-before");
        }
        if (walked.found().size() < Item.values().length) {
            return Answer.refused("item-" + java.util.Arrays.stream(Item.values()).filter(one -> !walked.found().containsKey(one)).findFirst().orElseThrow(), "home.walk-gap");
        }
        if (walked.words().strip().length() > HomeQueue.WORDS_LONGEST) {
            return Answer.refused("words", "home.words-long", HomeQueue.WORDS_LONGEST);
        }
        return switch (photos.read(walked.photos(), by)) {
            case Answer.Refused<List<org.probity.shapes.evidence.Picture>>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<List<org.probity.shapes.evidence.Picture>>(var pictures) -> {
                var walk = UUID.randomUUID();
                var content = new HashMap<String, Object>(Map.of("stay", id.toString(), "way", way.name()));
                walked.found().forEach((item, state) -> content.put(item.name(), state.name()));
                db.sql("INSERT INTO home.walk (id, stay, way, day, words, walked_by, walked_at, record) VALUES (:id, :stay, :way, :day, :words, :by, :at, :record)")
                        .param("id", walk).param("stay", id).param("way", way.name()).param("day", day).param("words", walked.words().strip()).param("by", by.account()).param("at", now())
                        .param("record", log.record("home.walk", day, content)).update();
                walked.found().forEach((item, state) -> db.sql("INSERT INTO home.found (walk, item, state) VALUES (:walk, :item, :state)").param("walk", walk).param("item", item.name())
                        .param("state", state.name()).update());
                photos.keep(pictures, walk, null, by);
                if (way == Way.OUT) {
                    db.sql("UPDATE home.stay SET until_day = :day WHERE id = :id").param("day", day).param("id", id).update();
                }
                yield said(id, Told.What.KEY);
            }
        };
    }

    /**
     * Whoever lives there has the key, or has given it back, and agrees with the list. Only then a key counts as handed over, and waiting is over.
     *
     * <p>Refusals: {@code home.unknown}, {@code home.only-own}, {@code home.nothing-to-confirm}.
     */
    @Transactional
    public Answer<UUID> confirm(UUID id, Me by) {
        var it = locked(id);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (!own(it.get(), by)) {
            return Answer.refused("", "home.only-own");
        }
        var way = it.get().left() != null ? Way.OUT : Way.IN;
        if (way == Way.IN ? it.get().state() != State.KEYED : it.get().leftConfirmed() != null) {
            return Answer.refused("", "home.nothing-to-confirm");
        }
        db.sql("UPDATE home.walk SET confirmed_at = :at, confirm_record = :record WHERE stay = :id AND way = :way AND confirmed_at IS NULL").param("at", now()).param("id", id).param("way", way.name())
                .param("record", log.record(way == Way.IN ? "home.key" : "home.key-back", today(), Map.of("stay", id.toString()))).update();
        if (way == Way.IN) {
            queue.over(it.get().application(), null);
        }
        return Answer.done(id);
    }

    /**
     * Whoever lives there says until when. Another day may be said later, until the key is back.
     *
     * <p>Refusals: {@code home.unknown}, {@code home.only-own}, {@code home.not-lived}, {@code home.day-missing}, {@code home.day-past}.
     */
    @Transactional
    public Answer<UUID> giveNotice(UUID id, @Nullable LocalDate day, Me by) {
        var it = locked(id);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (!own(it.get(), by)) {
            return Answer.refused("", "home.only-own");
        }
        if (!it.get().lives()) {
            return Answer.refused("", "home.not-lived");
        }
        if (day == null || day.isBefore(today())) {
            return Answer.refused("day", day == null ? "home.day-missing" : "home.day-past");
        }
        db.sql("""
                INSERT INTO home.notice (stay, day, by_id, at, record) VALUES (:stay, :day, :by, :at, :record)
                ON CONFLICT (stay) DO UPDATE SET day = excluded.day, at = excluded.at, record = excluded.record
                """)
                .param("stay", id).param("day", day).param("by", by.account()).param("at", now()).param("record", log.record("home.notice", today(), Map.of("stay", id.toString(), "day", day.toString()))).update();
        return Answer.done(id);
    }

    boolean own(Stay it, Me me) {
        return directory.personOf(me).filter(it.person()::equals).isPresent();
    }

    boolean sees(Stay it, Me me) {
        return me.is(Role.HR) || me.is(Role.EHS) || own(it, me);
    }

    private Optional<Stay> locked(UUID id) {
        db.sql("SELECT FROM home.stay WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        return find(id);
    }

    Optional<Stay> find(UUID id) {
        return db.sql(SELECT + " WHERE stay.id = :id").param("id", id).query(Stay.class).optional();
    }

    List<Stay> of(UUID person) {
        return db.sql(SELECT + " WHERE stay.person = :person ORDER BY stay.offered_at DESC").param("person", person).query(Stay.class).list();
    }

    /** Offers and stays about which somebody has something to do. */
    List<Stay> running() {
        return db.sql(SELECT + """
                 WHERE stay.void_at IS NULL AND (went.id IS NULL OR went.confirmed_at IS NULL)
                   AND (came.id IS NULL OR came.confirmed_at IS NULL OR notice.stay IS NOT NULL
                        OR NOT EXISTS (SELECT FROM directory.engaged(:today, 'infinity') AS now WHERE now.person = stay.person))
                 ORDER BY stay.offered_at
                """).param("today", today()).query(Stay.class).list();
    }

    List<Stay.Walk> walks(UUID stay) {
        record Row(UUID id, Way way, LocalDate day, String words, UUID walkedBy, OffsetDateTime walkedAt, @Nullable OffsetDateTime confirmedAt) {}
        return db.sql("SELECT id, way, day, words, walked_by, walked_at, confirmed_at FROM home.walk WHERE stay = :stay ORDER BY walked_at").param("stay", stay).query(Row.class).list().stream()
                .map(it -> {
                    var found = new EnumMap<Item, Found>(Item.class);
                    db.sql("SELECT item, state FROM home.found WHERE walk = :walk").param("walk", it.id()).query(row -> {
                        found.put(Item.valueOf(row.getString(1)), Found.valueOf(row.getString(2)));
                    });
                    return new Stay.Walk(it.id(), it.way(), it.day(), it.words(), it.walkedBy(), it.walkedAt().toInstant(), it.confirmedAt() == null ? null : it.confirmedAt().toInstant(),
                            found.entrySet().stream().map(line -> new Stay.Line(line.getKey(), line.getValue())).toList(), photos.of(it.id()));
                }).toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
