package org.probity.supply.supplier;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.log.Log;
import org.probity.house.ui.Lang;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.Suppliers.Registration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Suppliers as they come in a file: a number that is there is changed to what the line says, another is entered. */
@Component
class SupplierLines {
    private record Coming(int row, UUID id, Registration said, @Nullable Supplier was) {}

    private final JdbcClient db;
    private final SupplierSearch search;
    private final Categories categories;
    private final Log log;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SupplierLines(JdbcClient db, SupplierSearch search, Categories categories, Log log, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.search = search;
        this.categories = categories;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    Effect judge(Reading reading) {
        var there = search.list(SupplierSearch.Sought.by(""), "number", Integer.MAX_VALUE, 0).stream()
                .collect(Collectors.toMap(Supplier::number, Function.identity()));
        var owners = search.byNumbers();
        var open = categories.open().stream().map(Supplier.Category::code).collect(Collectors.toSet());
        var numbers = new HashSet<String>();
        var coming = new ArrayList<Coming>();
        for (var line : reading.lines()) {
            var said = new Registration(line.of("number"), line.of("name_en"), line.of("name_zh"), line.of("name_other"),
                    Typed.code(line.of("country")), line.of("category"), filled(line.of("credit_code")), filled(line.of("lei")));
            var was = there.get(said.number());
            if (was == null && owners.containsKey(said.number())) {
                reading.fault(line.row(), "number", "supplier.number-merged", said.number());
            }
            for (var reason : Objections.faults(said)) {
                reading.fault(line.row(), column(reason.field()), reason.key(), line.of(column(reason.field())));
            }
            if (!open.contains(said.category()) && (was == null || !was.category().equals(said.category()))) {
                reading.fault(line.row(), "category", "supplier.category-unknown", said.category());
            }
            if (!numbers.add(said.number())) {
                reading.fault(line.row(), "number", "supplier.twice", said.number());
            }
            coming.add(new Coming(line.row(), was == null ? UUID.randomUUID() : was.id(), said, was));
        }
        once(reading, coming, there, "credit_code", Registration::creditCode, Supplier::creditCode);
        once(reading, coming, there, "lei", Registration::lei, Supplier::lei);
        var fresh = coming.stream().filter(it -> it.was() == null).toList();
        var changed = coming.stream().filter(it -> it.was() != null && !Relations.said(it.was()).equals(Relations.said(it.said()))).toList();
        return new Effect(fresh.size(), changed.size(), coming.size() - fresh.size() - changed.size(),
                (batch, file, by) -> write(fresh, changed, batch, file, by));
    }

    /** A credit code or LEI belongs to one supplier, in the file and in what the register says after it. */
    private static void once(
            Reading reading, List<Coming> coming, Map<String, Supplier> there, String column,
            Function<Registration, @Nullable String> said, Function<Supplier, @Nullable String> was) {
        Set<String> named = coming.stream().map(it -> it.said().number()).collect(Collectors.toSet());
        var owners = new HashMap<String, String>();
        there.values().stream().filter(it -> !named.contains(it.number()) && was.apply(it) != null).forEach(it -> owners.put(was.apply(it), it.number()));
        for (var it : coming) {
            var code = said.apply(it.said());
            var owner = code == null ? null : owners.putIfAbsent(code, it.said().number());
            if (owner != null && !owner.equals(it.said().number())) {
                reading.fault(it.row(), column, "supplier.code-of-another", owner);
            }
        }
    }

    private void write(List<Coming> fresh, List<Coming> changed, UUID batch, Evidence.Item file, Me by) {
        var rows = new ArrayList<Map<String, String>>();
        fresh.forEach(it -> rows.add(Map.of("supplier", it.id().toString(), "number", it.said().number(), "was", "new")));
        changed.forEach(it -> rows.add(Map.of("supplier", it.id().toString(), "number", it.said().number(), "was", "changed")));
        var record = log.recordBatch("supplier.imported", LocalDate.now(clock), Map.of("batch", batch.toString(), "sha256", file.sha256()), rows);
        // Codes that move from one line to another within the file are free before anybody takes them.
        db.sql("UPDATE supplier.supplier SET credit_code = NULL, lei = NULL WHERE id = ANY (:ids)")
                .param("ids", changed.stream().map(Coming::id).toArray(UUID[]::new))
                .update();
        columns(db.sql("""
                UPDATE supplier.supplier
                   SET name_en = it.name_en,
                       name_zh = it.name_zh,
                       name_other = it.name_other,
                       country = it.country,
                       category = it.category,
                       credit_code = it.credit_code,
                       lei = it.lei
                  FROM unnest(:ids, :numbers, :namesEn, :namesZh, :namesOther, :countries, :categories, :creditCodes, :leis)
                       AS it (id, number, name_en, name_zh, name_other, country, category, credit_code, lei)
                 WHERE supplier.id = it.id
                """), changed).update();
        columns(db.sql("""
                INSERT INTO supplier.supplier (id, number, name_en, name_zh, name_other, country, category, credit_code, lei,
                                               registered_by, registered_at, record)
                SELECT it.*, :by, :at, :record
                  FROM unnest(:ids, :numbers, :namesEn, :namesZh, :namesOther, :countries, :categories, :creditCodes, :leis) AS it
                """), fresh).param("by", by.account()).param("at", now()).param("record", record).update();
        history(changed, record, by);
        events.publishEvent(new Suppliers.Said(Stream.concat(fresh.stream(), changed.stream()).map(Coming::id).toList()));
    }

    private static JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, List<Coming> lines) {
        return statement
                .param("ids", lines.stream().map(Coming::id).toArray(UUID[]::new))
                .param("numbers", texts(lines, Registration::number))
                .param("namesEn", texts(lines, it -> it.nameIn(Lang.EN)))
                .param("namesZh", texts(lines, it -> it.nameIn(Lang.ZH)))
                .param("namesOther", texts(lines, Registration::nameOther))
                .param("countries", texts(lines, Registration::country))
                .param("categories", texts(lines, Registration::category))
                .param("creditCodes", texts(lines, Registration::creditCode))
                .param("leis", texts(lines, Registration::lei));
    }

