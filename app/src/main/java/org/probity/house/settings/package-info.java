/**
 * What an administrator chose for this house, such as the mail server: a name, a value, and every earlier value with who set it and when.
 *
 * <p>A secret is kept encrypted under a key that lies outside the database; it is never shown again, logged, or written to the trail.
 * It has no pages of its own and decides nothing: a room asks for its own settings.
 */
@ApplicationModule
@NullMarked
package org.probity.house.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
