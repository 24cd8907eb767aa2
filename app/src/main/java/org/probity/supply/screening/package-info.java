/**
 * Screening: lists of restricted parties in their versions, who of our suppliers is like an entry, and what people decided about it.
 *
 * <p>Lists come from files that somebody here loads; none is fetched and none is shipped. A run says for each supplier and list version what was found,
 * also nothing, and is one entry of the log with the root over these results. Nobody is stopped by likeness alone unless the list is set so: a hit is
 * true when two people say so. It writes to no supplier; a law may forbid telling them.
 *
 * <p>Personal data: names of persons on public lists as their publishers spell them, kept with the version of the list, to compare our suppliers with.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
