package org.probity.supply.supplier;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.inbox.Finds;
import org.probity.house.inbox.Words;
import org.probity.house.ui.Lang;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds suppliers by name, number, credit code or LEI, and by the people we write to there. */
@Component
class SupplierFinds implements Finds {
    private static final Set<Role> READERS =
            Set.of(Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);

    private record Person(String name, UUID supplier, String nameEn, String nameZh) {}

    private final SupplierSearch search;
    private final JdbcClient db;

    SupplierFinds(SupplierSearch search, JdbcClient db) {
        this.search = search;
        this.db = db;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String group() {
        return "supplier.register";
    }

    @Override
    public List<Hit> find(String words, Me me) {
        if (Collections.disjoint(READERS, me.roles())) {
            return List.of();
        }
        var found = search.list(SupplierSearch.Sought.by(words), "number", MOST, 0).stream()
                .map(it -> new Hit(s -> it.name(s.lang()), s -> it.number() + " · " + it.category(s.lang()), "/app/suppliers/" + it.id()));
        var people = db.sql("""
                SELECT contact.name, supplier.id AS supplier, supplier.name_en, supplier.name_zh
                  FROM supplier.contact
                  JOIN supplier.supplier ON supplier.id = contact.supplier
                 WHERE contact.until_day IS NULL
                   AND (contact.name ILIKE :pattern OR contact.email ILIKE :pattern)
                 ORDER BY contact.name, contact.id
                 LIMIT :most
                """)
                .param("pattern", "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%").param("most", MOST)
                .query(Person.class).list().stream()
                .map(it -> new Hit(s -> it.name(), s -> s.t("supplier.contact-of", s.lang() == Lang.EN ? it.nameEn() : it.nameZh()), "/app/suppliers/" + it.supplier()));
        return Stream.concat(found, people).limit(MOST).toList();
    }
}
