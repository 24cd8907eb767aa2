package org.probity.people.care;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry;
import org.probity.shapes.book.Entry.Move;
import org.probity.shapes.book.Entry.Source;
import org.probity.shapes.rule.Rules;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** What is left of a year that is over: some of it may be used in the next, the rest is owed as pay. Looked at first, then done as one act; what comes back later is found by the next. */
@Service
public class Closings {
    static final String CLOSED = "care.closed";

    /** What would become of somebody's hours. @param annual left of the year @param old left of what came from the year before @param carried of these, into the next year */
    public record Line(UUID person, String number, String nameEn, String nameZh, long annual, long old, long carried) {
        String name(Lang lang) {
            return Leave.name(lang, nameEn, nameZh);
        }

        long owed() {
            return annual + old - carried;
        }
    }

    /** @param days that may be carried by the rule of today @param seen stands for what was shown */
    public record Preview(int year, @Nullable UUID unit, int days, List<Line> lines, String seen) {
        public Preview {
            lines = List.copyOf(lines);
        }

        long carried() {
            return lines.stream().mapToLong(Line::carried).sum();
        }

        long owed() {
            return lines.stream().mapToLong(Line::owed).sum();
        }
    }

    /** An act, as it stands in the list. */
    public record Closing(UUID id, int year, @Nullable String unitEn, @Nullable String unitZh, int people, long carried, long owed, int days, Instant closedAt, UUID closedBy) {}

    /** What became of one person's hours. */
    public record Closed(UUID id, UUID person, String number, String nameEn, String nameZh, int year, long carried, long owed, int days, Instant closedAt) {
        String name(Lang lang) {
            return Leave.name(lang, nameEn, nameZh);
        }
    }

    private final JdbcClient db;
    private final Books books;
    private final LeaveBook leave;
    private final Rules rules;
    private final Log log;
    private final Clock clock;

