package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A category from which something is bought and for which no department answers, and a change of one that answers, lie on the desk of whoever keeps the departments. */
@Component
class DepartmentsDesk implements Waiting {
    private final JdbcClient db;
    private final Reassignments reassignments;
    private final Clock clock;

    DepartmentsDesk(JdbcClient db, Reassignments reassignments, Clock clock) {
        this.db = db;
        this.reassignments = reassignments;
        this.clock = clock;
    }

    @Override
    public List<Duty> waiting(Me me) {
        if (!me.is(Role.SOURCING_OFFICER)) {
            return List.of();
        }
        var without = db.sql("""
                SELECT count(*)
                  FROM supplier.category
                 WHERE category.until_day IS NULL
                   AND EXISTS (SELECT FROM supplier.supplier WHERE supplier.category = category.code)
                   AND NOT EXISTS (SELECT FROM supplier.accountable(:day, 'infinity') AS accountable
                                    WHERE accountable.category = category.code AND accountable.charge = 'BUYING' AND accountable.site IS NULL)
                """)
                .param("day", LocalDate.now(clock))
                .query(Long.class).single();
        var changes = reassignments.waiting(null).stream().filter(it -> !it.proposedBy().equals(me.account())).map(it -> new Duty(Words.of("supplier.desk.reassign"),
                s -> it.category() + s.t("supplier.colon") + it.department(s.lang()).orElse(s.t("supplier.nobody-more")), Words.of("supplier.merge-waiting"),
                "supplier.departments-menu", DepartmentsPage.path(it.category()), Optional.empty()));
        return Stream.concat(changes, without == 0 ? Stream.of() : Stream.of(new Duty(Words.of("supplier.desk.assign"), Words.of("supplier.desk.without", without),
                Words.of("supplier.desk.by-role"), "supplier.departments-menu", DepartmentsPage.PATH + "?state=without", Optional.empty()))).toList();
    }
}
