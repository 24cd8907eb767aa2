package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.house.ui.PageSamples;
import org.probity.house.ui.Query;

class SupplierPages implements PageSamples {
    private static final UUID ID = UUID.fromString("0b3c0f4e-0000-4000-8000-000000000003");
    private static final Supplier JINLONG = new Supplier(ID, "SUP-00932", "Jinlong Solder & Sons", "金龙焊料", "CN", "solder",
            "91330782MA00000000", null, Instant.parse("2021-06-18T00:00:00Z"));

    @Override
    public List<Page> pages() {
        return List.of(
                new SuppliersPage(List.of(JINLONG), Query.all("/app/suppliers").by("name"), 120, 140),
                new SuppliersPage(List.of(), Query.all("/app/suppliers").with("q", "x"), 0, 140),
                new SupplierPage(JINLONG,
                        List.of(new Supplier.Material(UUID.randomUUID(), ID, "M-1", "Solder ribbon", "焊带", new BigDecimal("0.6")),
                                new Supplier.Material(UUID.randomUUID(), ID, "M-2", "Flux", "助焊剂", null)),
                        List.of(new Supplier.Contact(UUID.randomUUID(), ID, "Chen Yu", "chen@jinlong.example", "", LocalDate.of(2024, 1, 1), null)),
                        List.of(), List.of(), null, null),
                new PortalPage(JINLONG, List.of(), LocalDate.of(2026, 11, 22)));
    }
}
