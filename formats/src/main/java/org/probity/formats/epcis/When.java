package org.probity.formats.epcis;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// @param time when it happened, up to nanoseconds; the hash counts milliseconds
/// @param zoneOffset of the place where it happened, as written: `+01:00`
/// @param recorded when a repository took it in; null in a captured document
public record When(Instant time, String zoneOffset, @Nullable Instant recorded) {

    public static When at(Instant time, ZoneOffset zone) {
        return new When(time, zone.equals(ZoneOffset.UTC) ? "+00:00" : zone.getId(), null);
    }

    public ZoneOffset zone() {
        return ZoneOffset.of(zoneOffset);
    }
}
