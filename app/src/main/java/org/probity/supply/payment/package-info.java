/**
 * How suppliers are paid: the invoices that fell due in a month as the ERP has them, brought in as a whole with its own count and sum, and what follows: the
 * share paid by the day agreed, the days it took, and what small suppliers still wait for. It pays nobody, judges no invoice and keeps no personal data.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
