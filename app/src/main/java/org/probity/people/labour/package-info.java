/**
 * Lawful work: who somebody is by a document that was looked at (birth date and sex), the written contract, the time they are to work and have worked, the
 * rules of law that bind each place as dated numbers that counsel signs, and the checks that hold the one against the other and act. Incidents, what the union
 * says of labour rules, and what authorities decided against us stand here too.
 *
 * <p>Other rooms of people join {@code labour.attested} (birth date and sex, for statistics and checks alone, never beside a name) and
 * {@code labour.contracted}. It pays nobody, judges nobody's work, and knows no law by heart: what is not signed by counsel says so.
 *
 * <p>Personal data: birth date, sex and that a document was checked, because nobody under age may be put to work (Labour Law of the PRC, art. 15); terms of
 * the written contract; working time. The number of a document is not kept: only a keyed hash of it, so that one document is not shown by two people.
 * Incidents are read by those on their list alone. Each field names the rule that allows it, and goes when that rule's months after the last day are over.
 * Nothing of this stands in a log entry.
 */
@ApplicationModule
@NullMarked
package org.probity.people.labour;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
