/**
 * Who owes which proof, by when, and until when it holds.
 *
 * <p>Each step is a row with who and when; where an obligation stands is the newest row, and where it stood as known on any earlier
 * moment can be asked. It does not judge proofs (rooms do) and never forgets a step.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.obligation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
