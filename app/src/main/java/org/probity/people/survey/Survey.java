package org.probity.people.survey;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A questionnaire that goes round.
 *
 * @param questionnaire all of it, of which some items may be asked
 * @param unit code of the one unit that is asked; null: everybody
 * @param asksAgain the round whose items are asked once more
 * @param least fewer people than that follow from nothing that is told of it
 * @param closedOn null: it is not over
 * @param released whether anything of it is told
 */
public record Survey(
        UUID id, String number, Kind kind, int year, Pack questionnaire, List<String> items, @Nullable String unit, @Nullable UUID asksAgain, LocalDate firstDay, LocalDate lastDay, int least,
        int commentLeast, int rateLeast, int invited, UUID ballot, @Nullable LocalDate closedOn, boolean released) {
    public enum Kind { YEARLY, PULSE }

    public Survey {
        items = List.copyOf(items);
    }

    public boolean open(LocalDate day) {
        return closedOn == null && !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** What is asked, in the order of the pack. */
    public Pack asked() {
        return questionnaire.of(items);
    }

    String pack() {
        return questionnaire.code();
    }
}
