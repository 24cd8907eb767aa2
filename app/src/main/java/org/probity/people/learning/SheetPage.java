package org.probity.people.learning;

import java.time.ZoneId;
import org.probity.house.ui.Page;

/** A sheet to print for the door of a room without a screen. Its code does not change, and the page says what that cannot prove. */
public record SheetPage(Session it, String code, String address, ZoneId zone) implements Page {}
