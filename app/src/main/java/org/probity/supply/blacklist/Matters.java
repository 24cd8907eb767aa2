package org.probity.supply.blacklist;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
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
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.clearance.Clearances;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Cases against suppliers up to the decision: facts, evidence, the urgent stop, notice and hearing. */
@Service
public class Matters {
    static final int WORDS_LONGEST = 4000;
    /** The least a supplier has to answer, and the most; the house's own rule, said on the page. */
    static final int HEARING_DAYS_LEAST = 5;
    static final int HEARING_DAYS_MOST = 60;
    /** How long one person may stop new business alone. */
    static final int SUSPENSION_DAYS = 7;
    /** So long afterwards the same person does not stop the same supplier again by another case; somebody else may. */
    static final int SUSPENSION_REST_DAYS = 30;

    /** Published in the transaction of what happened; letters and webhooks follow. */
    public record Called(UUID matter, UUID supplier, LocalDate dueDay) {}

    public record Suspended(UUID matter, UUID supplier, LocalDate untilDay) {}

    public record Stated(UUID matter, UUID supplier) {}

    public record Statement(String words, LocalDate day, boolean late, Instant saidAt, UUID saidBy) {}

    public record Exhibit(UUID id, UUID evidence, String name, boolean fromSupplier, UUID broughtBy, Instant broughtAt) {}

    /** A file that comes with words. */
    public record Upload(String name, String type, byte[] bytes) {}

