/**
 * Education beside work: partners and their programmes, from junior college to bachelor, and certificates. Everybody engaged here may apply, part-time
 * staff and contractors among them. Two people agree to a support; it is paid in instalments on proof, never more than was agreed; and the result is kept
 * with what shows it. A service bond is possible only for professional training that we pay for, costs never more than was paid, and melts evenly over its
 * term. What law allows is a dated row with its source, to be confirmed by counsel.
 *
 * <p>Personal data: who studies what, what they wrote when they applied, receipts, results; kept to pay what was agreed and to count it. The person sees all
 * of it and human resources see it; line managers do not. It never holds pay, and support is no reward for a rating. When
 * somebody is forgotten words, receipts and papers go ({@code Leavers}).
 */
@ApplicationModule
@NullMarked
package org.probity.people.education;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
