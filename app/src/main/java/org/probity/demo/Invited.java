package org.probity.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Account;
import org.probity.house.access.DemoPeople;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Passes;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Some of the invented company's employees, with an account for whoever has none yet: most of them were never invited. */
@Component
@ConditionalOnBooleanProperty("probity.demo")
class Invited {
    private final DemoPeople people;
    private final Passes passes;
    private final JdbcClient db;

    Invited(DemoPeople people, Passes passes, JdbcClient db) {
        this.people = people;
        this.passes = passes;
        this.db = db;
    }

    /** Employees of a day in the order of their numbers; nobody who has another role in the demo. @param from how many are left out before */
    List<Me> some(int from, int many, LocalDate day) {
        record One(UUID person, String name) {}
        return db.sql("""
                SELECT name.id AS person, name.name_en AS name
                  FROM directory.engaged(:day, 'infinity') AS engaged
                  JOIN directory.name ON name.id = engaged.person
                 WHERE engaged.kind = 'EMPLOYEE' AND name.number > '100100'
                 ORDER BY name.number
                 LIMIT :many OFFSET :from
                """).param("day", day).param("many", many).param("from", from).query(One.class).list().stream().map(it -> new Me(
                        passes.of(it.person()).map(Account::id).orElseGet(() -> DemoStory.done(passes.invite(it.person(), "zh", people.the(Role.HR).account()))), it.name(), Set.of(Role.EMPLOYEE), Optional.empty())).toList();
    }
}
