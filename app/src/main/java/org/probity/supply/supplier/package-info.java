/**
 * The register of suppliers: who they are, their sites, contacts and materials, and what the goods-receipt ledger says they delivered.
 *
 * <p>Personal data: names, e-mail and phone of a supplier's contacts, kept to reach them about what their company owes, until they hand
 * over. It never decides whether a supplier may be used; rooms that know add a {@link org.probity.supply.supplier.SupplierTab}.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.supplier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
