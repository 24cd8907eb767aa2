package org.probity.shapes.casework;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.shapes.casework.Case.Aim;
import org.probity.shapes.casework.Case.Measure;
import org.probity.shapes.casework.Case.Method;
import org.probity.shapes.casework.Case.State;
import org.probity.shapes.evidence.Evidence;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases and what suppliers do about them. What we say to it is in {@link CaseRulings}. */
@Service
public class Cases {
    static final int FILE_BYTES_MAX = 20 << 20;
    static final int WORDS_LONGEST = 4_000;
    /** Our own rule, not a standard's: who waits for us has an answer within a week. */
    static final int OUR_DAYS = 7;

    /** Published in the transaction of the step. @param from null: it was opened */
    public record Moved(Case after, @Nullable State from) {}

    /** A file as it was sent. */
    public record Upload(String name, String mediaType, byte[] bytes) {}

    /** A plan as it was typed. */
    public record Plan(String containment, String rootCause, List<Measure> measures) {
        public Plan {
            measures = List.copyOf(measures);
        }
    }

    private final JdbcClient db;
    private final Spans spans;
    private final Evidence evidence;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(JdbcClient db, Spans spans, Evidence evidence, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.spans = spans;
        this.evidence = evidence;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case today; the days go by the pack that holds today. A subject has one case: opening it again changes nothing.
     *
     * @param kind of a {@link CaseKind}; one without days for this severity is a fault of the room
     */
    @Transactional
    public Case open(String kind, String severity, UUID subject, UUID supplier, String titleEn, String titleZh, Me by) {
        var known = about(kind, subject);
        if (known.isPresent()) {
            return known.get();
        }
        var today = today();
        var span = spans.kind(kind).flatMap(it -> spans.of(it, severity, today))
                .orElseThrow(() -> new IllegalArgumentException("no days for " + kind + " " + severity + " on " + today));
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO casework.correction (id, kind, severity, subject, supplier, title_en, title_zh, opened_day, plan_due_day, close_due_day, source)
                VALUES (:id, :kind, :severity, :subject, :supplier, :en, :zh, :day, :plan, :close, :source)
                """)
                .param("id", id).param("kind", kind).param("severity", severity).param("subject", subject).param("supplier", supplier)
                .param("en", titleEn).param("zh", titleZh).param("day", today).param("plan", today.plusDays(span.planDays()))
                .param("close", today.plusDays(span.closeDays())).param("source", span.source())
                .update();
        return write(id, null, new Next(State.PLAN_OWED, "", today.plusDays(span.planDays()), null, null, null, null, List.of()), by);
    }

    /**
     * The supplier says what it means to do. A plan that is agreed may be followed by a better one.
     *
     * <p>Refusals: {@code casework.not-yours}; {@code casework.step-not-allowed}; {@code casework.containment-missing};
     * {@code casework.cause-missing}; {@code casework.corrective-missing} and {@code casework.preventive-missing} at least one of each;
     * {@code casework.owner-missing}; {@code casework.day-past} a measure that was due before today; {@code casework.words-long}.
     */
    @Transactional
    public Answer<Case> plan(UUID id, Plan plan, Me by) {
        var found = own(id, by);
        if (found.isEmpty()) {
            return Answer.refused("", "casework.not-yours");
        }
        var reasons = objections(plan);
        if (!reasons.isEmpty()) {
            return new Answer.Refused<>(reasons);
        }
        return move(found.get(), State.PLAN_SENT, () -> new Next(State.PLAN_SENT, "", today().plusDays(OUR_DAYS), keep(id, plan, by), null, null, null, List.of()), by);
    }

    private List<Reason> objections(Plan plan) {
        var reasons = new ArrayList<Reason>();
        if (plan.containment().isBlank()) {
            reasons.add(new Reason("containment", "casework.containment-missing", List.of()));
        }
        if (plan.rootCause().isBlank()) {
            reasons.add(new Reason("rootCause", "casework.cause-missing", List.of()));
        }
        for (var aim : Aim.values()) {
            var field = aim.name().toLowerCase(Locale.ROOT);
            var ours = plan.measures().stream().filter(it -> it.aim() == aim).toList();
            if (ours.isEmpty() || ours.stream().anyMatch(it -> it.what().isBlank())) {
                reasons.add(new Reason(field, aim == Aim.CORRECTIVE ? "casework.corrective-missing" : "casework.preventive-missing", List.of()));
            } else if (ours.stream().anyMatch(it -> it.owner().isBlank())) {
                reasons.add(new Reason(field, "casework.owner-missing", List.of()));
            } else if (ours.stream().anyMatch(it -> it.dueDay().isBefore(today()))) {
                reasons.add(new Reason(field, "casework.day-past", List.of()));
            }
        }
        if (plan.containment().length() > WORDS_LONGEST || plan.rootCause().length() > WORDS_LONGEST
                || plan.measures().stream().anyMatch(it -> it.what().length() > WORDS_LONGEST || it.owner().length() > 200)) {
            reasons.add(new Reason("", "casework.words-long", List.of(WORDS_LONGEST)));
        }
        return reasons;
    }

    private UUID keep(UUID correction, Plan plan, Me by) {
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO casework.plan (id, correction, containment, root_cause, sent_by, sent_at)
                VALUES (:id, :correction, :containment, :cause, :by, :at)
                """)
                .param("id", id).param("correction", correction).param("containment", plan.containment().strip())
                .param("cause", plan.rootCause().strip()).param("by", by.account()).param("at", now())
                .update();
        var no = 0;
        for (var it : plan.measures()) {
            db.sql("INSERT INTO casework.measure (plan, no, aim, what, owner, due_day) VALUES (:plan, :no, :aim, :what, :owner, :due)")
                    .param("plan", id).param("no", ++no).param("aim", it.aim().name()).param("what", it.what().strip())
                    .param("owner", it.owner().strip()).param("due", it.dueDay())
                    .update();
        }
        return id;
    }

