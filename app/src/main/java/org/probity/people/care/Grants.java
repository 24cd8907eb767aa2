package org.probity.people.care;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Lang;
import org.probity.people.care.Earned.Piece;
import org.probity.people.care.Earned.Span;
import org.probity.people.care.Earned.Step;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.shapes.book.Books;
import org.probity.shapes.book.Entry;
import org.probity.shapes.book.Entry.Move;
import org.probity.shapes.book.Entry.Source;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** A year's leave for everybody who is owed it: looked at first, then granted as one act. Whoever comes later in the year, or is owed more, is found by the next act. */
@Service
public class Grants {
    static final String GRANTED = "care.granted";
    private static final int SOURCE_LONGEST = 300;
    /** A year that is this far away is not granted yet: its numbers of law may still change. */
    private static final int AHEAD = 1;

    /** What somebody would be granted. @param had hundredths of an hour, for the same year before */
    public record Line(UUID person, String number, String nameEn, String nameZh, String country, String region, Earned earned, BigDecimal hours, long had) {
        String name(Lang lang) {
            return Leave.name(lang, nameEn, nameZh);
        }

        long amount() {
            return hours.movePointRight(2).longValueExact() * earned.days() - had;
        }
    }

    /** Somebody who is granted nothing. @param reason message key */
    public record Out(UUID person, String number, String nameEn, String nameZh, String reason) {
        String name(Lang lang) {
            return Leave.name(lang, nameEn, nameZh);
        }
    }

    /** @param seen stands for what was shown; granting asks for it, so that nobody confirms what they did not see */
    public record Preview(int year, @Nullable UUID unit, List<Line> lines, List<Out> outs, String seen) {
        public Preview {
            lines = List.copyOf(lines);
            outs = List.copyOf(outs);
        }

        long amount() {
            return lines.stream().mapToLong(Line::amount).sum();
        }
    }

    /** An act, as it stands in the list. */
    public record Granting(UUID id, int year, @Nullable String unitEn, @Nullable String unitZh, int people, long amount, Instant grantedAt, UUID grantedBy) {}

    /** What one person was granted. */
    public record Granted(UUID id, UUID granting, UUID person, String number, String nameEn, String nameZh, int year, LocalDate since, int days, BigDecimal hours, long amount, String country, String region,
            Instant grantedAt) {
        String name(Lang lang) {
            return Leave.name(lang, nameEn, nameZh);
        }
    }

    /** Since when somebody has worked in all. @param source empty: no paper was shown, and it is their first engagement here */
    public record Service(LocalDate since, String source) {}

    private final JdbcClient db;
    private final Books books;
    private final LeaveBook leave;
    private final Log log;
    private final Clock clock;

