package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The goods-receipt ledger of a year as the ERP hands it over. A line that is there stays as it is; one that says something else is a fault. */
@Component
class LedgerLines {
    private record Known(UUID id, UUID supplier, String number) {}

    private final JdbcClient db;
    private final Suppliers suppliers;
    private final SupplierSearch search;
    private final Clock clock;

    LedgerLines(JdbcClient db, Suppliers suppliers, SupplierSearch search, Clock clock) {
        this.db = db;
        this.suppliers = suppliers;
        this.search = search;
        this.clock = clock;
    }

    Effect judge(Reading reading, int year) {
        var owners = search.byNumbers();
        var materials = db.sql("SELECT id, supplier, number FROM supplier.material").query(Known.class).list().stream()
                .collect(Collectors.toMap(it -> it.supplier() + " " + it.number(), Known::id));
        var there = db.sql("""
                SELECT document, line, supplier, material, day, kilograms
                  FROM supplier.receipt
                 WHERE document = ANY (:documents)
                """)
                .param("documents", reading.lines().stream().map(it -> it.of("document")).distinct().toArray(String[]::new))
                .query(Suppliers.Receipt.class).list().stream()
                .collect(Collectors.toMap(LedgerLines::key, Function.identity()));
        var seen = new HashSet<String>();
        var fresh = new ArrayList<Suppliers.Receipt>();
        var same = 0;
        for (var line : reading.lines()) {
            var it = receipt(reading, line, year, owners, materials);
            if (it == null) {
                continue;
            }
            if (!seen.add(key(it))) {
                reading.fault(line.row(), "line", "supplier.receipt-twice", it.document() + " " + it.line());
            }
            var was = there.get(key(it));
            if (was == null) {
                fresh.add(it);
            } else if (was.equals(new Suppliers.Receipt(it.document(), it.line(), it.supplier(), it.material(), it.day(), was.kilograms()))
                    && was.kilograms().compareTo(it.kilograms()) == 0) {
                same++;
            } else {
                reading.fault(line.row(), "document", "supplier.receipt-differs", it.document() + " " + it.line());
            }
        }
        return new Effect(fresh.size(), 0, same, (batch, file, by) -> {
            var answer = suppliers.receive("file", year, List.copyOf(fresh), fresh.size(), sum(fresh), file.id(), file.sha256(), by);
            if (answer instanceof Answer.Refused<UUID>(var reasons)) {
                throw new IllegalStateException("a faultless ledger was refused: " + reasons);
            }
        });
    }

    static BigDecimal sum(List<Suppliers.Receipt> receipts) {
        return receipts.stream().map(Suppliers.Receipt::kilograms).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Suppliers.@Nullable Receipt receipt(
            Reading reading, Columns.Line line, int year, Map<String, UUID> owners, Map<String, UUID> materials) {
        if (line.of("document").isEmpty()) {
            reading.fault(line.row(), "document", "supplier.document-missing", "");
        }
        var number = line.of("line").matches("[0-9]{1,9}") ? Integer.parseInt(line.of("line")) : -1;
        if (number < 0) {
            reading.fault(line.row(), "line", "supplier.line-wrong", line.of("line"));
        }
        var owner = owners.get(line.of("supplier"));
        var material = owner == null ? null : materials.get(owner + " " + line.of("material"));
        if (owner == null) {
            reading.fault(line.row(), "supplier", "supplier.number-unknown", line.of("supplier"));
        } else if (material == null) {
            reading.fault(line.row(), "material", "supplier.material-unknown", line.of("material"));
        }
        var day = Typed.day(line.of("day")).orElse(null);
        if (day == null) {
            reading.fault(line.row(), "day", "supplier.day-wrong", line.of("day"));
        } else if (day.isAfter(LocalDate.now(clock))) {
            reading.fault(line.row(), "day", "supplier.receipt-future", line.of("day"));
        } else if (day.getYear() != year) {
            reading.fault(line.row(), "day", "supplier.receipt-outside-year", line.of("day"));
        }
        var kilograms = Typed.number(line.of("kilograms")).filter(it -> it.signum() > 0 && it.stripTrailingZeros().scale() <= 3
                && it.compareTo(new BigDecimal("10000000000")) < 0).orElse(null);
        if (kilograms == null) {
            reading.fault(line.row(), "kilograms", "supplier.kilograms-wrong", line.of("kilograms"));
        }
        return owner == null || material == null || day == null || kilograms == null || number < 0 ? null
                : new Suppliers.Receipt(line.of("document"), number, owner, material, day, kilograms);
    }

    private static String key(Suppliers.Receipt it) {
        return it.line() + " " + it.document();
    }
}
