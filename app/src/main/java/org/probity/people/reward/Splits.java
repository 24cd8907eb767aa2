package org.probity.people.reward;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.Gain;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pools and how they are split: reckoned and looked at, put forward, agreed to by another, and then to be seen by each for themselves. */
@Service
public class Splits {
    static final String MATTER = "reward.split";

    /** What would be: nothing of it is kept. @param seen hash of all that went into it */
    public record Reckoned(Period period, Plan plan, Gain.Pool pool, List<UnitPart> units, List<Person> people, List<Left> out, String seen) {}

    /** @param factor of the unit @param weight of its people together, for reading */
    public record UnitPart(UUID unit, String code, String nameEn, String nameZh, BigDecimal factor, int members, long amount) {}

    record Person(UUID person, Part part) {}

    /** Somebody who was here and has no part. @param why message key */
    public record Left(UUID person, String number, String nameEn, String nameZh, String why) {}

    /** Somebody's own, with what the pool was. */
    public record Own(Split split, Period period, Plan plan, Part part) {}

    private final JdbcClient db;
    private final Plans plans;
    private final Periods periods;
    private final Weighing weighing;
    private final Reckoning reckoning;
    private final SplitParts parts;
    private final GainBook book;
    private final Books books;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Splits(JdbcClient db, Plans plans, Periods periods, Weighing weighing, Reckoning reckoning, SplitParts parts, GainBook book, Books books, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.periods = periods;
        this.weighing = weighing;
        this.reckoning = reckoning;
        this.parts = parts;
        this.book = book;
        this.books = books;
        this.decisions = decisions;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Reckons what a period would bring to whom, and keeps nothing.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.period-unknown}; {@code reward.period-settled}; {@code reward.factor-missing} a grade or rating that somebody has stands in no table of the plan;
     * {@code reward.nobody} there is a pool and nobody weighs anything; {@code reward.unit-small} a unit that shares has so few people that its sum would tell of one of them.
     */
    @Transactional
    public Answer<Reckoned> reckon(UUID id, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var found = periods.find(id);
        if (found.isEmpty() || !periods.stands(found.get())) {
            return Answer.refused("", "reward.period-unknown");
        }
        if (found.get().settled()) {
            return Answer.refused("", "reward.period-settled");
        }
        return reckoning.of(found.get());
    }

    /**
     * Puts a split before a second person, as it was looked at.
     *
     * <p>Refusals: those of {@link #reckon}; {@code reward.waits} one of the period waits; {@code reward.seen-changed} something is another since they looked.
     */
    @Transactional
    public Answer<UUID> propose(UUID period, String seen, Me by) {
        db.sql("SELECT FROM reward.period WHERE id = :id FOR UPDATE").param("id", period).query((row, n) -> row).optional();
        return switch (reckon(period, by)) {
            case Answer.Refused<Reckoned>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Reckoned>(var it) when waiting(period).isPresent() -> Answer.refused("", "reward.waits");
            case Answer.Done<Reckoned>(var it) when !it.seen().equals(seen) -> Answer.refused("", "reward.seen-changed");
            case Answer.Done<Reckoned>(var it) -> Answer.done(put(it, by));
        };
    }

    private UUID put(Reckoned it, Me by) {
        var id = UUID.randomUUID();
        var proposal = decisions.propose(MATTER, id, "", by);
        db.sql("""
                INSERT INTO reward.split (id, period, proposal, digest, gain, people, company, held, drawn, paid, members, at)
                VALUES (:id, :period, :proposal, :digest, :gain, :people, :company, :held, :drawn, :paid, :members, :at)
                """)
                .param("id", id).param("period", it.period().id()).param("proposal", proposal).param("digest", it.seen()).param("gain", it.pool().gain()).param("people", it.pool().people())
                .param("company", it.pool().company()).param("held", it.pool().held()).param("drawn", it.pool().drawn()).param("paid", it.pool().paid()).param("members", it.people().size()).param("at", now())
                .update();
        db.sql("""
                INSERT INTO reward.split_unit (split, unit, factor, members, amount)
                SELECT :split, of.unit, of.factor, of.members, of.amount FROM unnest(CAST(:units AS uuid[]), CAST(:factors AS numeric[]), CAST(:members AS int[]), CAST(:amounts AS bigint[])) AS of (unit, factor, members, amount)
                """)
                .param("split", id).param("units", it.units().stream().map(UnitPart::unit).toArray(UUID[]::new)).param("factors", it.units().stream().map(UnitPart::factor).toArray(BigDecimal[]::new))
                .param("members", it.units().stream().map(UnitPart::members).toArray(Integer[]::new)).param("amounts", it.units().stream().map(UnitPart::amount).toArray(Long[]::new))
                .update();
        db.sql("INSERT INTO reward.split_out (split, person, why) SELECT :split, of.person, of.why FROM unnest(CAST(:people AS uuid[]), CAST(:whys AS text[])) AS of (person, why)")
                .param("split", id).param("people", it.out().stream().map(Left::person).toArray(UUID[]::new)).param("whys", it.out().stream().map(Left::why).toArray(String[]::new))
                .update();
        parts.keep(id, it.people());
        return id;
    }

