package org.probity.people.reward;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.reward.Weighing.Weighed;
import org.probity.house.vault.Vault;
import org.probity.proof.Hash;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry;
import org.probity.shapes.decision.Decisions;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.vest.Gain;
import org.probity.vest.GainSplit;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pools and how they are split: reckoned and looked at, put forward, agreed to by another, and then to be seen by each for themselves. */
@Service
public class Splits {
    static final String MATTER = "reward.split";
    private static final String SEALED_AS = "part";
    /** The sum of fewer people than this would tell what one of them got. */
    private static final int FEW = 5;
    private static final String BOOKED = "reward.split";

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
    private final PaySeal seal;
    private final Vault vault;
    private final GainBook book;
    private final Books books;
    private final Decisions decisions;
    private final Log log;
    private final Clock clock;

    Splits(JdbcClient db, Plans plans, Periods periods, Weighing weighing, PaySeal seal, Vault vault, GainBook book, Books books, Decisions decisions, Log log, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.periods = periods;
        this.weighing = weighing;
        this.seal = seal;
        this.vault = vault;
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
        return reckoned(found.get());
    }

    private Answer<Reckoned> reckoned(Period period) {
        var plan = plans.find(period.plan()).orElseThrow();
        var factors = plans.factors(plan.id());
        var pool = period.release() ? released(book.standing(plan)) : plan.pool(plan.gain(period.cost(), period.output(), period.wage()), book.standing(plan));
        var units = periods.units(period);
        var sealing = seal.sealing();
        var people = new ArrayList<Person>();
        var out = new ArrayList<Left>();
        for (var it : weighing.of(period)) {
            if (it.why() != null) {
                out.add(new Left(it.person(), it.number(), it.nameEn(), it.nameZh(), it.why()));
                continue;
            }
            var grade = factors.grade(it.grade());
            var rating = factors.rating(it.rating());
            if (grade.isEmpty() || rating.isEmpty()) {
                return Answer.refused("", "reward.factor-missing", grade.isEmpty() ? it.grade() : it.rating(), it.number());
            }
            people.add(new Person(it.person(), new Part(sealing.code(period.id(), it.person()), unit(it), it.grade(), grade.get(), it.rating(), it.assessment(), rating.get(), it.scheduled(),
                    Math.min(it.absent(), it.scheduled()), 0)));
        }
        if (pool.paid() == 0) {
            return Answer.done(told(period, plan, pool, units, List.of(), Map.of(), Map.of(), out));
        }
        var unitFactors = new TreeMap<String, BigFraction>();
        units.forEach(it -> unitFactors.put(it.code(), Plan.exact(it.factor())));
        var weights = new HashMap<String, GainSplit.Weight<String>>();
        people.forEach(it -> weights.put(it.part().code(), it.part().weight()));
        if (weights.size() < people.size()) {
            throw new IllegalStateException("two people of " + period.id() + " have one code");
        }
        if (people.stream().noneMatch(it -> it.part().weight().product().signum() > 0 && unitFactors.getOrDefault(it.part().unit(), BigFraction.ZERO).signum() > 0)) {
            return Answer.refused("", "reward.nobody");
        }
        var small = people.stream().collect(java.util.stream.Collectors.groupingBy(it -> it.part().unit(), TreeMap::new, java.util.stream.Collectors.counting())).entrySet().stream()
                .filter(it -> it.getValue() < FEW).findFirst();
        if (small.isPresent()) {
            return Answer.refused("", "reward.unit-small", small.get().getKey(), FEW);
        }
        var split = GainSplit.of(pool.paid(), unitFactors, weights);
        return Answer.done(told(period, plan, pool, units, people, split.units(), split.people(), out));
    }

    /** All that is held, to the people whose it is. */
    private static Gain.Pool released(long held) {
        return new Gain.Pool(held, held, 0, 0, 0, held);
    }

    private static String unit(Weighed it) {
        return java.util.Objects.requireNonNull(it.unit());
    }

