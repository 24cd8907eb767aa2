package org.probity.people.aid;

import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.evidence.LettingGo;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking the fund, with papers, and what was asked. What is given follows from a table; what the committee does about it stands in {@link Deciding}. */
@Service
public class Applications {
    static final int WORDS_LONGEST = 2_000;
    static final int FILES_MOST = 10;
    static final int FILE_BYTES_MAX = 10 << 20;
    private static final int DAYS_BACK = 366;
    private static final long COST_MOST = 10_000_000_00L;

    /** What somebody asks with. @param ownCost fen */
    public record Plea(Ground ground, LocalDate eventDay, long ownCost, int dependants, String words, boolean urgent) {}

    public record Upload(String name, byte[] bytes) {}

    private final JdbcClient db;
    private final Fund fund;
    private final Seats seats;
    private final Giving giving;
    private final Directory directory;
    private final Evidence evidence;
    private final LettingGo lettingGo;
    private final Log log;

    Applications(JdbcClient db, Fund fund, Seats seats, Giving giving, Directory directory, Evidence evidence, LettingGo lettingGo, Log log) {
        this.db = db;
        this.fund = fund;
        this.seats = seats;
        this.giving = giving;
        this.directory = directory;
        this.evidence = evidence;
        this.lettingGo = lettingGo;
        this.log = log;
    }

