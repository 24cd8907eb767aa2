package org.probity.shapes.gathering;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.gathering.Occasion.Written;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was said: written by one, read by another who was there. A correction is another version, to be read again. */
@Service
public class Minutes {
    static final int LONGEST = 20_000;

    private final JdbcClient db;
    private final Occasions occasions;
    private final GuestList guests;
    private final Log log;
    private final Clock clock;

    Minutes(JdbcClient db, Occasions occasions, GuestList guests, Log log, Clock clock) {
        this.db = db;
        this.occasions = occasions;
        this.guests = guests;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Writes a version.
     *
     * <p>Refusals: {@code gathering.unknown}; {@code gathering.not-held-by-you}; {@code gathering.called-off-already}; {@code gathering.not-begun};
     * {@code gathering.minutes-missing}; {@code gathering.minutes-long}.
     */
    @Transactional
    public Answer<Integer> write(UUID occasion, String words, Me by) {
        return occasions.held(occasion, by, it -> {
            if (it.startsAt().isAfter(clock.instant())) {
                return Answer.refused("", "gathering.not-begun");
            }
            if (words.isBlank()) {
                return Answer.refused("minutes", "gathering.minutes-missing");
            }
            if (words.length() > LONGEST) {
                return Answer.refused("minutes", "gathering.minutes-long", LONGEST);
            }
            var no = (it.minutesNo() == null ? 0 : it.minutesNo()) + 1;
            db.sql("INSERT INTO gathering.minutes (occasion, no, words, by, at) VALUES (:occasion, :no, :words, :by, :at)")
                    .param("occasion", occasion).param("no", no).param("words", words.strip()).param("by", by.account()).param("at", now())
                    .update();
            return Answer.done(no);
        });
    }

    /**
     * Another who was there has read the newest version and agrees: from now on it holds.
     *
     * <p>Refusals: {@code gathering.unknown}; {@code gathering.minutes-gone} there is a newer version, or none; {@code gathering.minutes-own} they wrote it;
     * {@code gathering.minutes-read} somebody read it already; {@code gathering.minutes-not-there} they were not there and speak for no company that was.
     */
    @Transactional
    public Answer<Integer> agree(UUID occasion, int no, Me by) {
        db.sql("SELECT FROM gathering.occasion WHERE id = :id FOR UPDATE").param("id", occasion).query((row, n) -> n).optional();
        var found = occasions.find(occasion).filter(it -> occasions.reads(it, by));
        if (found.isEmpty()) {
            return Answer.refused("", "gathering.unknown");
        }
        var newest = versions(occasion).stream().findFirst();
        if (newest.isEmpty() || newest.get().no() != no) {
            return Answer.refused("", "gathering.minutes-gone");
        }
        if (newest.get().by().equals(by.account())) {
            return Answer.refused("", "gathering.minutes-own");
        }
        if (newest.get().readBy() != null) {
            return Answer.refused("", "gathering.minutes-read");
        }
        if (!wasThere(found.get(), by)) {
            return Answer.refused("", "gathering.minutes-not-there");
        }
        var record = log.record("gathering.minutes", found.get().day(clock.getZone()), Map.of("occasion", occasion.toString(), "no", no, "written_by", newest.get().by().toString(),
                "read_by", by.account().toString(), "words_sha256", org.probity.proof.Hash.sha256(newest.get().words().getBytes(StandardCharsets.UTF_8)).toString()));
        db.sql("INSERT INTO gathering.reading (occasion, no, written_by, by, at, record) VALUES (:occasion, :no, :writer, :by, :at, :record)")
                .param("occasion", occasion).param("no", no).param("writer", newest.get().by()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
        return Answer.done(no);
    }

    /** On a list of it, or speaking for a company it is held with. */
    public boolean wasThere(Occasion it, Me me) {
        return me.supplier().isPresent() ? it.parties().contains(me.supplier().get()) : guests.of(me).filter(who -> db.sql("""
                SELECT count(*)
                  FROM gathering.presence
                  JOIN gathering.session ON session.id = presence.session
                 WHERE session.occasion = :occasion AND presence.circle = :circle AND presence.guest = :guest AND upper_inf(presence.recorded)
                """)
                .param("occasion", it.id()).param("circle", who.circle()).param("guest", who.id())
                .query(Long.class).single() > 0).isPresent();
    }

    /** Newest first. */
    public List<Written> versions(UUID occasion) {
        return db.sql("""
                SELECT minutes.occasion, minutes.no, minutes.words, minutes.by, minutes.at, reading.by AS read_by, reading.at AS read_at
                  FROM gathering.minutes
                  LEFT JOIN gathering.reading ON reading.occasion = minutes.occasion AND reading.no = minutes.no
                 WHERE minutes.occasion = :occasion
                 ORDER BY minutes.no DESC
                """)
                .param("occasion", occasion)
                .query(Written.class).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
