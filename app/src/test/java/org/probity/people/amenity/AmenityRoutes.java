package org.probity.people.amenity;

import java.util.Set;
import org.probity.SubjectRoutes;

class AmenityRoutes implements SubjectRoutes {
    @Override
    public Set<String> keptFromContacts() {
        var place = "/app/amenities/places/{id:[0-9a-f-]{36}}";
        var session = "/app/amenities/sessions/{id:[0-9a-f-]{36}}";
        var route = "/app/amenities/shuttle/{id:[0-9a-f-]{36}}";
        return Set.of(place, place + "/bookings", place + "/openings", place + "/closings", session, session + "/bookings", session + "/end", route, route + "/bookings", "/app/amenities/bookings/{id:[0-9a-f-]{36}}/return",
                "/app/amenities/plans/{id:[0-9a-f-]{36}}");
    }
}
