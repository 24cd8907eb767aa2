package org.probity.supply.exchange;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Role;
import org.probity.house.ui.Page;
import org.probity.shapes.gathering.Occasions;
import org.probity.supply.supplier.SupplierTab;
import org.probity.supply.supplier.Suppliers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was talked about with a supplier and what its people learned, on the supplier's page. */
@Component
class ExchangeTab implements SupplierTab {
    private final JdbcClient db;
    private final Occasions occasions;
    private final Exchanges exchanges;
    private final Suppliers suppliers;

    ExchangeTab(JdbcClient db, Occasions occasions, Exchanges exchanges, Suppliers suppliers) {
        this.db = db;
        this.occasions = occasions;
        this.exchanges = exchanges;
        this.suppliers = suppliers;
    }

    @Override
    public String path() {
        return "exchanges";
    }

    @Override
    public String title() {
        return "exchange.exchange.all";
    }

    @Override
    public Set<Role> roles() {
        return Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
    }

    @Override
    public int order() {
        return 58;
    }

    @Override
    public Page show(UUID supplier) {
        var year = exchanges.now().atZone(exchanges.zone()).getYear();
        List<ExchangeTabPage.Learned> learned = db.sql("""
                SELECT topic, count(DISTINCT guest) FILTER (WHERE way = 'COURSE') AS passed, count(DISTINCT guest) FILTER (WHERE way = 'SESSION') AS attended, max(day) AS day
                  FROM exchange.trained(:from, :until, 'infinity')
                 WHERE party = :supplier
                 GROUP BY topic
                 ORDER BY topic
                """)
                .param("from", java.time.LocalDate.of(year - 1, 1, 1)).param("until", java.time.LocalDate.of(year, 12, 31)).param("supplier", supplier)
                .query(ExchangeTabPage.Learned.class).list();
        return new ExchangeTabPage(suppliers.find(supplier).orElseThrow().number(), occasions.with(supplier), learned, exchanges.now(), exchanges.zone());
    }
}
