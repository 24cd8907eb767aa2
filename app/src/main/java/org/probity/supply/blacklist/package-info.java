/**
 * The blacklist: a case against a supplier with its ground, facts and evidence; notice and a hearing with a deadline; a decision by two for a
 * time or for good; who belongs to the barred; lifting, sunset, and what was dealt in spite of it. It speaks in every clearance through its
 * rules, and tells every colleague whether they may deal with somebody.
 *
 * <p>It decides nothing by itself, bars nobody for a name that looks alike, and never erases a ban that was: it lifts it.
 *
 * <p>Personal data: what colleagues declare of their own dealings, with words of theirs, so that Legal and EHS can keep them out of decisions
 * about that party in every room, and out of the team that audits it; and who proposed, ruled, spoke. Of owners and bank accounts of suppliers only keyed hashes are kept, to find whose are the
 * same.
 */
@ApplicationModule
@NullMarked
package org.probity.supply.blacklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
