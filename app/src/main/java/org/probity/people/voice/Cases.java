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
import org.probity.people.voice.Card.Review;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What handlers do with a report once their browsers have opened it. Of a case only its card is here, and only for those the message was sealed for. */
@Service
class Cases {
    /** What follows upon a message, in its order. */
    enum Step { ACKNOWLEDGED, ANSWERED, CLOSED }

    /** A note as its readers' browsers get it. */
    record Note(UUID card, LocalDate day, byte[] sealed) {}

    private static final RowMapper<Card> CARD = (row, n) -> new Card(row.getObject("id", UUID.class), row.getString("number"), row.getString("message"), Channel.valueOf(row.getString("channel")),
            Category.valueOf(row.getString("category")), Via.valueOf(row.getString("via")), row.getString("site_en"), row.getString("site_zh"), row.getObject("received", LocalDate.class), row.getObject("acknowledged", LocalDate.class),
            row.getObject("answered", LocalDate.class), row.getObject("closed", LocalDate.class), row.getString("outcome") == null ? null : Outcome.valueOf(row.getString("outcome")),
            row.getObject("acknowledge_by", LocalDate.class), row.getObject("answer_by", LocalDate.class), row.getInt("asked"), row.getInt("heard"), row.getObject("follow_up", LocalDate.class),
            row.getString("reviews"), row.getString("review") == null ? null : Review.valueOf(row.getString("review")));
    static final String SELECT = """
            SELECT card.id, card.number, card.message,
                   coalesce((SELECT moved.channel FROM voice.moved WHERE moved.card = card.id ORDER BY no DESC LIMIT 1), card.channel) AS channel, card.category, card.via, place.name_en AS site_en, place.name_zh AS site_zh, card.received,
                   said.acknowledged, said.answered, said.closed, said.outcome,
                   card.received + rule.at('voice', 'acknowledge-days', card.received, 'infinity') AS acknowledge_by,
                   (coalesce(said.acknowledged, card.received + rule.at('voice', 'acknowledge-days', card.received, 'infinity'))
                       + make_interval(months => rule.at('voice', 'answer-months', card.received, 'infinity')))::date AS answer_by,
                   rounds.asked, rounds.heard, rounds.harmed,
                   before.number AS reviews,
                   CASE WHEN review.card IS NOT NULL AND said.outcome IS NOT NULL THEN CASE WHEN said.outcome = earlier.outcome THEN 'SAME' ELSE 'OTHER' END END AS seen,
                   CASE WHEN after.card IS NULL THEN NULL WHEN later.outcome IS NULL THEN 'OPEN' WHEN later.outcome = said.outcome THEN 'SAME' ELSE 'OTHER' END AS review,
                   said.acknowledged + rule.at('voice', 'follow-up-' || rounds.asked + 1 || '-days', card.received, 'infinity') AS follow_up
              FROM voice.card
              LEFT JOIN directory.places(:today, 'infinity') AS place ON place.unit = card.site
              LEFT JOIN LATERAL (
                   SELECT min(day) FILTER (WHERE what = 'ACKNOWLEDGED') AS acknowledged, min(day) FILTER (WHERE what = 'ANSWERED') AS answered,
                          max(day) FILTER (WHERE what = 'CLOSED') AS closed, max(outcome) AS outcome
                     FROM voice.step
                    WHERE step.card = card.id) AS said ON TRUE
              LEFT JOIN voice.review AS review ON review.card = card.id
              LEFT JOIN voice.card AS before ON before.id = review.of
              LEFT JOIN LATERAL (SELECT outcome FROM voice.step WHERE step.card = review.of AND step.what = 'CLOSED') AS earlier ON TRUE
              LEFT JOIN voice.review AS after ON after.of = card.id
              LEFT JOIN LATERAL (SELECT outcome FROM voice.step WHERE step.card = after.card AND step.what = 'CLOSED') AS later ON TRUE
             CROSS JOIN LATERAL (
                   SELECT count(*)::int AS asked, count(heard.round)::int AS heard, coalesce(bool_or(heard.result = 'SOME'), FALSE) AS harmed
                     FROM voice.asked
                     LEFT JOIN voice.heard ON heard.card = asked.card AND heard.round = asked.round
                    WHERE asked.card = card.id) AS rounds
            """;
    /** Whether a card is of whoever asks. */
    static final String OWN = """
            EXISTS (SELECT FROM voice.team JOIN voice.handler ON handler.id = team.handler
                     WHERE team.card = %s AND handler.account = :me AND NOT EXISTS (SELECT FROM voice.recused WHERE recused.card = team.card AND recused.handler = team.handler))
            """;

