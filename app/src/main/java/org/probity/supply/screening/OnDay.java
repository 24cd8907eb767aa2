package org.probity.supply.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * What was known of one supplier and one list at the end of a day.
 *
 * @param held the version that was in force; nothing: none was
 * @param judged the version that the newest result is about; nothing: the supplier had not been looked for
 */
public record OnDay(
        UUID list, String listEn, String listZh, @Nullable Integer held, @Nullable String heldLabel, @Nullable Integer judged, @Nullable UUID run,
        @Nullable UUID version, @Nullable Instant judgedAt, @Nullable Integer hits, long open, long truly) {
    String list(Lang lang) {
        return lang == Lang.EN ? listEn : listZh;
    }

    boolean upToDate() {
        return held != null && held.equals(judged);
    }
}
