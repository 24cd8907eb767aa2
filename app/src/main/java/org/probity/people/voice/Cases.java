package org.probity.people.voice;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.people.voice.Card.Outcome;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What handlers do with a report once their browsers have opened it. Of a case only its card is here, and only for those the message was sealed for. */
@Service
class Cases {
    /** What follows upon a message, in its order. */
    enum Step { ACKNOWLEDGED, ANSWERED, CLOSED }

    /** Counts for those who watch over the clocks and read nothing. @param unopened messages that nobody opened in time */
    record Standing(long reports, long open, long acknowledgedLate, long answeredLate, long unopened) {}

    private static final RowMapper<Card> CARD = (row, n) -> new Card(row.getObject("id", UUID.class), row.getString("number"), row.getString("message"), Channel.valueOf(row.getString("channel")),
            Category.valueOf(row.getString("category")), row.getString("site_en"), row.getString("site_zh"), row.getObject("received", LocalDate.class), row.getObject("acknowledged", LocalDate.class),
            row.getObject("answered", LocalDate.class), row.getObject("closed", LocalDate.class), row.getString("outcome") == null ? null : Outcome.valueOf(row.getString("outcome")),
            row.getObject("acknowledge_by", LocalDate.class), row.getObject("answer_by", LocalDate.class));
    private static final String SELECT = """
            SELECT card.id, card.number, card.message, card.channel, card.category, place.name_en AS site_en, place.name_zh AS site_zh, card.received,
                   said.acknowledged, said.answered, said.closed, said.outcome,
                   card.received + rule.at('voice', 'acknowledge-days', card.received, 'infinity') AS acknowledge_by,
                   (coalesce(said.acknowledged, card.received + rule.at('voice', 'acknowledge-days', card.received, 'infinity'))
                       + make_interval(months => rule.at('voice', 'answer-months', card.received, 'infinity')))::date AS answer_by
              FROM voice.card
              LEFT JOIN directory.places(:today, 'infinity') AS place ON place.unit = card.site
              LEFT JOIN LATERAL (
                   SELECT min(day) FILTER (WHERE what = 'ACKNOWLEDGED') AS acknowledged, min(day) FILTER (WHERE what = 'ANSWERED') AS answered,
                          max(day) FILTER (WHERE what = 'CLOSED') AS closed, max(outcome) AS outcome
                     FROM voice.step
                    WHERE step.card = card.id) AS said ON TRUE
            """;

    private final JdbcClient db;
    private final KeyDirectory keys;
    private final Boards boards;
    private final Log log;
    private final Clock clock;

    Cases(JdbcClient db, KeyDirectory keys, Boards boards, Log log, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.boards = boards;
        this.log = log;
        this.clock = clock;
    }

    /** Those of whoever asks: sealed for a key of theirs. Newest first. */
    List<Card> of(Me me) {
        return db.sql(SELECT + """
                 WHERE EXISTS (SELECT FROM voice.team JOIN voice.handler ON handler.id = team.handler WHERE team.card = card.id AND handler.account = :me)
                 ORDER BY said.closed IS NOT NULL, card.received DESC, card.number DESC
                """).param("today", boards.today()).param("me", me.account()).query(CARD).list();
    }

