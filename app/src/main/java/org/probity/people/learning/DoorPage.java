package org.probity.people.learning;

import java.time.ZoneId;
import org.probity.house.ui.Page;

/** What is shown at the door of a session: a square that phones read, and the same as six digits, another each half minute. @param address where a phone goes; @param printed whether a sheet holds too */
public record DoorPage(Session it, String code, String address, long here, boolean over, boolean printed, ZoneId zone) implements Page {
    public String sheet() {
        return "/app/trainings/sessions/" + it.session() + "/sheet";
    }
}
