package org.probity.formats.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The business around an event.
///
/// @param step what was being done: `Cbv.bizStep("commissioning")`
/// @param disposition the state of the things afterwards: `Cbv.disposition("in_transit")`
/// @param set dispositions that hold from now on, beside each other
/// @param unset those that hold no longer
/// @param transactions orders, despatch advices, invoices
/// @param sources from which party or place the things go, for a transfer
/// @param destinations to which
public record Why(
        @Nullable String step,
        @Nullable String disposition,
        List<String> set,
        List<String> unset,
        List<Link> transactions,
        List<Link> sources,
        List<Link> destinations) {

    public static final Why UNKNOWN = new Why(null, null, List.of(), List.of(), List.of(), List.of(), List.of());

    public Why {
        set = List.copyOf(set);
        unset = List.copyOf(unset);
        transactions = List.copyOf(transactions);
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
    }

    public static Why of(String step, @Nullable String disposition) {
        return new Why(step, disposition, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /// @param type what the id means: `Cbv.transaction("po")`, `Cbv.party("owning_party")`; null where a transaction does not say
    public record Link(@Nullable String type, String id) {}

    public Why withTransactions(List<Link> those) {
        return new Why(step, disposition, set, unset, those, sources, destinations);
    }

    public Why withTransfer(List<Link> from, List<Link> to) {
        return new Why(step, disposition, set, unset, transactions, from, to);
    }
}
