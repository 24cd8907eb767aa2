package org.probity.shapes.measure;

import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.proof.Hash;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.LettingGo;
import org.probity.shapes.measure.Measure.State;
import org.probity.shapes.measure.Measure.Step;
import org.probity.shapes.measure.Measure.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was promised, by whom, until when, and what became of it. */
@Service
public class Measures {
    static final int WHAT_LONGEST = 1_000;
    static final int WORDS_LONGEST = 4_000;
    static final int FILE_LARGEST = 10 << 20;

    /** A file that shows something was done. */
    public record Shown(String name, String mediaType, byte[] bytes) {}

    /** Published in the transaction of each step. */
    public record Moved(Measure after) {}

    /** Published in the transaction in which somebody else owes it. */
    public record HandedOver(Measure after) {}

    private final JdbcClient db;
    private final List<MeasureKind> kinds;
    private final Accounts accounts;
    private final Evidence evidence;
    private final LettingGo lettingGo;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Measures(JdbcClient db, Optional<List<MeasureKind>> kinds, Accounts accounts, Evidence evidence, LettingGo lettingGo, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.kinds = kinds.map(List::copyOf).orElse(List.of());
        this.accounts = accounts;
        this.evidence = evidence;
        this.lettingGo = lettingGo;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody of us takes something on. It enters the log under the day it is promised for, so that a figure of that year can be held against the number of
     * entries.
     *
     * <p>Refusals: {@code measure.not-led-by-you} or no such subject; {@code measure.what-missing}; {@code measure.what-long}; {@code measure.owner-unknown}
     * nobody of us, or somebody who was kept out; {@code measure.day-past}.
     */
    @Transactional
    public Answer<Measure> promise(Subject subject, String what, UUID owner, LocalDate dueDay, Me by) {
        if (!leads(subject, by)) {
            return Answer.refused("", "measure.not-led-by-you");
        }
        if (what.isBlank()) {
            return Answer.refused("what", "measure.what-missing");
        }
        if (what.strip().length() > WHAT_LONGEST) {
            return Answer.refused("what", "measure.what-long", WHAT_LONGEST);
        }
        if (!ours(owner)) {
            return Answer.refused("owner", "measure.owner-unknown");
        }
        if (dueDay.isBefore(today())) {
            return Answer.refused("dueDay", "measure.day-past");
        }
        var id = UUID.randomUUID();
        var record = log.record(subject.kind() + ".measure", dueDay, Map.of("measure", id.toString(), "subject", subject.id().toString(), "owner", owner.toString(), "by", by.account().toString()));
        db.sql("""
                INSERT INTO measure.promise (id, number, kind, subject, what, due_day, promised_by, promised_at, record)
                VALUES (:id, 'M' || :year || '-' || to_char(nextval('measure.number'), 'FM999999900000'), :kind, :subject, :what, :due, :by, :at, :record)
                """)
                .param("id", id).param("year", today().getYear()).param("kind", subject.kind()).param("subject", subject.id()).param("what", what.strip()).param("due", dueDay)
                .param("by", by.account()).param("at", now()).param("record", record)
                .update();
        hold(id, 1, owner, "", by);
        return Answer.done(write(id, 1, State.PROMISED, "", null, by));
    }

    /**
     * Its owner says what they did, and shows it.
     *
     * <p>Refusals: {@code measure.unknown}; {@code measure.not-yours}; {@code measure.step-not-allowed}; {@code measure.done-missing}; {@code measure.words-long};
     * {@code measure.file-wrong} empty, or larger than 10 MiB; {@code measure.files-full} they brought as many files today as one may.
     */
    @Transactional
    public Answer<Measure> done(UUID id, String words, List<Shown> files, Me by) {
        return moved(id, it -> {
            if (!it.owner().equals(by.account())) {
                return Answer.refused("", "measure.not-yours");
            }
            if (files.stream().anyMatch(file -> file.bytes().length == 0 || file.bytes().length > FILE_LARGEST)) {
                return Answer.refused("file", "measure.file-wrong");
            }
            if (!files.isEmpty() && lettingGo.full(by.account())) {
                return Answer.refused("file", "measure.files-full");
            }
            var answer = move(it, State.DONE, words, "measure.done-missing", by);
            if (answer instanceof Answer.Done<Measure>(var after)) {
                files.forEach(file -> db.sql("INSERT INTO measure.proof (id, promise, step) VALUES (:file, :id, :step)")
                        .param("file", evidence.keep(file.name(), file.mediaType(), file.bytes(), by.account()).id()).param("id", id).param("step", after.step())
                        .update());
            }
            return answer;
        });
    }

    /**
     * Another than the owner has looked: it is done.
     *
     * <p>Refusals: {@code measure.unknown}; {@code measure.not-led-by-you}; {@code measure.another-person} they own it, or said themselves that it is done;
     * {@code measure.step-not-allowed}; {@code measure.words-long}.
     */
    @Transactional
    public Answer<Measure> seenDone(UUID id, String words, Me by) {
        return led(id, by, it -> it.owner().equals(by.account()) || it.state() == State.DONE && it.by().equals(by.account()) ? Answer.refused("", "measure.another-person")
                : move(it, State.SEEN, words, "", by));
    }

    /**
     * Another has looked: it is not done yet.
     *
     * <p>Refusals: {@code measure.unknown}; {@code measure.not-led-by-you}; {@code measure.step-not-allowed}; {@code measure.reason-missing};
     * {@code measure.words-long}.
     */
    @Transactional
    public Answer<Measure> sendBack(UUID id, String reason, Me by) {
        return led(id, by, it -> move(it, State.RETURNED, reason, "measure.reason-missing", by));
    }

    /** It is not needed any more, or not possible. Refusals: those of {@link #sendBack}. */
    @Transactional
    public Answer<Measure> drop(UUID id, String reason, Me by) {
        return led(id, by, it -> move(it, State.DROPPED, reason, "measure.reason-missing", by));
    }

    /**
     * Somebody else owes it from now on, by the same day.
     *
     * <p>Refusals: {@code measure.unknown}; {@code measure.not-led-by-you}; {@code measure.step-not-allowed} nothing is owed; {@code measure.owner-unknown};
     * {@code measure.owner-same}; {@code measure.reason-missing}; {@code measure.words-long}.
     */
    @Transactional
    public Answer<Measure> handOver(UUID id, UUID owner, String reason, Me by) {
        return led(id, by, it -> {
            if (!it.owed()) {
                return Answer.refused("", "measure.step-not-allowed");
            }
            if (!ours(owner)) {
                return Answer.refused("owner", "measure.owner-unknown");
            }
            if (owner.equals(it.owner())) {
                return Answer.refused("owner", "measure.owner-same");
            }
            if (reason.isBlank()) {
                return Answer.refused("reason", "measure.reason-missing");
            }
            if (reason.strip().length() > WORDS_LONGEST) {
                return Answer.refused("reason", "measure.words-long", WORDS_LONGEST);
            }
            hold(id, db.sql("SELECT max(no) + 1 FROM measure.holding WHERE promise = :id").param("id", id).query(Integer.class).single(), owner, reason.strip(), by);
            var after = find(id).orElseThrow();
            events.publishEvent(new HandedOver(after));
            return Answer.done(after);
        });
    }

    /**
     * Says to those who asked what came of it. A correction is published like the first words.
     *
     * <p>Refusals: {@code measure.unknown}; {@code measure.not-led-by-you}; {@code measure.not-ended} nobody has seen that it is done, nor was it dropped;
     * {@code measure.result-missing}; {@code measure.words-long}.
     */
    @Transactional
    public Answer<Measure> publish(UUID id, String words, Me by) {
        return led(id, by, it -> {
            if (it.open()) {
                return Answer.refused("", "measure.not-ended");
            }
            if (words.isBlank()) {
                return Answer.refused("result", "measure.result-missing");
            }
            if (words.strip().length() > WORDS_LONGEST) {
                return Answer.refused("result", "measure.words-long", WORDS_LONGEST);
            }
            var record = log.record("measure.result", today(), Map.of("measure", id.toString(), "words_sha256", Hash.sha256(words.strip().getBytes(StandardCharsets.UTF_8)).toString(), "by", by.account().toString()));
            db.sql("""
                    INSERT INTO measure.result (promise, no, words, by, at, day, record)
                    VALUES (:id, (SELECT coalesce(max(no), 0) + 1 FROM measure.result WHERE promise = :id), :words, :by, :at, :day, :record)
                    """)
                    .param("id", id).param("words", words.strip()).param("by", by.account()).param("at", now()).param("day", today()).param("record", record)
                    .update();
            var after = find(id).orElseThrow();
            events.publishEvent(new Moved(after));
            return Answer.done(after);
        });
    }

    private Answer<Measure> led(UUID id, Me by, Function<Measure, Answer<Measure>> act) {
        return moved(id, it -> leads(it.about(), by) ? act.apply(it) : Answer.refused("", "measure.not-led-by-you"));
    }

    /** One at a time. */
    private Answer<Measure> moved(UUID id, Function<Measure, Answer<Measure>> act) {
        db.sql("SELECT FROM measure.promise WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> n).optional();
        return find(id).map(act).orElseGet(() -> Answer.refused("", "measure.unknown"));
    }

    private Answer<Measure> move(Measure it, State next, String words, String missing, Me by) {
        if (!it.state().mayBecome(next)) {
            return Answer.refused("", "measure.step-not-allowed");
        }
        if (words.isBlank() && !missing.isEmpty()) {
            return Answer.refused("words", missing);
        }
        if (words.strip().length() > WORDS_LONGEST) {
            return Answer.refused("words", "measure.words-long", WORDS_LONGEST);
        }
        return Answer.done(write(it.id(), it.step() + 1, next, words.strip(), next == State.SEEN ? it.by() : null, by));
    }

    private void hold(UUID id, int no, UUID owner, String reason, Me by) {
        db.sql("INSERT INTO measure.holding (promise, no, owner, reason, by, at) VALUES (:id, :no, :owner, :reason, :by, :at)")
                .param("id", id).param("no", no).param("owner", owner).param("reason", reason).param("by", by.account()).param("at", now())
                .update();
    }

    private Measure write(UUID id, int no, State state, String words, @Nullable UUID afterBy, Me by) {
        var record = log.record("measure.step", today(), Map.of("measure", id.toString(), "step", no, "state", state.name(), "by", by.account().toString()));
        db.sql("""
                INSERT INTO measure.step (promise, no, state, words, by, at, day, after_by, record)
                VALUES (:id, :no, :state, :words, :by, :at, :day, :after, :record)
                """)
                .param("id", id).param("no", no).param("state", state.name()).param("words", words).param("by", by.account()).param("at", now()).param("day", today())
                .param("after", afterBy, Types.OTHER).param("record", record)
                .update();
        var after = find(id).orElseThrow();
        events.publishEvent(new Moved(after));
        return after;
    }

    private boolean ours(UUID account) {
        return accounts.find(account).filter(it -> !it.disabled() && it.roles().stream().noneMatch(role -> role.outside())).isPresent();
    }

    /** Whom somebody means by a staff number or an address. Nobody when no account goes with it. */
    public Optional<UUID> named(String word) {
        var found = db.sql("""
                SELECT pass.account
                  FROM directory.name
                  JOIN directory.pass ON pass.person = name.id
                 WHERE name.number = :word OR name.email <> '' AND lower(name.email) = lower(:word)
                 LIMIT 2
                """)
                .param("word", word.strip())
                .query(UUID.class).list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : accounts.find(word).map(it -> it.id());
    }

    boolean leads(Subject subject, Me me) {
        return about(subject, me).filter(MeasureKind.About::leads).isPresent();
    }

    Optional<MeasureKind.About> about(Subject subject, Me me) {
        return kinds.stream().filter(it -> it.key().equals(subject.kind())).findFirst().flatMap(it -> it.about(subject.id(), me));
    }

    public Optional<Measure> find(UUID id) {
        return db.sql("SELECT * FROM measure.standing WHERE id = :id").param("id", id).query(Measure.class).optional();
    }

    /** All about a subject, in the order in which they were promised. */
    public List<Measure> of(Subject subject) {
        return of(subject.kind(), List.of(subject.id()));
    }

    /** All about subjects of one kind, in the order in which they were promised. */
    public List<Measure> of(String kind, Collection<UUID> subjects) {
        return db.sql("SELECT * FROM measure.standing WHERE kind = :kind AND subject = ANY (:subjects) ORDER BY promised_at, number").param("kind", kind)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query(Measure.class).list();
    }

    /** What somebody owes, first what is due first. */
    public List<Measure> owedBy(UUID account) {
        return db.sql("SELECT * FROM measure.standing WHERE id IN (SELECT promise FROM measure.holding WHERE owner = :account) AND owner = :account AND state IN ('PROMISED', 'RETURNED') ORDER BY due_day, number")
                .param("account", account)
                .query(Measure.class).list();
    }

    /** Said to be done by somebody else, about what this person leads. */
    List<Measure> toSee(Me me) {
        var led = kinds.stream().filter(it -> it.mayLead(me)).map(MeasureKind::key).toArray(String[]::new);
        return led.length == 0 ? List.of() : db.sql("SELECT * FROM measure.standing WHERE state = 'DONE' AND kind = ANY (:kinds) AND owner <> :me AND by <> :me ORDER BY due_day, number")
                .param("kinds", led).param("me", me.account())
                .query(Measure.class).list().stream().filter(it -> leads(it.about(), me)).toList();
    }

    /** What happened, in order. */
    public List<Step> steps(UUID id) {
        var files = new HashMap<Integer, List<Evidence.Item>>();
        db.sql("SELECT id, step FROM measure.proof WHERE promise = :id ORDER BY step, id").param("id", id)
                .query((row, n) -> Map.entry(row.getInt("step"), evidence.find(row.getObject("id", UUID.class)).orElseThrow())).list()
                .forEach(it -> files.computeIfAbsent(it.getKey(), no -> new ArrayList<>()).add(it.getValue()));
        return db.sql("SELECT no, state, words, by, at FROM measure.step WHERE promise = :id ORDER BY no").param("id", id)
                .query((row, n) -> new Step(row.getInt("no"), State.valueOf(row.getString("state")), row.getString("words"), row.getObject("by", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(), files.getOrDefault(row.getInt("no"), List.of())))
                .list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
