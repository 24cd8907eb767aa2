package org.probity.people.aid;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry.Move;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Giving to the fund: one's own pledge, a month's list for payroll, what was collected of it, and gifts. */
@Service
public class Giving {
    private static final String COLLECTED = "aid.collected";
    private static final String GIFT = "aid.gift";
    static final int SOURCE_LONGEST = 200;

    /** @param lastMonth null: it goes on */
    public record Pledge(UUID id, Band band, long amount, LocalDate fromMonth, Instant pledgedAt, @Nullable LocalDate lastMonth) {}

    /** A month's list, and what became of it. @param collected null: not yet */
    public record Run(UUID id, LocalDate month, int people, long amount, UUID drawnBy, Instant drawnAt, @Nullable Long collected, @Nullable Integer payers, @Nullable UUID collectedBy) {}

    /** What one person is asked for in a month. @param missed whether payroll could not keep it back */
    public record Line(UUID person, String number, String nameEn, String nameZh, Band band, long amount, boolean missed) {}

    /** What was collected of somebody. */
    public record Given(LocalDate month, Band band, long amount) {}

    public enum GiftKind { COMPANY, OTHER }

    public record Gift(UUID id, GiftKind kind, LocalDate day, long amount, String source) {}

    private final JdbcClient db;
    private final Fund fund;
    private final Seats seats;
    private final Directory directory;
    private final Log log;

    Giving(JdbcClient db, Fund fund, Seats seats, Directory directory, Log log) {
        this.db = db;
        this.fund = fund;
        this.seats = seats;
        this.directory = directory;
        this.log = log;
    }