    /** The step that asks whether they suffer for it. */
    static final String ASKED = "ASKED";
    private static final int NOTES_MOST = 500;
    /** So long something may lie before it is written down. */
    static final int LATE_DAYS = 92;

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

    /** Those of whoever asks: sealed for a key of theirs, and not stepped back from. Newest first. */
    List<Card> of(Me me) {
        return db.sql(SELECT + " WHERE " + OWN.formatted("card.id") + """
                 ORDER BY said.closed IS NOT NULL, card.received DESC, card.number DESC
                """).param("today", boards.today()).param("me", me.account()).query(CARD).list();
    }

    Optional<Card> find(UUID id, Me me) {
        return of(me).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /**
     * Opens a case from a message that a browser could read.
     *
     * <p>Refusals: {@code voice.message-unknown}; {@code voice.opened-already} somebody was faster; {@code voice.card-wrong} channel, category, way, day or site is none;
     * {@code voice.not-reader} none of the keys that the message names is of whoever opens it, or one of them is none; {@code voice.review-own} somebody among them handled the case that
     * they shall look at; {@code voice.reviewed-already}.
     *
     * @param via how it reached us
     * @param came the day on which it did, for one that somebody wrote down: not after the message, and not more than {@value #LATE_DAYS} days before
     * @param team the keys that the message says it was sealed for
     * @param of the first message of a thread whose handling others are asked to look at; empty: none. A message that nobody made a case of has nothing to look at: this is its case then
     */
    @Transactional
    Answer<UUID> open(String message, String channel, String category, String via, @Nullable LocalDate came, @Nullable UUID site, List<UUID> team, String of, Me me) {
        var day = boards.dayOf(message);
        if (day.isEmpty()) {
            return Answer.refused("", "voice.message-unknown");
        }
        var handlers = team.stream().distinct().flatMap(it -> keys.find(it).stream()).filter(it -> it.entered() != null).toList();
        if (handlers.size() != team.size() || handlers.stream().noneMatch(it -> it.account().equals(me.account()))) {
            return Answer.refused("", "voice.not-reader");
        }
        var known = site == null || db.sql("SELECT EXISTS (SELECT FROM directory.places(:day, 'infinity') WHERE unit = :site AND kind = 'SITE')").param("day", boards.today()).param("site", site).query(Boolean.class).single();
        // A message of a day that is not yet came while a clock was ahead.
        var sent = day.get().isAfter(boards.today()) ? boards.today() : day.get();
        var received = came == null ? sent : came;
        var way = Via.of(via);
        if (Channel.of(channel).isEmpty() || Category.of(category).isEmpty() || !known || way.isEmpty() || way.get() == Via.WEB && came != null || received.isAfter(sent)
                || received.isBefore(sent.minusDays(LATE_DAYS))) {
            return Answer.refused("", "voice.card-wrong");
        }
        var earlier = db.sql("SELECT id FROM voice.card WHERE message = :of").param("of", of).query(UUID.class).optional();
        if (earlier.isPresent()) {
            if (db.sql("SELECT EXISTS (SELECT FROM voice.team JOIN voice.handler ON handler.id = team.handler WHERE team.card = :card AND handler.account = ANY (:accounts))").param("card", earlier.get())
                    .param("accounts", handlers.stream().map(Handler::account).toArray(UUID[]::new)).query(Boolean.class).single()) {
                return Answer.refused("", "voice.review-own");
            }
            if (db.sql("SELECT EXISTS (SELECT FROM voice.review WHERE of = :card OR card = :card)").param("card", earlier.get()).query(Boolean.class).single()) {
                return Answer.refused("", "voice.reviewed-already");
            }
        }
        if (!mark(message, "REPORT", me)) {
            return Answer.refused("", "voice.opened-already");
        }
        var id = UUID.randomUUID();
        var record = log.record("voice.case", received, Map.of("case", id.toString(), "message", message, "channel", channel, "category", category, "via", via));
        db.sql("""
                INSERT INTO voice.card (id, number, message, channel, category, via, site, received, opened_on, opened_by, opened_at, record)
                VALUES (:id, 'V' || to_char(CAST(:today AS date), 'YYYY') || '-' || lpad(nextval('voice.number')::text, 5, '0'), :message, :channel, :category, :via, :site, :received, :today, :by, :at, :record)
                """)
                .param("id", id).param("today", boards.today()).param("message", message).param("channel", channel).param("category", category).param("via", via).param("site", site, java.sql.Types.OTHER)
                .param("received", received).param("by", me.account()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("record", record).update();
        handlers.forEach(it -> joins(id, it));
        earlier.ifPresent(it -> db.sql("INSERT INTO voice.review (card, of, record) VALUES (:card, :of, :record)").param("card", id).param("of", it).param("record", step(it, "APPEALED")).update());
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
     * {@code voice.outcome-missing} a case closes with one, and with nothing else; {@code voice.follow-up-early} it is not yet the day to ask whether they suffer for it.
     *
     * @param step none: a word between steps; {@link #ASKED}: whether they suffer for it
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
        if (step.equals(ASKED)) {
            var due = found.get().followUp();
            if (due == null || due.isAfter(boards.today())) {
                return Answer.refused("step", "voice.follow-up-early");
            }
            db.sql("INSERT INTO voice.asked (card, round, day, by, record) VALUES (:card, :round, :day, :by, :record)").param("card", card).param("round", found.get().asked() + 1).param("day", boards.today())
                    .param("by", me.account()).param("record", step(card, ASKED)).update();
        } else if (!step.isEmpty()) {
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

    private UUID step(UUID card, String what) {
        return log.record("voice.step", boards.today(), Map.of("case", card.toString(), "what", what));
    }

    /** Notes what came back when they were asked. Refusals: {@code voice.case-unknown}; {@code voice.result-missing}; {@code voice.not-asked} or noted already. */
    @Transactional
    Answer<UUID> heard(UUID card, String result, Me me) {
        var found = find(card, me);
        if (found.isEmpty()) {
            return Answer.refused("", "voice.case-unknown");
        }
        if (Arrays.stream(Card.Heard.values()).noneMatch(it -> it.name().equals(result))) {
            return Answer.refused("result", "voice.result-missing");
        }
        var noted = db.sql("""
                INSERT INTO voice.heard (card, round, result, day, by, record)
                SELECT card, min(round), :result, :day, :by, :record
                  FROM voice.asked
                 WHERE card = :card AND NOT EXISTS (SELECT FROM voice.heard WHERE heard.card = asked.card AND heard.round = asked.round)
                 GROUP BY card
                ON CONFLICT DO NOTHING
                """)
                .param("result", result).param("day", boards.today()).param("by", me.account()).param("record", found.get().heard() < found.get().asked() ? step(card, "HEARD") : card).param("card", card).update();
        return noted == 1 ? Answer.done(card) : Answer.refused("", "voice.not-asked");
    }

    /** Keeps what was sealed for the team. The same once more is the same answer. Refusals: {@code voice.case-unknown}; {@code voice.no-message}; {@code voice.notes-full}. */
    @Transactional
    Answer<UUID> note(UUID card, byte[] bytes, Me me) {
        if (find(card, me).isEmpty()) {
            return Answer.refused("", "voice.case-unknown");
        }
        var sealed = Sealed.of(bytes);
        if (sealed.isEmpty()) {
            return Answer.refused("", "voice.no-message");
        }
        if (db.sql("SELECT count(*) FROM voice.note WHERE card = :card").param("card", card).query(Long.class).single() >= NOTES_MOST) {
            return Answer.refused("", "voice.notes-full");
        }
        keep(card, sealed.get(), me);
        return Answer.done(card);
    }

    private void keep(UUID card, Sealed sealed, Me me) {
        db.sql("INSERT INTO voice.note (sha256, card, day, by, sealed) VALUES (:sha, :card, :day, :by, :sealed) ON CONFLICT DO NOTHING")
                .param("sha", sealed.sha256()).param("card", card).param("day", boards.today()).param("by", me.account()).param("sealed", sealed.bytes()).update();
    }

    List<Note> notes(Me me) {
        return db.sql("SELECT card, day, sealed FROM voice.note WHERE " + OWN.formatted("note.card") + " ORDER BY day, sha256").param("me", me.account())
                .query((row, n) -> new Note(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class), row.getBytes(3))).list();
    }

    /** Who stepped back from it: nothing more is sealed for them. */
    List<UUID> steppedBack(UUID card) {
        return db.sql("SELECT handler FROM voice.recused WHERE card = :card ORDER BY handler").param("card", card).query(UUID.class).list();
    }

    /**
     * Somebody who has an interest in a case leaves it to the others, at once: their card is gone, and what is written from now on is not for them. What they have read they have read.
     *
     * <p>Refusals: {@code voice.case-unknown}; {@code voice.because-missing}.
     */
    @Transactional
    Answer<UUID> stepBack(UUID card, String because, Me me) {
        db.sql("SELECT FROM voice.card WHERE id = :id FOR UPDATE").param("id", card).query((row, n) -> row).optional();
        if (find(card, me).isEmpty()) {
            return Answer.refused("", "voice.case-unknown");
        }
        if (Card.Because.chosen().stream().noneMatch(it -> it.name().equals(because))) {
            return Answer.refused("because", "voice.because-missing");
        }
        db.sql("""
                INSERT INTO voice.recused (card, handler, because, day, by, record)
                SELECT team.card, team.handler, :because, :day, :me, :record
                  FROM voice.team
                  JOIN voice.handler ON handler.id = team.handler
                 WHERE team.card = :card AND handler.account = :me
                """).param("because", because).param("day", boards.today()).param("me", me.account()).param("record", step(card, "STEPPED_BACK")).param("card", card).update();
        return Answer.done(card);
    }

    private void joins(UUID card, Handler handler) {
        db.sql("INSERT INTO voice.team (card, handler) VALUES (:card, :handler) ON CONFLICT DO NOTHING").param("card", card).param("handler", handler.id()).update();
    }

    /**
     * Hands a case on to another mailbox: a browser that has read it has sealed what was written so far for those who read it now, and an answer that tells whoever reported. Those who had
     * it see it no more.
     *
     * <p>Refusals: {@code voice.case-unknown}; {@code voice.step-wrong} it is closed; {@code voice.card-wrong} no such mailbox; {@code voice.team-thin} fewer than two people with a key in
     * force; {@code voice.stepped-back-there} one of them left this case before; {@code voice.no-message} not of the form.
     */
    @Transactional
    Answer<UUID> handOn(UUID card, String channel, List<UUID> team, byte[] history, byte[] answer, Me me) {
        db.sql("SELECT FROM voice.card WHERE id = :id FOR UPDATE").param("id", card).query((row, n) -> row).optional();
        var found = find(card, me);
        if (found.isEmpty()) {
            return Answer.refused("", "voice.case-unknown");
        }
        if (found.get().closed() != null) {
            return Answer.refused("", "voice.step-wrong");
        }
        if (Channel.of(channel).isEmpty()) {
            return Answer.refused("channel", "voice.card-wrong");
        }
        var handlers = team.stream().distinct().flatMap(it -> keys.find(it).stream()).filter(Handler::inForce).toList();
        if (handlers.size() != team.size() || handlers.stream().map(Handler::account).distinct().count() < 2) {
            return Answer.refused("channel", "voice.team-thin");
        }
        var ids = handlers.stream().map(Handler::id).toArray(UUID[]::new);
        if (db.sql("SELECT EXISTS (SELECT FROM voice.recused WHERE card = :card AND handler = ANY (:ids))").param("card", card).param("ids", ids).query(Boolean.class).single()) {
            return Answer.refused("channel", "voice.stepped-back-there");
        }
        var note = Sealed.of(history);
        var told = Sealed.of(answer);
        if (note.isEmpty() || told.isEmpty()) {
            return Answer.refused("", "voice.no-message");
        }
        var record = step(card, "HANDED_ON");
        db.sql("INSERT INTO voice.moved (card, no, channel, day, by, record) SELECT :card, count(*) + 1, :channel, :day, :by, :record FROM voice.moved WHERE card = :card")
                .param("card", card).param("channel", channel).param("day", boards.today()).param("by", me.account()).param("record", record).update();
        db.sql("""
                INSERT INTO voice.recused (card, handler, because, day, by, record)
                SELECT card, handler, 'MOVED', :day, :by, :record FROM voice.team WHERE card = :card AND handler <> ALL (:ids)
                ON CONFLICT DO NOTHING
                """).param("day", boards.today()).param("by", me.account()).param("record", record).param("card", card).param("ids", ids).update();
        handlers.forEach(it -> joins(card, it));
        keep(card, note.get(), me);
        boards.answer(told.get());
        return Answer.done(card);
    }

    /** Open cases that fewer than two people still see: the others stepped back, or their keys were taken out. */
    boolean thin() {
        return db.sql("""
                SELECT EXISTS (
                    SELECT FROM voice.card
                     WHERE NOT EXISTS (SELECT FROM voice.step WHERE step.card = card.id AND step.what = 'CLOSED')
                       AND (SELECT count(DISTINCT handler.account)
                              FROM voice.team
                              JOIN voice.handler ON handler.id = team.handler
                             WHERE team.card = card.id
                               AND NOT EXISTS (SELECT FROM voice.recused WHERE recused.card = team.card AND recused.handler = team.handler)
                               AND NOT EXISTS (SELECT FROM voice.retired WHERE retired.handler = team.handler)) < 2)
                """).query(Boolean.class).single();
    }
}
