package org.probity.shapes.gathering;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.access.Me;
import org.probity.shapes.gathering.Guests.Guest;
import org.springframework.stereotype.Component;

/** All circles together. */
@Component
public class GuestList {
    /** Somebody by the name of a circle and an id. */
    public record Key(String circle, UUID guest) {}

    private final List<Guests> circles;

    GuestList(List<Guests> circles) {
        this.circles = List.copyOf(circles);
    }

    public Map<Key, Guest> of(Collection<Key> wanted) {
        var found = new HashMap<Key, Guest>();
        circles.forEach(circle -> {
            var ids = wanted.stream().filter(it -> it.circle().equals(circle.circle())).map(Key::guest).distinct().toList();
            if (!ids.isEmpty()) {
                circle.of(ids).forEach((id, guest) -> found.put(new Key(circle.circle(), id), guest));
            }
        });
        return found;
    }

    /** Who is at the screen: a company's contact or one of us. */
    public Optional<Guest> of(Me me) {
        return circles.stream().flatMap(it -> it.of(me).stream()).findFirst();
    }

    /** As a form carries a chosen one, or as a list names a person. */
    Optional<Guest> typed(String word) {
        var parts = word.strip().split("/", 2);
        if (parts.length == 2 && parts[1].matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            var key = new Key(parts[0], UUID.fromString(parts[1]));
            return Optional.ofNullable(of(List.of(key)).get(key));
        }
        var found = word.isBlank() ? List.<Guest>of() : circles.stream().flatMap(it -> it.named(word.strip()).stream()).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    List<Guest> from(Collection<UUID> parties) {
        return circles.stream().flatMap(it -> it.from(parties).stream()).toList();
    }

    public Map<UUID, Guests.Party> parties(Collection<UUID> parties) {
        var found = new HashMap<UUID, Guests.Party>();
        if (!parties.isEmpty()) {
            circles.forEach(it -> found.putAll(it.parties(new HashSet<>(parties))));
        }
        return found;
    }
}
