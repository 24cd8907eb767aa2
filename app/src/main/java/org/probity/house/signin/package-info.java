/**
 * The pages at the door and behind it: signing in, invitations, one's own sessions, the accounts of the house, its settings and its trail.
 *
 * <p>It shows what {@code access} decides and writes the letters that go with it; it decides nothing about rights itself. A letter holds
 * a name and a link, because both are needed to let that person in.
 */
@ApplicationModule
@NullMarked
package org.probity.house.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
