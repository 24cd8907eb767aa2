/**
 * One person, one voice, and nobody can tell whose: tokens that the house signs blindly (RFC 9474, RSABSSA-SHA384-PSS-Randomized). For a round each person gets
 * so many, once; the house sees who asked and signs what it cannot read. Later a token is spent, by nobody in particular, once. That no more is spent than was
 * issued anybody may count.
 *
 * <p>It keeps who got how many and which tokens were spent, and nothing that joins the two: no token beside a person, no person beside a token, no time finer
 * than a day, and as a day begins no order either. It knows no survey and no board: rooms say who is entitled and what a spent token is good for.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.ballot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
