package org.probity.people.home;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.home.Lodging.Told;
import org.probity.people.home.Stay.Found;
import org.probity.people.home.Stay.Item;
import org.probity.people.home.Stay.State;
import org.probity.people.home.Stay.Way;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A key is handed over, and comes back: a walk through the room, and what both sides saw is confirmed by both. */
@Service("homeKeys")
public class Keys {
    /** What a caretaker found; an item that is not named is missing from the walk. */
    public record Walked(@Nullable LocalDate day, Map<Item, Found> found, String words, List<byte[]> photos) {}

    private final JdbcClient db;
    private final HomeQueue queue;
    private final Stays stays;
    private final Photos photos;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Keys(JdbcClient db, HomeQueue queue, Stays stays, Photos photos, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.queue = queue;
        this.stays = stays;
        this.photos = photos;
        this.log = log;
        this.events = events;
        this.clock = clock;
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
        var found = stays.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        var it = found.get();
        if (stays.own(it, by)) {
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
                events.publishEvent(new Told(id, Told.What.KEY));
                yield Answer.done(id);
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
        var it = stays.locked(id);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (!stays.own(it.get(), by)) {
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
        var it = stays.locked(id);
        if (it.isEmpty()) {
            return Answer.refused("", "home.unknown");
        }
        if (!stays.own(it.get(), by)) {
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

    private LocalDate today() {
        return stays.today();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
