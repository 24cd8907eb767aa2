package org.probity.disclosure.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.shapes.evidence.Evidence;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.supplier.Suppliers;

/** A year in which suppliers delivered tin and owe its papers, made through the rooms' own doors. */
record TinYear(Suppliers suppliers, Minerals minerals, Obligations obligations, Evidence evidence, Me officer, int year) {

    /** One that delivered ten kilograms and owes the year's papers. */
    UUID supplier() {
        var supplier = delivering();
        done(minerals.open(year, LocalDate.of(year, 12, 31), officer));
        return supplier;
    }

    /** One that delivered ten kilograms; nobody has asked it for papers. */
    UUID delivering() {
        var number = "P" + UUID.randomUUID();
        var supplier = done(suppliers.register(new Suppliers.Registration(number, "Solder " + number, "焊料" + number, "CN", "solder", null, null), officer));
        var solder = suppliers.addMaterial(supplier, "M1", "Solder ribbon", "焊带");
        suppliers.sayContent(solder, Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(year, 1, 1));
        var file = evidence.keep("ledger.csv", "text/csv", number.getBytes(), officer.account());
        done(suppliers.receive("ERP", year, List.of(new Suppliers.Receipt(number, 1, supplier, solder, LocalDate.of(year, 1, 1), BigDecimal.TEN)),
                1, BigDecimal.TEN, file.id(), file.sha256(), officer));
        return supplier;
    }

    void meet(UUID supplier) {
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        for (var owed : obligations.of(supplier)) {
            var item = evidence.keep("paper.pdf", "application/pdf", owed.id().toString().getBytes(), contact.account());
            done(obligations.sendIn(owed.id(), item.id(), contact));
            done(obligations.accept(owed.id(), LocalDate.of(year, 12, 31), officer));
        }
    }

    static <T> T done(Answer<T> answer) {
        return switch (answer) {
            case Answer.Done<T>(var value) -> value;
            case Answer.Refused<T>(var reasons) -> throw new AssertionError(reasons.toString());
        };
    }

    static String key(Answer<?> answer) {
        return answer instanceof Answer.Refused<?>(var reasons) ? reasons.getFirst().key() : "done";
    }
}
