package org.probity.people.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.performance.Assessment.Because;
import org.probity.people.performance.Assessment.Origin;
import org.probity.people.performance.People.Part;
import org.probity.proof.Hash;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.Lately;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ratings: given by the line manager with a reason for each commitment, looked at by the second level. None is changed; the next one holds. */
@Service
public class Assessments {
    private final JdbcClient db;
    private final Cycles cycles;
    private final Schemes schemes;
    private final Sheets sheets;
    private final People people;
    private final Figures figures;
    private final Lately lately;
    private final Log log;
    private final Clock clock;

    Assessments(JdbcClient db, Cycles cycles, Schemes schemes, Sheets sheets, People people, Figures figures, Lately lately, Log log, Clock clock) {
        this.db = db;
        this.cycles = cycles;
        this.schemes = schemes;
        this.sheets = sheets;
        this.people = people;
        this.figures = figures;
        this.lately = lately;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The line manager rates. There is no score that could add up: the rating is a judgement, and each commitment has its reason. A self-summary that was
     * not handed in by its day is missing and counts for nothing, neither against nor for anybody.
     *
     * <p>Refusals: {@code performance.not-the-manager}; {@code performance.closed} a rating of a closed cycle stands; {@code performance.no-commitments}; {@code performance.self-first} its last day is not over;
     * {@code performance.looked-already} the second level or a panel has spoken; {@code performance.rating-unknown}; {@code performance.reason-missing} one for each commitment; {@code performance.too-long}.
     *
     * @param reasons by the commitment's place
     */
    @Transactional
    public Answer<UUID> rate(UUID cycle, UUID person, String rating, Map<Integer, String> reasons, String words, Me by) {
        var standing = people.held(cycle, person);
        if (standing.isEmpty() || people.part(standing.get(), by) != Part.MANAGER) {
            return Answer.refused("", "performance.not-the-manager");
        }
        var it = standing.get();
        var of = cycles.held(cycle).orElseThrow();
        if (of.closed()) {
            return Answer.refused("", "performance.closed");
        }
        if (it.sheet() == null) {
            return Answer.refused("", "performance.no-commitments");
        }
        if (it.selfAt() == null && !LocalDate.now(clock).isAfter(of.selfBy())) {
            return Answer.refused("", "performance.self-first", of.selfBy());
        }
        if (it.assessment() != null && (it.lookedAt() != null || !Origin.MANAGER.name().equals(it.origin()))) {
            return Answer.refused("", "performance.looked-already");
        }
        if (schemes.find(it.scheme()).rating(rating).isEmpty()) {
            return Answer.refused("rating", "performance.rating-unknown");
        }
        var sheet = sheets.find(it.sheet()).orElseThrow();
        for (var commitment : sheet.commitments()) {
            var reason = reasons.getOrDefault(commitment.place(), "");
            if (reason.isBlank()) {
                return Answer.refused("reason-" + commitment.place(), "performance.reason-missing", commitment.place());
            }
            if (reason.length() > Notes.LONG) {
                return Answer.refused("reason-" + commitment.place(), "performance.too-long", Notes.LONG);
            }
        }
        if (words.length() > Notes.LONG) {
            return Answer.refused("words", "performance.too-long", Notes.LONG);
        }
        var id = add(it, rating, Origin.MANAGER, words.strip(), by);
        sheet.commitments().forEach(commitment -> db.sql("INSERT INTO performance.reason (assessment, place, words, result) VALUES (:id, :place, :words, :result)")
                .param("id", id).param("place", commitment.place()).param("words", reasons.getOrDefault(commitment.place(), "").strip())
                .param("result", result(commitment, of).orElse(""))
                .update());
        return Answer.done(id);
    }

    /** What the figure that measures a commitment says of the cycle's year, as people read it; no person types it. */
    Optional<String> result(Commitment commitment, Cycle cycle) {
        return commitment.figure().isEmpty() ? Optional.empty()
                : lately.number(commitment.figure(), cycle.untilDay().getYear()).map(it -> it.shown().equals(Figures.NO_VALUE) ? it.shown() : (it.shown() + " " + it.figure().unit()).strip());
    }

    /**
     * The second level has read a rating and lets it stand.
     *
     * <p>Refusals: {@code performance.not-the-second}; {@code performance.closed}; {@code performance.not-rated}; {@code performance.looked-already}; {@code performance.rated-anew} another rating stands there
     * than the one they read.
     */
    @Transactional
    public Answer<UUID> confirm(UUID cycle, UUID person, UUID seen, Me by) {
        var refused = second(cycle, person, seen, by);
        if (refused.isPresent()) {
            return refused.get();
        }
        db.sql("INSERT INTO performance.second_look (assessment, by, at, record) VALUES (:id, :by, :at, :record)")
                .param("id", seen).param("by", by.account()).param("at", now())
                .param("record", log.record("performance.second-look", LocalDate.now(clock), Map.of("assessment", seen.toString())))
                .update();
        return Answer.done(seen);
    }

    /**
     * The second level sees it otherwise and says why; the manager's rating stays beside it.
     *
     * <p>Refusals: those of {@link #confirm}; {@code performance.rating-unknown}; {@code performance.nothing-moved}; {@code performance.words-missing}; {@code performance.too-long}.
     */
    @Transactional
    public Answer<UUID> seeOtherwise(UUID cycle, UUID person, UUID seen, String rating, String words, Me by) {
        var refused = second(cycle, person, seen, by);
        if (refused.isPresent()) {
            return refused.get();
        }
        var it = people.find(cycle, person).orElseThrow();
        return moved(it, rating, words).orElseGet(() -> Answer.done(add(it, rating, Origin.SECOND, words.strip(), by)));
    }

    private Optional<Answer<UUID>> second(UUID cycle, UUID person, UUID seen, Me by) {
        var standing = people.held(cycle, person);
        if (standing.isEmpty() || people.part(standing.get(), by) != Part.SECOND) {
            return Optional.of(Answer.refused("", "performance.not-the-second"));
        }
        if (cycles.held(cycle).orElseThrow().closed()) {
            return Optional.of(Answer.refused("", "performance.closed"));
        }
        if (standing.get().assessment() == null) {
            return Optional.of(Answer.refused("", "performance.not-rated"));
        }
        if (standing.get().lookedAt() != null || !Origin.MANAGER.name().equals(standing.get().origin())) {
            return Optional.of(Answer.refused("", "performance.looked-already"));
        }
        return seen.equals(standing.get().assessment()) ? Optional.empty() : Optional.of(Answer.refused("", "performance.rated-anew"));
    }

    /** What stands in the way of another rating in the place of one. */
    Optional<Answer<UUID>> moved(Standing it, String rating, String words) {
        if (schemes.find(it.scheme()).rating(rating).isEmpty()) {
            return Optional.of(Answer.refused("rating", "performance.rating-unknown"));
        }
        if (rating.equals(it.rating())) {
            return Optional.of(Answer.refused("rating", "performance.nothing-moved"));
        }
        if (words.isBlank()) {
            return Optional.of(Answer.refused("words", "performance.words-missing"));
        }
        return words.length() > Notes.LONG ? Optional.of(Answer.refused("words", "performance.too-long", Notes.LONG)) : Optional.empty();
    }

    /** The next rating of somebody; the caller has said who may and why. */
    UUID add(Standing it, String rating, Origin origin, String words, Me by) {
        var id = UUID.randomUUID();
        var no = it.no() == null ? 1 : it.no() + 1;
        var salt = UUID.randomUUID();
        // Rating and words are bound by a hash with a salt that stays in the row: an opening that is handed to an assurer does not tell them.
        var record = log.record("performance.rating", LocalDate.now(clock),
                Map.of("assessment", id.toString(), "no", no, "origin", origin.name(), "said", hash(salt, rating, words)));
        db.sql("""
                INSERT INTO performance.assessment (id, cycle, person, no, scheme, rating, origin, words, sheet, by, at, salt, record)
                VALUES (:id, :cycle, :person, :no, :scheme, :rating, :origin, :words, :sheet, :by, :at, :salt, :record)
                """)
                .param("id", id).param("cycle", it.cycle()).param("person", it.person()).param("no", no).param("scheme", it.scheme()).param("rating", rating)
                .param("origin", origin.name()).param("words", words).param("sheet", it.sheet(), Types.OTHER).param("by", by.account()).param("at", now()).param("salt", salt).param("record", record)
                .update();
        return id;
    }

    static String hash(UUID salt, String rating, String words) {
        return Hash.sha256((salt + "\n" + rating + "\n" + words).getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** The rating that holds for somebody in a cycle; its id is its version. */
    public Optional<UUID> newest(UUID cycle, UUID person) {
        return people.find(cycle, person).flatMap(it -> Optional.ofNullable(it.assessment()));
    }

    /** All ratings of somebody in a cycle, the first first. */
    List<Assessment> of(UUID cycle, UUID person) {
        return db.sql("SELECT * FROM performance.assessment WHERE cycle = :cycle AND person = :person ORDER BY no").param("cycle", cycle).param("person", person)
                .query(this::whole).list();
    }

    private Assessment whole(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        @Nullable UUID sheet = row.getObject("sheet", UUID.class);
        return new Assessment(id, row.getObject("cycle", UUID.class), row.getObject("person", UUID.class), row.getInt("no"), row.getObject("scheme", UUID.class), row.getString("rating"),
                Origin.valueOf(row.getString("origin")), row.getString("words"), sheet, row.getObject("by", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant(),
                db.sql("SELECT place, words, result FROM performance.reason WHERE assessment = :id ORDER BY place").param("id", id).query(Because.class).list());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
