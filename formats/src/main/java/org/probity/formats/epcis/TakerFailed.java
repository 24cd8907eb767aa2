package org.probity.formats.epcis;

/// What the caller's own code threw while it took an event, on its way out past the parsers, which would take it for a damaged document.
final class TakerFailed extends RuntimeException {

    final RuntimeException failure;

    TakerFailed(RuntimeException failure) {
        super(failure);
        this.failure = failure;
    }
}
