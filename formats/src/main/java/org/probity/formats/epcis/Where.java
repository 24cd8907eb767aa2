package org.probity.formats.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// @param readPoint where it happened
/// @param location where the things are afterwards, until another event says otherwise
public record Where(@Nullable Place readPoint, @Nullable Place location) {

    public static final Where UNKNOWN = new Where(null, null);

    /// @param id an address of GS1 (`https://id.gs1.org/414/...`), a `geo:` or any other URI
    public record Place(String id, List<Extension> extensions) {

        public Place {
            extensions = List.copyOf(extensions);
        }

        public Place(String id) {
            this(id, List.of());
        }
    }

    /// It happened there, and there the things are.
    public static Where at(String place) {
        return new Where(new Place(place), new Place(place));
    }
}
