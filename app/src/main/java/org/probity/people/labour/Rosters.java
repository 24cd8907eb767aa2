package org.probity.people.labour;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Directory;
import org.probity.house.log.Log;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is to work when. A plan is held against the law before anybody works by it: it is refused as a whole where it would put a child or a person without a checked
 * document to work, a juvenile to the night or to overtime, or anybody beyond the overtime of a day or of a month.
 */
@Service
public class Rosters {
    /**
     * What somebody plans.
     *
     * @param restDays whether also on days that are no working days
     */
    public record Plan(UUID unit, List<UUID> people, LocalDate first, LocalDate last, LocalTime begins, LocalTime ends, int breakMinutes, boolean restDays) {
        public Plan {
            people = List.copyOf(people);
        }

        private LocalDateTime ends(LocalDate day) {
            return ends.isAfter(begins) ? day.atTime(ends) : day.plusDays(1).atTime(ends);
        }

        /** To be worked on each day. */
        int seconds() {
            var length = ends.toSecondOfDay() - begins.toSecondOfDay();
            return (length > 0 ? length : length + 86_400) - breakMinutes * 60;
        }
    }

    /** What was planned. @param nearly people whose month comes near its limit, with the hours it would have */
    public record Planned(UUID roster, int shifts, int people, List<Near> nearly) {
        public Planned {
            nearly = List.copyOf(nearly);
        }
    }

    /** @param hours of overtime in the month, worked and planned */
    public record Near(UUID person, String nameEn, String nameZh, YearMonth month, BigDecimal hours) {}

    /** What is needed to judge one person. */
    private record Who(UUID person, String nameEn, String nameZh, @Nullable UUID identity, @Nullable LocalDate born, String country, String region) {
        String place() {
            return country + "/" + region;
        }

        String name() {
            return nameEn.isEmpty() ? nameZh : nameEn;
        }
    }

    static final int PEOPLE_MOST = 500;
    static final int DAYS_MOST = 62;

    private final JdbcClient db;
    private final Numbers numbers;
    private final Overtime overtime;
    private final Directory directory;
    private final Log log;
    private final Clock clock;

    Rosters(JdbcClient db, Numbers numbers, Overtime overtime, Directory directory, Log log, Clock clock) {
        this.db = db;
        this.numbers = numbers;
        this.overtime = overtime;
        this.directory = directory;
        this.log = log;
        this.clock = clock;
    }

    /** Whether they plan for a unit: human resources, and whoever leads it or one above it. */
    boolean plansFor(UUID unit, Me me) {
        return me.is(Role.HR) || directory.personOf(me).filter(person -> db.sql("""
                SELECT EXISTS (
                    SELECT FROM directory.places(:day, 'infinity') AS place
                      JOIN directory.heads(:day, 'infinity') AS head ON head.unit = ANY (place.path)
                     WHERE place.unit = :unit AND head.person = :person)
                """)
                .param("day", today()).param("unit", unit).param("person", person).query(Boolean.class).single()).isPresent();
    }

    /** Whether they lead any unit today, and are not of human resources, who plan for all. */
    boolean leads(Me me) {
        return !me.is(Role.HR) && db.sql("""
                SELECT EXISTS (SELECT FROM directory.account JOIN directory.heads(:day, 'infinity') AS head ON head.person = account.person WHERE account.account = :account)
                """)
                .param("day", today()).param("account", me.account()).query(Boolean.class).single();
    }

