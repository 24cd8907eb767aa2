/**
 * Tells other systems of the company what happened here: a signed message to an address an administrator registered, written in the
 * transaction of what it tells about and sent afterwards.
 *
 * <p>Rooms say what happens by publishing {@link org.probity.house.webhook.Happened}, and which kinds there are by a bean for each
 * {@link org.probity.house.webhook.EventKind}. Such a message holds ids and never a name, an address or a word that somebody wrote; whoever gets
 * it asks with a key for the rest. A room whose receivers say themselves what they want writes what it tells them ({@link org.probity.house.webhook.Dispatch}). It never calls a host that an administrator has not listed, follows no redirect, and believes nothing
 * of an answer but its status.
 */
@ApplicationModule
@NullMarked
package org.probity.house.webhook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
