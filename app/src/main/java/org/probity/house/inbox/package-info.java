/**
 * The desk: what waits for a person, what changed, their figures, and finding anything by its name.
 *
 * <p>Rooms tell it through {@link org.probity.house.inbox.Waiting}, {@link org.probity.house.inbox.Changes},
 * {@link org.probity.house.inbox.Numbers}, {@link org.probity.house.inbox.Finds} and {@link org.probity.house.inbox.Notice}. It keeps
 * nothing of its own and decides nothing: whoever tells it something has checked that this person may know it.
 */
@ApplicationModule
@NullMarked
package org.probity.house.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
