/**
 * Acts that need four eyes: one person proposes, another rules, and what follows happens in the transaction of the ruling.
 *
 * <p>It knows nothing of what is decided, and nobody, whatever their role, rules on their own proposal.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
