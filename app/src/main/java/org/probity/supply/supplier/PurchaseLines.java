package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.log.Log;
import org.probity.house.ui.Columns;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sites and materials as they come in a file, told apart by supplier and name, or by supplier and number. An empty cell says nothing, so it
 * changes nothing.
 */
@Component
class PurchaseLines {
    private record Site(UUID id, UUID supplier, String name, String address, String country) {}

    /** @param share of tin; null: not said @param tinFrom since when it holds */
    private record Material(
            UUID id, UUID supplier, String number, String nameEn, String nameZh, @Nullable LocalDate from, @Nullable LocalDate last,
            @Nullable BigDecimal share, @Nullable LocalDate tinFrom) {}

    private final JdbcClient db;
    private final SupplierSearch search;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PurchaseLines(JdbcClient db, SupplierSearch search, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.search = search;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    Effect sites(Reading reading) {
        var owners = search.byNumbers();
        var there = db.sql("SELECT id, supplier, name, address, country FROM supplier.site WHERE until_day IS NULL")
                .query(Site.class).list().stream().collect(Collectors.toMap(it -> site(it.supplier(), it.name()), Function.identity()));
        var seen = new HashSet<String>();
        var fresh = new ArrayList<Site>();
        var changed = new ArrayList<Site>();
        var same = 0;
        for (var line : reading.lines()) {
            var owner = owner(reading, line, owners);
            var name = line.of("site");
            var country = Typed.code(line.of("country"));
            if (name.isEmpty()) {
                reading.fault(line.row(), "site", "supplier.site-name-missing", "");
            }
            if (!Objections.COUNTRIES.contains(country)) {
                reading.fault(line.row(), "country", "supplier.country-unknown", line.of("country"));
            }
            if (owner == null) {
                continue;
            }
            if (!seen.add(site(owner, name))) {
                reading.fault(line.row(), "site", "supplier.twice", name);
            }
            var was = there.get(site(owner, name));
            var address = line.of("address").isEmpty() && was != null ? was.address() : line.of("address");
            if (was == null) {
                fresh.add(new Site(UUID.randomUUID(), owner, name, address, country));
            } else if (was.address().equals(address) && was.country().equals(country)) {
                same++;
            } else {
                changed.add(new Site(was.id(), owner, was.name(), address, country));
            }
        }
        return new Effect(fresh.size(), changed.size(), same, (batch, file, by) -> {
            var rows = new ArrayList<Map<String, String>>();
            fresh.forEach(it -> rows.add(Map.of("site", it.id().toString(), "supplier", it.supplier().toString())));
            changed.forEach(it -> rows.add(Map.of("site", it.id().toString(), "supplier", it.supplier().toString())));
            log.recordBatch("supplier.imported", today(), Map.of("batch", batch.toString(), "sha256", file.sha256()), rows);
            var both = new ArrayList<>(fresh);
            both.addAll(changed);
            db.sql("""
                    INSERT INTO supplier.site (id, supplier, name, address, country, from_day)
                    SELECT it.*, :today FROM unnest(:ids, :suppliers, :names, :addresses, :countries) AS it
                    ON CONFLICT (id) DO UPDATE SET address = excluded.address, country = excluded.country
                    """)
                    .param("ids", both.stream().map(Site::id).toArray(UUID[]::new))
                    .param("suppliers", both.stream().map(Site::supplier).toArray(UUID[]::new))
                    .param("names", both.stream().map(Site::name).toArray(String[]::new))
                    .param("addresses", both.stream().map(Site::address).toArray(String[]::new))
                    .param("countries", both.stream().map(Site::country).toArray(String[]::new))
                    .param("today", today())
                    .update();
            events.publishEvent(new Suppliers.Said(fresh.stream().map(Site::supplier).distinct().toList()));
        });
    }

    Effect materials(Reading reading) {
        var owners = search.byNumbers();
        var there = db.sql("""
                SELECT material.id, supplier, number, name_en, name_zh, lower(purchase.valid) AS from, upper(purchase.valid) - 1 AS last,
                       content.mass_share AS share, lower(content.valid) AS tin_from
                  FROM supplier.material
                  JOIN supplier.purchase ON purchase.material = material.id AND upper_inf(purchase.recorded)
                  LEFT JOIN supplier.content ON content.material = material.id AND content.cas = :tin AND upper_inf(content.recorded)
                                            AND upper_inf(content.valid)
                """)
                .param("tin", Suppliers.TIN)
                .query(Material.class).list().stream().collect(Collectors.toMap(it -> material(it.supplier(), it.number()), Function.identity()));
        var seen = new HashSet<String>();
        var fresh = new ArrayList<Material>();
        var changed = new ArrayList<Material>();
        var said = new ArrayList<Material>();
        var same = 0;
        for (var line : reading.lines()) {
            var owner = owner(reading, line, owners);
            if (owner == null) {
                continue;
            }
            var was = there.get(material(owner, line.of("number")));
            var it = material(reading, line, owner, was);
            if (!seen.add(material(owner, it.number()))) {
                reading.fault(line.row(), "number", "supplier.twice", it.number());
            }
            if (was == null) {
                fresh.add(it);
            } else if (equal(it, was)) {
                same++;
            } else {
                changed.add(it);
            }
            if (it.share() != null && (was == null || !sameTin(it, was))) {
                said.add(it);
            }
        }
        return new Effect(fresh.size(), changed.size(), same, (batch, file, by) -> {
            var rows = new ArrayList<Map<String, String>>();
            fresh.forEach(it -> rows.add(row(it)));
            changed.forEach(it -> rows.add(row(it)));
            log.recordBatch("supplier.imported", today(), Map.of("batch", batch.toString(), "sha256", file.sha256()), rows);
            write(fresh, changed, said);
        });
    }

    private static Map<String, String> row(Material it) {
        return Map.of("material", it.id().toString(), "supplier", it.supplier().toString(), "cas", Suppliers.TIN,
                "mass_share", it.share() == null ? "" : it.share().toPlainString(), "from", it.from() + "", "last", it.last() + "");
    }

    private static Material material(Reading reading, Columns.Line line, UUID owner, @Nullable Material was) {
        if (line.of("number").isEmpty()) {
            reading.fault(line.row(), "number", "supplier.material-number-missing", "");
        }
        if (was == null && line.of("name_en").isEmpty() && line.of("name_zh").isEmpty()) {
            reading.fault(line.row(), "name_en", "supplier.material-name-missing", "");
        }
        var from = day(reading, line, "from");
        var last = day(reading, line, "until");
        var tinFrom = day(reading, line, "tin_from");
        if (from != null && last != null && last.isBefore(from)) {
            reading.fault(line.row(), "until", "supplier.until-before", last.toString());
        }
        var share = Typed.share(line.of("tin_percent")).orElse(null);
        if (share == null && !line.of("tin_percent").isEmpty()) {
            reading.fault(line.row(), "tin_percent", "supplier.tin-wrong", line.of("tin_percent"));
        }
        if (tinFrom == null) {
            tinFrom = was != null && share != null && was.share() != null && was.share().compareTo(share) == 0 ? was.tinFrom() : from;
        }
        if (share != null && tinFrom == null) {
            reading.fault(line.row(), "tin_from", "supplier.day-wrong", "");
        }
        var en = line.of("name_en").isEmpty() ? line.of("name_zh") : line.of("name_en");
        var zh = line.of("name_zh").isEmpty() ? line.of("name_en") : line.of("name_zh");
        return was == null
                ? new Material(UUID.randomUUID(), owner, line.of("number"), en, zh, from, last, share, tinFrom)
                : new Material(was.id(), owner, was.number(), en.isEmpty() ? was.nameEn() : en, zh.isEmpty() ? was.nameZh() : zh,
                        from == null ? was.from() : from, last == null ? was.last() : last, share, tinFrom);
    }

    private static boolean equal(Material it, Material was) {
        return it.nameEn().equals(was.nameEn()) && it.nameZh().equals(was.nameZh()) && Objects.equals(it.from(), was.from())
                && Objects.equals(it.last(), was.last()) && (it.share() == null || sameTin(it, was));
    }

    private static boolean sameTin(Material it, Material was) {
        return it.share() != null && was.share() != null && it.share().compareTo(was.share()) == 0
                && Objects.equals(it.tinFrom(), was.tinFrom());
    }

    private void write(List<Material> fresh, List<Material> changed, List<Material> said) {
        var both = new ArrayList<>(fresh);
        both.addAll(changed);
        var at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        db.sql("""
                INSERT INTO supplier.material (id, supplier, number, name_en, name_zh)
                SELECT it.* FROM unnest(:ids, :suppliers, :numbers, :namesEn, :namesZh) AS it
                ON CONFLICT (id) DO UPDATE SET name_en = excluded.name_en, name_zh = excluded.name_zh
                """)
                .param("ids", ids(both))
                .param("suppliers", both.stream().map(Material::supplier).toArray(UUID[]::new))
                .param("numbers", both.stream().map(Material::number).toArray(String[]::new))
                .param("namesEn", both.stream().map(Material::nameEn).toArray(String[]::new))
                .param("namesZh", both.stream().map(Material::nameZh).toArray(String[]::new))
                .update();
        db.sql("UPDATE supplier.purchase SET recorded = tstzrange(lower(recorded), :at) WHERE material = ANY (:ids) AND upper_inf(recorded)")
                .param("at", at).param("ids", ids(changed))
                .update();
        db.sql("""
                INSERT INTO supplier.purchase (material, valid, recorded)
                SELECT it.id, daterange(it.from_day, it.last_day + 1), tstzrange(:at, NULL)
                  FROM unnest(:ids, :froms, :lasts) AS it (id, from_day, last_day)
                """)
                .param("at", at).param("ids", ids(both))
                .param("froms", both.stream().map(it -> sql(it.from())).toArray(Date[]::new))
                .param("lasts", both.stream().map(it -> sql(it.last())).toArray(Date[]::new))
                .update();
        db.sql("""
                WITH it AS (
                    SELECT * FROM unnest(:ids, :shares, :froms) AS it (material, share, from_day)
                ), closed AS (
                    UPDATE supplier.content
                       SET recorded = tstzrange(lower(recorded), :at)
                      FROM it
                     WHERE content.material = it.material
                       AND cas = :tin
                       AND upper_inf(recorded)
                    RETURNING content.material, mass_share, valid * daterange(NULL, it.from_day) AS valid
                )
                INSERT INTO supplier.content (material, cas, mass_share, valid, recorded)
                SELECT material, :tin, mass_share, valid, tstzrange(:at, NULL) FROM closed WHERE NOT isempty(valid)
                UNION ALL
                SELECT material, :tin, share, daterange(from_day, NULL), tstzrange(:at, NULL) FROM it
                """)
                .param("at", at).param("tin", Suppliers.TIN).param("ids", ids(said))
                .param("shares", said.stream().map(Material::share).toArray(BigDecimal[]::new))
                .param("froms", said.stream().map(it -> sql(it.tinFrom())).toArray(Date[]::new))
                .update();
    }

    private static UUID[] ids(List<Material> of) {
        return of.stream().map(Material::id).toArray(UUID[]::new);
    }

    private static java.sql.@Nullable Date sql(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable UUID owner(Reading reading, Columns.Line line, Map<String, UUID> owners) {
        var owner = owners.get(line.of("supplier"));
        if (owner == null) {
            reading.fault(line.row(), "supplier", "supplier.number-unknown", line.of("supplier"));
        }
        return owner;
    }

    private static @Nullable LocalDate day(Reading reading, Columns.Line line, String column) {
        var typed = line.of(column);
        var day = Typed.day(typed);
        if (day.isEmpty() && !typed.isEmpty()) {
            reading.fault(line.row(), column, "supplier.day-wrong", typed);
        }
        return day.orElse(null);
    }

    /** A site is told by its name in whatever case; the constraint {@code site_name_taken} says the same. */
    private static String site(UUID supplier, String name) {
        return supplier + " " + name.toLowerCase(Locale.ROOT);
    }

    /** A number is another as soon as one sign of it is; the constraint {@code material_number_taken} says the same. */
    private static String material(UUID supplier, String number) {
        return supplier + " " + number;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