    /**
     * Plans the same shift for people of a unit on each working day of a stretch. All of it or nothing.
     *
     * <p>Refusals: {@code labour.not-yours} neither human resources nor who leads the unit; {@code labour.people-missing}; {@code labour.people-many};
     * {@code labour.days-wrong} none, too many, or one that is over; {@code labour.shift-wrong} no length, or a break longer than it;
     * {@code labour.no-working-day}; and for a person, by name: {@code labour.person-elsewhere}; {@code labour.shift-identity-missing} nobody has checked a
     * document; {@code labour.shift-under-age}; {@code labour.shift-juvenile-night}; {@code labour.shift-juvenile-long}; {@code labour.shift-taken} has another that
     * day; {@code labour.shift-day-long} more overtime than a day may have; {@code labour.shift-month-full} the month would have more than it may, with what was
     * worked so far and what is planned.
     */
    @Transactional
    public Answer<Planned> plan(Plan plan, Me by) {
        if (!plansFor(plan.unit(), by)) {
            return Answer.refused("", "labour.not-yours");
        }
        if (plan.people().isEmpty()) {
            return Answer.refused("people", "labour.people-missing");
        }
        if (plan.people().size() > PEOPLE_MOST) {
            return Answer.refused("people", "labour.people-many", PEOPLE_MOST);
        }
        if (plan.first().isBefore(today()) || plan.last().isBefore(plan.first()) || plan.first().plusDays(DAYS_MOST).isBefore(plan.last())) {
            return Answer.refused("first", "labour.days-wrong", DAYS_MOST);
        }
        if (plan.seconds() <= 0 || plan.breakMinutes() < 0) {
            return Answer.refused("begins", "labour.shift-wrong");
        }
        takeTurns();
        var reasons = new ArrayList<Reason>();
        var shifts = new ArrayList<Shift>();
        var nearly = new ArrayList<Near>();
        var people = people(plan);
        plan.people().stream().filter(it -> people.stream().noneMatch(who -> who.person().equals(it))).findFirst()
                .ifPresent(_ -> reasons.add(new Reason("people", "labour.person-elsewhere", List.of())));
        var off = people.stream().map(Who::country).distinct().collect(Collectors.toMap(it -> it, it -> off(it, plan)));
        var law = people.stream().collect(Collectors.toMap(Who::place, it -> numbers.at(it.country(), it.region(), plan.last()), (one, _) -> one));
        var taken = taken(plan);
        var sums = new HashMap<YearMonth, Map<UUID, long[]>>();
        for (var month = YearMonth.from(plan.first()); !month.isAfter(YearMonth.from(plan.last())); month = month.plusMonths(1)) {
            sums.put(month, overtime.extra(plan.people(), month));
        }
        for (var who : people) {
            var days = plan.first().datesUntil(plan.last().plusDays(1)).filter(day -> plan.restDays() || !off.get(who.country()).getOrDefault(day, false)).toList();
            var wrong = days.isEmpty() ? new Reason("first", "labour.no-working-day", List.of())
                    : days.stream().anyMatch(taken.getOrDefault(who.person(), Set.of())::contains) ? new Reason("people", "labour.shift-taken", List.of(who.name()))
                    : judge(who, days, plan, off.get(who.country()), law.get(who.place()), sums, nearly);
            if (wrong != null) {
                reasons.add(wrong);
            } else {
                days.forEach(day -> shifts.add(new Shift(who, day)));
            }
        }
        return reasons.isEmpty() ? Answer.done(keep(plan, shifts, nearly, by)) : new Answer.Refused<>(reasons.subList(0, Math.min(reasons.size(), 50)));
    }

    private record Shift(Who who, LocalDate day) {}