    /**
     * Another rules on it. What was reckoned is reckoned again: whoever agrees, agrees to what holds now.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.split-unknown}; {@code reward.stale} a rating, an attendance, a factor or what is held back is another than when it was put forward; those of
     * {@link Decisions#rule} and {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> rule(UUID id, Outcome outcome, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "reward.not-yours");
        }
        var split = find(id);
        if (split.isEmpty()) {
            return Answer.refused("", "reward.split-unknown");
        }
        db.sql("SELECT FROM reward.period WHERE id = :id FOR UPDATE").param("id", split.get().period()).query((row, n) -> row).optional();
        if (outcome == Outcome.APPROVED) {
            var period = periods.find(split.get().period()).orElseThrow();
            if (!periods.stands(period) || !(reckoning.of(period) instanceof Answer.Done<Reckoned>(var now)) || !now.seen().equals(split.get().digest())) {
                return Answer.refused("", "reward.stale");
            }
        }
        return switch (decisions.rule(MATTER, split.get().proposal(), outcome, "", by)) {
            case Answer.Refused<Decisions.Ruled>(var reasons) -> new Answer.Refused<>(reasons);
            case Answer.Done<Decisions.Ruled> done -> Answer.done(id);
        };
    }

    @EventListener(condition = "#ruled.matter() == 'reward.split'")
    void ruled(Decisions.Ruled ruled) {
        var split = find(ruled.subject()).orElseThrow();
        if (ruled.outcome() != Outcome.APPROVED) {
            parts.drop(split.id());
            db.sql("DELETE FROM reward.split_out WHERE split = :split").param("split", split.id()).update();
            return;
        }
        var period = periods.find(split.period()).orElseThrow();
        var plan = plans.find(period.plan()).orElseThrow();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("split", split.id().toString());
        told.put("period", period.id().toString());
        told.put("gain", split.gain());
        told.put("paid", split.paid());
        told.put("held", split.held());
        told.put("drawn", split.drawn());
        told.put("members", split.members());
        told.put("proposed_by", ruled.proposedBy().toString());
        told.put("ruled_by", ruled.ruledBy().toString());
        // The root binds every weight and part; the rows themselves stand in no log.
        var record = log.recordBatch("reward.split", LocalDate.now(clock), told, parts.of(split.id()).stream().map(Part::row).toList());
        db.sql("INSERT INTO reward.split_agreed (split, period, at, record) VALUES (:split, :period, :at, :record)")
                .param("split", split.id()).param("period", period.id()).param("at", now()).param("record", record)
                .update();
        var moves = new ArrayList<Entry.Move>();
        if (split.held() > 0) {
            moves.add(new Entry.Move(book.company(), book.held(plan), split.held()));
        }
        if (split.paid() > 0) {
            moves.add(new Entry.Move(period.release() ? book.held(plan) : book.company(), book.paid(plan), split.paid()));
        }
        if (split.drawn() > 0) {
            moves.add(new Entry.Move(book.held(plan), book.company(), split.drawn()));
        }
        if (!moves.isEmpty()
                && books.post(GainBook.BOOK, List.of(Entry.of(new Entry.Source("reward.split", split.id()), LocalDate.now(clock), moves)), new Me(ruled.ruledBy(), "", java.util.Set.of(), Optional.empty())) instanceof Answer.Refused<Long>(var reasons)) {
            throw new IllegalStateException("a split that was agreed to is not entered: " + reasons);
        }
    }

    private static final String SELECT = """
            SELECT split.id, split.period, split.proposal, split.digest, split.gain, split.people, split.company, split.held, split.drawn, split.paid, split.members, split.at,
                   proposal.proposed_by AS by, agreed.at AS agreed_at
              FROM reward.split
              JOIN decision.proposal ON proposal.id = split.proposal
              LEFT JOIN reward.split_agreed AS agreed ON agreed.split = split.id
            """;

    public Optional<Split> find(UUID id) {
        return db.sql(SELECT + " WHERE split.id = :id").param("id", id).query(Split.class).optional();
    }

    /** The one that waits for a second person. */
    public Optional<Split> waiting(UUID period) {
        return db.sql(SELECT + " WHERE split.period = :period AND EXISTS (SELECT FROM decision.open WHERE open.id = split.proposal)").param("period", period).query(Split.class).optional();
    }

