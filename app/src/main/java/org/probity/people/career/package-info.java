/**
 * Careers: two ladders whose levels stand beside each other, tracks, and for each track a competency standard in five parts with what every level asks.
 * Tracks and versions of standards come in as editions that one proposes and another approves; they are read from our own {@code packs/} or from files in
 * CASE. A person applies for a level with evidence for each item; a panel of at least three, one of them from another unit and line managers no majority,
 * says item by item what is shown; the level follows from that and holds for a term. Openings in other
 * units are chosen among in rounds: what somebody chose nobody but they and human resources know until all are matched with all by a published order.
 * Other rooms join {@code career.item} and {@code career.gap}.
 *
 * <p>Personal data: on which track somebody is, what they wrote and brought for an application, what panel members found, and the level they hold, which posts they
 * would like; kept to certify it and to show what is missing. The person sees all of it, the panel and human resources see an application, nobody else does. It never
 * rates performance, and nobody types a level. When somebody is forgotten what they wrote and brought and what was found of it goes ({@code Leavers}).
 */
@ApplicationModule
@NullMarked
package org.probity.people.career;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
