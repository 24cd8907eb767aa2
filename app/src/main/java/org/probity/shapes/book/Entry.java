package org.probity.shapes.book;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What one event of a room moves.
 *
 * @param source the event, which is entered once
 * @param reverses the entry it takes back
 */
public record Entry(Source source, LocalDate day, List<Move> moves, Optional<UUID> reverses) {
    /** An event of the room. @param kind such as {@code leave.granted} */
    public record Source(String kind, UUID id) {
        public Source {
            if (!kind.matches("[a-z][a-z0-9.-]{0,59}")) {
                throw new IllegalArgumentException("no kind of source: " + kind);
            }
        }
    }

    /** So much goes from one account to another, in the smallest unit. */
    public record Move(UUID from, UUID to, long amount) {
        public Move {
            if (amount <= 0 || from.equals(to)) {
                throw new IllegalArgumentException(amount + " from " + from + " to " + to);
            }
        }

        Move back() {
            return new Move(to, from, amount);
        }
    }

    public Entry {
        moves = List.copyOf(moves);
        if (moves.isEmpty()) {
            throw new IllegalArgumentException("nothing is moved by " + source);
        }
    }

    public static Entry of(Source source, LocalDate day, Move... moves) {
        return new Entry(source, day, List.of(moves), Optional.empty());
    }

    public static Entry of(Source source, LocalDate day, List<Move> moves) {
        return new Entry(source, day, moves, Optional.empty());
    }
}
