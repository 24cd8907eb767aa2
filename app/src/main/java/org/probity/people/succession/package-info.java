/**
 * Key positions: posts that are key because of criteria they meet, said with reasons and a day; what each asks of whoever shall hold it; and candidates, whose
 * readiness is computed from what they lack of that. Evidence that runs out is lacking from the next day on, so the share of covered posts falls by itself.
 * Projects for people of high potential have a consultant from outside, who sees the people of the project alone and until a day.
 *
 * <p>Nobody types how ready somebody is. The nine-box, ratings beside what was found of potential, is computed when it is looked at and is stored nowhere; every look
 * is noted. It never decides who gets a post, and no rating comes into readiness.
 *
 * <p>Personal data: who is asked to be a candidate and what they answered, who takes part in a project, what was found of their potential; kept to have somebody for a post
 * that cannot stay empty. Nobody is a candidate who did not say yes. They see all of it about themselves and nothing of others; human resources see all; whoever leads a
 * unit above the post sees its candidates and what they lack; the candidates' own managers, colleagues and the holder learn nothing here.
 */
@ApplicationModule
@NullMarked
package org.probity.people.succession;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
