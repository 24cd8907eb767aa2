package org.probity.people.performance;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.directory.Directory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How people stand in a cycle, and who of them is at the screen. Who may see whom is decided here and nowhere else. */
@Service
public class People {
    /** What somebody is to a member of a cycle. */
    public enum Part { SELF, MANAGER, SECOND, NONE }

    private final JdbcClient db;
    private final Directory directory;

    People(JdbcClient db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    Optional<UUID> of(Me me) {
        return me.supplier().isPresent() ? Optional.empty() : directory.personOf(me);
    }

    Optional<Standing> find(UUID cycle, UUID person) {
        return db.sql(SELECT + " WHERE standing.cycle = :cycle AND standing.person = :person").param("cycle", cycle).param("person", person)
                .query(Standing.class).optional();
    }

    /** As above, and nobody else acts on the same person meanwhile. */
    Optional<Standing> held(UUID cycle, UUID person) {
        db.sql("SELECT FROM performance.member WHERE cycle = :cycle AND person = :person FOR UPDATE").param("cycle", cycle).param("person", person)
                .query((row, n) -> row).optional();
        return find(cycle, person);
    }

    Part part(Standing it, Me me) {
        var who = of(me);
        if (who.isEmpty()) {
            return Part.NONE;
        }
        return who.get().equals(it.person()) ? Part.SELF : who.get().equals(it.manager()) ? Part.MANAGER : who.get().equals(it.second()) ? Part.SECOND : Part.NONE;
    }

    /** Those whom somebody leads in a cycle, and those whom they look at as the second level. */
    List<Standing> team(UUID cycle, UUID manager) {
        return db.sql(SELECT + " WHERE standing.cycle = :cycle AND (standing.manager = :manager OR standing.second = :manager) ORDER BY standing.manager <> :manager, name.number")
                .param("cycle", cycle).param("manager", manager)
                .query(Standing.class).list();
    }

    /** The cycles in which somebody is a member, newest first. */
    List<UUID> cycles(UUID person) {
        return db.sql("SELECT cycle FROM performance.member JOIN performance.cycle ON cycle.id = member.cycle WHERE person = :person AND left_out IS NULL ORDER BY from_day DESC")
                .param("person", person)
                .query(UUID.class).list();
    }

    /** Whether somebody leads others in a cycle, or is their second level. */
    boolean leads(UUID person) {
        return db.sql("SELECT EXISTS (SELECT FROM performance.member WHERE manager = :person AND left_out IS NULL) OR EXISTS (SELECT FROM performance.member WHERE second = :person AND left_out IS NULL)")
                .param("person", person)
                .query(Boolean.class).single();
    }

    static final String SELECT = """
            SELECT standing.*, name.number, name.name_en, name.name_zh
              FROM performance.standing
              JOIN directory.name ON name.id = standing.person
            """;
}
