package org.probity.people.home;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * Somebody and a bed, from the offer to the returned key.
 *
 * @param answeredBy null: nobody, the term ran out
 * @param confirmed when whoever lives there confirmed the key and the list
 * @param notice the day they said that they move out
 */
public record Stay(
        UUID id, String number, UUID application, UUID person, String staffNumber, String nameEn, String nameZh, UUID bed, UUID room, UUID building, String houseEn, String houseZh, String place, LocalDate fromDay,
        @Nullable LocalDate untilDay, BigDecimal rent, LocalDate answerBy, String turn, Instant offeredAt, @Nullable String outcome, @Nullable String reason, @Nullable Instant answeredAt, @Nullable Instant keyed,
        @Nullable Instant confirmed, @Nullable LocalDate notice, @Nullable Instant left, @Nullable Instant leftConfirmed) {
    public enum State { OFFERED, ACCEPTED, DECLINED, LAPSED, TAKEN_BACK, KEYED, LIVED_IN, LEFT }

    /** What is looked at in a room when its key changes hands. */
    public enum Item { BED, LOCKER, WINDOW, DOOR, LIGHT, WATER, HEATING, ALARM }

    public enum Found { GOOD, WORN, BROKEN, MISSING }

    public enum Way { IN, OUT }

    /** @param words what was written beside the list */
    public record Walk(UUID id, Way way, LocalDate day, String words, UUID walkedBy, Instant walkedAt, @Nullable Instant confirmedAt, List<Line> lines, List<UUID> photos) {}

    public record Line(Item item, Found state) {}

    public State state() {
        if (left != null) {
            return State.LEFT;
        }
        if (keyed != null) {
            return confirmed == null ? State.KEYED : State.LIVED_IN;
        }
        return outcome == null ? State.OFFERED : State.valueOf(outcome);
    }

    /** Whether somebody has the key. */
    public boolean lives() {
        return state() == State.KEYED || state() == State.LIVED_IN;
    }

    public String person(Lang lang) {
        return Application.name(lang, nameEn, nameZh);
    }

    /** House, room and bed. */
    public String where(Lang lang) {
        return Application.name(lang, houseEn, houseZh) + " " + place;
    }
}
