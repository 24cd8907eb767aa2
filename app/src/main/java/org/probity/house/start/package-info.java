/**
 * How the house comes to stand: launch options, the home folder, the PostgreSQL that lives in it, backup and restore.
 *
 * <p>It runs before and around everything else, so it knows no other room and reads no other room's table by name. It never weakens
 * durability to be faster, never listens to the network without a certificate or a named proxy, and never turns a demo home into a
 * real one.
 */
@ApplicationModule
@NullMarked
package org.probity.house.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
