package org.probity.people.performance;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.performance.People.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is written in the year: at half-time by both, at its end by the employee, and what was said in the talk. */
@Service
public class Notes {
    static final int LONG = 4_000;

    /** Whose words, and when. */
    public enum Kind {
        MID_EMPLOYEE, MID_MANAGER, SELF, TALK;

        static Optional<Kind> of(String written) {
            return Arrays.stream(values()).filter(it -> it.name().equals(written)).findFirst();
        }

        Part writer() {
            return switch (this) {
                case MID_EMPLOYEE, SELF -> Part.SELF;
                case MID_MANAGER, TALK -> Part.MANAGER;
            };
        }
    }

    /** @param day on which they spoke, of a talk; otherwise of the writing */
    public record Note(UUID id, Kind kind, String words, LocalDate day, Instant writtenAt, @Nullable Instant handedInAt) {}

    private final JdbcClient db;
    private final Cycles cycles;
    private final People people;
    private final Log log;
    private final Clock clock;

    Notes(JdbcClient db, Cycles cycles, People people, Log log, Clock clock) {
        this.db = db;
        this.cycles = cycles;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Keeps a draft, or hands it in. What was handed in stays; handing in again adds the next, and the newest counts.
     *
     * <p>Refusals: {@code performance.not-yours} whoever writes is neither this person nor who leads them; {@code performance.words-missing} nothing to hand in; {@code performance.too-long};
     * {@code performance.no-commitments} nothing was agreed that could be written about; {@code performance.closed}; of a talk {@code performance.not-closed} ratings are not final yet,
     * {@code performance.not-rated} there is none to speak about, {@code performance.talk-day-wrong} before the close or to come.
     */
    @Transactional
    public Answer<UUID> write(UUID cycle, UUID person, Kind kind, String words, LocalDate day, boolean handIn, Me by) {
        var standing = people.held(cycle, person);
        if (standing.isEmpty() || people.part(standing.get(), by) != kind.writer()) {
            return Answer.refused("", "performance.not-yours");
        }
        if (handIn && words.isBlank()) {
            return Answer.refused("words", "performance.words-missing");
        }
        if (words.length() > LONG) {
            return Answer.refused("words", "performance.too-long", LONG);
        }
        var of = cycles.held(cycle).orElseThrow();
        if (kind == Kind.TALK) {
            if (standing.get().assessment() == null) {
                return Answer.refused("", "performance.not-rated");
            }
            if (of.closedAt() == null) {
                return Answer.refused("", "performance.not-closed");
            }
            if (day.isAfter(LocalDate.now(clock)) || day.isBefore(LocalDate.ofInstant(of.closedAt(), clock.getZone()))) {
                return Answer.refused("day", "performance.talk-day-wrong");
            }
        } else if (of.closed()) {
            return Answer.refused("", "performance.closed");
        } else if (standing.get().sheet() == null) {
            return Answer.refused("", "performance.no-commitments");
        }
        var id = draft(cycle, person, kind).map(Note::id).orElseGet(UUID::randomUUID);
        @Nullable UUID record = handIn ? log.record("performance.note", LocalDate.now(clock), Map.of("note", id.toString(), "kind", kind.name(), "day", day.toString())) : null;
        db.sql("""
                INSERT INTO performance.note (id, cycle, person, kind, words, day, written_by, written_at, handed_in_at, record)
                VALUES (:id, :cycle, :person, :kind, :words, :day, :by, :at, :handedIn, :record)
                ON CONFLICT (id) DO UPDATE
                   SET words = excluded.words, day = excluded.day, written_by = excluded.written_by, written_at = excluded.written_at,
                       handed_in_at = excluded.handed_in_at, record = excluded.record
                """)
                .param("id", id).param("cycle", cycle).param("person", person).param("kind", kind.name()).param("words", words.strip()).param("day", day)
                .param("by", by.account()).param("at", now()).param("handedIn", handIn ? now() : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("record", record, Types.OTHER)
                .update();
        return Answer.done(id);
    }

    Optional<Note> draft(UUID cycle, UUID person, Kind kind) {
        return db.sql(SELECT + " AND kind = :kind AND handed_in_at IS NULL").param("cycle", cycle).param("person", person).param("kind", kind.name())
                .query(Note.class).optional();
    }

    /** What was handed in, oldest first. */
    List<Note> of(UUID cycle, UUID person) {
        return db.sql(SELECT + " AND handed_in_at IS NOT NULL ORDER BY handed_in_at").param("cycle", cycle).param("person", person).query(Note.class).list();
    }

    private static final String SELECT = """
            SELECT id, kind, words, day, written_at, handed_in_at FROM performance.note WHERE cycle = :cycle AND person = :person
            """;

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
