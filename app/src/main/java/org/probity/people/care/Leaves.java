package org.probity.people.care;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.care.Leave.Part;
import org.probity.people.care.Leave.State;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry;
import org.probity.shapes.book.Entry.Move;
import org.probity.shapes.book.Entry.Source;
import org.probity.shapes.rule.Rules;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Asking for leave, answering, taking back. The book says whether there are enough hours; this room says who may do what, and which days are days of work. */
@Service
public class Leaves {
    static final int WORDS_LONGEST = 1_000;
    /** Days; whoever is away for longer asks again. */
    static final int LONGEST = 366;
    static final String ASKED = "care.asked";
    private static final String AGREED = "care.agreed";
    private static final String REFUSED = "care.refused";
    private static final String WITHDRAWN = "care.withdrawn";
    private static final String UNDONE = "care.undone";

    /** Something became of a request; heard in its transaction. */
    record Told(UUID leave, What what) {
        enum What { ASKED, AGREED, REFUSED, WITHDRAWN }
    }

    /** What somebody asks for. */
    public record Request(Kind kind, LocalDate from, LocalDate until, Part part, String words) {}

    private final JdbcClient db;
    private final Books books;
    private final LeaveBook leave;
    private final Directory directory;
    private final Leading leading;
    private final Rules rules;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Leaves(JdbcClient db, Books books, LeaveBook leave, Directory directory, Leading leading, Rules rules, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.books = books;
        this.leave = leave;
        this.directory = directory;
        this.leading = leading;
        this.rules = rules;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Asks for leave; the hours of its days of work are put aside. Holidays, days of rest and weekends that are not made up for cost nothing; whoever stands on a roster has the days and hours of
     * their shifts.
     *
     * <p>Refusals: {@code care.no-person}; {@code care.days-turned}; {@code care.days-past} it begins before today, or longer ago than nobody could plan; {@code care.days-many};
     * {@code care.two-years} two requests, for each year has its account; {@code care.half-of-one} half a day is of one day; {@code care.words-long}; {@code care.not-engaged} on its first or last day; {@code care.no-day} the place of
     * their work has said nothing of hours; {@code care.no-work} none of the days is a day of work; {@code care.away-already}; {@code care.too-short} the law of the place gives more,
     * {@code care.too-long} or less; {@code care.company-none}, {@code care.company-most} of the days that the company grants; {@code care.too-little} with what is left.
     */
    @Transactional
    public Answer<UUID> ask(Request it, Me by) {
        var found = directory.personOf(by);
        if (found.isEmpty()) {
            return Answer.refused("", "care.no-person");
        }
        var person = found.get();
        if (it.until().isBefore(it.from())) {
            return Answer.refused("until", "care.days-turned");
        }
        if (it.from().isBefore(today().minusDays(it.kind().back()))) {
            return Answer.refused("from", it.kind().back() == 0 ? "care.days-past" : "care.days-long-past", it.kind().back());
        }
        if (it.until().isAfter(it.from().plusDays(LONGEST))) {
            return Answer.refused("until", "care.days-many", LONGEST);
        }
        if (it.kind().byYear() && it.from().getYear() != it.until().getYear()) {
            return Answer.refused("until", "care.two-years");
        }
        if (it.part() != Part.WHOLE && !it.from().equals(it.until())) {
            return Answer.refused("part", "care.half-of-one");
        }
        if (it.words().length() > WORDS_LONGEST) {
            return Answer.refused("words", "care.words-long", WORDS_LONGEST);
        }
        db.sql("SELECT FROM directory.person WHERE id = :id FOR NO KEY UPDATE").param("id", person).query((row, n) -> row).optional();
        var work = work(person, it);
        if (!work.engaged()) {
            return Answer.refused("from", "care.not-engaged");
        }
        if (work.hours().signum() == 0) {
            return Answer.refused("", "care.no-day");
        }
        if (work.days() == 0) {
            return Answer.refused("from", "care.no-work");
        }
        var amount = work.amount() / (it.part() == Part.WHOLE ? 1 : 2);
        if (away(person, it.from(), it.until(), it.part())) {
            return Answer.refused("from", "care.away-already");
        }
        var days = it.kind().atLeast() ? (int) (it.until().toEpochDay() - it.from().toEpochDay()) + 1 : work.days();
        if (work.law() != null && it.kind().atLeast() && days < work.law()) {
            return Answer.refused("until", "care.too-short", work.law());
        }
        if (work.law() != null && !it.kind().atLeast() && days > work.law()) {
            return Answer.refused("until", "care.too-long", work.law());
        }
        if (it.kind() == Kind.COMPANY) {
            var granted = rules.on(CareRule.COMPANY_DAYS, it.from());
            var left = work.hours().movePointRight(2).longValueExact() * granted - company(person, it.from().getYear());
            if (granted == 0 || amount > left) {
                return Answer.refused("until", granted == 0 ? "care.company-none" : "care.company-most", granted, BigDecimal.valueOf(Math.max(0, left), 2));
            }
        }
        var moves = !it.kind().fromAccount() ? Optional.<List<Move>>empty() : leave.outOf(person, it.from().getYear(), amount, leave.asked(person));
        if (it.kind().fromAccount() && moves.isEmpty()) {
            return Answer.refused("until", "care.too-little", BigDecimal.valueOf(amount, 2), BigDecimal.valueOf(leave.left(person, it.from().getYear()), 2), String.valueOf(it.from().getYear()));
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO care.leave (id, number, person, kind, from_day, until_day, part, amount, words, asked_by, asked_at)
                VALUES (:id, 'L' || :year || '-' || lpad(nextval('care.number')::text, 6, '0'), :person, :kind, :from, :until, :part, :amount, :words, :by, :at)
                """)
                .param("id", id).param("year", today().getYear()).param("person", person).param("kind", it.kind().name()).param("from", it.from()).param("until", it.until())
                .param("part", it.part().name()).param("amount", amount).param("words", it.words().strip()).param("by", by.account()).param("at", now())
                .update();
        if (moves.isEmpty()) {
            return said(id, Told.What.ASKED);
        }
        return all(() -> books.post(LeaveBook.BOOK, List.of(Entry.of(new Source(ASKED, id), today(), moves.get())), by), id, Told.What.ASKED);
    }

    private Answer<UUID> said(UUID id, Told.What what) {
        events.publishEvent(new Told(id, what));
        return Answer.done(id);
    }

    /** What the company granted somebody in a year and they have asked for or used, hundredths of an hour. */
    private long company(UUID person, int year) {
        return db.sql("""
                SELECT coalesce(sum(leave.amount - coalesce(back.amount, 0)), 0)::bigint
                  FROM care.leave LEFT JOIN care.back ON back.leave = leave.id
                 WHERE leave.person = :person AND leave.kind = 'COMPANY' AND leave.over_at IS NULL AND leave.from_day BETWEEN :first AND :last
                """)
                .param("person", person).param("first", LocalDate.of(year, 1, 1)).param("last", LocalDate.of(year, 12, 31)).query(Long.class).single();
    }

    /** Days of the company that somebody may have in this year; what they used of them is not taken off. */
    int companyDays() {
        return rules.on(CareRule.COMPANY_DAYS, today());
    }

    /**
     * Days of work of somebody by their roster, or by the calendar where they stand on none, and what the law says of this leave, where they are on the first day.
     *
     * @param hours of a day by the rules of the place
     * @param amount of all the days, hundredths of an hour
     * @param law days; null: nothing
     */
    record Work(boolean engaged, int days, BigDecimal hours, long amount, @Nullable Integer law) {}

    Work work(UUID person, Request it) {
        return db.sql("""
                WITH engaged AS (
                    SELECT site.country, site.region
                      FROM directory.engaged(:from, 'infinity') AS engaged
                      LEFT JOIN directory.places(:from, 'infinity') AS place ON place.unit = engaged.unit
                      LEFT JOIN directory.places(:from, 'infinity') AS site ON site.unit = place.site
                     WHERE engaged.person = :person AND engaged.kind <> 'RETIREE'
                     ORDER BY engaged.from_day DESC
                     LIMIT 1
                ), law AS (
                    SELECT at.key, at.value FROM engaged CROSS JOIN LATERAL labour.rules_at(engaged.country, engaged.region, :from, 'infinity') AS at
                ), day AS (
                    SELECT CASE WHEN rostered.day IS NOT NULL THEN round(rostered.seconds / 36.0)
                                WHEN day.kind = 'WORK' THEN round(100 * coalesce((SELECT value FROM law WHERE key = 'hours-day'), 0)) END AS amount
                      FROM engaged
                      JOIN labour.days(:from, :until, 'infinity') AS day ON day.country = engaged.country
                      LEFT JOIN labour.rostered(:person, :from, :until) AS rostered ON rostered.day = day.day
                )
                SELECT EXISTS (SELECT FROM engaged) AND EXISTS (SELECT FROM directory.engaged(:until, 'infinity') AS last WHERE last.person = :person AND last.kind <> 'RETIREE') AS engaged,
                       (SELECT count(*) FROM day WHERE amount > 0)::int AS days,
                       coalesce((SELECT value FROM law WHERE key = 'hours-day'), 0) AS hours,
                       (SELECT coalesce(sum(amount), 0) FROM day)::bigint AS amount,
                       (SELECT value FROM law WHERE key = :rule)::int AS law
                """)
                .param("person", person).param("from", it.from()).param("until", it.until()).param("rule", it.kind().rule()).query(Work.class).single();
    }

    private boolean away(UUID person, LocalDate from, LocalDate until, Part part) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM care.leave
                                WHERE person = :person AND over_at IS NULL AND from_day <= :until AND coalesce(last_day, until_day) >= :from
                                  AND (part = 'WHOLE' OR :part = 'WHOLE' OR part = :part))
                """)
                .param("person", person).param("from", from).param("until", until).param("part", part.name()).query(Boolean.class).single();
    }

    /**
     * The line manager, whoever stands in for them, or human resources say yes or no; of what tells of health or family human resources alone, who have seen a paper before they
     * say yes. Nobody for themselves.
     *
     * <p>Refusals: {@code care.unknown}; {@code care.own}; {@code care.not-yours}; {@code care.not-asked} it was answered or taken back; {@code care.reason-missing} a no says why;
     * {@code care.words-long}; {@code care.paper-missing}; those of {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> answer(UUID id, boolean agreed, String reason, Kind.@Nullable Paper paper, Me by) {
        var found = locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "care.unknown");
        }
        var it = found.get();
        if (own(it, by)) {
            return Answer.refused("", "care.own");
        }
        if (!answers(it, by)) {
            return Answer.refused("", "care.not-yours");
        }
        if (it.state() != State.ASKED) {
            return Answer.refused("", "care.not-asked");
        }
        if (!agreed && reason.isBlank()) {
            return Answer.refused("reason", "care.reason-missing");
        }
        if (reason.length() > WORDS_LONGEST) {
            return Answer.refused("reason", "care.words-long", WORDS_LONGEST);
        }
        if (agreed && it.kind().needsPaper() && (paper == null || !it.kind().papers().contains(paper))) {
            return Answer.refused("paper", "care.paper-missing");
        }
        if (agreed && it.kind().needsPaper() && paper != null) {
            db.sql("INSERT INTO care.shown (leave, paper, seen_by, seen_at) VALUES (:id, :paper, :by, :at)").param("id", id).param("paper", paper.name()).param("by", by.account()).param("at", now()).update();
        }
        db.sql("INSERT INTO care.answered (leave, outcome, reason, answered_by, answered_at, record) VALUES (:id, :outcome, :reason, :by, :at, :record)")
                .param("id", id).param("outcome", agreed ? "AGREED" : "REFUSED").param("reason", reason.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("care.answered", today(), Map.of("leave", id.toString(), "outcome", agreed ? "AGREED" : "REFUSED", "kind", it.kind().name(), "from", it.fromDay().toString(),
                        "until", it.untilDay().toString(), "amount", it.amount())))
                .update();
        if (agreed) {
            var from = it.kind().fromAccount() ? leave.asked(it.person()) : leave.issues();
            return all(() -> books.post(LeaveBook.BOOK, List.of(Entry.of(new Source(AGREED, id), today(), new Move(from, leave.taken(it.person(), it.kind()), it.amount()))), by), id, Told.What.AGREED);
        }
        over(id);
        return !it.kind().fromAccount() ? said(id, Told.What.REFUSED) : all(() -> books.reverse(LeaveBook.BOOK, new Source(ASKED, id), new Source(REFUSED, id), today(), by), id, Told.What.REFUSED);
    }

    /**
     * Whoever asked takes it back: before it was answered, or before its first day.
     *
     * <p>Refusals: {@code care.unknown}; {@code care.only-own}; {@code care.gone} it was refused or taken back; {@code care.begun}; those of {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> withdraw(UUID id, Me by) {
        var found = locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "care.unknown");
        }
        var it = found.get();
        if (!own(it, by)) {
            return Answer.refused("", "care.only-own");
        }
        if (!it.mayGoBack(today())) {
            return Answer.refused("", it.state() == State.AGREED ? "care.begun" : "care.gone");
        }
        db.sql("INSERT INTO care.withdrawn (leave, withdrawn_by, withdrawn_at, record) VALUES (:id, :by, :at, :record)").param("id", id).param("by", by.account()).param("at", now())
                .param("record", log.record("care.withdrawn", today(), Map.of("leave", id.toString()))).update();
        over(id);
        if (it.state() == State.AGREED && all(() -> books.reverse(LeaveBook.BOOK, new Source(AGREED, id), new Source(UNDONE, id), today(), by)) instanceof Answer.Refused<Long>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        return !it.kind().fromAccount() ? said(id, Told.What.WITHDRAWN) : all(() -> books.reverse(LeaveBook.BOOK, new Source(ASKED, id), new Source(WITHDRAWN, id), today(), by), id, Told.What.WITHDRAWN);
    }

    private void over(UUID id) {
        db.sql("UPDATE care.leave SET over_at = :at WHERE id = :id").param("at", now()).param("id", id).update();
    }

    /** What the book refuses leaves nothing of ours behind. */
    private static Answer<Long> all(Supplier<Answer<Long>> posting) {
        var posted = posting.get();
        if (posted instanceof Answer.Refused<Long>) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return posted;
    }

    private Answer<UUID> all(Supplier<Answer<Long>> posting, UUID id, Told.What what) {
        return switch (all(posting)) {
            case Answer.Done<Long> _ -> said(id, what);
            case Answer.Refused<Long>(var reasons) -> new Answer.Refused<>(reasons);
        };
    }

    boolean own(Leave it, Me me) {
        return it.askedBy().equals(me.account()) || directory.personOf(me).filter(it.person()::equals).isPresent();
    }

    /** Whether somebody may answer it. */
    boolean answers(Leave it, Me me) {
        return !own(it, me) && (me.is(Role.HR) || it.kind().byManager() && leading.manages(it.person(), me));
    }

    /** Whoever asked, whoever answers. */
    boolean sees(Leave it, Me me) {
        return own(it, me) || answers(it, me);
    }

    Optional<Leave> locked(UUID id) {
        db.sql("SELECT FROM care.leave WHERE id = :id FOR UPDATE").param("id", id).query((row, n) -> row).optional();
        return find(id);
    }

    static final String SELECT = """
            SELECT leave.id, leave.number, leave.person, name.name_en AS person_en, name.name_zh AS person_zh, leave.kind, leave.from_day, coalesce(back.last_day, leave.until_day) AS until_day, leave.part,
                   leave.amount - coalesce(back.amount, 0) AS amount, leave.words, leave.asked_by, leave.asked_at, answered.outcome, answered.reason, answered.answered_by, answered.answered_at,
                   withdrawn.withdrawn_at, shown.paper, CASE WHEN back.leave IS NOT NULL THEN leave.until_day END AS asked_until
              FROM care.leave
              JOIN directory.name ON name.id = leave.person
              LEFT JOIN care.answered ON answered.leave = leave.id
              LEFT JOIN care.withdrawn ON withdrawn.leave = leave.id
              LEFT JOIN care.shown ON shown.leave = leave.id
              LEFT JOIN care.back ON back.leave = leave.id
            """;

    public Optional<Leave> find(UUID id) {
        return db.sql(SELECT + " WHERE leave.id = :id").param("id", id).query(Leave.class).optional();
    }

    /** What somebody asked for, the latest first. */
    public List<Leave> of(UUID person) {
        return db.sql(SELECT + " WHERE leave.person = :person ORDER BY leave.from_day DESC, leave.asked_at DESC").param("person", person).query(Leave.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
