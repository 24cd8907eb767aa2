/**
 * What binds: laws with their articles, and our own rules (policies, procedures, regulations, standards, statements, codes of conduct) in
 * versions of two languages, made of clauses with codes that never change.
 *
 * <p>A rule counts when one has written it and another approved it, from its day until the next version or its withdrawal; whoever it binds
 * acknowledges each version anew, as an obligation. Other rooms name clauses by foreign key to {@code policy.clause} and say so through
 * {@link org.probity.shapes.policy.Naming}; join {@code policy.in_force}, {@code policy.acknowledged}; and tell whom a rule can bind through
 * {@link org.probity.shapes.policy.Circle}. A body that reviews rules opens obligations of its own about a version
 * ({@link org.probity.shapes.policy.Policies.Published}); its findings name clauses. The room knows no supplier and no wing, and never judges
 * whether a rule is kept.
 *
 * <p>Personal data: who wrote, approved and acknowledged what, and when; kept as long as the rule's history, because a person may have to show
 * that they were told.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
