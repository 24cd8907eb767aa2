package org.probity.formats.epcis;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sender says that an event was wrong (clause 7.4.1.4). The event itself stands beside it again, unchanged but for this.
///
/// @param reason `Cbv.error("incorrect_data")` or an address of the sender's
/// @param corrections names of the events that stand in its place
public record ErrorDeclaration(Instant declared, @Nullable String reason, List<String> corrections, List<Extension> extensions) {

    public ErrorDeclaration {
        corrections = List.copyOf(corrections);
        extensions = List.copyOf(extensions);
    }
}
