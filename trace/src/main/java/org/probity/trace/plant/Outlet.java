package org.probity.trace.plant;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Where a workplace puts what it makes. It works only as long as not too much waits there, so a plant of any size keeps its balance. */
final class Outlet {
    private final Consumer<Stock.Lot> there;
    private final LongSupplier lying;
    private final @Nullable Lorry lorry;
    private final long enough;

    private Outlet(Consumer<Stock.Lot> there, LongSupplier lying, @Nullable Lorry lorry, long enough) {
        this.there = there;
        this.lying = lying;
        this.lorry = lorry;
        this.enough = enough;
    }

    static Outlet beside(Stock stock, long enough) {
        return new Outlet(stock::put, stock::mass, null, enough);
    }

    static Outlet by(Lorry lorry, LongSupplier lying, long enough) {
        return new Outlet(lorry::load, lying, lorry, enough);
    }

    boolean full() {
        return lying.getAsLong() + (lorry == null ? 0 : lorry.mass()) >= enough;
    }

    void put(Stock.Lot lot) {
        there.accept(lot);
    }
}
