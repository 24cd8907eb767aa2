package org.probity.formats.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What all kinds of events have (clause 7.4.1).
///
/// @param id the sender's name for the event; it has no part in the [EventHash]
/// @param error says that the event was declared wrong; it has no part in the [EventHash] either, so a declaration finds its event by hash
/// @param certifications addresses of certificates
/// @param extensions what others than GS1 defined, in the order written
public record Particulars(
        @Nullable String id,
        When when,
        @Nullable ErrorDeclaration error,
        Where where,
        Why why,
        List<SensorElement> sensors,
        List<String> certifications,
        List<Extension> extensions) {

    public Particulars {
        sensors = List.copyOf(sensors);
        certifications = List.copyOf(certifications);
        extensions = List.copyOf(extensions);
    }

    /// An event without name, error, sensors and certificates.
    public static Particulars of(When when, Where where, Why why, List<Extension> extensions) {
        return new Particulars(null, when, null, where, why, List.of(), List.of(), extensions);
    }
}
