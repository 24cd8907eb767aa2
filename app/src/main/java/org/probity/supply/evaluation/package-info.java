/**
 * How well suppliers do: what was ordered and came, what people judged and what other rooms know of them becomes marks, gates and one grade a
 * period, A to D, each with a consequence that is enforced. Supplier and stranger can compute a grade again from what was sealed with it.
 *
 * <p>A gate comes before every weight: a weighted mean would hide a fatal finding. A supplier without data has no grade; it never gets the
 * best one. It never changes a grade that was given: an appeal that was right makes a new one, and both stay.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