    Closings(JdbcClient db, Books books, LeaveBook leave, Rules rules, Log log, Clock clock) {
        this.db = db;
        this.books = books;
        this.leave = leave;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /** What closing a year now would do. Refusals: {@code care.not-yours}; {@code care.year-runs} it is not over, or too long ago. */
    @Transactional(readOnly = true)
    public Answer<Preview> preview(int year, @Nullable UUID unit, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "care.not-yours");
        }
        if (year >= today().getYear() || year < today().getYear() - 5) {
            return Answer.refused("year", "care.year-runs");
        }
        return Answer.done(look(year, unit));
    }

    private Preview look(int year, @Nullable UUID unit) {
        var days = rules.on(CareRule.CARRY_DAYS, today());
        record Row(UUID person, String number, String nameEn, String nameZh, long annual, long old, boolean here, BigDecimal hours) {}
        var lines = db.sql("""
                WITH held AS MATERIALIZED (
                    SELECT owner, coalesce(sum(amount) FILTER (WHERE kind = :annual), 0)::bigint AS annual, coalesce(sum(amount) FILTER (WHERE kind = :old), 0)::bigint AS old
                      FROM book.held('leave', :day)
                     WHERE kind IN (:annual, :old) AND amount > 0
                     GROUP BY owner
                ), place AS MATERIALIZED (
                    SELECT unit, path FROM directory.places(:day, 'infinity')
                ), engaged AS MATERIALIZED (
                    SELECT person, bool_or(kind = 'EMPLOYEE') AS employed, array_agg(unit) AS units FROM directory.engaged(:day, 'infinity') WHERE kind <> 'RETIREE' GROUP BY person
                )
                SELECT name.id AS person, name.number, name.name_en, name.name_zh, held.annual, held.old, coalesce(engaged.employed, false) AS here,
                       coalesce((SELECT granted.hours FROM care.granted JOIN care.granting ON granting.id = granted.granting WHERE granted.person = held.owner AND granted.year = :year
                                  ORDER BY granting.granted_at DESC LIMIT 1), 8) AS hours
                  FROM held
                  JOIN directory.name ON name.id = held.owner
                  LEFT JOIN engaged ON engaged.person = held.owner
                 WHERE CAST(:unit AS uuid) IS NULL OR EXISTS (SELECT FROM place WHERE place.unit = ANY (engaged.units) AND CAST(:unit AS uuid) = ANY (place.path))
                 ORDER BY name.number
                """)
                .param("annual", LeaveBook.annual(year)).param("old", LeaveBook.carried(year)).param("day", today()).param("year", year).param("unit", unit).query(Row.class).list().stream()
                .map(it -> new Line(it.person(), it.number(), it.nameEn(), it.nameZh(), it.annual(), it.old(),
                        it.here() ? Math.min(it.annual(), it.hours().movePointRight(2).longValueExact() * days) : 0)).toList();
        return new Preview(year, unit, days, lines,
                Hash.leaf(Json.of(Map.of("close", year, "unit", String.valueOf(unit), "lines", lines.stream().map(it -> it.person() + " " + it.carried() + " " + it.owed()).toList())).canonical()).toString());
    }

    /**
     * Does what was looked at: hours go to the account of the next year as far as the rule says, and what is more is owed as pay. Whoever is no longer employed carries nothing.
     *
     * <p>Refusals: those of {@link #preview}; {@code care.nothing-left}; {@code care.seen-changed}; those of {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> close(int year, @Nullable UUID unit, String seen, Me by) {
        if (preview(year, unit, by) instanceof Answer.Refused<Preview>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        db.sql("INSERT INTO care.year (year) VALUES (:year) ON CONFLICT DO NOTHING").param("year", year).update();
        db.sql("SELECT year FROM care.year WHERE year = :year FOR UPDATE").param("year", year).query(Integer.class).single();
        var now = look(year, unit);
        if (now.lines().isEmpty()) {
            return Answer.refused("", "care.nothing-left");
        }
        if (!now.seen().equals(seen)) {
            return Answer.refused("", "care.seen-changed");
        }
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO care.closing (id, year, unit, people, carried, owed, days, closed_by, closed_at, record)
                VALUES (:id, :year, :unit, :people, :carried, :owed, :days, :by, :at, :record)
                """)
                .param("id", id).param("year", year).param("unit", unit).param("people", now.lines().size()).param("carried", now.carried()).param("owed", now.owed()).param("days", now.days())
                .param("by", by.account()).param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("record", log.record("care.closing", today(), Map.of("id", id.toString(), "year", year, "people", now.lines().size(), "carried", now.carried(), "owed", now.owed(), "seen", seen)))
                .update();
        var ids = now.lines().stream().map(_ -> UUID.randomUUID()).toList();
        db.sql("""
                INSERT INTO care.closed (id, closing, person, carried, owed)
                SELECT of.id, :closing, of.person, of.carried, of.owed
                  FROM unnest(CAST(:ids AS uuid[]), CAST(:people AS uuid[]), CAST(:carried AS bigint[]), CAST(:owed AS bigint[])) AS of (id, person, carried, owed)
                """)
                .param("closing", id).param("ids", ids.toArray(UUID[]::new)).param("people", now.lines().stream().map(Line::person).toArray(UUID[]::new))
                .param("carried", now.lines().stream().map(Line::carried).toArray(Long[]::new)).param("owed", now.lines().stream().map(Line::owed).toArray(Long[]::new))
                .update();
        return switch (books.post(LeaveBook.BOOK, entries(now, ids), by)) {
            case Answer.Done<Long> _ -> Answer.done(id);
            case Answer.Refused<Long>(var reasons) -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield new Answer.Refused<>(reasons);
            }
        };
    }

    private List<Entry> entries(Preview it, List<UUID> ids) {
        var people = it.lines().stream().map(Line::person).toList();
        var annual = leave.accounts(LeaveBook.annual(it.year()), people);
        var old = leave.accounts(LeaveBook.carried(it.year()), people);
        var next = leave.accounts(LeaveBook.carried(it.year() + 1), people);
        var owed = leave.accounts(LeaveBook.OWED, people);
        var entries = new ArrayList<Entry>();
        for (int at = 0; at < ids.size(); at++) {
            var line = it.lines().get(at);
            var moves = new ArrayList<Move>();
            add(moves, annual.get(line.person()), next.get(line.person()), line.carried());
            add(moves, annual.get(line.person()), owed.get(line.person()), line.annual() - line.carried());
            add(moves, old.get(line.person()), owed.get(line.person()), line.old());
            entries.add(Entry.of(new Source(CLOSED, ids.get(at)), today(), moves));
        }
        return entries;
    }

    private static void add(List<Move> moves, @Nullable UUID from, @Nullable UUID to, long amount) {
        if (amount > 0 && from != null && to != null) {
            moves.add(new Move(from, to, amount));
        }
    }

    /** All acts, newest first. */
    public List<Closing> all() {
        return db.sql("""
                SELECT closing.id, closing.year, place.name_en AS unit_en, place.name_zh AS unit_zh, closing.people, closing.carried, closing.owed, closing.days, closing.closed_at, closing.closed_by
                  FROM care.closing
                  LEFT JOIN directory.places(:day, 'infinity') AS place ON place.unit = closing.unit
                 ORDER BY closing.closed_at DESC, closing.id
                """)
                .param("day", today()).query(Closing.class).list();
    }

    private static final String SELECT = """
            SELECT closed.id, closed.person, name.number, name.name_en, name.name_zh, closing.year, closed.carried, closed.owed, closing.days, closing.closed_at
              FROM care.closed
              JOIN care.closing ON closing.id = closed.closing
              JOIN directory.name ON name.id = closed.person
            """;

    Optional<Closed> find(UUID id) {
        return db.sql(SELECT + " WHERE closed.id = :id").param("id", id).query(Closed.class).optional();
    }

    /** Everybody of an act; what is owed is a list for payroll. */
    List<Closed> of(UUID closing) {
        return db.sql(SELECT + " WHERE closed.closing = :closing ORDER BY name.number").param("closing", closing).query(Closed.class).list();
    }

    List<Closed> ofPerson(UUID person) {
        return db.sql(SELECT + " WHERE closed.person = :person ORDER BY closing.closed_at DESC").param("person", person).query(Closed.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}
