/**
 * Restricted substances: of whom RoHS and REACH reports and declarations of substances are asked, what came, what the limits and the candidate list
 * say of it, and what a person of quality or EHS ruled.
 *
 * <p>A file is never changed. A true declaration of too much is not a fault of the file: limits are shown to a person and send nothing back by
 * themselves. It knows no law by heart: limits, exemptions and lists are dated rows, and it fetches none of them.
 *
 * <p>Of people it keeps who sent a paper for their company and who ruled on it and why, to answer for both; names of contacts in a declaration's file
 * stay in the file and are not read out of it.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.substances;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
