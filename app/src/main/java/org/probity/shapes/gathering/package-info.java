/**
 * Occasions on which people come together: a training, a visit, a call. What it was about, who was asked, who was there from when to when, what was
 * said, and who follows up what by which day. Seconds are exact, and whoever is entered twice for the same minute was there once. A list of those
 * present counts when the one who holds it has closed it, and goes into the log as one entry; minutes hold when somebody who was there and did not
 * write them has read that version; a follow-up ends when another than the one who did it says so.
 *
 * <p>Personal data: who was at which occasion for how long, kept as proof of training and to know whom to ask about what was agreed; the person sees
 * it under their own data. Rooms hold occasions and give them their own words ({@code OccasionKind}); people and companies are known through
 * {@code Guests} alone. It never judges what somebody said, and measures nobody who did not come.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.gathering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
