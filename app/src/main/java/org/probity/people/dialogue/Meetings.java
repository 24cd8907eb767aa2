package org.probity.people.dialogue;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.dialogue.Meeting.Item;
import org.probity.people.dialogue.Meeting.Point;
import org.probity.proof.Hash;
import org.probity.shapes.gathering.Colleagues;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Minutes;
import org.probity.shapes.gathering.Occasion;
import org.probity.shapes.gathering.OccasionKind;
import org.probity.shapes.gathering.Occasions;
import org.probity.shapes.measure.Measure;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Discussion sessions and democratic-life meetings: called, prepared, held, followed up, and told to those who work there. */
@Service
public class Meetings {
    static final String KIND = "dialogue.meeting";
    static final int ITEM_LONGEST = 1_000;
    static final int POINT_LONGEST = 2_000;
    static final int WORDS_LONGEST = 4_000;
    private static final List<String> TOPICS = List.of("WORK", "LIVING", "SAFETY", "LEADING");

    /** Published in the transaction in which people are asked to come. */
    public record Invited(Meeting meeting, List<GuestList.Key> whom) {
        public Invited {
            whom = List.copyOf(whom);
        }
    }

    /** Occasions of this room; the topics are what a meeting can be about. */
    @Configuration(proxyBeanMethods = false)
    static class Kinds {
        @Bean
        OccasionKind meetingsOfAPlace() {
            return new OccasionKind(KIND, "D", Set.of(Role.HR), TOPICS, "dialogue.topic.", "/app/dialogue");
        }
    }

