package org.probity.people.dialogue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.dialogue.Meeting.Point;
import org.probity.proof.Hash;
import org.probity.shapes.gathering.Occasion;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What should be different, as it was said at a meeting without a name; what was answered, and how all of it is told to those who work there. */
@Service
public class Points {
    static final int POINT_LONGEST = 2_000;
    static final int WORDS_LONGEST = 4_000;

    /** Published in the transaction in which a meeting is told to those who work there. */
    public record Told(Meeting meeting) {}

    private final JdbcClient db;
    private final Meetings meetings;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Points(JdbcClient db, Meetings meetings, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.meetings = meetings;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody there said what should be different. Who it was is not asked.
     *
     * <p>Refusals: {@code dialogue.meeting-unknown}; {@code dialogue.not-led-by-you}; {@code dialogue.not-begun}; {@code dialogue.point-missing};
     * {@code dialogue.words-long}; {@code dialogue.published-already}.
     */
    @Transactional
    public Answer<UUID> raise(UUID meeting, String words, Me by) {
        return meetings.led(meeting, by, it -> {
            if (!meetings.begun(it)) {
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
            var record = log.record("dialogue.point", it.occasion().day(clock.getZone()), Map.of("point", id.toString(), "meeting", meeting.toString(), "words_sha256", sha256(words)));
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
        var found = find(point);
        if (found.isEmpty()) {
            return Answer.refused("", "dialogue.point-unknown");
        }
        return meetings.led(found.get().meeting(), by, _ -> {
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
     * <p>Refusals: {@code dialogue.meeting-unknown}; {@code dialogue.not-led-by-you}; {@code dialogue.published-already}; {@code dialogue.minutes-first} nobody
     * who was there has read the minutes; {@code dialogue.points-wait} a point has neither an answer nor a measure; {@code dialogue.result-missing};
     * {@code dialogue.words-long}.
     */
    @Transactional
    public Answer<UUID> publish(UUID meeting, String words, Me by) {
        return meetings.led(meeting, by, it -> {
            if (it.published() != null) {
                return Answer.refused("", "dialogue.published-already");
            }
            if (it.occasion().state(clock.instant()) != Occasion.State.HELD) {
                return Answer.refused("", "dialogue.minutes-first");
            }
            var unanswered = unanswered(meeting);
            if (unanswered > 0) {
                return Answer.refused("", "dialogue.points-wait", unanswered);
            }
            if (words.isBlank()) {
                return Answer.refused("result", "dialogue.result-missing");
            }
            if (words.strip().length() > WORDS_LONGEST) {
                return Answer.refused("result", "dialogue.words-long", WORDS_LONGEST);
            }
            var record = log.record("dialogue.published", it.occasion().day(clock.getZone()), Map.of("meeting", meeting.toString(), "words_sha256", sha256(words)));
            db.sql("INSERT INTO dialogue.publication (meeting, words, by, at, record) VALUES (:meeting, :words, :by, :at, :record)")
                    .param("meeting", meeting).param("words", words.strip()).param("by", by.account()).param("at", now()).param("record", record)
                    .update();
            events.publishEvent(new Told(meetings.find(meeting).orElseThrow()));
            return Answer.done(meeting);
        });
    }

    /** Points that have neither an answer nor a measure. */
    long unanswered(UUID meeting) {
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

    List<Point> of(UUID meeting) {
        return db.sql(SELECT + " WHERE point.meeting = :meeting ORDER BY point.no").param("meeting", meeting).query(Point.class).list();
    }

    Optional<Point> find(UUID point) {
        return db.sql(SELECT + " WHERE point.id = :id").param("id", point).query(Point.class).optional();
    }

    private static final String SELECT = """
            SELECT point.id, point.meeting, point.no, point.words, (SELECT words FROM dialogue.reply WHERE reply.point = point.id ORDER BY no DESC LIMIT 1) AS reply
              FROM dialogue.point
            """;

    private static String sha256(String words) {
        return Hash.sha256(words.strip().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