    /**
     * Somebody gives a band's amount a month, from this month on, or the next where this month's list went to payroll; another band takes the place of the one before.
     *
     * <p>Refusals: {@code aid.no-person}; {@code aid.not-employed} payroll pays somebody else; {@code aid.gives-already} that band.
     */
    @Transactional
    public Answer<LocalDate> pledge(Band band, Me by) {
        var found = directory.personOf(by);
        if (found.isEmpty()) {
            return Answer.refused("", "aid.no-person");
        }
        var person = found.get();
        fund.hold();
        if (!employed(person)) {
            return Answer.refused("", "aid.not-employed");
        }
        var before = current(person);
        if (before.filter(it -> it.band() == band).isPresent()) {
            return Answer.refused("band", "aid.gives-already");
        }
        var from = firstOpen();
        before.ifPresent(it -> over(it, from.minusMonths(1)));
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO aid.pledge (id, person, band, amount, from_month, pledged_by, pledged_at, record)
                VALUES (:id, :person, :band, :amount, :from, :by, :at, :record)
                """)
                .param("id", id).param("person", person).param("band", band.name()).param("amount", band.amount).param("from", from).param("by", by.account()).param("at", fund.now())
                .param("record", log.record("aid.pledge", fund.today(), Map.of("pledge", id.toString(), "amount", band.amount, "from", from.toString())))
                .update();
        return Answer.done(from);
    }

    /**
     * Whoever gives ends it, any day and without a reason. What payroll was already asked for stays given, and is the last.
     *
     * <p>Refusals: {@code aid.no-person}; {@code aid.gives-nothing}.
     *
     * @return the last month that is collected; empty: none that is yet to come
     */
    @Transactional
    public Answer<Optional<LocalDate>> end(Me by) {
        var found = directory.personOf(by);
        if (found.isEmpty()) {
            return Answer.refused("", "aid.no-person");
        }
        fund.hold();
        var pledge = current(found.get());
        if (pledge.isEmpty()) {
            return Answer.refused("", "aid.gives-nothing");
        }
        var last = drawn().orElseGet(() -> pledge.get().fromMonth().minusMonths(1));
        over(pledge.get(), last);
        return Answer.done(Optional.of(last).filter(it -> !it.isBefore(fund.month().atDay(1))));
    }

    /** The month after the last list, and never one that is over. */
    private LocalDate firstOpen() {
        var now = fund.month().atDay(1);
        return drawn().filter(it -> !it.isBefore(now)).map(it -> it.plusMonths(1)).orElse(now);
    }

    private Optional<LocalDate> drawn() {
        return db.sql("SELECT max(month) FROM aid.run").query(LocalDate.class).optional();
    }

    private void over(Pledge it, LocalDate last) {
        db.sql("UPDATE aid.pledge SET over_at = :at, last_month = :last, over_record = :record WHERE id = :id").param("id", it.id()).param("last", last).param("at", fund.now())
                .param("record", log.record("aid.ended", fund.today(), Map.of("pledge", it.id().toString(), "last", last.toString())))
                .update();
    }

    boolean employed(UUID person) {
        return db.sql("SELECT EXISTS (SELECT FROM directory.engaged(:day, 'infinity') AS engaged WHERE engaged.person = :person AND engaged.kind = 'EMPLOYEE')").param("day", fund.today())
                .param("person", person).query(Boolean.class).single();
    }

    private static final String PLEDGES = "SELECT id, band, amount, from_month, pledged_at, last_month FROM aid.pledge WHERE person = :person";

    public Optional<Pledge> current(UUID person) {
        return db.sql(PLEDGES + " AND over_at IS NULL").param("person", person).query(Pledge.class).optional();
    }

    List<Pledge> pledges(UUID person) {
        return db.sql(PLEDGES + " ORDER BY pledged_at DESC").param("person", person).query(Pledge.class).list();
    }

    /** What was collected of somebody, the latest first. */
    public List<Given> given(UUID person) {
        return db.sql("""
                SELECT run.month, line.band, line.amount
                  FROM aid.line
                  JOIN aid.run ON run.id = line.run
                  JOIN aid.collected ON collected.run = line.run
                 WHERE line.person = :person AND NOT EXISTS (SELECT FROM aid.missed WHERE missed.run = line.run AND missed.person = line.person)
                 ORDER BY run.month DESC
                """)
                .param("person", person).query(Given.class).list();
    }

    /**
     * Draws a month's list for payroll: all who give then and are employed on its last day, or today if that comes first.
     *
     * <p>Refusals: {@code aid.not-yours}; {@code aid.month-wrong} one after this, or before the last that was drawn; {@code aid.drawn}; {@code aid.nobody-gives}.
     */
    @Transactional
    public Answer<UUID> draw(@Nullable YearMonth month, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "aid.not-yours");
        }
        fund.hold();
        if (month == null || month.isAfter(fund.month()) || month.getYear() < 2000) {
            return Answer.refused("month", "aid.month-wrong");
        }
        var last = drawn().map(YearMonth::from);
        if (last.filter(it -> !it.isBefore(month)).isPresent()) {
            return Answer.refused("month", "aid.drawn", last.get().toString());
        }
        record One(UUID person, UUID pledge, String band, long amount) {}
        var ends = month.atEndOfMonth();
        var lines = db.sql("""
                SELECT pledge.person, pledge.id AS pledge, pledge.band, pledge.amount
                  FROM aid.pledge
                 WHERE pledge.from_month <= :month AND (pledge.last_month IS NULL OR pledge.last_month >= :month)
                   AND EXISTS (SELECT FROM directory.engaged(:day, 'infinity') AS engaged WHERE engaged.person = pledge.person AND engaged.kind = 'EMPLOYEE')
                 ORDER BY pledge.id
                """)
                .param("month", month.atDay(1)).param("day", ends.isAfter(fund.today()) ? fund.today() : ends).query(One.class).list();
        if (lines.isEmpty()) {
            return Answer.refused("month", "aid.nobody-gives");
        }
        var id = UUID.randomUUID();
        var amount = lines.stream().mapToLong(One::amount).sum();
        db.sql("INSERT INTO aid.run (id, month, people, amount, drawn_by, drawn_at, record) VALUES (:id, :month, :people, :amount, :by, :at, :record)")
                .param("id", id).param("month", month.atDay(1)).param("people", lines.size()).param("amount", amount).param("by", by.account()).param("at", fund.now())
                .param("record", log.recordBatch("aid.run", fund.today(), Map.of("run", id.toString(), "month", month.toString(), "amount", amount),
                        lines.stream().map(it -> Map.of("pledge", it.pledge().toString(), "amount", it.amount())).toList()))
                .update();
        db.sql("""
                INSERT INTO aid.line (run, person, pledge, band, amount)
                SELECT :run, of.person, of.pledge, of.band, of.amount FROM unnest(:people::uuid[], :pledges::uuid[], :bands::text[], :amounts::bigint[]) AS of (person, pledge, band, amount)
                """)
                .param("run", id).param("people", lines.stream().map(One::person).toArray(UUID[]::new)).param("pledges", lines.stream().map(One::pledge).toArray(UUID[]::new))
                .param("bands", lines.stream().map(One::band).toArray(String[]::new)).param("amounts", lines.stream().map(One::amount).toArray(Long[]::new))
                .update();
        return Answer.done(id);
    }

    /**
     * A month's money is there, as the union or whoever looks on says: what payroll kept back, without those whom it could not; it goes into the book by bands, and bands that few gave together.
     *
     * <p>Refusals: {@code aid.not-yours}; {@code aid.unknown}; {@code aid.collected}; {@code aid.drew-it} whoever drew the list; {@code aid.source-wrong}; {@code aid.not-on-list} with the
     * number; {@code aid.nothing-left} all are missing; {@code aid.sum-other} the lines that are left add up to something else than payroll's sum; those of {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> collect(UUID run, long stated, Collection<String> missing, String source, Me by) {
        if (!confirms(by)) {
            return Answer.refused("", "aid.not-yours");
        }
        fund.hold();
        var found = run(run);
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        if (found.get().collected() != null) {
            return Answer.refused("", "aid.collected");
        }
        if (found.get().drawnBy().equals(by.account())) {
            return Answer.refused("", "aid.drew-it");
        }
        if (source.isBlank() || source.strip().length() > SOURCE_LONGEST) {
            return Answer.refused("source", "aid.source-wrong", SOURCE_LONGEST);
        }
        var lines = lines(run);
        var strange = missing.stream().filter(it -> lines.stream().noneMatch(line -> line.number().equals(it))).findFirst();
        if (strange.isPresent()) {
            return Answer.refused("missing", "aid.not-on-list", strange.get());
        }
        var paid = lines.stream().filter(it -> !missing.contains(it.number())).toList();
        if (paid.isEmpty()) {
            return Answer.refused("missing", "aid.nothing-left");
        }
        var amount = paid.stream().mapToLong(Line::amount).sum();
        if (amount != stated) {
            return Answer.refused("stated", "aid.sum-other", Fund.yuan(amount), Fund.yuan(stated));
        }
        var parts = Parts.of(paid.stream().map(Line::band).toList(), fund.rule(AidRule.TOLD_FROM, fund.today()));
        db.sql("""
                INSERT INTO aid.collected (run, drawn_by, source, people, amount, day, collected_by, collected_at, record)
                VALUES (:run, :drawn, :source, :people, :amount, :day, :by, :at, :record)
                """)
                .param("run", run).param("drawn", found.get().drawnBy()).param("source", source.strip()).param("people", paid.size()).param("amount", amount).param("day", fund.today()).param("by", by.account())
                .param("at", fund.now())
                .param("record", log.record(COLLECTED, fund.today(), Map.of("run", run.toString(), "people", paid.size(), "amount", amount)))
                .update();
        lines.stream().filter(it -> missing.contains(it.number()))
                .forEach(it -> db.sql("INSERT INTO aid.missed (run, person) VALUES (:run, :person)").param("run", run).param("person", it.person()).update());
        var moves = new ArrayList<Move>();
        for (var part : parts) {
            db.sql("INSERT INTO aid.part (id, run, band, people, amount) VALUES (:id, :run, :band, :people, :amount)").param("id", UUID.randomUUID()).param("run", run).param("band", part.band())
                    .param("people", part.people()).param("amount", part.amount()).update();
            moves.add(fund.move(Fund.given(part.band()), Fund.FUND, part.amount()));
        }
        return fund.post(COLLECTED, run, fund.today(), by, moves.toArray(Move[]::new)) instanceof Answer.Refused<Long>(var reasons) ? new Answer.Refused<>(reasons) : Answer.done(run);
    }

    boolean confirms(Me me) {
        return me.is(Role.UNION) || seats.looksOn(me);
    }

    /** Lists that somebody may confirm: not the ones they drew. */
    List<Run> toConfirm(Me me) {
        return confirms(me) ? runs().stream().filter(it -> it.collected() == null && !it.drawnBy().equals(me.account())).toList() : List.of();
    }

    private static final String RUNS = """
            SELECT run.id, run.month, run.people, run.amount, run.drawn_by, run.drawn_at, collected.amount AS collected, collected.people AS payers, collected.collected_by
              FROM aid.run LEFT JOIN aid.collected ON collected.run = run.id
            """;

    List<Run> runs() {
        return db.sql(RUNS + " ORDER BY run.month DESC LIMIT 60").query(Run.class).list();
    }

    public Optional<Run> run(UUID id) {
        return db.sql(RUNS + " WHERE run.id = :id").param("id", id).query(Run.class).optional();
    }

    List<Line> lines(UUID run) {
        return db.sql("""
                SELECT line.person, name.number, name.name_en, name.name_zh, line.band, line.amount,
                       EXISTS (SELECT FROM aid.missed WHERE missed.run = line.run AND missed.person = line.person) AS missed
                  FROM aid.line JOIN directory.name ON name.id = line.person
                 WHERE line.run = :run
                 ORDER BY name.number
                """)
                .param("run", run).query(Line.class).list();
    }

    /**
     * The company, or somebody else, has given.
     *
     * <p>Refusals: {@code aid.not-yours}; {@code aid.day-wrong} none, or yet to come; {@code aid.amount-wrong}; {@code aid.source-wrong}; those of {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> take(GiftKind kind, @Nullable LocalDate day, long amount, String source, Me by) {
        if (!by.is(Role.UNION)) {
            return Answer.refused("", "aid.not-yours");
        }
        if (day == null || day.isAfter(fund.today()) || day.getYear() < 2000) {
            return Answer.refused("day", "aid.day-wrong");
        }
        if (amount <= 0) {
            return Answer.refused("amount", "aid.amount-wrong");
        }
        if (source.isBlank() || source.strip().length() > SOURCE_LONGEST) {
            return Answer.refused("source", "aid.source-wrong", SOURCE_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO aid.gift (id, kind, day, amount, source, said_by, said_at, record) VALUES (:id, :kind, :day, :amount, :source, :by, :at, :record)")
                .param("id", id).param("kind", kind.name()).param("day", day).param("amount", amount).param("source", source.strip()).param("by", by.account()).param("at", fund.now())
                .param("record", log.record(GIFT, day, Map.of("gift", id.toString(), "kind", kind.name(), "amount", amount)))
                .update();
        return fund.post(GIFT, id, day, by, fund.move(kind == GiftKind.COMPANY ? Fund.COMPANY : Fund.GIFTS, Fund.FUND, amount)) instanceof Answer.Refused<Long>(var reasons)
                ? new Answer.Refused<>(reasons) : Answer.done(id);
    }

    List<Gift> gifts() {
        return db.sql("SELECT id, kind, day, amount, source FROM aid.gift ORDER BY day DESC, said_at DESC LIMIT 60").query(Gift.class).list();
    }

    public LocalDate today() {
        return fund.today();
    }

    /** How many give now. */
    int givers() {
        return db.sql("SELECT count(*)::int FROM aid.pledge WHERE over_at IS NULL").query(Integer.class).single();
    }
}
