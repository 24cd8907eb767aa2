package org.probity.supply.payment;

import java.util.List;
import org.probity.supply.supplier.Merging;
import org.springframework.stereotype.Component;

/** Invoices go along: they are owed to the company, under whichever number it stood. */
@Component
class PaymentMerging implements Merging {
    @Override
    public List<Part> parts() {
        return List.of(Moves.all("payment.invoice", "payment.merge.invoices", "report", "invoice"));
    }
}
