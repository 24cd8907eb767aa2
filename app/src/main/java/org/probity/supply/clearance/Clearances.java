package org.probity.supply.clearance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.proof.Json;
import org.probity.supply.clearance.Clearance.Outcome;
import org.probity.supply.clearance.Clearance.Reason;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers whether we may, by all rules of all rooms in one statement, and keeps what it answered in the same statement. PostgreSQL reads one
 * state of its data for it, the one that holds as it begins, so an answer is never put together from two.
 */
@Service
public class Clearances {
    /** A question and who asks it. @param reference the asker's own word for what they are about, such as the number of a draft order */
    record Asked(UUID id, Question question, UUID by, @Nullable String reference) {}

    private final JdbcClient db;
    private final Clock clock;
    private final Rulebook book;
    private final UUID bookId;
    private final String statement;

    Clearances(JdbcClient db, Clock clock, List<Rule> rules) {
        this.db = db;
        this.clock = clock;
        this.book = new Rulebook(rules);
        this.bookId = book.id();
        this.statement = book.sql();
    }

    /** An answer names the rules it was given by, so they are written down before the first question. */
    @EventListener
    @Transactional
    void writeDown(ApplicationStartedEvent started) {
        db.sql("INSERT INTO clearance.rulebook (id, rules, since) VALUES (:id, :rules::jsonb, :at) ON CONFLICT DO NOTHING")
                .param("id", bookId).param("rules", book.content().text()).param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }

    /** All rules that this house has, by key. */
    List<Rule> rules() {
        return book.rules();
    }

    /** The answer to one question, kept; empty when the register knows no such supplier. */
    @Transactional
    public Optional<Clearance> ask(Question question, Me by) {
        return answer(List.of(asked(question, by, null))).stream().findFirst();
    }

    /** Answers to many questions, all by the same state of the house, in the order asked; kept. Those about unknown suppliers are missing. */
    @Transactional
    public List<Clearance> ask(List<Question> questions, Me by) {
        return answer(questions.stream().map(it -> asked(it, by, null)).toList());
    }

    Asked asked(Question question, Me by, @Nullable String reference) {
        return new Asked(risingId(clock.instant()), question, by.account(), reference);
    }

    List<Clearance> answer(List<Asked> asked) {
        var now = clock.instant();
        var answers = new HashMap<UUID, Clearance>();
        db.sql(statement)
                .param(asked.stream().map(Asked::id).toArray(UUID[]::new))
                .param(asked.stream().map(it -> it.question().supplier()).toArray(UUID[]::new))
                .param(asked.stream().map(it -> it.question().category()).toArray(String[]::new))
                .param(asked.stream().map(it -> it.question().site()).toArray(UUID[]::new))
                .param(asked.stream().map(it -> it.question().act().name()).toArray(String[]::new))
                .param(asked.stream().map(Asked::by).toArray(UUID[]::new))
                .param(asked.stream().map(Asked::reference).toArray(String[]::new))
                .param(LocalDate.now(clock))
                .param(OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .param(bookId)
                .query(Clearances::clearance).list().forEach(it -> answers.put(it.id(), it));
        return asked.stream().map(it -> answers.get(it.id())).filter(it -> it != null).toList();
    }

    /** Version 7 of RFC 9562: the moment first, so that new rows come to lie at the end of the index. */
    static UUID risingId(Instant at) {
        var random = ThreadLocalRandom.current();
        return new UUID(at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    }

    static Clearance clearance(ResultSet row, int number) throws SQLException {
        return new Clearance(row.getObject("id", UUID.class),
                new Question(row.getObject("supplier", UUID.class), row.getString("category"), row.getObject("site", UUID.class), Act.valueOf(row.getString("act"))),
                Outcome.valueOf(row.getString("outcome")), reasons(row.getString("reasons")), row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /** Reasons lie in a row as arrays without names: [rule, version, verdict, key, words, record, index, until, exception]. */
    private static List<Reason> reasons(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        return ((Json.Arr) Json.parse(stored)).items().stream().map(it -> ((Json.Arr) it).items()).map(it -> new Reason(
                text(it.get(0)), Integer.parseInt(it.get(1).text()), Verdict.valueOf(text(it.get(2))), text(it.get(3)), it.get(4).text(),
                it.get(5) instanceof Json.Str(var record) ? UUID.fromString(record) : null,
                it.get(6) instanceof Json.Num number ? Long.valueOf(number.text()) : null,
                it.get(7) instanceof Json.Str(var day) ? LocalDate.parse(day) : null,
                it.get(8) instanceof Json.Str(var day) ? LocalDate.parse(day) : null)).toList();
    }

    private static String text(Json value) {
        return ((Json.Str) value).value();
    }
}
