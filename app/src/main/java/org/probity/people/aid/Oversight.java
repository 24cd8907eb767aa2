package org.probity.people.aid;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.shapes.book.Books;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the supervising committee remarks, and what the deciding one answers. Whoever looks on stops nothing; that they said it stands. */
@Service
public class Oversight {
    static final int WORDS_LONGEST = 1_000;

    /** @param number of the application; null: about the whole @param reply null: not answered */
    public record Remark(UUID id, @Nullable String number, String words, String nameEn, String nameZh, Instant remarkedAt, @Nullable String reply, @Nullable Instant repliedAt) {}

    private final JdbcClient db;
    private final Fund fund;
    private final Seats seats;
    private final Log log;

    Oversight(JdbcClient db, Fund fund, Seats seats, Log log) {
        this.db = db;
        this.fund = fund;
        this.seats = seats;
        this.log = log;
    }

    /** Refusals: {@code aid.not-yours}; {@code aid.remark-wrong} no words, or too many; {@code aid.no-such-number}. @param number of an application; empty: about the whole */
    @Transactional
    public Answer<UUID> remark(String number, String words, Me by) {
        if (!seats.looksOn(by)) {
            return Answer.refused("", "aid.not-yours");
        }
        if (words.isBlank() || words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "aid.remark-wrong", WORDS_LONGEST);
        }
        var application = number.isBlank() ? java.util.Optional.<UUID>empty() : db.sql("SELECT id FROM aid.application WHERE number = :number").param("number", number.strip()).query(UUID.class).optional();
        if (application.isEmpty() && !number.isBlank()) {
            return Answer.refused("number", "aid.no-such-number");
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO aid.remark (id, application, words, remarked_by, remarked_at, record) VALUES (:id, :application, :words, :by, :at, :record)").param("id", id)
                .param("application", application.orElse(null)).param("words", words.strip()).param("by", seats.seat(by).orElseThrow().person()).param("at", fund.now())
                .param("record", log.record("aid.remark", fund.today(), Map.of("remark", id.toString()))).update();
        return Answer.done(id);
    }

    /** Refusals: {@code aid.not-yours}; {@code aid.unknown}; {@code aid.replied}; {@code aid.remark-wrong}. */
    @Transactional
    public Answer<UUID> reply(UUID remark, String words, Me by) {
        if (!seats.decides(by)) {
            return Answer.refused("", "aid.not-yours");
        }
        if (words.isBlank() || words.length() > WORDS_LONGEST) {
            return Answer.refused("words", "aid.remark-wrong", WORDS_LONGEST);
        }
        var found = db.sql("SELECT id FROM aid.remark WHERE id = :id FOR UPDATE").param("id", remark).query(UUID.class).optional();
        if (found.isEmpty()) {
            return Answer.refused("", "aid.unknown");
        }
        if (db.sql("SELECT EXISTS (SELECT FROM aid.reply WHERE remark = :id)").param("id", remark).query(Boolean.class).single()) {
            return Answer.refused("", "aid.replied");
        }
        db.sql("INSERT INTO aid.reply (remark, words, replied_by, replied_at, record) VALUES (:id, :words, :by, :at, :record)").param("id", remark).param("words", words.strip())
                .param("by", seats.seat(by).orElseThrow().person()).param("at", fund.now())
                .param("record", log.record("aid.reply", fund.today(), Map.of("remark", remark.toString()))).update();
        return Answer.done(remark);
    }

    /**
     * Whoever looks on closes the fund's book up to the end of a month that they have gone through: nothing is entered into it any more, and what was wrong is taken back by an entry of a later day.
     *
     * <p>Refusals: {@code aid.not-yours}; {@code aid.month-wrong} none was typed; those of {@link Books#close}.
     */
    @Transactional
    public Answer<LocalDate> close(@Nullable YearMonth month, Me by) {
        if (!seats.looksOn(by)) {
            return Answer.refused("", "aid.not-yours");
        }
        return month == null ? Answer.refused("month", "aid.month-wrong") : fund.close(month.atEndOfMonth(), by);
    }

    @Nullable LocalDate closedUntil() {
        return fund.closedUntil().orElse(null);
    }

    LocalDate today() {
        return fund.today();
    }

    List<Remark> all() {
        return db.sql("""
                SELECT remark.id, application.number, remark.words, name.name_en, name.name_zh, remark.remarked_at, reply.words AS reply, reply.replied_at
                  FROM aid.remark
                  JOIN directory.name ON name.id = remark.remarked_by
                  LEFT JOIN aid.application ON application.id = remark.application
                  LEFT JOIN aid.reply ON reply.remark = remark.id
                 ORDER BY remark.remarked_at DESC
                 LIMIT 60
                """).query(Remark.class).list();
    }

    long unanswered() {
        return db.sql("SELECT count(*) FROM aid.remark WHERE NOT EXISTS (SELECT FROM aid.reply WHERE reply.remark = remark.id)").query(Long.class).single();
    }
}
