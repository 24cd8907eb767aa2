package org.probity.people.dialogue;

import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.shapes.gathering.Attendance;
import org.probity.shapes.gathering.GuestList;
import org.probity.shapes.gathering.Occasions;
import org.springframework.stereotype.Component;

/** Who reads what of a meeting. */
@Component
class Reading {
    private final Occasions occasions;
    private final Attendance attendance;
    private final Places places;
    private final GuestList guests;

    Reading(Occasions occasions, Attendance attendance, Places places, GuestList guests) {
        this.occasions = occasions;
        this.attendance = attendance;
        this.places = places;
        this.guests = guests;
    }

    /** That there is one, when, where, and its agenda: everybody who works there. */
    boolean meeting(Meeting it, Me me) {
        return Places.supervises(me) || places.of(me).contains(it.place()) || inside(it, me);
    }

    /** Minutes, and points before they are published: those who were asked or there, those who lead, those who supervise. */
    boolean inside(Meeting it, Me me) {
        return Places.supervises(me) || places.leads(it.place(), me) || takesPart(it.occasion().id(), me);
    }

    /** Points, answers and measures. */
    boolean points(Meeting it, Me me) {
        return it.published() != null && meeting(it, me) || inside(it, me);
    }

    private boolean takesPart(UUID occasion, Me me) {
        return guests.of(me).filter(who -> occasions.asked(occasion).stream().anyMatch(it -> it.circle().equals(who.circle()) && it.id().equals(who.id()))
                || occasions.sessions(occasion).stream().flatMap(it -> attendance.presences(it.id()).stream()).anyMatch(it -> it.circle().equals(who.circle()) && it.guest().equals(who.id())))
                .isPresent();
    }
}
