package org.probity.people.aid;

import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.settings.Company;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.proof.Control;
import org.probity.proof.Definition;
import org.probity.proof.Facts;
import org.probity.proof.Fold;
import org.probity.proof.Level;
import org.probity.proof.Period;
import org.probity.proof.Report;
import org.probity.proof.ReportDraft;
import org.probity.proof.Rounding;
import org.probity.proof.Row;
import org.probity.proof.SealedPackage;
import org.probity.proof.Words;
import org.probity.shapes.figure.Figure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The fund's book as of a day that a member chooses, as a package that either verifier checks without a network: from the balance at the beginning of that year entry by entry to what lay in the fund, and beside it what the book's moves add up to.
 *
 * <p>Of a payment the quarter is told and no day, so payments enter the book of a day when their quarter is over, and that of today at once, as the page has it: else two packages of neighbouring days would tell
 * on which day a colleague was helped. For the same reason a payment cites no entry of the log, whose days are public; that none is missing or changed follows from the sum, which the book's moves give as well.
 */
@Component
class SealedBooks {
    private static final String ROWS = Figure.sql(SealedBooks.class, "figures/aid-fund.sql");
    private static final String BY_THE_BOOK = Figure.sql(SealedBooks.class, "figures/aid-book-of-day.sql");
    private static final String KIND = "aid.evidence.";

    /** An entry as everybody may read it. @param record what bound it in the log; none of what was let out or came back, and none of the balance at the beginning */
    record Line(String period, String what, String kind, BigDecimal yuan, @Nullable UUID record) {}

    /** @param letOutUntil the last day whose payments stand in it @param byTheBook what the book's moves add up to */
    record Book(LocalDate day, LocalDate letOutUntil, List<Line> lines, BigDecimal byTheBook) {
        BigDecimal of(String what) {
            return lines.stream().filter(it -> it.what().equals(what)).map(Line::yuan).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        }

        BigDecimal held() {
            return lines.stream().map(Line::yuan).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        }

        /** Whether nothing of the quarter had to be left out. */
        boolean whole() {
            return letOutUntil.equals(day);
        }
    }

    /** Who drew a month's list and who said that the money is there. */
    private record Two(UUID drawnBy, OffsetDateTime drawnAt, UUID collectedBy, OffsetDateTime collectedAt) {}

    private record Kept(byte[] files, UUID record) {}