    private static @Nullable Reason judge(
            Who who, List<LocalDate> days, Plan plan, Map<LocalDate, Boolean> off, Map<String, Numbers.Held> law, Map<YearMonth, Map<UUID, long[]>> known, List<Near> nearly) {
        var name = who.name();
        if (who.identity() == null || who.born() == null) {
            return new Reason("people", "labour.shift-identity-missing", List.of(name));
        }
        var youngest = law.containsKey("min-age") ? law.get("min-age").whole() : Numbers.YOUNGEST;
        if (days.getFirst().isBefore(who.born().plusYears(Math.max(youngest, Numbers.YOUNGEST)))) {
            return new Reason("people", "labour.shift-under-age", List.of(name, Math.max(youngest, Numbers.YOUNGEST)));
        }
        var hours = Overtime.value(law, "hours-day");
        var day = hours == null ? Integer.MAX_VALUE : hours.multiply(BigDecimal.valueOf(3_600)).intValueExact();
        var extra = days.stream().collect(Collectors.groupingBy(YearMonth::from, Collectors.summingLong(it -> off.getOrDefault(it, false) ? plan.seconds() : Math.max(plan.seconds() - day, 0))));
        var adult = law.get("adult-age");
        if (adult != null && days.getFirst().isBefore(who.born().plusYears(adult.whole()))) {
            if (night(plan, law)) {
                return new Reason("people", "labour.shift-juvenile-night", List.of(name, adult.whole()));
            }
            if (extra.values().stream().anyMatch(it -> it > 0)) {
                return new Reason("people", "labour.shift-juvenile-long", List.of(name, adult.whole()));
            }
        }
        var most = Overtime.value(law, "overtime-day");
        if (most != null && hours != null && BigDecimal.valueOf(plan.seconds()).compareTo(hours.add(most).multiply(BigDecimal.valueOf(3_600))) > 0) {
            return new Reason("people", "labour.shift-day-long", List.of(name, Overtime.plain(most)));
        }
        var limit = Overtime.value(law, "overtime-month");
        for (var month : extra.entrySet()) {
            var sums = known.get(month.getKey()).getOrDefault(who.person(), new long[2]);
            var total = sums[0] + sums[1] + month.getValue();
            if (limit != null && month.getValue() > 0 && BigDecimal.valueOf(total).compareTo(limit.multiply(BigDecimal.valueOf(3_600))) > 0) {
                return new Reason("people", "labour.shift-month-full", List.of(name, month.getKey().toString(), Overtime.plain(Overtime.hours(sums[0])), Overtime.plain(Overtime.hours(sums[1] + month.getValue())), Overtime.plain(Overtime.hours(total)),
                        Overtime.plain(limit)));
            }
            var warn = Overtime.value(law, "overtime-warn");
            if (warn != null && BigDecimal.valueOf(total).compareTo(warn.multiply(BigDecimal.valueOf(3_600))) >= 0) {
                nearly.add(new Near(who.person(), who.nameEn(), who.nameZh(), month.getKey(), Overtime.hours(total)));
            }
        }
        return null;
    }

    /** Whether any of it lies in the hours of the night. */
    private static boolean night(Plan plan, Map<String, Numbers.Held> law) {
        var from = law.get("night-from");
        var until = law.get("night-until");
        if (from == null || until == null) {
            return false;
        }
        var ends = plan.ends().isAfter(plan.begins()) ? plan.ends().toSecondOfDay() : plan.ends().toSecondOfDay() + 86_400;
        return plan.begins().toSecondOfDay() < until.whole() * 3_600 || ends > from.whole() * 3_600;
    }

    private Planned keep(Plan plan, List<Shift> shifts, List<Near> nearly, Me by) {
        var id = UUID.randomUUID();
        var record = log.recordBatch("labour.roster", today(), Map.of("roster", id.toString(), "unit", plan.unit().toString(), "first", plan.first().toString(), "last", plan.last().toString()),
                shifts.stream().map(it -> Map.of("person", it.who().person().toString(), "day", it.day().toString(), "begins", plan.begins().toString(), "seconds", plan.seconds())).toList());
        db.sql("INSERT INTO labour.roster (id, unit, first, last, shifts, planned_by, planned_at, record) VALUES (:id, :unit, :first, :last, :shifts, :by, :now, :record)")
                .param("id", id).param("unit", plan.unit()).param("first", plan.first()).param("last", plan.last()).param("shifts", shifts.size())
                .param("by", by.account()).param("now", now()).param("record", record).update();
        db.sql("""
                INSERT INTO labour.shift (id, roster, identity, person, born, day, begins, seconds, ends)
                SELECT gen_random_uuid(), :roster, told.identity, told.person, told.born, told.day, told.day + CAST(:begins AS time), :seconds,
                       told.day + CAST(:ends AS time) + CASE WHEN CAST(:ends AS time) > CAST(:begins AS time) THEN interval '0' ELSE interval '1 day' END
                  FROM unnest(:identities::uuid[], :people::uuid[], :born::date[], :days::date[]) AS told (identity, person, born, day)
                """)
                .param("roster", id).param("begins", plan.begins().toString()).param("ends", plan.ends().toString()).param("seconds", plan.seconds())
                .param("identities", shifts.stream().map(it -> it.who().identity()).toArray(UUID[]::new))
                .param("people", shifts.stream().map(it -> it.who().person()).toArray(UUID[]::new))
                .param("born", shifts.stream().map(it -> String.valueOf(it.who().born())).toArray(String[]::new))
                .param("days", shifts.stream().map(it -> it.day().toString()).toArray(String[]::new))
                .update();
        return new Planned(id, shifts.size(), (int) shifts.stream().map(it -> it.who().person()).distinct().count(), nearly);
    }

