/**
 * Packs for customs: whoever answers for goods that are held names their serial numbers or the container, and gets one file that shows from which quartz they came, through whose hands, with which
 * papers, and that anybody checks offline. What it shows it asks of {@code traceability} by one door, {@code Provenance}; the form of a pack and the program that checks it are the library
 * {@code customs}. A pack is held against the book and run through that program before anybody sees it; one that does not hold together is a failure that says where. It never hands out a file without a
 * named recipient and a reason, and never says that goods are clean where a way is not known to its end.
 *
 * <p>Personal data: who asked for a pack, stopped it, handed it out (to whom, why) or said that customs cleared a chain. It stays with the pack.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.customs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