    private final JdbcClient db;
    private final Fund fund;
    private final Log log;
    private final Messages messages;
    private final Company company;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    SealedBooks(JdbcClient db, Fund fund, Log log, Messages messages, Company company, Clock clock, TransactionTemplate transaction) {
        this.db = db;
        this.fund = fund;
        this.log = log;
        this.messages = messages;
        this.company = company;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What will stand in the package.
     *
     * <p>Refusals: {@code aid.book-day-wrong} none, or yet to come; {@code aid.book-day-early} with the first day: before it no month was collected by two, and a package is vouched for by two.
     */
    Answer<Book> of(@Nullable LocalDate day) {
        if (day == null || day.isAfter(fund.today())) {
            return Answer.refused("day", "aid.book-day-wrong");
        }
        if (two(day).isEmpty()) {
            return db.sql("SELECT min(day) FROM aid.collected").query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class))).single()
                    .<Answer<Book>>map(first -> Answer.refused("day", "aid.book-day-early", first)).orElseGet(() -> Answer.refused("day", "aid.book-day-none"));
        }
        return Answer.done(read(day, clock.instant()));
    }

    private Book read(LocalDate day, Instant knownAt) {
        var letOutUntil = letOutUntil(day);
        var parameters = Map.of("year", day.getYear(), "from_day", day.withDayOfYear(1), "until_day", day, "let_out_until", letOutUntil, "known_at", knownAt.atOffset(ZoneOffset.UTC));
        var lines = db.sql("SELECT facts ->> 'period', facts ->> 'what', facts ->> 'kind', (inputs ->> 'yuan')::numeric, (evidence -> 0 ->> 'record')::uuid FROM (" + ROWS + ") AS row").params(parameters)
                .query((row, n) -> new Line(row.getString(1), row.getString(2), row.getString(3), row.getBigDecimal(4), letOut(row.getString(2)) ? null : row.getObject(5, UUID.class))).list();
        var told = letOutUntil.equals(day) ? lines : lines.stream().filter(it -> !letOut(it.what()) || !it.period().equals(Register.quarter(day))).toList();
        return new Book(day, letOutUntil, told, db.sql(BY_THE_BOOK).params(parameters).query(BigDecimal.class).single());
    }

    private static boolean letOut(String what) {
        return what.equals("payout") || what.equals("returned");
    }

    /** The day itself when it is today or ends its quarter; else the end of the quarter before. */
    private LocalDate letOutUntil(LocalDate day) {
        var quarter = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
        return day.equals(fund.today()) || day.equals(quarter.plusMonths(3).minusDays(1)) ? day : quarter.minusDays(1);
    }

    /**
     * The package of a day, for whoever may read the book. It is sealed once, and again when an entry that belongs in it came since.
     *
     * <p>Refusals: those of {@link #of}; {@code aid.package-not-yet} the log has not placed everything yet, or does not sign: it can be asked for again.
     */
    Answer<byte[]> sealed(@Nullable LocalDate day) {
        if (of(day) instanceof Answer.Refused<Book>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        if (!log.maySign()) {
            return Answer.refused("", "aid.package-not-yet");
        }
        // What publishes it gets its place in the log after the first has ended.
        transaction.executeWithoutResult(_ -> {
            log.settle();
            // Two may ask at once; one seals, the other waits and finds it.
            fund.hold();
            kept(Objects.requireNonNull(day)).or(() -> seal(day));
        });
        return Objects.requireNonNull(transaction.<Answer<byte[]>>execute(_ -> {
            log.settle();
            return kept(Objects.requireNonNull(day)).flatMap(this::withProofs).<Answer<byte[]>>map(Answer::done).orElseGet(() -> Answer.refused("", "aid.package-not-yet"));
        }));
    }

    /** What was sealed since the last entry that stands in it. */
    private Optional<Kept> kept(LocalDate day) {
        return db.sql("""
                SELECT files, record
                  FROM aid.sealed_book
                 WHERE day = :day AND let_out_until = :until
                   AND known_at >= (SELECT max(at)
                                      FROM (SELECT collected_at AS at FROM aid.collected WHERE day <= :day
                                             UNION ALL SELECT said_at FROM aid.gift WHERE day <= :day
                                             UNION ALL SELECT at FROM aid.payout WHERE day <= :until
                                             UNION ALL SELECT at FROM aid.returned WHERE day <= :until) AS entered)
                 ORDER BY known_at DESC
                 LIMIT 1
                """)
                .param("day", day).param("until", letOutUntil(day)).query(Kept.class).optional();
    }

    /** Empty while an entry has no place in the log. */
    private Optional<Kept> seal(LocalDate day) {
        var now = clock.instant();
        var book = read(day, now);
        var places = log.places(book.lines().stream().map(Line::record).filter(Objects::nonNull).collect(Collectors.toSet())).stream().collect(Collectors.toMap(Log.Placed::record, it -> it));
        if (book.lines().stream().anyMatch(it -> it.record() != null && !places.containsKey(it.record()))) {
            return Optional.empty();
        }
        var period = new Period(day.withDayOfYear(1), day);
        var draft = new ReportDraft(random);
        var figure = draft.figure("aid-fund", said("fig.fund"), definition(book), period, new Words(company.boundary(Lang.EN), company.boundary(Lang.ZH)), seconds(now), Level.PUBLIC);
        figure.control(Control.ofSum(said("fig.fund.control"), said("book-moves"), "yuan", book.byTheBook()));
        var alike = new TreeMap<String, Integer>();
        for (var it : book.lines()) {
            var code = it.period() + " " + it.kind();
            var evidence = it.record() == null ? List.<Row.Evidence>of() : List.of(new Row.Evidence(KIND + it.what(), Row.Source.DECLARATION, places.get(it.record()).index()));
            figure.add(Row.included(code + " " + alike.merge(code, 1, Integer::sum), Facts.of(Map.of("yuan", it.yuan())), evidence));
        }
        var sealed = draft.seal(new Report("aid-book-" + day, 1, said("book-title", day), new Words(company.in(Lang.EN), company.in(Lang.ZH)), period, seconds(now), vouched(two(day).orElseThrow()), log.verifier(),
                log.witnesses(), population(places), Optional.empty()));
        var files = SealedPackage.pack(sealed.files(Level.PUBLIC));
        var publication = log.record(Report.PUBLICATION, fund.today(), sealed.publication());
        db.sql("INSERT INTO aid.sealed_book (id, day, let_out_until, known_at, files, record) VALUES (:id, :day, :until, :at, :files, :record)")
                .param("id", UUID.randomUUID()).param("day", day).param("until", book.letOutUntil()).param("at", now.atOffset(ZoneOffset.UTC)).param("files", files).param("record", publication)
                .update();
        return Optional.of(new Kept(files, publication));
    }

    private List<Report.Population> population(Map<UUID, Log.Placed> places) {
        var numbered = new TreeMap<String, Report.Population>();
        places.values().forEach(it -> numbered.computeIfAbsent(it.kind() + " " + it.year(), _ -> {
            var last = log.last(it.kind(), it.year()).orElseThrow();
            return new Report.Population(it.kind(), it.year(), last.number(), last.index());
        }));
        return new ArrayList<>(numbered.values());
    }

    private Definition definition(Book book) {
        var silent = book.whole() ? said("fig.fund.silent") : said("book-silent", book.letOutUntil());
        return new Definition("1", said("fig.fund.sentence"), said("fig.fund.counts"), said("fig.fund.met"), silent, ROWS, new Fold.Sum("yuan"), said("yuan"), Rounding.places(2), Definition.TimeRule.AT_END);
    }

    private Optional<byte[]> withProofs(Kept kept) {
        return log.place(kept.record()).flatMap(place -> log.best(place.index()).map(best -> {
            var files = SealedPackage.unpack(kept.files());
            var proofs = SealedPackage.proofs(files, log.opening(kept.record()).orElseThrow(), place.index(), log.view(best), Optional.empty(), log.namings());
            return SealedPackage.pack(SealedPackage.join(files, proofs));
        }));
    }

    /** Who vouches for a day's book: whoever drew the last month's list until then, and whoever said that its money is there; the database holds that they are two. */
    private Optional<Two> two(LocalDate day) {
        return db.sql("""
                SELECT run.drawn_by, run.drawn_at, collected.collected_by, collected.collected_at
                  FROM aid.collected
                  JOIN aid.run ON run.id = collected.run
                 WHERE collected.day <= :day
                 ORDER BY collected.collected_at DESC
                 LIMIT 1
                """)
                .param("day", day).query(Two.class).optional();
    }

    private static List<Report.DecidedBy> vouched(Two two) {
        return List.of(new Report.DecidedBy("drawer", pseudonym(two.drawnBy()), seconds(two.drawnAt().toInstant())), new Report.DecidedBy("collector", pseudonym(two.collectedBy()), seconds(two.collectedAt().toInstant())));
    }

    private Words said(String key, Object... args) {
        return new Words(messages.text(Lang.EN, "aid." + key, Object::toString, args), messages.text(Lang.ZH, "aid." + key, Object::toString, args));
    }

    /** An account's id is random; its first half tells two people apart and names neither. */
    private static String pseudonym(UUID account) {
        return account.toString().substring(0, 8);
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }
}
