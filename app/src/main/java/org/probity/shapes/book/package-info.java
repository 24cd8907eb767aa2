/**
 * Accounts of something that is counted, and what moves between them: yuan, units of a plan, shares, hours of leave. A move takes from one account what it gives
 * to another, so that all accounts of a book and a commodity add up to nothing whatever is written; an entry is moves that became true together, names the event
 * it follows from and is never changed. What was wrong is reversed by another entry. A period that was closed takes no more.
 *
 * <p>Rooms name their books, accounts and sources in their own words and say who may write; this shape knows no leave, no fund and no person: an owner is an id.
 * It holds whole numbers of the smallest unit and computes no share. What was posted together is one entry of the log.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.book;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
