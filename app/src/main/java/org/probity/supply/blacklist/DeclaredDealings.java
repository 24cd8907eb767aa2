package org.probity.supply.blacklist;

import java.util.UUID;
import org.probity.supply.supplier.Interest;
import org.springframework.stereotype.Component;

/** Whoever declared dealings of their own. */
@Component
class DeclaredDealings implements Interest {
    private final Dealings dealings;

    DeclaredDealings(Dealings dealings) {
        this.dealings = dealings;
    }

    @Override
    public boolean in(UUID supplier, UUID account) {
        return dealings.declared(supplier, account);
    }
}
