package org.probity.people.performance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.people.performance.People.Part;
import org.probity.shapes.figure.Figures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Commitments: written and signed by whoever stands for them, agreed by their line manager. */
@Service
public class Sheets {
    /** Most lines a form has; a scheme may allow fewer. */
    static final int LINES = 5;
    private static final int SHORT = 300;

    private final JdbcClient db;
    private final Cycles cycles;
    private final Schemes schemes;
    private final People people;
    private final Figures figures;
    private final Log log;
    private final Clock clock;

    Sheets(JdbcClient db, Cycles cycles, Schemes schemes, People people, Figures figures, Log log, Clock clock) {
        this.db = db;
        this.cycles = cycles;
        this.schemes = schemes;
        this.people = people;
        this.figures = figures;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Keeps what somebody wrote so far; it need not be whole. After commitments were agreed this begins their next version.
     *
     * <p>Refusals: {@code performance.not-a-member}; {@code performance.closed}; {@code performance.rated-already}; {@code performance.waits-for-manager} what was signed must come back first;
     * {@code performance.change-reason-missing} what was agreed is changed for a reason; {@code performance.too-long}; {@code performance.weight-wrong} no whole number from 0 to 100;
     * {@code performance.figure-unknown}.
     */
    @Transactional
    public Answer<UUID> write(UUID cycle, List<Commitment> commitments, String reason, Me by) {
        var me = people.of(by);
        var standing = me.flatMap(it -> people.held(cycle, it));
        if (standing.isEmpty()) {
            return Answer.refused("", "performance.not-a-member");
        }
        if (cycles.held(cycle).orElseThrow().closed()) {
            return Answer.refused("", "performance.closed");
        }
        if (standing.get().assessment() != null) {
            return Answer.refused("", "performance.rated-already");
        }
        if (standing.get().signedAt() != null) {
            return Answer.refused("", "performance.waits-for-manager");
        }
        if (standing.get().sheet() != null && reason.isBlank()) {
            return Answer.refused("reason", "performance.change-reason-missing");
        }
        var wrong = wrong(commitments, reason);
        if (!wrong.isEmpty()) {
            return new Answer.Refused<>(wrong);
        }
        var id = Optional.ofNullable(standing.get().openSheet()).orElseGet(() -> begin(cycle, me.get(), by));
        db.sql("UPDATE performance.sheet SET reason = :reason, written_by = :by, written_at = :at, weights = CAST(:weights AS int[]) WHERE id = :id")
                .param("reason", reason.strip()).param("by", by.account()).param("at", now()).param("id", id)
                .param("weights", commitments.stream().mapToInt(Commitment::weight).boxed().toArray(Integer[]::new))
                .update();
        db.sql("DELETE FROM performance.commitment WHERE sheet = :id").param("id", id).update();
        commitments.forEach(it -> db.sql("""
                INSERT INTO performance.commitment (sheet, place, section, title, measure, target, source, figure, weight)
                VALUES (:sheet, :place, :section, :title, :measure, :target, :source, :figure, :weight)
                """)
                .param("sheet", id).param("place", it.place()).param("section", it.section().name()).param("title", it.title()).param("measure", it.measure())
                .param("target", it.target()).param("source", it.source()).param("figure", it.figure()).param("weight", it.weight())
                .update());
        return Answer.done(id);
    }

    private UUID begin(UUID cycle, UUID person, Me by) {
        return db.sql("""
                INSERT INTO performance.sheet (id, cycle, person, no, reason, weights, written_by, written_at)
                SELECT gen_random_uuid(), :cycle, :person, coalesce(max(no), 0) + 1, '', '{}', :by, :at
                  FROM performance.sheet
                 WHERE cycle = :cycle AND person = :person
                RETURNING id
                """)
                .param("cycle", cycle).param("person", person).param("by", by.account()).param("at", now())
                .query(UUID.class).single();
    }

    private List<Reason> wrong(List<Commitment> commitments, String reason) {
        var wrong = new ArrayList<Reason>();
        var known = new HashSet<String>(Set.of(""));
        figures.all().forEach(it -> known.add(it.key()));
        if (reason.length() > Notes.LONG) {
            wrong.add(new Reason("reason", "performance.too-long", List.of(Notes.LONG)));
        }
        for (var it : commitments) {
            if (Stream.of(it.title(), it.measure(), it.target(), it.source()).anyMatch(text -> text.length() > SHORT)) {
                wrong.add(new Reason("title-" + it.place(), "performance.too-long", List.of(SHORT)));
            }
            if (it.weight() < 0 || it.weight() > 100) {
                wrong.add(new Reason("weight-" + it.place(), "performance.weight-wrong", List.of()));
            }
            if (!known.contains(it.figure())) {
                wrong.add(new Reason("figure-" + it.place(), "performance.figure-unknown", List.of()));
            }
        }
        return wrong;
    }

    /**
     * The employee signs. From then on it waits for the line manager.
     *
     * <p>Refusals: {@code performance.not-a-member}; {@code performance.closed}; {@code performance.nothing-written}; {@code performance.signed-already}; {@code performance.how-many} fewer or more than the
     * scheme allows; {@code performance.line-unfinished} one without title, measure, target, source or weight; {@code performance.weights-not-100} 99 and 101 are not.
     */
    @Transactional
    public Answer<UUID> sign(UUID cycle, Me by) {
        var standing = people.of(by).flatMap(it -> people.held(cycle, it));
        if (standing.isEmpty()) {
            return Answer.refused("", "performance.not-a-member");
        }
        if (cycles.held(cycle).orElseThrow().closed()) {
            return Answer.refused("", "performance.closed");
        }
        if (standing.get().openSheet() == null) {
            return Answer.refused("", "performance.nothing-written");
        }
        if (standing.get().signedAt() != null) {
            return Answer.refused("", "performance.signed-already");
        }
        var sheet = find(standing.get().openSheet()).orElseThrow();
        var scheme = schemes.find(standing.get().scheme());
        if (sheet.commitments().size() < scheme.commitmentsMin() || sheet.commitments().size() > scheme.commitmentsMax()) {
            return Answer.refused("", "performance.how-many", scheme.commitmentsMin(), scheme.commitmentsMax(), sheet.commitments().size());
        }
        var unfinished = sheet.commitments().stream().filter(it -> it.weight() == 0 || Stream.of(it.title(), it.measure(), it.target(), it.source()).anyMatch(String::isBlank)).findFirst();
        if (unfinished.isPresent()) {
            return Answer.refused("title-" + unfinished.get().place(), "performance.line-unfinished", unfinished.get().place());
        }
        if (sheet.weight() != 100) {
            return Answer.refused("weight-1", "performance.weights-not-100", sheet.weight());
        }
        db.sql("UPDATE performance.sheet SET signed_by = :by, signed_at = :at WHERE id = :id").param("by", by.account()).param("at", now()).param("id", sheet.id()).update();
        return Answer.done(sheet.id());
    }

    /**
     * The line manager signs too; from then on these commitments hold, and an entry in the log says so.
     *
     * <p>Refusals: {@code performance.nothing-signed} no such sheet waits; {@code performance.not-the-manager}; {@code performance.closed}.
     */
    @Transactional
    public Answer<UUID> agree(UUID sheet, Me by) {
        return onSigned(sheet, by, it -> {
            var record = log.record("performance.commitments", LocalDate.now(clock), Map.of("sheet", it.id().toString(), "no", it.no(),
                    "weights", it.commitments().stream().map(Commitment::weight).toList()));
            db.sql("UPDATE performance.sheet SET agreed_by = :by, agreed_at = :at, record = :record WHERE id = :id")
                    .param("by", by.account()).param("at", now()).param("record", record).param("id", it.id())
                    .update();
            return Answer.done(it.id());
        });
    }

    /**
     * The line manager sends it back; the employee goes on from what was written.
     *
     * <p>Refusals: those of {@link #agree}; {@code performance.words-missing}; {@code performance.too-long}.
     */
    @Transactional
    public Answer<UUID> sendBack(UUID sheet, String words, Me by) {
        if (words.isBlank()) {
            return Answer.refused("words", "performance.words-missing");
        }
        if (words.length() > Notes.LONG) {
            return Answer.refused("words", "performance.too-long", Notes.LONG);
        }
        return onSigned(sheet, by, it -> {
            db.sql("UPDATE performance.sheet SET returned_by = :by, returned_at = :at, return_words = :words WHERE id = :id")
                    .param("by", by.account()).param("at", now()).param("words", words.strip()).param("id", it.id())
                    .update();
            // What they wrote stands in the next draft, so that nothing is lost.
            var next = db.sql("""
                    INSERT INTO performance.sheet (id, cycle, person, no, reason, weights, written_by, written_at)
                    SELECT gen_random_uuid(), cycle, person, no + 1, reason, weights, written_by, :at FROM performance.sheet WHERE id = :id
                    RETURNING id
                    """)
                    .param("at", now()).param("id", it.id())
                    .query(UUID.class).single();
            db.sql("""
                    INSERT INTO performance.commitment (sheet, place, section, title, measure, target, source, figure, weight)
                    SELECT :next, place, section, title, measure, target, source, figure, weight FROM performance.commitment WHERE sheet = :id
                    """)
                    .param("next", next).param("id", it.id())
                    .update();
            return Answer.done(next);
        });
    }

    private Answer<UUID> onSigned(UUID sheet, Me by, Function<Sheet, Answer<UUID>> act) {
        var there = find(sheet);
        var standing = there.flatMap(it -> people.held(it.cycle(), it.person()));
        var found = find(sheet).filter(it -> it.state() == Sheet.State.SIGNED);
        if (found.isEmpty() || standing.isEmpty()) {
            return Answer.refused("", "performance.nothing-signed");
        }
        if (people.part(standing.get(), by) != Part.MANAGER) {
            return Answer.refused("", "performance.not-the-manager");
        }
        if (cycles.held(found.get().cycle()).orElseThrow().closed()) {
            return Answer.refused("", "performance.closed");
        }
        return act.apply(found.get());
    }

    Optional<Sheet> find(@Nullable UUID id) {
        return db.sql(SELECT + " WHERE id = :id").param("id", id, Types.OTHER).query(this::whole).optional();
    }

    /** All versions of somebody's commitments in a cycle, newest first. */
    List<Sheet> of(UUID cycle, UUID person) {
        return db.sql(SELECT + " WHERE cycle = :cycle AND person = :person ORDER BY no DESC").param("cycle", cycle).param("person", person).query(this::whole).list();
    }

    private Sheet whole(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Sheet(id, row.getObject("cycle", UUID.class), row.getObject("person", UUID.class), row.getInt("no"), row.getString("reason"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(), instant(row, "signed_at"), row.getObject("agreed_by", UUID.class), instant(row, "agreed_at"),
                instant(row, "returned_at"), row.getString("return_words"), commitments(id));
    }

    private static java.time.@Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private List<Commitment> commitments(UUID sheet) {
        return db.sql("SELECT place, section, title, measure, target, source, figure, weight FROM performance.commitment WHERE sheet = :sheet ORDER BY place")
                .param("sheet", sheet)
                .query(Commitment.class).list();
    }

    private static final String SELECT = """
            SELECT id, cycle, person, no, reason, written_at, signed_at, agreed_by, agreed_at, returned_at, return_words FROM performance.sheet
            """;

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
