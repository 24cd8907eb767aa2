package org.probity.formats.epcis;

/// What an event did to the life of the things or of the relation it names (clause 7.3.2).
public enum Action {
    /// They came into being, or were added.
    ADD,
    /// They were only seen.
    OBSERVE,
    /// They ceased to be, or were taken away.
    DELETE
}
