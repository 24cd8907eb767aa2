package org.probity.formats.epcis;

import org.probity.formats.epcis.Reading.Measure;

/// One event demands more than the limit. It is refused; the document goes on behind it.
final class TooMuch extends RuntimeException {

    final transient Measure measure;
    final int limit;

    TooMuch(Measure measure, int limit) {
        super(measure.name(), null, false, false);
        this.measure = measure;
        this.limit = limit;
    }
}