    Optional<Card> find(UUID id, Me me) {
        return of(me).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /**
     * Opens a case from a message that a browser could read.
     *
     * <p>Refusals: {@code voice.message-unknown}; {@code voice.opened-already} somebody was faster; {@code voice.card-wrong} channel, category or site is none; {@code voice.not-reader} none
     * of the keys that the message names is of whoever opens it, or one of them is none.
     *
     * @param team the keys that the message says it was sealed for
     */
    @Transactional
    Answer<UUID> open(String message, String channel, String category, @Nullable UUID site, List<UUID> team, Me me) {
        var day = boards.dayOf(message);
        if (day.isEmpty()) {
            return Answer.refused("", "voice.message-unknown");
        }
        var handlers = team.stream().distinct().flatMap(it -> keys.find(it).stream()).filter(it -> it.entered() != null).toList();
        if (handlers.size() != team.size() || handlers.stream().noneMatch(it -> it.account().equals(me.account()))) {
            return Answer.refused("", "voice.not-reader");
        }
        var known = site == null || db.sql("SELECT EXISTS (SELECT FROM directory.places(:day, 'infinity') WHERE unit = :site AND kind = 'SITE')").param("day", boards.today()).param("site", site).query(Boolean.class).single();
        if (Channel.of(channel).isEmpty() || Category.of(category).isEmpty() || !known) {
            return Answer.refused("", "voice.card-wrong");
        }
        if (!mark(message, "REPORT", me)) {
            return Answer.refused("", "voice.opened-already");
        }
        var id = UUID.randomUUID();
        var record = log.record("voice.case", day.get(), Map.of("case", id.toString(), "message", message, "channel", channel, "category", category));
        db.sql("""
                INSERT INTO voice.card (id, number, message, channel, category, site, received, opened_on, opened_by, opened_at, record)
                VALUES (:id, 'V' || to_char(CAST(:today AS date), 'YYYY') || '-' || lpad(nextval('voice.number')::text, 5, '0'), :message, :channel, :category, :site, :received, :today, :by, :at, :record)
                """)
                .param("id", id).param("today", boards.today()).param("message", message).param("channel", channel).param("category", category).param("site", site, java.sql.Types.OTHER)
                .param("received", day.get()).param("by", me.account()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record).update();
        handlers.forEach(it -> db.sql("INSERT INTO voice.team (card, handler) VALUES (:card, :handler)").param("card", id).param("handler", it.id()).update());
        return Answer.done(id);
    }

    /** Says of a message that it goes on with a case, or is none. Refusals: {@code voice.message-unknown}; {@code voice.opened-already}; {@code voice.not-reader}. */
    @Transactional
    Answer<String> setAside(String message, boolean later, Me me) {
        if (!keys.reads(me)) {
            return Answer.refused("", "voice.not-reader");
        }
        if (boards.dayOf(message).isEmpty()) {
            return Answer.refused("", "voice.message-unknown");
        }
        return mark(message, later ? "LATER" : "NOTHING", me) ? Answer.done(message) : Answer.refused("", "voice.opened-already");
    }

    private boolean mark(String message, String what, Me me) {
        return db.sql("INSERT INTO voice.opened (message, what, day, by) VALUES (:message, :what, :day, :by) ON CONFLICT DO NOTHING")
                .param("message", message).param("what", what).param("day", boards.today()).param("by", me.account()).update() == 1;
    }

    /**
     * Sends whoever wrote an answer that their browser alone opens, and says which step it is.
     *
     * <p>Refusals: {@code voice.case-unknown} no such case of theirs; {@code voice.no-message} not of the form; {@code voice.step-wrong} it comes before another, or came already;
     * {@code voice.outcome-missing} a case closes with one, and with nothing else.
     *
     * @param step none: a word between steps
     */
    @Transactional
    Answer<UUID> answer(UUID card, byte[] bytes, String step, String outcome, Me me) {
        db.sql("SELECT FROM voice.card WHERE id = :id FOR UPDATE").param("id", card).query((row, n) -> row).optional();
        var found = find(card, me);
        if (found.isEmpty()) {
            return Answer.refused("", "voice.case-unknown");
        }
        var sealed = Sealed.of(bytes);
        if (sealed.isEmpty()) {
            return Answer.refused("", "voice.no-message");
        }
        if (!step.isEmpty()) {
            var now = found.get();
            var wanted = Arrays.stream(Step.values()).filter(it -> it.name().equals(step)).findFirst();
            var follows = wanted.isPresent() && switch (wanted.get()) {
                case ACKNOWLEDGED -> now.acknowledged() == null && now.closed() == null;
                case ANSWERED -> now.acknowledged() != null && now.answered() == null && now.closed() == null;
                case CLOSED -> now.answered() != null && now.closed() == null;
            };
            if (!follows) {
                return Answer.refused("step", "voice.step-wrong");
            }
            var closes = wanted.get() == Step.CLOSED;
            if (closes != Arrays.stream(Outcome.values()).anyMatch(it -> it.name().equals(outcome))) {
                return Answer.refused("outcome", "voice.outcome-missing");
            }
            var record = log.record("voice.step", boards.today(), closes ? Map.of("case", card.toString(), "what", step, "outcome", outcome) : Map.of("case", card.toString(), "what", step));
            db.sql("""
                    INSERT INTO voice.step (card, no, what, outcome, day, by, at, record)
                    SELECT :card, (SELECT count(*) + 1 FROM voice.step WHERE card = :card), :what, :outcome, :day, :by, :at, :record
                    """)
                    .param("card", card).param("what", step).param("outcome", closes ? outcome : null, java.sql.Types.VARCHAR).param("day", boards.today()).param("by", me.account())
                    .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record).update();
        }
        boards.answer(sealed.get());
        return Answer.done(card);
    }

    /** Cases whose clock has run out. */
    long late() {
        return db.sql("SELECT count(*) FROM (" + SELECT + ") AS told WHERE closed IS NULL AND (acknowledged IS NULL AND acknowledge_by < :today OR acknowledged IS NOT NULL AND answered IS NULL AND answer_by < :today)")
                .param("today", boards.today()).query(Long.class).single();
    }

    /** For the union: how many, how late, and what nobody opened. */
    Standing standing(int days) {
        var today = boards.today();
        return db.sql("SELECT count(*), count(*) FILTER (WHERE closed IS NULL), count(*) FILTER (WHERE coalesce(acknowledged, closed, :today) > acknowledge_by), "
                + "count(*) FILTER (WHERE coalesce(answered, closed, :today) > answer_by) FROM (" + SELECT + ") AS told")
                .param("today", today).query((row, n) -> new Standing(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), boards.unopened(days))).single();
    }
}
