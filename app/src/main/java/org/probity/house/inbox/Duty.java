package org.probity.house.inbox;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One thing that waits for a person.
 *
 * @param act what they are to do, as one verb
 * @param stands where it stands now, so that they can choose without opening it
 * @param room message key of the room it comes from
 * @param due the last day; empty: whenever they can
 */
public record Duty(Words act, Words what, Words stands, String room, String href, Optional<LocalDate> due) implements Awaits {}
