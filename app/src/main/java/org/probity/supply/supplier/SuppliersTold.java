package org.probity.supply.supplier;

import org.probity.house.webhook.EventKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the register other systems may be told. */
@Configuration
class SuppliersTold {
    static final EventKind ENTERED = new EventKind("supplier.entered", "supplier.event.entered");
    /** One for a file, however many lines it has. */
    static final EventKind IMPORTED = new EventKind("supplier.imported", "supplier.event.imported");

    @Bean
    EventKind supplierEntered() {
        return ENTERED;
    }

    @Bean
    EventKind supplierImported() {
        return IMPORTED;
    }
}
