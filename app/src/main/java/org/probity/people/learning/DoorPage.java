package org.probity.people.learning;

import java.time.ZoneId;
import org.probity.house.ui.Page;

/** What hangs at the door of a session: a square that phones read, and the same as six digits. @param address where a phone goes */
public record DoorPage(Session it, String code, String address, long here, boolean over, ZoneId zone) implements Page {}
