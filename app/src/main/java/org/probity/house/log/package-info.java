/**
 * The tamper-evident log: what a figure counts leaves an entry here in the same transaction; one sequencer gives each its place in a
 * Merkle tree, and the tree's state is signed (RFC 6962; C2SP tlog-tiles, tlog-checkpoint, signed-note).
 *
 * <p>An entry holds class, day, a number without gaps and a salted commitment: no person, no supplier, no text. The log cannot know by itself
 * that it was set back; that takes a memory outside the home.
 */
@ApplicationModule
@NullMarked
package org.probity.house.log;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
