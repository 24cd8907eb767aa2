package org.probity.supply.clearance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.sql.Types;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Answer;
import org.probity.house.webhook.EventKind;
import org.probity.house.webhook.Happened;
import org.probity.proof.Json;
import org.probity.supply.clearance.Clearance.Outcome;
import org.probity.supply.clearance.Clearance.Reason;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers whether we may, by all rules of all rooms in one statement, and keeps what it answered in the same statement. PostgreSQL reads one
 * state of its data for it, the one that holds as it begins, so an answer is never put together from two.
 */
@Service
public class Clearances {
    static final EventKind CHANGED = new EventKind("clearance.changed", "clearance.event.changed");
    private static final UUID NOBODY = new UUID(0, 0);
    static final int LIST_LONGEST = 10_000;

    /** A question and who asks it. */
    record Asked(UUID id, Typed.Read question, UUID by) {}

    /** An answer that was computed and kept. @param told its reasons as they are kept @param state @param house see {@link Remembered.Earlier} */
    record Computed(Clearance clearance, @Nullable String told, String state, String house) {}

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Rulebook book;
    private final UUID bookId;
    private final String asking;
    private final String looking;

    Clearances(JdbcClient db, Clock clock, ApplicationEventPublisher events, List<Rule> rules) {
        this.db = db;
        this.clock = clock;
        this.events = events;
        this.book = new Rulebook(rules);
        this.bookId = book.id();
        this.asking = book.sql(true);
        this.looking = book.sql(false);
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

    /** The answer to one question, kept; empty when the register knows no such supplier, category or site. */
    @Transactional
    public Optional<Clearance> ask(Question question, Me by) {
        return ask(List.of(question), by).stream().findFirst();
    }

    /** The same, with the asker's own word for what it is about, such as the number of an order to be. */
    @Transactional
    public Optional<Clearance> ask(Question question, String reference, Me by) {
        return answer(List.of(asked(Typed.Read.of(question).about(reference), by))).stream().findFirst();
    }

    /** Answers to many questions, all by the same state of the house, in the order asked; kept. Those that cannot be answered are missing. */
    @Transactional
    public List<Clearance> ask(List<Question> questions, Me by) {
        return answer(questions.stream().map(it -> asked(Typed.Read.of(it), by)).toList());
    }

    /** Answers one question as it was typed; kept. Refusals: those of {@link Typed#read} and {@link #unknown}. */
    @Transactional
    Answer<Clearance> askOne(Typed typed, Me by) {
        return switch (askAll(List.of(typed), by)) {
            case Answer.Done<List<Answer<Clearance>>>(var answers) -> answers.getFirst();
            case Answer.Refused<List<Answer<Clearance>>>(var reasons) -> new Answer.Refused<>(reasons);
        };
    }

    /**
     * Answers a list as it was typed, line by line; kept. Refusals: {@code clearance.list-long}; of a line those of {@link Typed#read} and
     * {@link #unknown}.
     */
    @Transactional
    Answer<List<Answer<Clearance>>> askAll(List<Typed> list, Me by) {
        if (list.size() > LIST_LONGEST) {
            return Answer.refused("", "clearance.list-long", LIST_LONGEST);
        }
        var read = list.stream().map(it -> switch (it.read()) {
            case Answer.Done<Typed.Read>(var question) -> Answer.done(asked(question, by));
            case Answer.Refused<Typed.Read>(var reasons) -> new Answer.Refused<Asked>(reasons);
        }).toList();
        var asked = read.stream().flatMap(it -> it instanceof Answer.Done<Asked>(var one) ? Stream.of(one) : Stream.empty()).toList();
        var answers = answer(asked).stream().collect(Collectors.toMap(Clearance::id, it -> it));
        return Answer.done(read.stream().map(it -> switch (it) {
            case Answer.Done<Asked>(var one) when answers.containsKey(one.id()) -> Answer.done(answers.get(one.id()));
            case Answer.Done<Asked>(var one) -> unknown(one);
            case Answer.Refused<Asked>(var reasons) -> new Answer.Refused<Clearance>(reasons);
        }).toList());
    }

    /** How a supplier stands for every act, as a whole; looked at and not kept. */
    public List<Clearance> standing(UUID supplier) {
        return look(Arrays.stream(Act.values()).map(act -> new Question(supplier, null, null, act)).toList());
    }

    /** What would be answered; not kept, so nobody can refer to it. */
    public List<Clearance> look(List<Question> questions) {
        return run(db, looking, questions.stream().map(it -> new Asked(risingId(clock.instant()), Typed.Read.of(it), NOBODY)).toList(), LocalDate.now(clock), Clearances::clearance,
                Clearance::id);
    }

    /** Says to other systems that answers about a supplier are others than before; within the transaction of what changed them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(UUID supplier) {
        events.publishEvent(new Happened(CHANGED, Map.of("supplier", supplier.toString()), clock.instant()));
    }

    Asked asked(Typed.Read question, Me by) {
        return new Asked(risingId(clock.instant()), question, by.account());
    }

    /**
     * Why a question has no answer: {@code clearance.supplier-unknown}, {@code clearance.category-unknown}, or
     * {@code clearance.site-unknown} (nobody's, or another supplier's).
     */
    Answer<Clearance> unknown(Asked asked) {
        var it = asked.question();
        var known = db.sql("SELECT count(*) FROM supplier.name WHERE id = :id OR number = :number")
                .param("id", it.supplier(), Types.OTHER).param("number", it.number(), Types.VARCHAR).query(Long.class).single() > 0;
        if (!known) {
            return Answer.refused("supplier", "clearance.supplier-unknown");
        }
        var category = it.category() == null || db.sql("SELECT count(*) FROM supplier.category_known WHERE code = :code")
                .param("code", it.category()).query(Long.class).single() > 0;
        return category ? Answer.refused("site", "clearance.site-unknown") : Answer.refused("category", "clearance.category-unknown");
    }

    /** Answers and keeps in one statement. Outside of a transaction it is one of its own, and kept when this returns. */
    List<Clearance> answer(List<Asked> asked) {
        return compute(db, asked, LocalDate.now(clock)).stream().map(Computed::clearance).toList();
    }

    /** The same over connections of the asker's own, for a day; each with the state of the database it was computed by. */
    List<Computed> compute(JdbcClient over, List<Asked> asked, LocalDate day) {
        return run(over, asking, asked, day, (row, n) -> new Computed(clearance(row, n), row.getString("reasons"), row.getString("state"), row.getString("house")),
                it -> it.clearance().id());
    }

    /**
     * Gives earlier answers of the same day again, and keeps that, where no transaction with news about the supplier or about everybody was committed
     * since they were computed. One statement asks and keeps, so it goes by one state of the database. Whoever is missing has to be computed.
     */
    List<Clearance> again(JdbcClient over, List<Asked> asked, List<Remembered.Earlier> earlier) {
        // PostgreSQL keeps whole microseconds; what is said is what is kept.
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var kept = new HashSet<>(over.sql("""
                INSERT INTO clearance.answer (id, at, asked_by, supplier, category, site, act, reference, outcome, rulebook, reasons)
                SELECT id, ?::timestamptz, by, supplier, category, site, act, reference, outcome, ?::uuid, reasons
                  FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[]::jsonb[], ?::text[]::pg_snapshot[],
                              ?::timestamptz[]) AS a (id, by, supplier, category, site, act, reference, outcome, reasons, state, house)
                 WHERE house = pg_postmaster_start_time()
                   AND NOT EXISTS (SELECT
                                     FROM clearance.news
                                    WHERE news.whose IN (a.supplier, '00000000-0000-0000-0000-000000000000')
                                      AND news.xid >= pg_snapshot_xmin(a.state)
                                      AND NOT pg_visible_in_snapshot(news.xid, a.state)
                                   OFFSET 0)
                RETURNING id
                """)
                .param(OffsetDateTime.ofInstant(at, ZoneOffset.UTC)).param(bookId)
                .param(asked.stream().map(Asked::id).toArray(UUID[]::new))
                .param(asked.stream().map(Asked::by).toArray(UUID[]::new))
                .param(earlier.stream().map(Remembered.Earlier::supplier).toArray(UUID[]::new))
                .param(asked.stream().map(it -> it.question().category()).toArray(String[]::new))
                .param(asked.stream().map(it -> it.question().site()).toArray(UUID[]::new))
                .param(asked.stream().map(it -> it.question().act().name()).toArray(String[]::new))
                .param(asked.stream().map(it -> it.question().reference()).toArray(String[]::new))
                .param(earlier.stream().map(it -> it.outcome().name()).toArray(String[]::new))
                .param(earlier.stream().map(Remembered.Earlier::told).toArray(String[]::new))
                .param(earlier.stream().map(Remembered.Earlier::state).toArray(String[]::new))
                .param(earlier.stream().map(Remembered.Earlier::house).toArray(String[]::new))
                .query(UUID.class).list());
        return IntStream.range(0, asked.size()).filter(it -> kept.contains(asked.get(it).id())).mapToObj(it -> given(asked.get(it), earlier.get(it), at)).toList();
    }

    private Clearance given(Asked asked, Remembered.Earlier earlier, Instant at) {
        var it = asked.question();
        return new Clearance(asked.id(), new Question(earlier.supplier(), it.category(), it.site(), it.act()), it.reference(), earlier.outcome(), bookId, earlier.reasons(), at);
    }

    private <A> List<A> run(JdbcClient over, String statement, List<Asked> asked, LocalDate day, RowMapper<A> answer, Function<A, UUID> id) {
        var answers = new HashMap<UUID, A>();
        over.sql(statement)
                .param(asked.stream().map(Asked::id).toArray(UUID[]::new))
                .param(asked.stream().map(it -> it.question().supplier()).toArray(UUID[]::new))
                .param(asked.stream().map(it -> it.question().number()).toArray(String[]::new))
                .param(asked.stream().map(it -> it.question().category()).toArray(String[]::new))
                .param(asked.stream().map(it -> it.question().site()).toArray(UUID[]::new))
                .param(asked.stream().map(it -> it.question().act().name()).toArray(String[]::new))
                .param(asked.stream().map(Asked::by).toArray(UUID[]::new))
                .param(asked.stream().map(it -> it.question().reference()).toArray(String[]::new))
                .param(day)
                .param(OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param(bookId)
                .query(answer).list().forEach(it -> answers.put(id.apply(it), it));
        return asked.stream().map(it -> answers.get(it.id())).filter(Objects::nonNull).toList();
    }

    /** Version 7 of RFC 9562: the moment first, so that new rows come to lie at the end of the index. */
    static UUID risingId(Instant at) {
        var random = ThreadLocalRandom.current();
        return new UUID(at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63);
    }

    static Clearance clearance(ResultSet row, int number) throws SQLException {
        return new Clearance(row.getObject("id", UUID.class),
                new Question(row.getObject("supplier", UUID.class), row.getString("category"), row.getObject("site", UUID.class), Act.valueOf(row.getString("act"))),
                row.getString("reference"), Outcome.valueOf(row.getString("outcome")), row.getObject("rulebook", UUID.class), reasons(row.getString("reasons")), row.getObject("at", OffsetDateTime.class).toInstant());
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