    private final JdbcClient db;
    private final Occasions occasions;
    private final Minutes minutes;
    private final Places places;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Meetings(JdbcClient db, Occasions occasions, Minutes minutes, Places places, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.occasions = occasions;
        this.minutes = minutes;
        this.places = places;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Calls a meeting of a place. Human resources do, so that its lists and minutes are kept in one hand.
     *
     * <p>Refusals: {@code dialogue.place-unknown} no site or department of today; those of {@code Occasions.open}.
     */
    @Transactional
    public Answer<UUID> call(Form form, UUID place, String title, List<String> topics, Occasion.Plan plan, Me by) {
        if (places.find(place).isEmpty()) {
            return Answer.refused("place", "dialogue.place-unknown");
        }
        return switch (occasions.open(new Occasions.Opening(KIND, title, topics, List.of(), List.of(plan)), by)) {
            case Answer.Refused<UUID> refused -> refused;
            case Answer.Done<UUID>(var occasion) -> {
                db.sql("INSERT INTO dialogue.meeting (occasion, form, place) VALUES (:occasion, :form, :place)").param("occasion", occasion).param("form", form.name()).param("place", place).update();
                yield Answer.done(occasion);
            }
        };
    }

    /**
     * Asks people of the directory to come, by staff number or address; who has an account gets a letter with the agenda.
     *
     * <p>Refusals: {@code dialogue.meeting-unknown}; {@code dialogue.not-led-by-you}; {@code dialogue.nobody-asked}; {@code dialogue.person-unknown} names the
     * word; those of {@code Occasions.ask}.
     */
    @Transactional
    public Answer<Integer> invite(UUID meeting, Collection<String> words, Me by) {
        return led(meeting, by, it -> {
            if (words.isEmpty()) {
                return Answer.refused("people", "dialogue.nobody-asked");
            }
            var found = new HashMap<String, UUID>();
            db.sql("""
                    SELECT wanted.word, (array_agg(name.id))[1] AS person
                      FROM unnest(CAST(:words AS text[])) AS wanted (word)
                      JOIN directory.name ON name.number = wanted.word OR name.email <> '' AND lower(name.email) = lower(wanted.word)
                     GROUP BY wanted.word
                    HAVING count(*) = 1
                    """)
                    .param("words", words.toArray(String[]::new))
                    .query(row -> {
                        found.put(row.getString("word"), row.getObject("person", UUID.class));
                    });
            var unknown = words.stream().filter(word -> !found.containsKey(word)).findFirst();
            if (unknown.isPresent()) {
                return Answer.refused("people", "dialogue.person-unknown", unknown.get());
            }
            var whom = found.values().stream().distinct().map(person -> new GuestList.Key(Colleagues.CIRCLE, person)).toList();
            var answer = occasions.ask(meeting, whom, by);
            if (answer instanceof Answer.Done<Integer>) {
                events.publishEvent(new Invited(it, whom));
            }
            return answer;
        });
    }

    /**
     * Puts something on the agenda before the meeting. What is open from earlier ones stands there by itself.
     *
     * <p>Refusals: {@code dialogue.meeting-unknown}; {@code dialogue.not-led-by-you}; {@code dialogue.begun-already}; {@code dialogue.item-missing};
     * {@code dialogue.words-long}.
     */
    @Transactional
    public Answer<Integer> plan(UUID meeting, String words, Me by) {
        return led(meeting, by, it -> {
            if (begun(it)) {
                return Answer.refused("item", "dialogue.begun-already");
            }
            if (words.isBlank()) {
                return Answer.refused("item", "dialogue.item-missing");
            }
            if (words.strip().length() > ITEM_LONGEST) {
                return Answer.refused("item", "dialogue.words-long", ITEM_LONGEST);
            }
            return Answer.done(db.sql("""
                    INSERT INTO dialogue.item (id, meeting, no, words, by, at)
                    VALUES (gen_random_uuid(), :meeting, (SELECT coalesce(max(no), 0) + 1 FROM dialogue.item WHERE meeting = :meeting), :words, :by, :at)
                    RETURNING no
                    """)
                    .param("meeting", meeting).param("words", words.strip()).param("by", by.account()).param("at", now())
                    .query(Integer.class).single());
        });
    }

    /**
     * Somebody there said what should be different. Who it was is not asked.
     *
     * <p>Refusals: {@code dialogue.meeting-unknown}; {@code dialogue.not-led-by-you}; {@code dialogue.not-begun}; {@code dialogue.point-missing};
     * {@code dialogue.words-long}; {@code dialogue.published-already}.
     */
    @Transactional
    public Answer<UUID> raise(UUID meeting, String words, Me by) {
        return led(meeting, by, it -> {
            if (!begun(it)) {
                return Answer.refused("point", "dialogue.not-begun");
            }
            if (it.published() != null) {
                return Answer.refused("point", "dialogue.published-already");
            }
            if (words.isBlank()) {
                return Answer.refused("point", "dialogue.point-missing");
            }
            if (words.strip().length() > POINT_LONGEST) {
                return Answer.refused("point", "dialogue.words-long", POINT_LONGEST);
            }
            var id = UUID.randomUUID();
            var record = log.record("dialogue.point", it.occasion().day(zone()), Map.of("point", id.toString(), "meeting", meeting.toString(), "words_sha256", sha256(words)));
            db.sql("""
                    INSERT INTO dialogue.point (id, meeting, no, words, by, at, record)
                    VALUES (:id, :meeting, (SELECT coalesce(max(no), 0) + 1 FROM dialogue.point WHERE meeting = :meeting), :words, :by, :at, :record)
                    """)
                    .param("id", id).param("meeting", meeting).param("words", words.strip()).param("by", by.account()).param("at", now()).param("record", record)
                    .update();
            return Answer.done(id);
        });
    }

    /**
     * Answers a point in words; a better answer takes the place of the one before.
     *
     * <p>Refusals: {@code dialogue.point-unknown}; {@code dialogue.not-led-by-you}; {@code dialogue.reply-missing}; {@code dialogue.words-long}.
     */
    @Transactional
    public Answer<Integer> reply(UUID point, String words, Me by) {
        var found = point(point);
        if (found.isEmpty()) {
            return Answer.refused("", "dialogue.point-unknown");
        }
        return led(found.get().meeting(), by, _ -> {
            if (words.isBlank()) {
                return Answer.refused("reply", "dialogue.reply-missing");
            }
            if (words.strip().length() > WORDS_LONGEST) {
                return Answer.refused("reply", "dialogue.words-long", WORDS_LONGEST);
            }
            return Answer.done(db.sql("""
                    INSERT INTO dialogue.reply (point, no, words, by, at)
                    VALUES (:point, (SELECT coalesce(max(no), 0) + 1 FROM dialogue.reply WHERE point = :point), :words, :by, :at)
                    RETURNING no
                    """)
                    .param("point", point).param("words", words.strip()).param("by", by.account()).param("at", now())
                    .query(Integer.class).single());
        });
    }

    /**
     * Tells those who work there what came of it: points, answers and measures are theirs to read from now on, and so is what becomes of the measures.
     *
     * <p>Refusals: {@code dialogue.meeting-unknown}; {@code dialogue.not-led-by-you}; {@code dialogue.published-already}; {@code dialogue.minutes-wait} nobody
     * who was there has read the minutes; {@code dialogue.points-wait} a point has neither an answer nor a measure; {@code dialogue.result-missing};
     * {@code dialogue.words-long}.
     */
    @Transactional
    public Answer<UUID> publish(UUID meeting, String words, Me by) {
        return led(meeting, by, it -> {
            if (it.published() != null) {
                return Answer.refused("", "dialogue.published-already");
            }
            if (it.occasion().state(clock.instant()) != Occasion.State.HELD) {
                return Answer.refused("", "dialogue.minutes-wait");
            }
            if (unanswered(meeting) > 0) {
                return Answer.refused("", "dialogue.points-wait", unanswered(meeting));
            }
            if (words.isBlank()) {
                return Answer.refused("result", "dialogue.result-missing");
            }
            if (words.strip().length() > WORDS_LONGEST) {
                return Answer.refused("result", "dialogue.words-long", WORDS_LONGEST);
            }
            var record = log.record("dialogue.published", it.occasion().day(zone()), Map.of("meeting", meeting.toString(), "words_sha256", sha256(words)));
            db.sql("INSERT INTO dialogue.publication (meeting, words, by, at, record) VALUES (:meeting, :words, :by, :at, :record)")
                    .param("meeting", meeting).param("words", words.strip()).param("by", by.account()).param("at", now()).param("record", record)
                    .update();
            return Answer.done(meeting);
        });
    }

    private long unanswered(UUID meeting) {
        return db.sql("""
                SELECT count(*)
                  FROM dialogue.point
                 WHERE meeting = :meeting
                   AND NOT EXISTS (SELECT FROM dialogue.reply WHERE reply.point = point.id)
                   AND NOT EXISTS (SELECT FROM measure.standing WHERE standing.kind = :kind AND standing.subject = point.id)
                """)
                .param("meeting", meeting).param("kind", PointMeasures.KIND)
                .query(Long.class).single();
    }

    /** Another who was there has read the minutes; for people whom the occasion's own page does not let in. Refusals: those of {@code Minutes.agree}. */
    @Transactional
    public Answer<Integer> read(UUID meeting, int no, Me by) {
        return find(meeting).isEmpty() ? Answer.refused("", "dialogue.meeting-unknown") : minutes.agree(meeting, no, by);
    }

    private <T> Answer<T> led(UUID meeting, Me by, Function<Meeting, Answer<T>> act) {
        db.sql("SELECT FROM dialogue.meeting WHERE occasion = :id FOR UPDATE").param("id", meeting).query((row, n) -> n).optional();
        var found = find(meeting);
        if (found.isEmpty()) {
            return Answer.refused("", "dialogue.meeting-unknown");
        }
        if (!places.leads(found.get().place(), by)) {
            return Answer.refused("", "dialogue.not-led-by-you");
        }
        return found.get().occasion().calledOff() ? Answer.refused("", "gathering.called-off-already") : act.apply(found.get());
    }

    boolean begun(Meeting it) {
        return !it.occasion().startsAt().isAfter(clock.instant());
    }

    public Optional<Meeting> find(UUID meeting) {
        return occasions.find(meeting).flatMap(occasion -> db.sql(SELECT + " WHERE meeting.occasion = :id").param("id", meeting).query((row, n) -> meeting(occasion, row)).optional());
    }

    /** Newest first. */
    List<Meeting> at(Collection<UUID> wanted) {
        return db.sql(SELECT + """
                  JOIN gathering.standing ON standing.id = meeting.occasion
                 WHERE meeting.place = ANY (:places)
                 ORDER BY standing.starts_at DESC, standing.number DESC
                 LIMIT 200
                """)
                .param("places", wanted.toArray(UUID[]::new))
                .query((row, n) -> meeting(occasions.find(row.getObject("occasion", UUID.class)).orElseThrow(), row)).list();
    }

    private static final String SELECT = """
            SELECT meeting.occasion, meeting.form, meeting.place, coalesce(unit.name_en, '') AS place_en, coalesce(unit.name_zh, '') AS place_zh, publication.words AS published,
                   publication.at AS published_at
              FROM dialogue.meeting
              LEFT JOIN dialogue.place_named AS unit ON unit.unit = meeting.place
              LEFT JOIN dialogue.publication ON publication.meeting = meeting.occasion
            """;

    private static Meeting meeting(Occasion occasion, ResultSet row) throws SQLException {
        var at = row.getObject("published_at", OffsetDateTime.class);
        return new Meeting(occasion, Form.valueOf(row.getString("form")), row.getObject("place", UUID.class), row.getString("place_en"), row.getString("place_zh"), row.getString("published"),
                at == null ? null : at.toInstant());
    }

    List<Item> agenda(UUID meeting) {
        return db.sql("SELECT no, words FROM dialogue.item WHERE meeting = :meeting ORDER BY no").param("meeting", meeting).query(Item.class).list();
    }

    /**
     * Measures of earlier meetings of the same form and place that had not come to their end when this one began, or have not now while it is to come: they
     * stand on its agenda by themselves, also when a meeting lies between.
     */
    List<Measure> carriedOver(Meeting it) {
        return db.sql("""
                SELECT standing.*
                  FROM dialogue.meeting AS earlier
                  JOIN gathering.standing AS held ON held.id = earlier.occasion AND held.starts_at < :starts AND NOT held.called_off
                  JOIN dialogue.point ON point.meeting = earlier.occasion
                  JOIN measure.standing_at(:moment) AS standing ON standing.kind = :kind AND standing.subject = point.id
                 WHERE earlier.place = :place AND earlier.form = :form AND standing.state IN ('PROMISED', 'RETURNED', 'DONE')
                 ORDER BY standing.due_day, standing.number
                """)
                .param("starts", it.occasion().startsAt().atOffset(ZoneOffset.UTC)).param("moment", (begun(it) ? it.occasion().startsAt() : clock.instant()).atOffset(ZoneOffset.UTC))
                .param("kind", PointMeasures.KIND).param("place", it.place()).param("form", it.form().name())
                .query(Measure.class).list();
    }

    List<Point> points(UUID meeting) {
        return db.sql(POINTS + " WHERE point.meeting = :meeting ORDER BY point.no").param("meeting", meeting).query(Point.class).list();
    }

    Optional<Point> point(UUID point) {
        return db.sql(POINTS + " WHERE point.id = :id").param("id", point).query(Point.class).optional();
    }

    private static final String POINTS = """
            SELECT point.id, point.meeting, point.no, point.words, (SELECT words FROM dialogue.reply WHERE reply.point = point.id ORDER BY no DESC LIMIT 1) AS reply
              FROM dialogue.point
            """;

    LocalDate today() {
        return LocalDate.now(clock);
    }

    ZoneId zone() {
        return clock.getZone();
    }

    private static String sha256(String words) {
        return Hash.sha256(words.strip().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
