package org.probity.formats.epcis;

import java.util.List;

/// What sensors measured, and how (clause 7.3.7).
///
/// @param metadata fields of the standard that hold for all reports
/// @param metadataExtensions fields of others beside them
public record SensorElement(List<Fact> metadata, List<Extension> metadataExtensions, List<Report> reports, List<Extension> extensions) {

    public SensorElement {
        metadata = List.copyOf(metadata);
        metadataExtensions = List.copyOf(metadataExtensions);
        reports = List.copyOf(reports);
        extensions = List.copyOf(extensions);
    }

    /// One measurement.
    public record Report(List<Fact> facts, List<Extension> extensions) {

        public Report {
            facts = List.copyOf(facts);
            extensions = List.copyOf(extensions);
        }
    }

    /// @param value as written; times, numbers and words of the vocabulary in one form whichever way they were written
    public record Fact(SensorField field, String value) {}
}
