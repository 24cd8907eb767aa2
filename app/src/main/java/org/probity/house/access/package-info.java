/**
 * Who is at the door and what they may do: accounts, roles, sessions, ways to sign in, and the gate that every request passes.
 *
 * <p>It has no pages of its own (those are in {@code signin}), knows no other room, and never lets a handler through that says nothing
 * about who may use it.
 *
 * <p>Personal data and why: name, e-mail and language, to let a person in and write to them; address and browser of a visit, so that
 * its owner can recognise and end it (180 days); the audit trail, to answer who did what (as long as the records it speaks of).
 */
@ApplicationModule
@NullMarked
package org.probity.house.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
