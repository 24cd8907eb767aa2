package org.probity.supply.audit;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.Picture;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What auditors answered, from the form or from a device that was without network. Every answer is kept; of each auditor the newest counts, and
 * where auditors differ both are shown until the lead says which stands.
 */
@Service
public class Answers {
    static final int PHOTO_BYTES_MAX = 10 << 20;

    /** An answer as it was given. @param id made where it was given @param severity null unless it is a finding @param madeAt by the clock there */
    public record Given(UUID id, String question, Verdict verdict, @Nullable Severity severity, String clause, String note, Instant madeAt) {}

    /** An answer as it is kept. */
    public record Kept(UUID id, String question, Verdict verdict, @Nullable Severity severity, String clause, String note, UUID by, Instant madeAt) {
        boolean agrees(Kept other) {
            return verdict == other.verdict && severity == other.severity;
        }
    }

    public record Photo(UUID id, String question, UUID evidence, UUID by, Instant madeAt) {}

    /**
     * What was answered to one question.
     *
     * @param each the newest of each auditor, newest first
     * @param stands which of them counts; nothing while they differ
     */
    public record Merged(String question, List<Kept> each, Optional<Kept> stands) {
        public boolean conflict() {
            return stands.isEmpty() && !each.isEmpty();
        }
    }

    private final JdbcClient db;
    private final Audits audits;
    private final Packs packs;
    private final Teams teams;
    private final Evidence evidence;

    Answers(JdbcClient db, Audits audits, Packs packs, Teams teams, Evidence evidence) {
        this.db = db;
        this.audits = audits;
        this.packs = packs;
        this.teams = teams;
        this.evidence = evidence;
    }

    /**
     * Takes an answer. The same id again changes nothing, so that a device may send twice.
     *
     * <p>Refusals: {@code audit.unknown}; {@code audit.not-in-team}; {@code audit.not-underway}; {@code audit.question-unknown};
     * {@code audit.severity-missing}, {@code audit.clause-missing} and {@code audit.note-missing} of a finding; {@code audit.words-long};
     * {@code audit.id-taken} the id belongs to somebody else's answer.
     *
     * @return whether it was new
     */
    @Transactional
    public Answer<Boolean> take(UUID audit, Given given, Me by) {
        return audits.underway(audit, by, it -> {
            var reason = objection(it, given);
            if (reason.isPresent()) {
                return new Answer.Refused<>(List.of(reason.get()));
            }
            var finding = given.verdict() == Verdict.FINDING;
            var isNew = db.sql("""
                    INSERT INTO audit.answer (id, audit, question, verdict, severity, clause, note, by, made_at, came_at)
                    VALUES (:id, :audit, :question, :verdict, :severity, :clause, :note, :by, :made, :came)
                    ON CONFLICT (id) DO NOTHING
                    """)
                    .param("id", given.id()).param("audit", audit).param("question", given.question()).param("verdict", given.verdict().name())
                    .param("severity", finding && given.severity() != null ? given.severity().name() : null, Types.VARCHAR)
                    .param("clause", given.clause().strip()).param("note", given.note().strip()).param("by", by.account())
                    .param("made", given.madeAt().atOffset(ZoneOffset.UTC)).param("came", audits.now())
                    .update() == 1;
            return isNew || mine("audit.answer", given.id(), audit, by) ? Answer.done(isNew) : Answer.refused("", "audit.id-taken");
        });
    }

    private boolean mine(String table, UUID id, UUID audit, Me by) {
        return db.sql("SELECT count(*) FROM " + table + " WHERE id = :id AND audit = :audit AND by = :by").param("id", id).param("audit", audit)
                .param("by", by.account()).query(Long.class).single() == 1;
    }

    private Optional<Answer.Reason> objection(Audit audit, Given it) {
        if (packs.of(audit).question(it.question()).isEmpty()) {
            return Optional.of(new Answer.Reason("", "audit.question-unknown", List.of(it.question())));
        }
        if (it.note().length() > Audits.WORDS_LONGEST || it.clause().length() > 200) {
            return Optional.of(new Answer.Reason("note." + it.question(), "audit.words-long", List.of(Audits.WORDS_LONGEST)));
        }
        if (it.verdict() != Verdict.FINDING) {
            return Optional.empty();
        }
        if (it.severity() == null) {
            return Optional.of(new Answer.Reason("severity." + it.question(), "audit.severity-missing", List.of(it.question())));
        }
        if (it.clause().isBlank()) {
            return Optional.of(new Answer.Reason("clause." + it.question(), "audit.clause-missing", List.of(it.question())));
        }
        return it.note().isBlank() ? Optional.of(new Answer.Reason("note." + it.question(), "audit.note-missing", List.of(it.question()))) : Optional.empty();
    }

