package org.probity.people.care;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.directory.Deputies;
import org.probity.house.directory.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who leads whom today, themselves or in somebody's place; what waits for them, and when those whom they lead are away. */
@Component
class Leading {
    private final JdbcClient db;
    private final Directory directory;
    private final Deputies deputies;
    private final Clock clock;

    Leading(JdbcClient db, Directory directory, Deputies deputies, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.deputies = deputies;
        this.clock = clock;
    }

    /** Whether somebody is the line manager of a person today, or stands in for them. */
    boolean manages(UUID person, Me me) {
        var who = directory.personOf(me);
        var manager = directory.manager(person, today());
        return who.isPresent() && manager.isPresent() && (manager.get().id().equals(who.get()) || deputies.of(manager.get().id(), today()).filter(who.get()::equals).isPresent());
    }

    /** Accounts of whoever leads somebody today: the line manager, and whoever stands in for them. */
    List<UUID> of(UUID person) {
        var manager = directory.manager(person, today()).map(it -> it.id());
        var people = Stream.concat(manager.stream(), manager.flatMap(it -> deputies.of(it, today())).stream()).distinct().toArray(UUID[]::new);
        return db.sql("SELECT account FROM directory.pass WHERE person = ANY (:people)").param("people", people).query(UUID.class).list();
    }

    /** Those whom somebody leads today, or leads in somebody's place. */
    private static final String TEAM = """
            team AS MATERIALIZED (
                SELECT managed.person
                  FROM directory.managers(:day, 'infinity') AS managed
                 WHERE managed.person <> :me
                   AND (managed.manager = :me OR managed.manager IN (SELECT deputy.person FROM directory.deputies(:day, CAST(:now AS timestamptz)) AS deputy WHERE deputy.deputy = :me))
            )
            """;

    /** Requests that wait for somebody as a line manager. */
    List<Leave> waiting(UUID manager) {
        if (nothingWaits() || !mayLead(manager)) {
            return List.of();
        }
        return db.sql("WITH " + TEAM + Leaves.SELECT + " JOIN team ON team.person = leave.person WHERE leave.over_at IS NULL AND answered.leave IS NULL AND leave.kind = ANY (:kinds) ORDER BY leave.asked_at, leave.number")
                .param("day", today()).param("now", now()).param("me", manager).param("kinds", Kind.byManagers().toArray(String[]::new)).query(Leave.class).list();
    }

    private boolean nothingWaits() {
        return db.sql("SELECT NOT EXISTS (SELECT FROM care.leave LEFT JOIN care.answered ON answered.leave = leave.id WHERE leave.over_at IS NULL AND answered.leave IS NULL)").query(Boolean.class).single();
    }

    /** Asked before everybody's line manager is looked for: most people lead nobody. */
    private boolean mayLead(UUID person) {
        return db.sql("""
                SELECT EXISTS (SELECT FROM directory.heads(:day, 'infinity') AS head WHERE head.person = :person)
                       OR EXISTS (SELECT FROM directory.deputies(:day, CAST(:now AS timestamptz)) AS deputy WHERE deputy.deputy = :person)
                """)
                .param("day", today()).param("now", now()).param("person", person).query(Boolean.class).single();
    }

    /** Requests for human resources: what tells of health or family, and those of whom nobody leads. */
    List<Leave> forResources() {
        if (nothingWaits()) {
            return List.of();
        }
        return db.sql(Leaves.SELECT + """
                 WHERE leave.over_at IS NULL AND answered.leave IS NULL
                   AND (leave.kind <> ALL (:kinds) OR NOT EXISTS (SELECT FROM directory.managers(:day, 'infinity') AS managed WHERE managed.person = leave.person))
                 ORDER BY leave.asked_at, leave.number
                """)
                .param("day", today()).param("kinds", Kind.byManagers().toArray(String[]::new)).query(Leave.class).list();
    }

    /** Somebody of a team and their days in a stretch of days. */
    record Mate(UUID person, String number, String nameEn, String nameZh) {}

    List<Mate> team(UUID manager) {
        if (!mayLead(manager)) {
            return List.of();
        }
        return db.sql("WITH " + TEAM + "SELECT name.id AS person, name.number, name.name_en, name.name_zh FROM team JOIN directory.name ON name.id = team.person ORDER BY name.number")
                .param("day", today()).param("now", now()).param("me", manager).query(Mate.class).list();
    }

    /** What stands of these people in a stretch of days. */
    List<Leave> standing(List<UUID> people, LocalDate from, LocalDate until) {
        return db.sql(Leaves.SELECT + " WHERE leave.person = ANY (:people) AND leave.over_at IS NULL AND leave.from_day <= :until AND coalesce(leave.last_day, leave.until_day) >= :from ORDER BY leave.from_day")
                .param("people", people.toArray(UUID[]::new)).param("from", from).param("until", until).query(Leave.class).list();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