    /**
     * Asks for help. What is urgent is due within hours that a rule names, counted to the second, and needs no months of giving before.
     *
     * <p>Refusals: {@code aid.no-person}; {@code aid.not-employed}; {@code aid.event-day} yet to come, or more than a year ago; {@code aid.cost-wrong}; {@code aid.dependants-wrong};
     * {@code aid.words-missing}; {@code aid.words-long}; {@code aid.cost-small} the table begins higher; {@code aid.gave-too-short}; {@code aid.applied-already} for the same.
     */
    @Transactional
    public Answer<UUID> apply(Plea it, Me by) {
        var found = directory.personOf(by);
        if (found.isEmpty()) {
            return Answer.refused("", "aid.no-person");
        }
        var person = found.get();
        fund.hold();
        if (!giving.employed(person)) {
            return Answer.refused("", "aid.not-employed");
        }
        if (it.eventDay().isAfter(fund.today()) || it.eventDay().isBefore(fund.today().minusDays(DAYS_BACK))) {
            return Answer.refused("eventDay", "aid.event-day");
        }
        if (it.ownCost() <= 0 || it.ownCost() > COST_MOST) {
            return Answer.refused("ownCost", "aid.cost-wrong");
        }
        if (it.dependants() < 0 || it.dependants() > 20) {
            return Answer.refused("dependants", "aid.dependants-wrong");
        }
        if (it.words().isBlank()) {
            return Answer.refused("words", "aid.words-missing");
        }
        if (it.words().length() > WORDS_LONGEST) {
            return Answer.refused("words", "aid.words-long", WORDS_LONGEST);
        }
        if (due(fund.today(), it.ownCost(), it.dependants()).isEmpty()) {
            return Answer.refused("ownCost", "aid.cost-small", Fund.yuan(least(fund.today())));
        }
        var months = fund.rule(AidRule.MONTHS, fund.today());
        if (!it.urgent() && giving.given(person).size() < months) {
            return Answer.refused("", "aid.gave-too-short", months, giving.given(person).size());
        }
        var twice = db.sql("SELECT number FROM aid.application WHERE person = :person AND ground = :ground AND event_day = :day AND over_at IS NULL").param("person", person)
                .param("ground", it.ground().name()).param("day", it.eventDay()).query(String.class).optional();
        if (twice.isPresent()) {
            return Answer.refused("", "aid.applied-already", twice.get());
        }
        var id = UUID.randomUUID();
        var at = fund.now();
        db.sql("""
                INSERT INTO aid.application (id, number, person, ground, event_day, own_cost, dependants, words, day, applied_by, applied_at, due_at, record)
                VALUES (:id, 'A' || :year || '-' || lpad(nextval('aid.number')::text, 5, '0'), :person, :ground, :day, :cost, :dependants, :words, :today, :by, :at, :due, :record)
                """)
                .param("id", id).param("year", fund.today().getYear()).param("person", person).param("ground", it.ground().name()).param("day", it.eventDay()).param("cost", it.ownCost())
                .param("dependants", it.dependants()).param("words", it.words().strip()).param("today", fund.today()).param("by", by.account()).param("at", at)
                .param("due", it.urgent() ? at.plusHours(fund.rule(AidRule.URGENT_HOURS, fund.today())) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("record", log.record(it.urgent() ? "aid.urgent" : "aid.application", fund.today(), Map.of("application", id.toString())))
                .update();
        return Answer.done(id);
    }

    /** The table's answer. */
    record Due(UUID scale, long amount) {}

    Optional<Due> due(LocalDate day, long cost, int dependants) {
        return db.sql("SELECT scale, amount FROM aid.due(:day, :cost, :dependants)").param("day", day).param("cost", cost).param("dependants", dependants).query(Due.class).optional();
    }

    private long least(LocalDate day) {
        return db.sql("SELECT min(cost) FROM aid.step WHERE scale = (SELECT id FROM aid.scale WHERE from_day <= :day ORDER BY from_day DESC, set_at DESC LIMIT 1)").param("day", day)
                .query(Long.class).single();
    }

    /**
     * A paper for one's own application, while it is open.
     *
     * <p>Refusals: {@code aid.unknown}; {@code aid.not-open}; {@code aid.file-missing}; {@code aid.file-big}; {@code aid.files-many} with this one, or within a day.
     */
    @Transactional
    public Answer<UUID> bring(UUID id, Upload file, Me by) {
        var found = locked(id).filter(it -> own(it, by));
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        if (!found.get().open()) {
            return Answer.refused("", "aid.not-open");
        }
        if (file.bytes().length == 0) {
            return Answer.refused("file", "aid.file-missing");
        }
        if (file.bytes().length > FILE_BYTES_MAX) {
            return Answer.refused("file", "aid.file-big", FILE_BYTES_MAX >> 20);
        }
        if (papers(id).size() >= FILES_MOST || lettingGo.full(by.account())) {
            return Answer.refused("file", "aid.files-many", FILES_MOST);
        }
        var kept = evidence.keep(file.name(), "application/octet-stream", file.bytes(), by.account());
        db.sql("INSERT INTO aid.paper (application, item, brought_at) VALUES (:id, :item, :at) ON CONFLICT DO NOTHING").param("id", id).param("item", kept.id()).param("at", fund.now()).update();
        return Answer.done(kept.id());
    }

    List<Evidence.Item> papers(UUID id) {
        return db.sql("SELECT item FROM aid.paper WHERE application = :id ORDER BY brought_at").param("id", id).query(UUID.class).list().stream().flatMap(it -> evidence.find(it).stream()).toList();
    }

    /** Whoever asked takes it back, before it is decided and before anything was let out. Refusals: {@code aid.unknown}; {@code aid.not-open}. */
    @Transactional
    public Answer<UUID> withdraw(UUID id, Me by) {
        var found = locked(id).filter(it -> own(it, by));
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        if (!found.get().open() || found.get().urgentAt() != null) {
            return Answer.refused("", "aid.not-open");
        }
        db.sql("INSERT INTO aid.withdrawn (application, withdrawn_by, withdrawn_at, record) VALUES (:id, :by, :at, :record)").param("id", id).param("by", by.account()).param("at", fund.now())
                .param("record", log.record("aid.withdrawn", fund.today(), Map.of("application", id.toString()))).update();
        over(id);
        return Answer.done(id);
    }

    /** Nothing more becomes of it. */
    void over(UUID id) {
        db.sql("UPDATE aid.application SET over_at = :at WHERE id = :id").param("at", fund.now()).param("id", id).update();
    }

    /** Who leads them or is led by them, and whoever said so. */
    boolean concerned(Application it, UUID member) {
        return recused(it.id()).contains(member) || directory.manager(it.person(), fund.today()).filter(one -> one.id().equals(member)).isPresent()
                || directory.manager(member, fund.today()).filter(one -> one.id().equals(it.person())).isPresent();
    }

    List<UUID> recused(UUID id) {
        return db.sql("SELECT person FROM aid.recused WHERE application = :id").param("id", id).query(UUID.class).list();
    }

    private static final String SELECT = """
            SELECT application.id, application.number, application.person, name.name_en, name.name_zh, application.ground, application.event_day, application.own_cost, application.dependants, application.words,
                   application.applied_by, application.applied_at, application.due_at, second.signed_at AS urgent_at, second.amount AS urgent, decided.outcome, decided.due, decided.amount, decided.decided_at,
                   withdrawn.withdrawn_at
              FROM aid.application
              JOIN directory.name ON name.id = application.person
              LEFT JOIN aid.signature AS second ON second.application = application.id AND second.no = 2
              LEFT JOIN aid.decided ON decided.application = application.id
              LEFT JOIN aid.withdrawn ON withdrawn.application = application.id
            """;

    public Optional<Application> find(UUID id) {
        return db.sql(SELECT + " WHERE application.id = :id").param("id", id).query(Application.class).optional();
    }

    /** Held until the transaction ends. */
    Optional<Application> locked(UUID id) {
        db.sql("SELECT id FROM aid.application WHERE id = :id FOR UPDATE").param("id", id).query(UUID.class).optional();
        return find(id);
    }

    /** What somebody asked for, the latest first. */
    public List<Application> of(UUID person) {
        return db.sql(SELECT + " WHERE application.person = :person ORDER BY application.applied_at DESC").param("person", person).query(Application.class).list();
    }

    /** Open ones first, those that are urgent before others. */
    List<Application> all(int most, long skip) {
        return db.sql(SELECT + " ORDER BY application.over_at IS NOT NULL OR decided.outcome IS NOT NULL, application.due_at IS NULL OR second.signed_at IS NOT NULL, application.applied_at DESC LIMIT :most OFFSET :skip")
                .param("most", most).param("skip", skip).query(Application.class).list();
    }

    long count() {
        return db.sql("SELECT count(*) FROM aid.application").query(Long.class).single();
    }

    /** Open applications in which a member has not spoken; none in which they are concerned. */
    List<Application> waiting(Me me) {
        var seat = seats.seat(me).filter(it -> it.body() == Seats.Body.COMMITTEE);
        if (seat.isEmpty()) {
            return List.of();
        }
        var open = db.sql(SELECT + """
                 WHERE decided.outcome IS NULL AND application.over_at IS NULL AND application.person <> :me
                   AND NOT EXISTS (SELECT FROM aid.voice WHERE voice.application = application.id AND voice.person = :me)
                 ORDER BY application.due_at NULLS LAST, application.applied_at
                """).param("me", seat.get().person()).query(Application.class).list();
        return open.stream().filter(it -> !concerned(it, seat.get().person())).toList();
    }

    boolean own(Application it, Me me) {
        return directory.personOf(me).filter(it.person()::equals).isPresent();
    }

    /** Whoever asked; a member of the committee who is not concerned. */
    boolean sees(Application it, Me me) {
        return own(it, me) || seats.seat(me).filter(one -> one.body() == Seats.Body.COMMITTEE && !concerned(it, one.person())).isPresent();
    }

    /** Hours of a stretch that are left until a moment, rounded up; below one none. */
    long hoursLeft(Instant due) {
        return Math.max(0, (ChronoUnit.SECONDS.between(fund.now().toInstant(), due) + 3_599) / 3_600);
    }
}
