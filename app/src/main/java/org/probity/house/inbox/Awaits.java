package org.probity.house.inbox;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Something that waits for a person: as it is shown, or as a day that stands for it until it is. */
public sealed interface Awaits permits Duty, Awaits.Unread {
    String room();

    Optional<LocalDate> due();

    default boolean late(LocalDate today) {
        return due().filter(today::isAfter).isPresent();
    }

    default boolean within(LocalDate today, int days) {
        return due().filter(day -> !day.isBefore(today) && day.isBefore(today.plusDays(days))).isPresent();
    }

    /**
     * Where thousands wait, and how the words of some are found: for these ids one question to the database, whatever no longer waits is missing.
     *
     * @param room message key of the room it comes from
     */
    record Pile(String room, Function<List<UUID>, Map<UUID, Duty>> words) {
        public Unread of(UUID id, LocalDate due) {
            return new Unread(this, id, Optional.of(due));
        }
    }

    /** One of a pile. Counting and sorting thousands needs their days; their words are read when they are shown. */
    record Unread(Pile pile, UUID id, Optional<LocalDate> due) implements Awaits {
        @Override
        public String room() {
            return pile.room();
        }
    }

    /** With their words, in the same order; each pile is asked once. */
    static List<Duty> read(List<? extends Awaits> all) {
        var words = new HashMap<Pile, Map<UUID, Duty>>();
        all.stream().filter(Unread.class::isInstance).map(Unread.class::cast)
                .collect(Collectors.groupingBy(Unread::pile, Collectors.mapping(Unread::id, Collectors.toList())))
                .forEach((pile, ids) -> words.put(pile, pile.words().apply(ids)));
        return all.stream().map(it -> switch (it) {
            case Duty duty -> duty;
            case Unread unread -> words.getOrDefault(unread.pile(), Map.of()).get(unread.id());
        }).filter(Objects::nonNull).toList();
    }
}