    /**
     * Takes a photo to a question, without what a camera writes beside the picture. The same id again changes nothing.
     *
     * <p>Refusals: {@code audit.unknown}; {@code audit.not-in-team}; {@code audit.not-underway}; {@code audit.question-unknown};
     * {@code audit.photo-kind} no JPEG or PNG, or not whole; {@code audit.photo-big}; {@code audit.id-taken}.
     */
    @Transactional
    public Answer<Boolean> photo(UUID audit, UUID id, String question, Instant madeAt, byte[] bytes, Me by) {
        return audits.underway(audit, by, it -> {
            if (packs.of(it).question(question).isEmpty()) {
                return Answer.refused("", "audit.question-unknown", question);
            }
            if (bytes.length > PHOTO_BYTES_MAX) {
                return Answer.refused("photo." + question, "audit.photo-big", PHOTO_BYTES_MAX >> 20);
            }
            var picture = Picture.of(bytes);
            if (picture.isEmpty()) {
                return Answer.refused("photo." + question, "audit.photo-kind");
            }
            if (db.sql("SELECT count(*) FROM audit.photo WHERE id = :id").param("id", id).query(Long.class).single() > 0) {
                return mine("audit.photo", id, audit, by) ? Answer.done(false) : Answer.refused("", "audit.id-taken");
            }
            var kept = evidence.keep(it.number() + "-" + question + picture.get().ending(), picture.get().mediaType(), picture.get().bytes(), by.account());
            db.sql("""
                    INSERT INTO audit.photo (id, audit, question, evidence, by, made_at, came_at)
                    VALUES (:id, :audit, :question, :evidence, :by, :made, :came)
                    """)
                    .param("id", id).param("audit", audit).param("question", question).param("evidence", kept.id()).param("by", by.account())
                    .param("made", madeAt.atOffset(ZoneOffset.UTC)).param("came", audits.now())
                    .update();
            return Answer.done(true);
        });
    }

    /**
     * Where auditors differ, the lead says which answer stands.
     *
     * <p>Refusals: {@code audit.unknown}; {@code audit.not-in-team}; {@code audit.not-underway}; {@code audit.not-the-lead};
     * {@code audit.answer-unknown} not one of those that count; {@code audit.reason-missing}.
     */
    @Transactional
    public Answer<Audit> choose(UUID audit, UUID answer, String reason, Me by) {
        return audits.underway(audit, by, it -> {
            if (!teams.leads(audit, by)) {
                return Answer.refused("", "audit.not-the-lead");
            }
            var chosen = merged(it).values().stream().flatMap(merged -> merged.each().stream()).filter(kept -> kept.id().equals(answer)).findFirst();
            if (chosen.isEmpty()) {
                return Answer.refused("", "audit.answer-unknown");
            }
            if (reason.isBlank()) {
                return Answer.refused("reason." + chosen.get().question(), "audit.reason-missing");
            }
            db.sql("INSERT INTO audit.choice (audit, question, at, answer, reason, by) VALUES (:audit, :question, :at, :answer, :reason, :by)")
                    .param("audit", audit).param("question", chosen.get().question()).param("at", audits.now()).param("answer", answer)
                    .param("reason", reason.strip()).param("by", by.account())
                    .update();
            return Answer.done(it);
        });
    }

    /** By question, in the order of the checklist; a question nobody answered has none. */
    Map<String, Merged> merged(Audit audit) {
        var newest = db.sql("""
                SELECT DISTINCT ON (question, by) id, question, verdict, severity, clause, note, by, made_at
                  FROM audit.answer
                 WHERE audit = :audit
                 ORDER BY question, by, made_at DESC, came_at DESC, id
                """)
                .param("audit", audit.id())
                .query(Kept.class).list();
        var chosen = db.sql("SELECT DISTINCT ON (question) answer FROM audit.choice WHERE audit = :audit ORDER BY question, at DESC").param("audit", audit.id())
                .query(UUID.class).set();
        var merged = new LinkedHashMap<String, Merged>();
        for (var question : packs.of(audit).questions()) {
            var each = newest.stream().filter(it -> it.question().equals(question.code())).sorted(Comparator.comparing(Kept::madeAt).reversed()).toList();
            merged.put(question.code(), new Merged(question.code(), each, stands(each, chosen)));
        }
        return merged;
    }

    /** What was chosen stands only while it is still somebody's newest word. */
    private static Optional<Kept> stands(List<Kept> each, java.util.Set<UUID> chosen) {
        return each.stream().filter(it -> chosen.contains(it.id())).findFirst()
                .or(() -> each.isEmpty() || !each.stream().allMatch(each.getFirst()::agrees) ? Optional.empty() : Optional.of(each.getFirst()));
    }

    List<Photo> photos(UUID audit) {
        return db.sql("SELECT id, question, evidence, by, made_at FROM audit.photo WHERE audit = :audit ORDER BY question, made_at, id").param("audit", audit)
                .query(Photo.class).list();
    }

    Map<String, List<Photo>> photosByQuestion(UUID audit) {
        var by = new LinkedHashMap<String, List<Photo>>();
        photos(audit).forEach(it -> by.computeIfAbsent(it.question(), question -> new ArrayList<>()).add(it));
        return by;
    }
}
