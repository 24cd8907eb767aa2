/**
 * What customers see: published editions at the customer's level, and the package of that level, from the day they are invited until a last day.
 *
 * <p>Personal data: which account looks for which customer and until when, kept so that access ends and so that it can be said who could
 * look. A customer sees nothing that is not published, no name of a supplier, and nothing of another customer.
 */
@ApplicationModule
@NullMarked
package org.probity.disclosure.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