    /**
     * The supplier shows that the plan is carried out.
     *
     * <p>Refusals: {@code casework.not-yours}; {@code casework.step-not-allowed}; {@code casework.done-missing} not a word about what was done;
     * {@code casework.evidence-missing} nothing that shows it; {@code casework.file-too-big}; {@code casework.words-long}.
     */
    @Transactional
    public Answer<Case> done(UUID id, String words, List<Upload> files, Me by) {
        var found = own(id, by);
        if (found.isEmpty()) {
            return Answer.refused("", "casework.not-yours");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "casework.done-missing");
        }
        if (words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "casework.words-long", WORDS_LONGEST);
        }
        if (files.isEmpty() || files.stream().anyMatch(it -> it.bytes().length == 0)) {
            return Answer.refused("files", "casework.evidence-missing");
        }
        if (files.stream().anyMatch(it -> it.bytes().length > FILE_BYTES_MAX)) {
            return Answer.refused("files", "casework.file-too-big", FILE_BYTES_MAX >> 20);
        }
        return move(found.get(), State.DONE_SENT, () -> new Next(State.DONE_SENT, words.strip(), today().plusDays(OUR_DAYS), found.get().plan(), null, null, null,
                files.stream().map(it -> evidence.keep(it.name(), it.mediaType(), it.bytes(), by.account())).toList()), by);
    }

    /** What a step will say. @param afterBy whose step a closing confirms */
    record Next(
            State state, String words, LocalDate dueDay, @Nullable UUID plan, @Nullable Method method, @Nullable LocalDate visitDay, @Nullable UUID afterBy,
            List<Evidence.Item> files) {}

    /** One at a time: whoever waited for the lock looks again at where it stands. Refusals: {@code casework.step-not-allowed}. */
    Answer<Case> move(Case seen, State next, Supplier<Next> said, Me by) {
        lock(seen.id());
        var before = find(seen.id()).orElseThrow();
        if (before.step() != seen.step() || !before.state().mayBecome(next)) {
            return Answer.refused("", "casework.step-not-allowed");
        }
        return Answer.done(write(seen.id(), before, said.get(), by));
    }

    void lock(UUID id) {
        db.sql("SELECT FROM casework.correction WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> n).optional();
    }

    private Case write(UUID id, @Nullable Case before, Next next, Me by) {
        var no = before == null ? 1 : before.step() + 1;
        var content = new TreeMap<String, Object>(Map.of("case", id.toString(), "step", no, "state", next.state().name(), "at", now().toInstant().toString(),
                "by", by.account().toString(), "due", next.dueDay().toString()));
        if (next.plan() != null) {
            content.put("plan", next.plan().toString());
        }
        if (next.method() != null) {
            content.put("method", next.method().name());
        }
        if (!next.files().isEmpty()) {
            content.put("sha256", next.files().stream().map(Evidence.Item::sha256).sorted().distinct().toList());
        }
        var record = log.record("casework.step", today(), content);
        db.sql("""
                INSERT INTO casework.step (correction, no, state, at, by, words, due_day, plan, method, visit_day, after_by, record)
                VALUES (:id, :no, :state, :at, :by, :words, :due, :plan, :method, :visit, :after, :record)
                """)
                .param("id", id).param("no", no).param("state", next.state().name()).param("at", now()).param("by", by.account())
                .param("words", next.words()).param("due", next.dueDay()).param("plan", next.plan(), Types.OTHER)
                .param("method", next.method() == null ? null : next.method().name(), Types.VARCHAR).param("visit", next.visitDay(), Types.DATE)
                .param("after", next.afterBy(), Types.OTHER).param("record", record)
                .update();
        next.files().forEach(it -> db.sql("INSERT INTO casework.proof (correction, step, evidence) VALUES (:id, :no, :evidence)")
                .param("id", id).param("no", no).param("evidence", it.id()).update());
        var after = find(id).orElseThrow();
        events.publishEvent(new Moved(after, before == null ? null : before.state()));
        return after;
    }

    public Optional<Case> find(UUID id) {
        return db.sql("SELECT * FROM casework.standing WHERE id = :id").param("id", id).query(Case.class).optional();
    }

    /** The case of a subject, if one was opened. */
    public Optional<Case> about(String kind, UUID subject) {
        return db.sql("SELECT * FROM casework.standing WHERE kind = :kind AND subject = :subject").param("kind", kind).param("subject", subject)
                .query(Case.class).optional();
    }

    public List<Case> about(String kind, List<UUID> subjects) {
        return db.sql("SELECT * FROM casework.standing WHERE kind = :kind AND subject = ANY (:subjects) ORDER BY due_day, id")
                .param("kind", kind).param("subjects", subjects.toArray(UUID[]::new))
                .query(Case.class).list();
    }

    /** All of a supplier, what is due first on top. */
    public List<Case> of(UUID supplier) {
        return db.sql("SELECT * FROM casework.standing WHERE supplier = :supplier ORDER BY state = 'CLOSED', due_day, id").param("supplier", supplier)
                .query(Case.class).list();
    }

    /** The steps a case has taken, newest first. */
    List<Case.Step> steps(UUID id) {
        return db.sql("SELECT no, state, at, by, words, due_day, method, visit_day FROM casework.step WHERE correction = :id ORDER BY no DESC")
                .param("id", id)
                .query(Case.Step.class).list();
    }

    /** Files shown with any step, newest first. */
    List<Evidence.Item> files(UUID id) {
        return db.sql("SELECT evidence FROM casework.proof WHERE correction = :id ORDER BY step DESC, evidence").param("id", id)
                .query(UUID.class).list().stream().map(it -> evidence.find(it).orElseThrow()).toList();
    }

    Optional<Case.Plan> plan(@Nullable UUID plan) {
        if (plan == null) {
            return Optional.empty();
        }
        var measures = db.sql("SELECT aim, what, owner, due_day FROM casework.measure WHERE plan = :plan ORDER BY no").param("plan", plan)
                .query(Measure.class).list();
        return db.sql("SELECT containment, root_cause FROM casework.plan WHERE id = :plan").param("plan", plan)
                .query((row, n) -> new Case.Plan(plan, row.getString(1), row.getString(2), measures)).optional();
    }

    /** The last day of an agreed plan, which is when it should be done. */
    LocalDate lastDay(Case it) {
        return plan(Objects.requireNonNull(it.plan())).orElseThrow().measures().stream().map(Measure::dueDay).max(LocalDate::compareTo).orElseThrow();
    }

    /** One that this supplier's contact may act on. */
    Optional<Case> own(UUID id, Me by) {
        return find(id).filter(it -> by.supplier().equals(Optional.of(it.supplier())));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
