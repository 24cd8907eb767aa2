/**
 * What is there for everybody beside work: restaurants, gyms, pools and activity centres with their hours, programmes and sessions of coaches, events, and the shuttle with its stops and timetable. Everything that has seats
 * at a time is booked through one table ({@code amenity.booking}), in which a seat is taken once and nobody sits in two places.
 *
 * <p>It must never give one seat twice, take bookings for a time at which nothing is open, or show who comes to whom: whoever runs a place sees numbers.
 *
 * <p>Personal data: what somebody booked, at which stop they get on, and what they and their coach wrote into a personal plan. The person sees all of it; human resources see who is on a ride or in a session, for somebody has
 * to be told when it is called off; a plan is read by the two who wrote it and by nobody else. Plans go when somebody is forgotten ({@code Leavers}).
 */
@ApplicationModule
@NullMarked
package org.probity.people.amenity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
