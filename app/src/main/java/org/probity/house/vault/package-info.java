/**
 * Records that the house's own connection to the database cannot read: they belong to a role of their own, and whoever may ask for them puts it on for a few statements of the transaction
 * they are in. A query anywhere else, a mistaken join, or an injected piece of SQL that reads is refused by the database and not by us.
 *
 * <p>It must never be kept on beyond the statements it was put on for, and no room opens what is not its own.
 */
@ApplicationModule
@NullMarked
package org.probity.house.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