    private static Reckoned told(Period period, Plan plan, Gain.Pool pool, List<Periods.Unit> units, List<Person> people, Map<String, Long> unitParts, Map<String, Long> parts, List<Left> out) {
        var with = people.stream().map(it -> new Person(it.person(), it.part().with(parts.getOrDefault(it.part().code(), 0L)))).sorted(Comparator.comparing(it -> it.part().code())).toList();
        var members = new HashMap<String, Integer>();
        with.forEach(it -> members.merge(it.part().unit(), 1, Integer::sum));
        var told = units.stream().map(it -> new UnitPart(it.unit(), it.code(), it.nameEn(), it.nameZh(), it.factor(), members.getOrDefault(it.code(), 0), unitParts.getOrDefault(it.code(), 0L))).toList();
        var all = new StringBuilder(period.id() + "\n" + plan.id() + "\n" + pool + "\n");
        told.forEach(it -> all.append(it.unit()).append('\t').append(it.factor().stripTrailingZeros().toPlainString()).append('\t').append(it.amount()).append('\n'));
        with.forEach(it -> all.append(it.person()).append('\t').append(it.part().words()).append('\n'));
        out.forEach(it -> all.append(it.person()).append('\t').append(it.why()).append('\n'));
        return new Reckoned(period, plan, pool, told, with, out, Hash.sha256(all.toString().getBytes(StandardCharsets.UTF_8)).hex());
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
        var sealing = seal.sealing();
        vault.open(() -> db.sql("""
                INSERT INTO pay.part (split, person, code, assessment, sealed)
                SELECT :split, of.person, of.code, of.assessment, decode(of.sealed, 'hex')
                  FROM unnest(CAST(:people AS uuid[]), CAST(:codes AS text[]), CAST(:assessments AS uuid[]), CAST(:sealed AS text[])) AS of (person, code, assessment, sealed)
                """)
                .param("split", id).param("people", it.people().stream().map(Person::person).toArray(UUID[]::new)).param("codes", it.people().stream().map(one -> one.part().code()).toArray(String[]::new))
                .param("assessments", it.people().stream().map(one -> one.part().assessment()).toArray(UUID[]::new))
                .param("sealed", it.people().stream().map(one -> java.util.HexFormat.of().formatHex(sealing.seal(SEALED_AS, id, one.person(), one.part().words()))).toArray(String[]::new))
                .update());
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
            if (!periods.stands(period) || !(reckoned(period) instanceof Answer.Done<Reckoned>(var now)) || !now.seen().equals(split.get().digest())) {
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
            vault.open(() -> db.sql("DELETE FROM pay.part WHERE split = :split").param("split", split.id()).update());
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
        var record = log.recordBatch("reward.split", LocalDate.now(clock), told, parts(split.id()).stream().map(Part::row).toList());
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
                && books.post(GainBook.BOOK, List.of(Entry.of(new Entry.Source(BOOKED, split.id()), LocalDate.now(clock), moves)), new Me(ruled.ruledBy(), "", java.util.Set.of(), Optional.empty())) instanceof Answer.Refused<Long>(var reasons)) {
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

    private record Kept(UUID split, UUID person, byte[] sealed) {}

    /** In the order of their codes. */
    List<Part> parts(UUID split) {
        var sealing = seal.sealing();
        return vault.open(() -> db.sql("SELECT split, person, sealed FROM pay.part WHERE split = :split ORDER BY code").param("split", split).query(Kept.class).list()).stream()
                .map(it -> Part.of(sealing.open(SEALED_AS, it.split(), it.person(), it.sealed()))).toList();
    }

    /** Somebody's own parts, newest first: those agreed to alone. */
    @Transactional
    public List<Own> of(UUID person) {
        var sealing = seal.sealing();
        return vault.open(() -> db.sql("""
                SELECT part.split, part.person, part.sealed FROM pay.part JOIN reward.split_agreed AS agreed ON agreed.split = part.split
                 WHERE part.person = :person ORDER BY agreed.at DESC
                """).param("person", person).query(Kept.class).list()).stream().map(it -> {
                    var split = find(it.split()).orElseThrow();
                    var period = periods.find(split.period()).orElseThrow();
                    return new Own(split, period, plans.find(period.plan()).orElseThrow(), Part.of(sealing.open(SEALED_AS, it.split(), it.person(), it.sealed())));
                }).toList();
    }

    /** What everybody got of splits that were agreed to between two moments, in fen: for the room that holds payroll's word against it. */
    @Transactional
    public Map<UUID, Long> agreedIn(Instant from, Instant until) {
        var sealing = seal.sealing();
        var sums = new HashMap<UUID, Long>();
        var splits = db.sql("SELECT split FROM reward.split_agreed WHERE at >= :from AND at < :until").param("from", from.atOffset(ZoneOffset.UTC)).param("until", until.atOffset(ZoneOffset.UTC)).query(UUID.class).list();
        for (var split : splits) {
            vault.open(() -> db.sql("SELECT split, person, sealed FROM pay.part WHERE split = :split").param("split", split).query(Kept.class).list())
                    .forEach(it -> sums.merge(it.person(), Part.of(sealing.open(SEALED_AS, split, it.person(), it.sealed())).amount(), Long::sum));
        }
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
        var sealing = seal.sealing();
        var late = new ArrayList<Late>();
        for (var it : moved) {
            var kept = vault.open(() -> db.sql("SELECT split, person, sealed FROM pay.part WHERE split = :split AND person = :person").param("split", split.id()).param("person", it.person()).query(Kept.class).single());
            var part = Part.of(sealing.open(SEALED_AS, kept.split(), kept.person(), kept.sealed()));
            var factor = factors.rating(it.rating()).orElse(part.ratingFactor());
            var owed = part.ratingFactor().signum() == 0 ? 0
                    : Math.max(0, new BigDecimal(part.amount()).multiply(factor).divide(part.ratingFactor(), 0, java.math.RoundingMode.HALF_UP).longValueExact() - part.amount());
            late.add(new Late(it.number(), it.nameEn(), it.nameZh(), part.rating(), it.rating(), owed));
        }
        return late;
    }

    public enum Handing { PAYMENTS, WEIGHTS, PACKAGE }

    /**
     * A list leaves the house, and that it did is kept: payments with numbers of staff for payroll, or weights under names that mean nothing, from which anybody reckons the split again.
     *
     * <p>Refusals: {@code reward.not-yours}; {@code reward.split-unknown} none that was agreed to.
     */
    @Transactional
    public Answer<byte[]> handOut(UUID id, Handing kind, Me by) {
        if (!by.is(Role.HR) && !(kind == Handing.WEIGHTS && (by.is(Role.ASSURER) || by.is(Role.UNION)))) {
            return Answer.refused("", "reward.not-yours");
        }
        var split = find(id).filter(it -> it.agreedAt() != null);
        if (split.isEmpty()) {
            return Answer.refused("", "reward.split-unknown");
        }
        noteHanding(id, kind, by);
        return Answer.done((kind == Handing.PAYMENTS ? payments(id) : weights(split.get())).getBytes(StandardCharsets.UTF_8));
    }

    /** Who took a list, and when, is kept. */
    void noteHanding(UUID id, Handing kind, Me by) {
        var record = log.record("reward.handed-out", LocalDate.now(clock), Map.of("split", id.toString(), "kind", kind.name(), "by", by.account().toString()));
        db.sql("INSERT INTO reward.handed_out (id, split, kind, by, at, record) VALUES (gen_random_uuid(), :split, :kind, :by, :at, :record)")
                .param("split", id).param("kind", kind.name()).param("by", by.account()).param("at", now()).param("record", record)
                .update();
    }

    /** The entry of the log that bound every weight and part. */
    UUID record(UUID split) {
        return db.sql("SELECT record FROM reward.split_agreed WHERE split = :split").param("split", split).query(UUID.class).single();
    }

    private String payments(UUID split) {
        var sealing = seal.sealing();
        var csv = new StringBuilder("number,yuan\n");
        record Line(String number, UUID person, byte[] sealed) {}
        vault.open(() -> db.sql("SELECT name.number, part.person, part.sealed FROM pay.part JOIN directory.name ON name.id = part.person WHERE part.split = :split ORDER BY name.number").param("split", split).query(Line.class).list())
                .forEach(it -> csv.append(it.number()).append(',').append(yuan(Part.of(sealing.open(SEALED_AS, split, it.person(), it.sealed())).amount()).toPlainString()).append('\n'));
        return csv.toString();
    }

    private String weights(Split split) {
        var period = periods.find(split.period()).orElseThrow();
        var factors = new HashMap<String, BigDecimal>();
        units(split, period).forEach(it -> factors.put(it.code(), it.factor()));
        var csv = new StringBuilder("code,unit,unit_factor,grade_factor,rating_factor,days_present,days_scheduled,fen\n");
        parts(split.id()).forEach(it -> csv.append(String.join(",", it.code(), it.unit(), factors.get(it.unit()).toPlainString(), it.gradeFactor().toPlainString(), it.ratingFactor().toPlainString(),
                String.valueOf(it.scheduled() - it.absent()), String.valueOf(it.scheduled()), String.valueOf(it.amount()))).append('\n'));
        return csv.toString();
    }

    static BigDecimal yuan(long fen) {
        return BigDecimal.valueOf(fen, 2);
    }


    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
