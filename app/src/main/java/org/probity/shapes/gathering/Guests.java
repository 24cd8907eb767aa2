package org.probity.shapes.gathering;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Me;
import org.probity.house.ui.Lang;

/** People of one circle who may come to an occasion, told by the room that knows them; a shape knows no wing. A bean of this type is a circle. */
public interface Guests {
    /**
     * @param circle which bean told them
     * @param party the company they speak for; null: one of us
     * @param more what tells them from others of the same name
     */
    record Guest(String circle, UUID id, String nameEn, String nameZh, @Nullable UUID party, String more) {
        public String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn.isEmpty() ? nameZh : nameEn;
                case ZH -> nameZh.isEmpty() ? nameEn : nameZh;
            };
        }

        /** As a form carries it. */
        public String value() {
            return circle + "/" + id;
        }
    }

    record Party(UUID id, String number, String nameEn, String nameZh) {
        public String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn;
                case ZH -> nameZh;
            };
        }
    }

    /** Such as {@code staff}; stands in rows and figures and never changes. */
    String circle();

    Map<UUID, Guest> of(Collection<UUID> guests);

    /** Who of this circle is at the screen. */
    Optional<Guest> of(Me me);

    /** By what a list calls a person: an address or a number. Nobody when several are called so. */
    Optional<Guest> named(String word);

    /** Whom one may choose from when an occasion is held with these companies. */
    default List<Guest> from(Collection<UUID> parties) {
        return List.of();
    }

    /** Companies that this circle's people speak for. */
    default Map<UUID, Party> parties(Collection<UUID> parties) {
        return Map.of();
    }
}
