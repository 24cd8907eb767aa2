/**
 * A solar maker that does not exist, from its quartz mines to the containers that leave it, step by step in the order of time.
 *
 * <p>For trials, benchmarks and demonstrations: there is no public genealogy of a real one. The same {@link org.probity.trace.plant.Size} gives the same
 * steps, item for item and gram for gram, on every machine. Sizes and yields follow what is published of such plants; each stands beside its number. It
 * knows masses, places, days and the names that items have in the GS1 system; how an event is written down is not its affair.
 *
 * <p>Every company, place and coordinate is invented, and every GS1 number begins with 952, which GS1 keeps for examples.
 */
@NullMarked
package org.probity.trace.plant;

import org.jspecify.annotations.NullMarked;
