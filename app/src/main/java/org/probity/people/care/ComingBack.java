package org.probity.people.care;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.care.Leave.Part;
import org.probity.people.care.Leave.State;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry;
import org.probity.shapes.book.Entry.Move;
import org.probity.shapes.book.Entry.Source;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Coming back before the last day of one's leave: the hours of the days that are left go back to where they came from, and the days are free again. */
@Service
public class ComingBack {
    private static final String BACK = "care.back";

    /** Somebody works again before the last day of their leave; heard in its transaction. @param day the first on which they do @param by who said so */
    record Back(UUID leave, LocalDate day, UUID by) {}

    private final JdbcClient db;
    private final Leaves leaves;
    private final LeaveBook leave;
    private final Books books;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ComingBack(JdbcClient db, Leaves leaves, LeaveBook leave, Books books, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.leaves = leaves;
        this.leave = leave;
        this.books = books;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody is, or will be, back on a day. They say so themselves of today and of days to come; of days that are over whoever answers their leave does, for who was here then is not for them alone
     * to say.
     *
     * <p>Refusals: {@code care.unknown}; {@code care.not-yours}; {@code care.not-agreed}; {@code care.back-already}; {@code care.back-not-begun} it can still be taken back as a whole;
     * {@code care.day-missing}; {@code care.back-outside} not a day of the leave, or its first; {@code care.back-past}; {@code care.too-short} the law gives more; {@code care.back-nothing} no day of work is
     * left; those of {@link Books#post}.
     *
     * @param day the first on which they work again
     */
    @Transactional
    public Answer<UUID> comeBack(UUID id, @Nullable LocalDate day, Me by) {
        var found = leaves.locked(id);
        if (found.isEmpty()) {
            return Answer.refused("", "care.unknown");
        }
        var it = found.get();
        var answers = leaves.answers(it, by);
        if (!answers && !leaves.own(it, by)) {
            return Answer.refused("", "care.not-yours");
        }
        if (it.state() != State.AGREED) {
            return Answer.refused("", "care.not-agreed");
        }
        if (it.askedUntil() != null) {
            return Answer.refused("", "care.back-already");
        }
        if (leaves.today().isBefore(it.fromDay())) {
            return Answer.refused("", "care.back-not-begun");
        }
        if (day == null) {
            return Answer.refused("back", "care.day-missing");
        }
        if (!day.isAfter(it.fromDay()) || day.isAfter(it.untilDay())) {
            return Answer.refused("back", "care.back-outside", it.fromDay().plusDays(1), it.untilDay());
        }
        if (!answers && day.isBefore(leaves.today())) {
            return Answer.refused("back", "care.back-past");
        }
        var work = leaves.work(it.person(), new Leaves.Request(it.kind(), day, it.untilDay(), Part.WHOLE, ""));
        if (it.kind().atLeast() && work.law() != null && day.toEpochDay() - it.fromDay().toEpochDay() < work.law()) {
            return Answer.refused("back", "care.too-short", work.law());
        }
        // A roster may have changed since it was asked for: no more goes back than was taken.
        var amount = Math.min(work.amount(), it.amount());
        if (amount == 0) {
            return Answer.refused("back", "care.back-nothing");
        }
        db.sql("INSERT INTO care.back (leave, last_day, amount, said_by, said_at, record) VALUES (:id, :last, :amount, :by, :at, :record)").param("id", id).param("last", day.minusDays(1))
                .param("amount", amount).param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", log.record(BACK, leaves.today(), Map.of("leave", id.toString(), "day", day.toString(), "amount", amount))).update();
        db.sql("UPDATE care.leave SET last_day = :last WHERE id = :id").param("last", day.minusDays(1)).param("id", id).update();
        if (books.post(LeaveBook.BOOK, List.of(Entry.of(new Source(BACK, id), leaves.today(), back(it, amount))), by) instanceof Answer.Refused<Long>(var reasons)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Answer.Refused<>(reasons);
        }
        events.publishEvent(new Back(id, day, by.account()));
        return Answer.done(id);
    }

    /** What was taken last goes back first: what came from the year before was used first. */
    private List<Move> back(Leave it, long amount) {
        var taken = leave.taken(it.person(), it.kind());
        if (!it.kind().fromAccount()) {
            return List.of(new Move(taken, leave.issues(), amount));
        }
        var moves = new ArrayList<Move>();
        var rest = amount;
        for (var asked : books.moved(LeaveBook.BOOK, new Source(Leaves.ASKED, it.id())).reversed()) {
            var some = Math.min(rest, asked.amount());
            if (some > 0) {
                moves.add(new Move(taken, asked.from(), some));
                rest -= some;
            }
        }
        return moves;
    }
}
