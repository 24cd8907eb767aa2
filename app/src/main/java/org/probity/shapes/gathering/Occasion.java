package org.probity.shapes.gathering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People come together about something.
 *
 * @param topics in the words of its kind
 * @param parties companies it is held with
 * @param allClosed whether the lists of all its sessions count
 * @param people most who were named at one session
 * @param others most who were there and are named nowhere
 * @param minutesNo newest version of its minutes
 * @param minutesReadNo newest version that another has read
 */
public record Occasion(
        UUID id, String kind, String number, String title, List<String> topics, List<UUID> parties, UUID openedBy, Instant openedAt, Instant startsAt, Instant endsAt,
        String place, boolean calledOff, boolean allClosed, long people, long others, @Nullable Integer minutesNo, @Nullable Integer minutesReadNo, UUID record) {

    public Occasion {
        topics = List.copyOf(topics);
        parties = List.copyOf(parties);
    }

    public enum State { PLANNED, LIST_OPEN, MINUTES_OWED, MINUTES_UNREAD, HELD, CALLED_OFF }

    public State state(Instant now) {
        if (calledOff) {
            return State.CALLED_OFF;
        }
        if (startsAt.isAfter(now)) {
            return State.PLANNED;
        }
        if (!allClosed) {
            return State.LIST_OPEN;
        }
        return minutesNo == null ? State.MINUTES_OWED : minutesNo.equals(minutesReadNo) ? State.HELD : State.MINUTES_UNREAD;
    }

    public LocalDate day(ZoneId zone) {
        return LocalDate.ofInstant(startsAt, zone);
    }

    /** When and where. */
    public record Plan(Instant startsAt, Instant endsAt, String place) {}

    /** @param closings how often its list was closed */
    public record Session(UUID id, UUID occasion, int no, Instant startsAt, Instant endsAt, String place, String code, int closings, int people, int others) {
        public boolean closed() {
            return closings > 0;
        }
    }

    /** How we know. */
    public enum Means {
        ENTERED, IMPORTED,
        /** By a code that changed while it was shown. */
        CODE,
        /** By a printed one: whoever had a picture of it could be anywhere. */
        SHEET,
        /** By signs of life from a page that was read. */
        ONLINE
    }

    /** @param leftAt null: they have not said that they left */
    public record Presence(UUID id, UUID session, String circle, UUID guest, @Nullable UUID party, Instant cameAt, @Nullable Instant leftAt, Means means) {}

    public record Written(UUID occasion, int no, String words, UUID by, Instant at, @Nullable UUID readBy, @Nullable Instant readAt) {}

    /** Something that was agreed. @param account who of us owes it; null: a company does */
    public record FollowUp(
            UUID id, UUID occasion, int no, String what, @Nullable UUID account, @Nullable UUID party, LocalDate dueDay, int step, Standing state, String words, UUID by,
            Instant at, UUID record) {
        public boolean owed() {
            return state == Standing.OWED || state == Standing.RETURNED;
        }

        public boolean open() {
            return owed() || state == Standing.DONE;
        }
    }

    public enum Standing {
        OWED, DONE, RETURNED, SETTLED, DROPPED;

        boolean mayBecome(Standing next) {
            return switch (this) {
                case OWED, RETURNED -> next == DONE || next == DROPPED;
                case DONE -> next == SETTLED || next == RETURNED || next == DROPPED;
                case SETTLED, DROPPED -> false;
            };
        }
    }

}