    Grants(JdbcClient db, Books books, LeaveBook leave, Log log, Clock clock) {
        this.db = db;
        this.books = books;
        this.leave = leave;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Human resources keep since when somebody has worked in all, as a paper shows it: leave goes by service at all employers.
     *
     * <p>Refusals: {@code care.not-yours}; {@code care.no-such-person}; {@code care.own} nobody for themselves; {@code care.since-wrong} yet to come, or before anybody could; {@code care.source-wrong}.
     */
    @Transactional
    public Answer<UUID> serves(String number, LocalDate since, String source, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "care.not-yours");
        }
        var person = db.sql("SELECT name.id, pass.account FROM directory.name LEFT JOIN directory.pass ON pass.person = name.id WHERE name.number = :number").param("number", number.strip())
                .query((row, n) -> Stream.of(row.getObject(1, UUID.class), row.getObject(2, UUID.class)).toList()).optional();
        if (person.isEmpty()) {
            return Answer.refused("number", "care.no-such-person");
        }
        if (by.account().equals(person.get().get(1))) {
            return Answer.refused("", "care.own");
        }
        if (since.isAfter(today()) || since.isBefore(today().minusYears(70))) {
            return Answer.refused("since", "care.since-wrong");
        }
        if (source.isBlank() || source.strip().length() > SOURCE_LONGEST) {
            return Answer.refused("source", "care.source-wrong", SOURCE_LONGEST);
        }
        var id = UUID.randomUUID();
        db.sql("INSERT INTO care.service (id, person, since, source, said_by, said_at, record) VALUES (:id, :person, :since, :source, :by, :at, :record)")
                .param("id", id).param("person", person.get().getFirst()).param("since", since).param("source", source.strip()).param("by", by.account()).param("at", now())
                .param("record", log.record("care.service", today(), Map.of("id", id.toString(), "person", person.get().getFirst().toString(), "since", since.toString())))
                .update();
        return Answer.done(id);
    }

    /** What granting a year now would do. Refusals: {@code care.not-yours}; {@code care.year-wrong} neither a year that runs, nor the next, nor the one before. */
    @Transactional(readOnly = true)
    public Answer<Preview> preview(int year, @Nullable UUID unit, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "care.not-yours");
        }
        if (year < today().getYear() - 1 || year > today().getYear() + AHEAD) {
            return Answer.refused("year", "care.year-wrong", String.valueOf(today().getYear() - 1), String.valueOf(today().getYear() + AHEAD));
        }
        return Answer.done(look(year, unit));
    }

    private record Row(UUID person, String number, String nameEn, String nameZh, String kind, LocalDate fromDay, @Nullable LocalDate untilDay, @Nullable String country, @Nullable String region, LocalDate since) {}

    private Preview look(int year, @Nullable UUID unit) {
        var first = LocalDate.of(year, 1, 1);
        var last = LocalDate.of(year, 12, 31);
        var day = today().isBefore(first) ? first : today().isAfter(last) ? last : today();
        var rows = db.sql("""
                WITH place AS MATERIALIZED (
                    SELECT unit, path, site FROM directory.places(:day, 'infinity')
                ), site AS MATERIALIZED (
                    SELECT unit, country, region FROM directory.places(:day, 'infinity') WHERE kind = 'SITE'
                ), ever AS MATERIALIZED (
                    SELECT person, min(from_day) AS since FROM directory.stretches('1900-01-01', :last, 'infinity') WHERE kind NOT IN ('RETIREE', 'INTERN', 'CONTRACTOR') GROUP BY person
                ), service AS MATERIALIZED (
                    SELECT DISTINCT ON (person) person, since FROM care.service ORDER BY person, said_at DESC
                ), engaged AS MATERIALIZED (
                    SELECT * FROM directory.stretches(:first, :last, 'infinity') WHERE kind <> 'RETIREE'
                )
                SELECT name.id AS person, name.number, name.name_en, name.name_zh, engaged.kind, engaged.from_day, engaged.until_day, site.country, site.region,
                       coalesce(service.since, ever.since, engaged.from_day) AS since
                  FROM engaged
                  JOIN directory.name ON name.id = engaged.person
                  LEFT JOIN place ON place.unit = engaged.unit
                  LEFT JOIN site ON site.unit = place.site
                  LEFT JOIN ever ON ever.person = engaged.person
                  LEFT JOIN service ON service.person = engaged.person
                 WHERE CAST(:unit AS uuid) IS NULL
                    OR engaged.person IN (SELECT one.person FROM engaged AS one JOIN place AS at ON at.unit = one.unit WHERE CAST(:unit AS uuid) = ANY (at.path))
                 ORDER BY name.number, engaged.from_day
                """)
                .param("day", day).param("first", first).param("last", last).param("unit", unit).query(Row.class).list();
        var people = new LinkedHashMap<UUID, List<Row>>();
        rows.forEach(it -> people.computeIfAbsent(it.person(), _ -> new ArrayList<>()).add(it));
        var had = new HashMap<UUID, Long>();
        db.sql("SELECT person, sum(amount)::bigint FROM care.granted WHERE year = :year GROUP BY person").param("year", year).query(row -> {
            had.put(row.getObject(1, UUID.class), row.getLong(2));
        });
        var rules = new HashMap<String, Optional<Law>>();
        var lines = new ArrayList<Line>();
        var outs = new ArrayList<Out>();
        people.forEach((person, of) -> {
            var one = of.getLast();
            var counted = of.stream().filter(it -> it.kind().equals("EMPLOYEE")).toList();
            if (counted.isEmpty()) {
                outs.add(new Out(person, one.number(), one.nameEn(), one.nameZh(), "care.out.kind." + one.kind()));
                return;
            }
            var at = counted.getLast();
            var country = at.country() == null ? "" : at.country();
            var region = at.region() == null ? "" : at.region();
            var law = rules.computeIfAbsent(country + "/" + region, _ -> law(country, region, day));
            if (law.isEmpty()) {
                outs.add(new Out(person, one.number(), one.nameEn(), one.nameZh(), "care.out.no-rule"));
                return;
            }
            var earned = Earned.of(year, at.since(), counted.stream().map(it -> new Span(it.fromDay(), it.untilDay() == null ? last : it.untilDay())).toList(), law.get().steps());
            var line = new Line(person, at.number(), at.nameEn(), at.nameZh(), country, region, earned, law.get().hours(), had.getOrDefault(person, 0L));
            if (line.amount() > 0) {
                lines.add(line);
            } else {
                outs.add(new Out(person, one.number(), one.nameEn(), one.nameZh(), earned.days() == 0 ? "care.out.short" : "care.out.had"));
            }
        });
        return new Preview(year, unit, lines, outs, seen(year, unit, lines));
    }

    private record Law(BigDecimal hours, List<Step> steps) {}

    /** What the law of a place says; empty where it says nothing of leave, or nobody has said how long a day is. */
    private Optional<Law> law(String country, String region, LocalDate day) {
        record Said(String key, UUID rule, BigDecimal value) {}
        var said = new HashMap<String, Said>();
        db.sql("SELECT key, rule, value FROM labour.rules_at(:country, :region, :day, 'infinity') WHERE key IN ('hours-day', 'leave-one-year', 'leave-ten-years', 'leave-twenty-years')")
                .param("country", country).param("region", region).param("day", day).query(Said.class).list().forEach(it -> said.put(it.key(), it));
        var hours = said.get("hours-day");
        if (hours == null || said.size() == 1) {
            return Optional.empty();
        }
        return Optional.of(new Law(hours.value(), Stream.of(Map.entry(1, "leave-one-year"), Map.entry(10, "leave-ten-years"), Map.entry(20, "leave-twenty-years"))
                .filter(it -> said.containsKey(it.getValue())).map(it -> new Step(it.getKey(), said.get(it.getValue()).value(), said.get(it.getValue()).rule())).toList()));
    }

    private static String seen(int year, @Nullable UUID unit, List<Line> lines) {
        return Hash.leaf(Json.of(Map.of("year", year, "unit", String.valueOf(unit), "lines", lines.stream().map(it -> it.person() + " " + it.amount()).toList())).canonical()).toString();
    }

    /**
     * Grants what was looked at.
     *
     * <p>Refusals: those of {@link #preview}; {@code care.seen-changed} it would be something else by now; {@code care.nobody-owed}; those of {@link Books#post}.
     */
    @Transactional
    public Answer<UUID> grant(int year, @Nullable UUID unit, String seen, Me by) {
        if (!by.is(Role.HR)) {
            return Answer.refused("", "care.not-yours");
        }
        if (preview(year, unit, by) instanceof Answer.Refused<Preview>(var reasons)) {
            return new Answer.Refused<>(reasons);
        }
        db.sql("INSERT INTO care.year (year) VALUES (:year) ON CONFLICT DO NOTHING").param("year", year).update();
        db.sql("SELECT year FROM care.year WHERE year = :year FOR UPDATE").param("year", year).query(Integer.class).single();
        var now = look(year, unit);
        if (now.lines().isEmpty()) {
            return Answer.refused("", "care.nobody-owed");
        }
        if (!now.seen().equals(seen)) {
            return Answer.refused("", "care.seen-changed");
        }
        var id = UUID.randomUUID();
        var record = log.record("care.granting", today(), Map.of("id", id.toString(), "year", year, "people", now.lines().size(), "amount", now.amount(), "seen", seen));
        db.sql("""
                INSERT INTO care.granting (id, year, unit, people, amount, granted_by, granted_at, record)
                VALUES (:id, :year, :unit, :people, :amount, :by, :at, :record)
                """)
                .param("id", id).param("year", year).param("unit", unit).param("people", now.lines().size()).param("amount", now.amount()).param("by", by.account()).param("at", now())
                .param("record", record)
                .update();
        var ids = now.lines().stream().map(_ -> UUID.randomUUID()).toList();
        write(id, ids, now);
        var from = leave.issues();
        var into = leave.accounts(LeaveBook.annual(year), now.lines().stream().map(Line::person).toList());
        var entries = new ArrayList<Entry>();
        for (int at = 0; at < ids.size(); at++) {
            var line = now.lines().get(at);
            entries.add(Entry.of(new Source(GRANTED, ids.get(at)), today(), new Move(from, into.get(line.person()), line.amount())));
        }
        return switch (books.post(LeaveBook.BOOK, entries, by)) {
            case Answer.Done<Long> _ -> Answer.done(id);
            case Answer.Refused<Long>(var reasons) -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield new Answer.Refused<>(reasons);
            }
        };
    }

    private void write(UUID granting, List<UUID> ids, Preview it) {
        var lines = it.lines();
        db.sql("""
                INSERT INTO care.granted (id, granting, person, year, since, days, hours, amount, country, region)
                SELECT of.id, :granting, of.person, :year, of.since::date, of.days, of.hours, of.amount, of.country, of.region
                  FROM unnest(CAST(:ids AS uuid[]), CAST(:people AS uuid[]), CAST(:since AS text[]), CAST(:days AS int[]), CAST(:hours AS numeric[]), CAST(:amounts AS bigint[]),
                              CAST(:countries AS text[]), CAST(:regions AS text[])) AS of (id, person, since, days, hours, amount, country, region)
                """)
                .param("granting", granting).param("year", it.year()).param("ids", ids.toArray(UUID[]::new)).param("people", lines.stream().map(Line::person).toArray(UUID[]::new))
                .param("since", lines.stream().map(one -> one.earned().since().toString()).toArray(String[]::new)).param("days", lines.stream().map(one -> one.earned().days()).toArray(Integer[]::new))
                .param("hours", lines.stream().map(Line::hours).toArray(BigDecimal[]::new)).param("amounts", lines.stream().map(Line::amount).toArray(Long[]::new))
                .param("countries", lines.stream().map(Line::country).toArray(String[]::new)).param("regions", lines.stream().map(Line::region).toArray(String[]::new))
                .update();
        record Of(UUID granted, int no, Piece piece) {}
        var pieces = new ArrayList<Of>();
        for (int at = 0; at < ids.size(); at++) {
            var of = lines.get(at).earned().pieces();
            for (int no = 0; no < of.size(); no++) {
                pieces.add(new Of(ids.get(at), no + 1, of.get(no)));
            }
        }
        db.sql("""
                INSERT INTO care.piece (granted, no, from_day, until_day, service, days, rule)
                SELECT of.granted, of.no, of.first::date, of.last::date, of.service, of.days, of.rule
                  FROM unnest(CAST(:granted AS uuid[]), CAST(:nos AS smallint[]), CAST(:first AS text[]), CAST(:last AS text[]), CAST(:service AS smallint[]), CAST(:days AS numeric[]),
                              CAST(:rules AS uuid[])) AS of (granted, no, first, last, service, days, rule)
                """)
                .param("granted", pieces.stream().map(Of::granted).toArray(UUID[]::new)).param("nos", pieces.stream().map(Of::no).toArray(Integer[]::new))
                .param("first", pieces.stream().map(one -> one.piece().from().toString()).toArray(String[]::new))
                .param("last", pieces.stream().map(one -> one.piece().until().toString()).toArray(String[]::new))
                .param("service", pieces.stream().map(one -> one.piece().service()).toArray(Integer[]::new)).param("days", pieces.stream().map(one -> one.piece().days()).toArray(BigDecimal[]::new))
                .param("rules", pieces.stream().map(one -> one.piece().rule()).toArray(UUID[]::new))
                .update();
    }

    /** All acts, newest first. */
    public List<Granting> all() {
        return db.sql("""
                SELECT granting.id, granting.year, place.name_en AS unit_en, place.name_zh AS unit_zh, granting.people, granting.amount, granting.granted_at, granting.granted_by
                  FROM care.granting
                  LEFT JOIN directory.places(:day, 'infinity') AS place ON place.unit = granting.unit
                 ORDER BY granting.granted_at DESC, granting.id
                """)
                .param("day", today()).query(Granting.class).list();
    }

    private static final String SELECT = """
            SELECT granted.id, granted.granting, granted.person, name.number, name.name_en, name.name_zh, granted.year, granted.since, granted.days, granted.hours, granted.amount,
                   granted.country, granted.region, granting.granted_at
              FROM care.granted
              JOIN care.granting ON granting.id = granted.granting
              JOIN directory.name ON name.id = granted.person
            """;

    Optional<Granted> find(UUID id) {
        return db.sql(SELECT + " WHERE granted.id = :id").param("id", id).query(Granted.class).optional();
    }

    List<Granted> of(UUID person) {
        return db.sql(SELECT + " WHERE granted.person = :person ORDER BY granting.granted_at DESC").param("person", person).query(Granted.class).list();
    }

    /** Why somebody was granted it. */
    List<Piece> pieces(UUID granted) {
        return db.sql("SELECT from_day, until_day, service, days, rule FROM care.piece WHERE granted = :granted ORDER BY no").param("granted", granted)
                .query((row, n) -> new Piece(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class), row.getInt(3), row.getBigDecimal(4), row.getObject(5, UUID.class))).list();
    }

    /** What stands of somebody's service. */
    List<Service> service(UUID person) {
        return db.sql("SELECT since, source FROM care.service WHERE person = :person ORDER BY said_at DESC").param("person", person).query(Service.class).list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
