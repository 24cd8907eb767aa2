/**
 * One question: may we do this (ask for a quotation, order, sign, take in, pay, renew) with that supplier, for this category and site, now?
 * Every room that can stop or warn makes a bean of each of its rules ({@link org.probity.supply.clearance.Rule}); this room puts them into
 * one statement, so that an answer goes by one state of the database, keeps each answer, and lets two people make an exception until a day.
 *
 * <p>It knows no reason of its own. An earlier answer of the same day is given again only when PostgreSQL says, within the statement that keeps it, that no
 * fact came that decides it ({@code clearance.news}, {@link org.probity.supply.clearance.Remembered}): the first question asked after a commit sees it.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.clearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
