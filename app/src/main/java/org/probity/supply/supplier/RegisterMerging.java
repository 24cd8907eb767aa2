package org.probity.supply.supplier;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the register has of a supplier, and what rooms below it have that do not know what a supplier is. */
@Component
class RegisterMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(
                Moves.all("supplier.site", "supplier.sites", "id")
                        .renaming("name", "it.until_day IS NULL AND EXISTS (SELECT FROM supplier.site AS other WHERE other.supplier = :stays AND other.until_day IS NULL AND lower(other.name) = lower(it.name))"),
                Moves.all("supplier.contact", "supplier.contacts", "id"),
                Moves.all("supplier.material", "supplier.materials", "id")
                        .renaming("number", "EXISTS (SELECT FROM supplier.material AS other WHERE other.supplier = :stays AND other.number = it.number)"),
                Moves.all("supplier.receipt", "supplier.merge.receipts", "document", "line"),
                Moves.all("access.account", "supplier.merge.accounts", "id"),
                // Two duties for the same thing would be met twice and counted once; the old one stays where it was owed.
                Moves.all("obligation.obligation", "supplier.merge.duties", "id").in("party")
                        .unless("EXISTS (SELECT FROM obligation.obligation AS other WHERE other.party = :stays AND other.kind = it.kind AND other.period = it.period AND other.about IS NOT DISTINCT FROM it.about)"),
                // A questionnaire goes with the duty to answer it, and stays where that stays.
                Moves.all("form.sheet", "supplier.merge.forms", "id").in("party")
                        .unless("EXISTS (SELECT FROM obligation.obligation AS duty JOIN obligation.obligation AS other ON other.party = :stays AND other.kind = duty.kind"
                                + " AND other.period = duty.period AND other.about IS NOT DISTINCT FROM duty.about WHERE duty.id = it.about AND other.id <> duty.id)"),
                Moves.all("casework.correction", "supplier.merge.corrections", "id"),
                Stays.all("supplier.change", "supplier.history"),
                Stays.all("supplier.ending", "supplier.merge.endings"),
                new Stays("supplier.supplier", "merged_into", "supplier.merge.earlier"),
                new Stays("supplier.merge", "gone", "supplier.merge.proposals"),
                new Stays("supplier.merge", "stays", "supplier.merge.proposals"));
    }
}
