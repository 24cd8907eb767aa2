/**
 * What people who work here say aloud without their names, and what follows from it. One person, one voice: posts, voices and judgements are paid with tokens of the shape
 * {@code ballot}, which are issued silently to whoever signs in and spent at {@code /community} by nobody. In a thread its author is known again by a key that their browser
 * made for it; in the next thread nobody knows them. What comes on a day is shown together as the next begins. A liaison officer of the place answers within working days,
 * measures are promised, results shown, and readers judge whether it is solved.
 *
 * <p>It must never: set or read a cookie at {@code /community}; keep an address, a browser's name or a time finer than a day of what was sent there; keep a token beside a
 * person, or an order in which things came; name a place with fewer people than the rule says; hide a post by one person, or without the reason in its place; measure
 * requests at {@code /community}.
 *
 * <p>Personal data: who is liaison officer or deputy, who sits on the panel, who answered, ruled and named whom, and when. Of those who write: nothing that the house can join
 * to a person; what a text gives away, it gives away.
 */
@ApplicationModule
@NullMarked
package org.probity.people.community;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
