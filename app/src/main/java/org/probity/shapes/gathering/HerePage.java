package org.probity.shapes.gathering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;

/** Where somebody types the code that is shown in the room. */
public record HerePage(List<Place> places, boolean known, String typed, List<Reason> reasons) implements Page {
    /** Where they are now. */
    public record Place(UUID presence, String title, Instant cameAt) {}

    public HerePage {
        places = List.copyOf(places);
    }
}
