package org.probity.supply.audit;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.supply.audit.Audit.Gathering;
import org.probity.supply.audit.Audit.State;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Audits from being arranged to being over. Who goes is in {@link Teams}, what is answered in {@link Answers}, what comes of it in {@link Reports}. */
@Service
public class Audits {
    static final int WORDS_LONGEST = 4_000;

    /** Published in the transaction of the step. */
    public record Moved(Audit audit) {}

    private final JdbcClient db;
    private final Packs packs;
    private final Suppliers suppliers;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Audits(JdbcClient db, Packs packs, Suppliers suppliers, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.packs = packs;
        this.suppliers = suppliers;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Arranges a visit: of a site, not of a company.
     *
     * <p>Refusals: {@code audit.supplier-unknown}; {@code audit.site-missing} not an open site of theirs; {@code audit.scope-missing};
     * {@code audit.words-long}; {@code audit.pack-unknown}; {@code audit.pack-too-mild} whose material holds tin is asked the stricter questions;
     * {@code audit.day-past}; {@code audit.days-turned}.
     */
    @Transactional
    public Answer<Audit> arrange(UUID supplier, @Nullable UUID site, String scope, String pack, LocalDate from, LocalDate until, Me by) {
        if (suppliers.find(supplier).isEmpty()) {
            return Answer.refused("supplier", "audit.supplier-unknown");
        }
        if (suppliers.sites(supplier).stream().noneMatch(it -> it.id().equals(site) && it.open(from))) {
            return Answer.refused("site", "audit.site-missing");
        }
        if (scope.isBlank()) {
            return Answer.refused("scope", "audit.scope-missing");
        }
        if (scope.length() > WORDS_LONGEST) {
            return Answer.refused("scope", "audit.words-long", WORDS_LONGEST);
        }
        var asked = packs.on(pack, from);
        if (asked.isEmpty()) {
            return Answer.refused("pack", "audit.pack-unknown");
        }
        if (holdsTin(supplier) && !pack.equals(Packs.TIN)) {
            return Answer.refused("pack", "audit.pack-too-mild");
        }
        if (from.isBefore(today())) {
            return Answer.refused("fromDay", "audit.day-past");
        }
        if (until.isBefore(from)) {
            return Answer.refused("untilDay", "audit.days-turned");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO audit.audit (id, number, supplier, site, scope, pack, pack_version, pack_sha256, from_day, until_day, arranged_by)
                VALUES (:id, 'A' || :year || '-' || to_char(nextval('audit.number'), 'FM999999990000'), :supplier, :site, :scope, :pack, :version, :sha256, :from, :until, :by)
                """)
                .param("id", id).param("year", from.getYear()).param("supplier", supplier).param("site", site).param("scope", scope.strip())
                .param("pack", pack).param("version", asked.get().version()).param("sha256", asked.get().sha256()).param("from", from)
                .param("until", until).param("by", by.account())
                .update();
        return Answer.done(write(id, 1, State.ARRANGED, "", null, null, Map.of("supplier", supplier.toString(), "site", String.valueOf(site),
                "pack", pack + " " + asked.get().version(), "pack_sha256", asked.get().sha256(), "from", from.toString(), "until", until.toString()), by));
    }

    /** Whether the stricter questions are due. */
    boolean holdsTin(UUID supplier) {
        return db.sql("SELECT count(*) FROM supplier.with_substance(:tin, :today, 'infinity') WHERE supplier = :supplier")
                .param("tin", Suppliers.TIN).param("today", today()).param("supplier", supplier)
                .query(Long.class).single() > 0;
    }

    /**
     * It does not take place. Refusals: {@code audit.unknown}; {@code audit.not-open}; {@code audit.reason-missing}; {@code audit.words-long}.
     */
    @Transactional
    public Answer<Audit> callOff(UUID id, String reason, Me by) {
        if (reason.isBlank()) {
            return Answer.refused("reason", "audit.reason-missing");
        }
        return reason.length() > WORDS_LONGEST ? Answer.refused("reason", "audit.words-long", WORDS_LONGEST)
                : move(id, State.CALLED_OFF, reason.strip(), by);
    }

    /**
     * Records a meeting: who was there is a number.
     *
     * <p>Refusals: {@code audit.unknown}; {@code audit.not-in-team}; {@code audit.not-underway}; {@code audit.people-missing};
     * {@code audit.day-future}; {@code audit.opening-first} a closing before its opening; {@code audit.met-already}; {@code audit.words-long}.
     */
    @Transactional
    public Answer<Audit> met(UUID id, Gathering kind, LocalDate day, int people, String words, Me by) {
        return underway(id, by, it -> {
            if (people < 1) {
                return Answer.refused("people", "audit.people-missing");
            }
            if (day.isAfter(today())) {
                return Answer.refused("day", "audit.day-future");
            }
            if (words.length() > WORDS_LONGEST) {
                return Answer.refused("words", "audit.words-long", WORDS_LONGEST);
            }
            var before = meetings(id);
            if (kind == Gathering.CLOSING && before.stream().noneMatch(met -> met.kind() == Gathering.OPENING && !met.day().isAfter(day))) {
                return Answer.refused("day", "audit.opening-first");
            }
            if (before.stream().anyMatch(met -> met.kind() == kind)) {
                return Answer.refused("", "audit.met-already");
            }
            db.sql("INSERT INTO audit.meeting (audit, kind, day, people, words, by, at) VALUES (:audit, :kind, :day, :people, :words, :by, :at)")
                    .param("audit", id).param("kind", kind.name()).param("day", day).param("people", people).param("words", words.strip())
                    .param("by", by.account()).param("at", now())
                    .update();
            return Answer.done(it);
        });
    }

    /**
     * Says how many were interviewed, from which groups, and which documents were read. Said again it replaces what was said, which stays.
     *
     * <p>Refusals: {@code audit.unknown}; {@code audit.not-in-team}; {@code audit.not-underway}; {@code audit.interviews-missing};
     * {@code audit.documents-missing}; {@code audit.words-long}.
     */
    @Transactional
    public Answer<Audit> sampled(UUID id, int interviews, String groups, String documents, Me by) {
        return underway(id, by, it -> {
            if (interviews < 0) {
                return Answer.refused("interviews", "audit.interviews-missing");
            }
            if (documents.isBlank()) {
                return Answer.refused("documents", "audit.documents-missing");
            }
            if (documents.length() + groups.length() > WORDS_LONGEST) {
                return Answer.refused("documents", "audit.words-long", WORDS_LONGEST);
            }
            db.sql("INSERT INTO audit.sampling (audit, at, interviews, groups, documents, by) VALUES (:audit, :at, :interviews, :groups, :documents, :by)")
                    .param("audit", id).param("at", now()).param("interviews", interviews).param("groups", groups.strip())
                    .param("documents", documents.strip()).param("by", by.account())
                    .update();
            return Answer.done(it);
        });
    }

    /** For those of the team while they are there. */
    <T> Answer<T> underway(UUID id, Me by, java.util.function.Function<Audit, Answer<T>> act) {
        var found = lock(id);
        if (found.isEmpty()) {
            return Answer.refused("", "audit.unknown");
        }
        if (members(id).stream().noneMatch(it -> it.account().equals(by.account()) && !it.left())) {
            return Answer.refused("", "audit.not-in-team");
        }
        return found.get().state() == State.UNDERWAY ? act.apply(found.get()) : Answer.refused("", "audit.not-underway");
    }

    /** One at a time. */
    Optional<Audit> lock(UUID id) {
        db.sql("SELECT FROM audit.audit WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> n).optional();
        return find(id);
    }

    Answer<Audit> move(UUID id, State next, String words, Me by) {
        var found = lock(id);
        if (found.isEmpty()) {
            return Answer.refused("", "audit.unknown");
        }
        return found.get().state().mayBecome(next) ? Answer.done(write(id, found.get().step() + 1, next, words, null, null, Map.of(), by))
                : Answer.refused("", "audit.not-open");
    }

    Audit write(UUID id, int no, State state, String words, @Nullable Integer findings, @Nullable LocalDate reaudit, Map<String, Object> more, Me by) {
        var content = new TreeMap<String, Object>(more);
        content.putAll(Map.of("audit", id.toString(), "step", no, "state", state.name(), "at", now().toInstant().toString(), "by", by.account().toString()));
        var record = log.record("audit.step", today(), content);
        db.sql("""
                INSERT INTO audit.step (audit, no, state, at, by, words, findings, reaudit_day, record)
                VALUES (:id, :no, :state, :at, :by, :words, :findings, :reaudit, :record)
                """)
                .param("id", id).param("no", no).param("state", state.name()).param("at", now()).param("by", by.account()).param("words", words)
                .param("findings", findings, Types.INTEGER).param("reaudit", reaudit, Types.DATE).param("record", record)
                .update();
        var audit = find(id).orElseThrow();
        events.publishEvent(new Moved(audit));
        return audit;
    }

    public Optional<Audit> find(UUID id) {
        return db.sql("SELECT * FROM audit.standing WHERE id = :id").param("id", id).query(Audit.class).optional();
    }

    /** All of a supplier, newest first. */
    public List<Audit> of(UUID supplier) {
        return db.sql("SELECT * FROM audit.standing WHERE supplier = :supplier ORDER BY from_day DESC, number DESC").param("supplier", supplier)
                .query(Audit.class).list();
    }

    public List<Audit.Member> members(UUID audit) {
        return db.sql("""
                SELECT account, department, lead, dealings, left_at IS NOT NULL AS "left"
                  FROM audit.member
                 WHERE audit = :audit
                 ORDER BY left_at IS NOT NULL, department, named_at
                """)
                .param("audit", audit)
                .query(Audit.Member.class).list();
    }

    public List<Audit.Meeting> meetings(UUID audit) {
        return db.sql("SELECT kind, day, people, words FROM audit.meeting WHERE audit = :audit ORDER BY day, kind DESC").param("audit", audit)
                .query(Audit.Meeting.class).list();
    }

    public Optional<Audit.Sampling> sampling(UUID audit) {
        return db.sql("SELECT interviews, groups, documents FROM audit.sampling WHERE audit = :audit ORDER BY at DESC LIMIT 1").param("audit", audit)
                .query(Audit.Sampling.class).optional();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
