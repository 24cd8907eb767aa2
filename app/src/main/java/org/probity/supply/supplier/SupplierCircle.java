package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Option;
import org.probity.shapes.policy.Circle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suppliers, all or those of a category, as far as rules bind them: a company acknowledges once, by any of its contacts. */
@Component
class SupplierCircle implements Circle {
    private static final String ALL = "all";

    private final JdbcClient db;
    private final Categories categories;
    private final Suppliers suppliers;
    private final Correspondents correspondents;

    SupplierCircle(JdbcClient db, Categories categories, Suppliers suppliers, Correspondents correspondents) {
        this.db = db;
        this.categories = categories;
        this.suppliers = suppliers;
        this.correspondents = correspondents;
    }

    @Override
    public String key() {
        return "supplier";
    }

    @Override
    public String title() {
        return "supplier.circle";
    }

    @Override
    public List<Option> choices(Screen s) {
        var choices = new ArrayList<>(List.of(new Option(ALL, s.t("supplier.circle-all"))));
        categories.open().forEach(it -> choices.add(new Option(it.code(), s.t("supplier.circle-category", it.name(s.lang())))));
        return choices;
    }

    @Override
    public Collection<UUID> members(String value, LocalDate day) {
        return db.sql("""
                SELECT supplier.id
                  FROM supplier.supplier
                 WHERE (:value = 'all' OR supplier.category = :value)
                   AND NOT EXISTS (SELECT FROM supplier.ending WHERE ending.supplier = supplier.id AND ending.resumed_at IS NULL AND ending.last_day < :day)
                """)
                .param("value", value).param("day", day).query(UUID.class).list();
    }

    @Override
    public Optional<UUID> partyOf(Me me) {
        return me.supplier();
    }

    @Override
    public Map<UUID, Name> names(Collection<UUID> parties) {
        var names = new HashMap<UUID, Name>();
        suppliers.find(List.copyOf(parties)).forEach(it -> names.put(it.id(), new Name(it.nameEn(), it.nameZh())));
        return names;
    }

    @Override
    public List<Reader> readers(UUID party) {
        return suppliers.find(party).map(it -> correspondents.of(it).stream().map(to -> new Reader(to.email(), to.lang(), "/app/portal")).toList()).orElse(List.of());
    }

    @Override
    public boolean writtenToWhenAsked() {
        return true;
    }
}