    private final JdbcClient db;
    private final Evidence evidence;
    private final Clearances clearances;
    private final Dealings dealings;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Matters(JdbcClient db, Evidence evidence, Clearances clearances, Dealings dealings, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.evidence = evidence;
        this.clearances = clearances;
        this.dealings = dealings;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** The grounds in force on a day. */
    public List<Ground> grounds(LocalDate day) {
        return db.sql("SELECT DISTINCT ON (code) * FROM blacklist.ground WHERE from_day <= :day ORDER BY code, from_day DESC")
                .param("day", day).query(Ground.class).list();
    }

    /**
     * Opens a case.
     *
     * <p>Refusals: {@code blacklist.supplier-unknown}; {@code blacklist.ground-missing}; {@code blacklist.day-wrong} no day, or one to come;
     * {@code blacklist.facts-missing}; {@code blacklist.words-long}.
     */
    @Transactional
    public Answer<UUID> open(UUID supplier, String ground, @Nullable LocalDate happened, String facts, Me by) {
        var today = LocalDate.now(clock);
        if (db.sql("SELECT count(*) FROM supplier.name WHERE id = :id").param("id", supplier).query(Long.class).single() == 0) {
            return Answer.refused("supplier", "blacklist.supplier-unknown");
        }
        if (grounds(today).stream().noneMatch(it -> it.code().equals(ground))) {
            return Answer.refused("ground", "blacklist.ground-missing");
        }
        if (happened == null || happened.isAfter(today)) {
            return Answer.refused("happened", "blacklist.day-wrong");
        }
        if (facts.isBlank()) {
            return Answer.refused("facts", "blacklist.facts-missing");
        }
        if (facts.length() > WORDS_LONGEST) {
            return Answer.refused("facts", "blacklist.words-long", WORDS_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO blacklist.matter (id, supplier, ground, happened_day, facts, opened_by, opened_at, record)
                VALUES (:id, :supplier, :ground, :happened, :facts, :by, :at, :record)
                """)
                .param("id", id).param("supplier", supplier).param("ground", ground).param("happened", happened).param("facts", facts.strip())
                .param("by", by.account()).param("at", now())
                .param("record", log.record("blacklist.case-opened", today, Map.of("case", id.toString(), "supplier", supplier.toString(), "ground", ground)))
                .update();
        return Answer.done(id);
    }

    /** Puts a file to a case. Refusals: {@code blacklist.unknown}; {@code blacklist.closed}; {@code blacklist.file-missing}. */
    @Transactional
    public Answer<UUID> exhibit(UUID matter, Upload file, Me by) {
        var found = find(matter).filter(it -> by.sees(it.supplier()));
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.unknown");
        }
        if (!found.get().running()) {
            return Answer.refused("", "blacklist.closed");
        }
        if (file.bytes().length == 0) {
            return Answer.refused("file", "blacklist.file-missing");
        }
        var item = evidence.keep(file.name(), file.type(), file.bytes(), by.account());
        db.sql("""
                INSERT INTO blacklist.exhibit (id, matter, evidence, from_supplier, brought_by, brought_at)
                VALUES (:id, :matter, :evidence, :theirs, :by, :at)
                """)
                .param("id", UUID.randomUUID()).param("matter", matter).param("evidence", item.id()).param("theirs", by.supplier().isPresent())
                .param("by", by.account()).param("at", now())
                .update();
        log.record("blacklist.exhibit", LocalDate.now(clock), Map.of("case", matter.toString(), "sha256", item.sha256(), "theirs", by.supplier().isPresent()));
        return Answer.done(item.id());
    }

    /**
     * Tells the supplier what is held against it and until when it may answer. Nobody is barred unheard.
     *
     * <p>Refusals: {@code blacklist.unknown}; {@code blacklist.closed}; {@code blacklist.hearing-called} already;
     * {@code blacklist.hearing-day} fewer than {@value #HEARING_DAYS_LEAST} days ahead or more than {@value #HEARING_DAYS_MOST};
     * {@code blacklist.notice-missing}; {@code blacklist.words-long}.
     */
    @Transactional
    public Answer<UUID> callHearing(UUID matter, @Nullable LocalDate due, String notice, Me by) {
        var found = locked(matter);
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.unknown");
        }
        if (!found.get().running()) {
            return Answer.refused("", "blacklist.closed");
        }
        if (found.get().dueDay() != null) {
            return Answer.refused("", "blacklist.hearing-called");
        }
        var today = LocalDate.now(clock);
        if (due == null || due.isBefore(today.plusDays(HEARING_DAYS_LEAST)) || due.isAfter(today.plusDays(HEARING_DAYS_MOST))) {
            return Answer.refused("due", "blacklist.hearing-day", HEARING_DAYS_LEAST, HEARING_DAYS_MOST);
        }
        if (notice.isBlank()) {
            return Answer.refused("notice", "blacklist.notice-missing");
        }
        if (notice.length() > WORDS_LONGEST) {
            return Answer.refused("notice", "blacklist.words-long", WORDS_LONGEST);
        }
        db.sql("INSERT INTO blacklist.hearing (matter, due_day, notice, called_by, called_at, record) VALUES (:matter, :due, :notice, :by, :at, :record)")
                .param("matter", matter).param("due", due).param("notice", notice.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("blacklist.hearing", today, Map.of("case", matter.toString(), "due_day", due)))
                .update();
        clearances.changed(found.get().supplier());
        events.publishEvent(new Called(matter, found.get().supplier(), due));
        return Answer.done(matter);
    }

    /**
     * The supplier answers; also after its day, as long as nothing is decided, and then it says so.
     *
     * <p>Refusals: {@code blacklist.unknown} no such case, or another supplier's; {@code blacklist.closed};
     * {@code blacklist.words-missing}; {@code blacklist.words-long}.
     */
    @Transactional
    public Answer<UUID> answer(UUID matter, String words, Optional<Upload> file, Me by) {
        var found = find(matter).filter(it -> by.supplier().filter(it.supplier()::equals).isPresent() && it.dueDay() != null);
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.unknown");
        }
        if (!found.get().running()) {
            return Answer.refused("", "blacklist.closed");
        }
        if (words.isBlank()) {
            return Answer.refused("words", "blacklist.words-missing");
        }
        if (words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "blacklist.words-long", WORDS_LONGEST);
        }
        var id = UUID.randomUUID();
        var today = LocalDate.now(clock);
        db.sql("INSERT INTO blacklist.statement (id, matter, words, day, said_by, said_at, record) VALUES (:id, :matter, :words, :day, :by, :at, :record)")
                .param("id", id).param("matter", matter).param("words", words.strip()).param("day", today).param("by", by.account()).param("at", now())
                .param("record", log.record("blacklist.statement", today, Map.of("case", matter.toString(), "late", found.get().dueDay().isBefore(today))))
                .update();
        file.filter(it -> it.bytes().length > 0).ifPresent(it -> exhibit(matter, it, by));
        events.publishEvent(new Stated(matter, found.get().supplier()));
        return Answer.done(id);
    }

    /**
     * Stops new business at once and alone, because somebody was hurt or is in danger; it ends by itself after {@value #SUSPENSION_DAYS}
     * days unless two make a ban of it, and a case has no second one.
     *
     * <p>Refusals: {@code blacklist.unknown}; {@code blacklist.closed}; {@code blacklist.suspended-already}; {@code blacklist.suspended-lately} they
     * stopped this supplier within the last {@value #SUSPENSION_REST_DAYS} days, and days in a row would be a ban by one; {@code blacklist.reason-missing};
     * {@code blacklist.words-long}.
     */
    @Transactional
    public Answer<UUID> suspend(UUID matter, String reason, Me by) {
        var found = locked(matter);
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.unknown");
        }
        if (!found.get().running()) {
            return Answer.refused("", "blacklist.closed");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "blacklist.reason-missing");
        }
        if (reason.length() > WORDS_LONGEST) {
            return Answer.refused("reason", "blacklist.words-long", WORDS_LONGEST);
        }
        var today = LocalDate.now(clock);
        // Another case of the same supplier must not begin the days anew; those who stop it at once wait for each other.
        db.sql("SELECT pg_advisory_xact_lock(hashtextextended(:supplier, 1211))").param("supplier", found.get().supplier().toString()).query((row, n) -> n).list();
        if (db.sql("SELECT count(*) FROM blacklist.suspension WHERE supplier = :supplier AND suspended_by = :me AND matter <> :matter AND until_day >= :since")
                .param("supplier", found.get().supplier()).param("me", by.account()).param("matter", matter).param("since", today.minusDays(SUSPENSION_REST_DAYS))
                .query(Long.class).single() > 0) {
            return Answer.refused("", "blacklist.suspended-lately", SUSPENSION_REST_DAYS);
        }
        var until = today.plusDays(SUSPENSION_DAYS - 1);
        var record = log.record("blacklist.suspended", today, Map.of("case", matter.toString(), "until_day", until));
        var done = db.sql("""
                INSERT INTO blacklist.suspension (matter, supplier, from_day, until_day, reason, suspended_by, suspended_at, record)
                VALUES (:matter, :supplier, :from, :until, :reason, :by, :at, :record)
                ON CONFLICT DO NOTHING
                """)
                .param("matter", matter).param("supplier", found.get().supplier()).param("from", today).param("until", until).param("reason", reason.strip())
                .param("by", by.account()).param("at", now()).param("record", record)
                .update();
        if (done == 0) {
            org.springframework.transaction.interceptor.TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return Answer.refused("", "blacklist.suspended-already");
        }
        clearances.changed(found.get().supplier());
        events.publishEvent(new Suspended(matter, found.get().supplier(), until));
        return Answer.done(matter);
    }

    /**
     * Closes a case without a ban; an urgent stop ends with it.
     *
     * <p>Refusals: {@code blacklist.unknown}; {@code blacklist.closed}; {@code blacklist.not-yours-to-decide} they declared dealings of their
     * own; {@code blacklist.drop-another-person} whoever opened it does not close it; {@code blacklist.reason-missing}; {@code blacklist.words-long}.
     */
    @Transactional
    public Answer<UUID> drop(UUID matter, String reason, Me by) {
        var found = locked(matter);
        if (found.isEmpty()) {
            return Answer.refused("", "blacklist.unknown");
        }
        if (!found.get().running()) {
            return Answer.refused("", "blacklist.closed");
        }
        if (interested(found.get(), by)) {
            return Answer.refused("", "blacklist.not-yours-to-decide");
        }
        if (found.get().openedBy().equals(by.account())) {
            return Answer.refused("", "blacklist.drop-another-person");
        }
        if (reason.isBlank()) {
            return Answer.refused("reason", "blacklist.reason-missing");
        }
        if (reason.length() > WORDS_LONGEST) {
            return Answer.refused("reason", "blacklist.words-long", WORDS_LONGEST);
        }
        db.sql("""
                INSERT INTO blacklist.dropped (matter, opened_by, reason, dropped_by, dropped_at, record)
                VALUES (:matter, :opened, :reason, :by, :at, :record)
                """)
                .param("matter", matter).param("opened", found.get().openedBy()).param("reason", reason.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("blacklist.case-dropped", LocalDate.now(clock), Map.of("case", matter.toString())))
                .update();
        endSuspension(matter, by.account());
        clearances.changed(found.get().supplier());
        return Answer.done(matter);
    }

    /** Whoever declared dealings of their own with a supplier decides nothing about it; to stop it in a hurry is everybody's. */
    boolean interested(Matter it, Me by) {
        return dealings.declared(it.supplier(), by.account());
    }

    private void endSuspension(UUID matter, UUID by) {
        db.sql("UPDATE blacklist.suspension SET ended_by = :by, ended_at = :at WHERE matter = :matter AND ended_at IS NULL")
                .param("by", by).param("at", now()).param("matter", matter).update();
    }

    /** In a statement of its own: one that waited for the lock would still see what was before it waited. */
    Optional<Matter> locked(UUID matter) {
        db.sql("SELECT FROM blacklist.matter WHERE id = :id FOR UPDATE").param("id", matter).query((row, n) -> n).optional();
        return find(matter);
    }

    public Optional<Matter> find(UUID id) {
        return db.sql(SELECT + " WHERE matter.id = :id").param("id", id).param("day", LocalDate.now(clock)).query(Matter.class).optional();
    }

    /** Cases about a supplier, or all of them; the newest first. */
    public List<Matter> about(@Nullable UUID supplier) {
        return db.sql(SELECT + " WHERE (:supplier::uuid IS NULL OR matter.supplier = :supplier::uuid) ORDER BY matter.opened_at DESC LIMIT 2000")
                .param("supplier", supplier, Types.OTHER).param("day", LocalDate.now(clock)).query(Matter.class).list();
    }

    /** Cases about any of these, in the order in which they are given, of each the newest first. */
    List<Matter> about(List<UUID> suppliers, int most) {
        return db.sql(SELECT + " WHERE matter.supplier = ANY (:suppliers) ORDER BY array_position(:suppliers, matter.supplier), matter.opened_at DESC LIMIT :most")
                .param("suppliers", suppliers.toArray(UUID[]::new)).param("most", most).param("day", LocalDate.now(clock)).query(Matter.class).list();
    }

    List<Statement> statements(UUID matter) {
        return db.sql("""
                SELECT words, day, day > due_day AS late, said_at, said_by
                  FROM blacklist.statement
                  JOIN blacklist.hearing USING (matter)
                 WHERE matter = :matter
                 ORDER BY said_at
                """)
                .param("matter", matter).query(Statement.class).list();
    }

    List<Exhibit> exhibits(UUID matter) {
        return db.sql("SELECT id, evidence, from_supplier, brought_by, brought_at FROM blacklist.exhibit WHERE matter = :matter ORDER BY brought_at")
                .param("matter", matter)
                .query((row, n) -> new Exhibit(row.getObject("id", UUID.class), row.getObject("evidence", UUID.class),
                        evidence.find(row.getObject("evidence", UUID.class)).orElseThrow().name(), row.getBoolean("from_supplier"),
                        row.getObject("brought_by", UUID.class), row.getObject("brought_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static final String SELECT = """
            SELECT matter.id, matter.supplier, name.number, name.name_en, name.name_zh, matter.ground, ground.name_en AS ground_en, ground.name_zh AS ground_zh,
                   matter.happened_day, matter.facts, matter.opened_by, matter.opened_at, hearing.due_day, hearing.notice, hearing.called_by, hearing.called_at,
                   (SELECT count(*) FROM blacklist.statement WHERE statement.matter = matter.id) AS answers,
                   suspension.until_day AS suspended_until, dropped.matter IS NOT NULL AS dropped,
                   ban.id AS ban, ban.from_day AS ban_from, ban.until_day AS ban_until, lifted.ban IS NOT NULL AS lifted
              FROM blacklist.matter
              JOIN supplier.name ON name.id = matter.supplier
              JOIN LATERAL (SELECT name_en, name_zh FROM blacklist.ground WHERE code = matter.ground ORDER BY from_day DESC LIMIT 1) AS ground ON TRUE
              LEFT JOIN blacklist.hearing ON hearing.matter = matter.id
              LEFT JOIN blacklist.suspension ON suspension.matter = matter.id AND suspension.ended_at IS NULL AND suspension.until_day >= :day
              LEFT JOIN blacklist.dropped ON dropped.matter = matter.id
              LEFT JOIN blacklist.ban ON ban.matter = matter.id
              LEFT JOIN blacklist.lifted ON lifted.ban = ban.id
            """;
}