    public Optional<Split> agreed(UUID period) {
        return db.sql(SELECT + " WHERE split.period = :period AND agreed.split IS NOT NULL").param("period", period).query(Split.class).optional();
    }

    List<UnitPart> units(Split split, Period period) {
        return db.sql("""
                SELECT split_unit.unit, place.code, place.name_en, place.name_zh, split_unit.factor, split_unit.members, split_unit.amount
                  FROM reward.split_unit
                  JOIN directory.places(:day, 'infinity') AS place ON place.unit = split_unit.unit
                 WHERE split_unit.split = :split
                 ORDER BY place.code
                """)
                .param("day", period.untilDay()).param("split", split.id()).query(UnitPart.class).list();
    }

    List<Left> out(UUID split) {
        return db.sql("""
                SELECT name.id AS person, name.number, name.name_en, name.name_zh, split_out.why
                  FROM reward.split_out JOIN directory.name ON name.id = split_out.person
                 WHERE split_out.split = :split
                 ORDER BY name.number
                """)
                .param("split", split).query(Left.class).list();
    }

    /** Somebody's own parts, newest first: those agreed to alone. */
    @Transactional
    public List<Own> of(UUID person) {
        return parts.agreed(person).stream().map(it -> {
            var split = find(it.split()).orElseThrow();
            var period = periods.find(split.period()).orElseThrow();
            return new Own(split, period, plans.find(period.plan()).orElseThrow(), it.part());
        }).toList();
    }

    /** What everybody got of splits that were agreed to between two moments, in fen: for the room that holds payroll's word against it. */
    @Transactional
    public Map<UUID, Long> agreedIn(Instant from, Instant until) {
        var sums = new HashMap<UUID, Long>();
        db.sql("SELECT split FROM reward.split_agreed WHERE at >= :from AND at < :until").param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC)).query(UUID.class).list()
                .forEach(split -> parts.amounts(split).forEach((person, fen) -> sums.merge(person, fen, Long::sum)));
        return sums;
    }

    /** A rating that was moved after the split. @param owed what they would have had by it beyond what they got, everybody else's part as it is; the company's to pay. Less than nothing is nothing. */
    public record Late(String number, String nameEn, String nameZh, String before, String now, long owed) {}

    @Transactional
    List<Late> late(Split split, Period period, Plan plan) {
        var moved = weighing.moved(split, period);
        if (moved.isEmpty()) {
            return List.of();
        }
        var factors = plans.factors(plan.id());
        var late = new ArrayList<Late>();
        for (var it : moved) {
            var part = parts.one(split.id(), it.person());
            var factor = factors.rating(it.rating()).orElse(part.ratingFactor());
            var owed = part.ratingFactor().signum() == 0 ? 0
                    : Math.max(0, new BigDecimal(part.amount()).multiply(factor).divide(part.ratingFactor(), 0, java.math.RoundingMode.HALF_UP).longValueExact() - part.amount());
            late.add(new Late(it.number(), it.nameEn(), it.nameZh(), part.rating(), it.rating(), owed));
        }
        return late;
    }

    /** The entry of the log that bound every weight and part. */
    UUID record(UUID split) {
        return db.sql("SELECT record FROM reward.split_agreed WHERE split = :split").param("split", split).query(UUID.class).single();
    }

    static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