    private static @Nullable String[] texts(List<Coming> lines, Function<Registration, @Nullable String> of) {
        return lines.stream().map(it -> of.apply(it.said())).toArray(String[]::new);
    }

    private void history(List<Coming> changed, UUID record, Me by) {
        var ids = new ArrayList<UUID>();
        var fields = new ArrayList<String>();
        var before = new ArrayList<String>();
        var after = new ArrayList<String>();
        for (var it : changed) {
            var was = Relations.said(Optional.ofNullable(it.was()).orElseThrow());
            Relations.said(it.said()).forEach((field, value) -> {
                if (!value.equals(was.get(field))) {
                    ids.add(it.id());
                    fields.add(field);
                    before.add(was.get(field));
                    after.add(value);
                }
            });
        }
        db.sql("""
                INSERT INTO supplier.change (supplier, field, was, becomes, by, at, record)
                SELECT it.*, :by, :at, :record FROM unnest(:ids, :fields, :before, :after) AS it
                """)
                .param("ids", ids.toArray(UUID[]::new)).param("fields", fields.toArray(String[]::new))
                .param("before", before.toArray(String[]::new)).param("after", after.toArray(String[]::new))
                .param("by", by.account()).param("at", now()).param("record", record)
                .update();
    }

    private static @Nullable String filled(String code) {
        return code.isEmpty() ? null : Typed.code(code);
    }

    /** Form fields and columns bear the same names, each in its own spelling. */
    private static String column(String field) {
        return switch (field) {
            case "nameEn" -> "name_en";
            case "creditCode" -> "credit_code";
            default -> field;
        };
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