    private List<Who> people(Plan plan) {
        return db.sql("""
                SELECT DISTINCT ON (engaged.person) engaged.person, name.name_en, name.name_zh, identity.id AS identity, identity.born,
                       coalesce(site.country, '') AS country, coalesce(site.region, '') AS region
                  FROM directory.engaged(:first, 'infinity') AS engaged
                  JOIN directory.places(:first, 'infinity') AS place ON place.unit = engaged.unit AND :unit = ANY (place.path)
                  LEFT JOIN directory.places(:first, 'infinity') AS site ON site.unit = place.site
                  JOIN directory.name ON name.id = engaged.person
                  LEFT JOIN labour.identity ON identity.person = engaged.person AND identity.superseded_at IS NULL
                 WHERE engaged.person = ANY (:people)
                   AND engaged.kind <> 'RETIREE'
                   AND coalesce(engaged.until_day, 'infinity') >= :last
                 ORDER BY engaged.person
                """)
                .param("first", plan.first()).param("last", plan.last()).param("unit", plan.unit()).param("people", plan.people().toArray(UUID[]::new))
                .query(Who.class).list();
    }

    private Map<LocalDate, Boolean> off(String country, Plan plan) {
        var named = db.sql("SELECT day, kind <> 'WORK' AS off FROM labour.days(:first, :last, 'infinity') WHERE country = :country")
                .param("first", plan.first()).param("last", plan.last()).param("country", country)
                .query((row, n) -> Map.entry(row.getObject("day", LocalDate.class), row.getBoolean("off"))).list();
        return named.isEmpty() ? plan.first().datesUntil(plan.last().plusDays(1)).collect(Collectors.toMap(it -> it, it -> it.getDayOfWeek().getValue() > 5))
                : named.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, Set<LocalDate>> taken(Plan plan) {
        return db.sql("SELECT person, day FROM labour.shift WHERE person = ANY (:people) AND day BETWEEN :first AND :last AND withdrawn_at IS NULL")
                .param("people", plan.people().toArray(UUID[]::new)).param("first", plan.first()).param("last", plan.last())
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class))).list().stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }

    /**
     * Takes back somebody's shifts from a day on.
     *
     * <p>Refusals: {@code labour.not-yours}; {@code labour.shifts-none} there is none.
     */
    @Transactional
    public Answer<Integer> withdraw(UUID unit, List<UUID> people, LocalDate first, LocalDate last, Me by) {
        if (!plansFor(unit, by)) {
            return Answer.refused("", "labour.not-yours");
        }
        takeTurns();
        var from = first.isBefore(today()) ? today() : first;
        var taken = db.sql("""
                UPDATE labour.shift
                   SET withdrawn_at = :now, withdrawn_by = :by
                  FROM directory.engaged(:from, 'infinity') AS engaged
                  JOIN directory.places(:from, 'infinity') AS place ON place.unit = engaged.unit AND :unit = ANY (place.path)
                 WHERE shift.person = engaged.person AND shift.person = ANY (:people) AND shift.day BETWEEN :from AND :last AND shift.withdrawn_at IS NULL
                RETURNING shift.id
                """)
                .param("now", now()).param("by", by.account()).param("from", from).param("unit", unit).param("people", people.toArray(UUID[]::new)).param("last", last)
                .query(UUID.class).list();
        if (taken.isEmpty()) {
            return Answer.refused("people", "labour.shifts-none");
        }
        log.recordBatch("labour.withdrawn", today(), Map.of("unit", unit.toString()), taken.stream().map(it -> Map.of("shift", it.toString())).toList());
        return Answer.done(taken.size());
    }

    /** One roster at a time: each is judged by what the one before planned. */
    private void takeTurns() {
        db.sql("LOCK TABLE labour.roster IN SHARE ROW EXCLUSIVE MODE").update();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
