package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Duty;
import org.probity.house.inbox.Waiting;
import org.probity.house.inbox.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A category from which something is bought and for which no department answers lies on the desk of whoever keeps the departments. */
@Component
class DepartmentsDesk implements Waiting {
    private final JdbcClient db;
    private final Clock clock;

    DepartmentsDesk(JdbcClient db, Clock clock) {
        this.db = db;
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
        return without == 0 ? List.of() : List.of(new Duty(Words.of("supplier.desk.assign"), Words.of("supplier.desk.without", without),
                Words.of("supplier.desk.by-role"), "supplier.departments-menu", DepartmentsPage.PATH + "?state=without", Optional.empty()));
    }
}
