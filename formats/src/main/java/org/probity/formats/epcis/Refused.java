package org.probity.formats.epcis;

import java.io.IOException;

/// How the readers inside this package give up on a document; [Epcis] turns it into a value at the door.
final class Refused extends IOException {

    final Reading.Reason reason;
    final transient Object[] args;
    final transient Position at;

    Refused(Reading.Reason reason, Position at, Object... args) {
        super(reason.name());
        this.reason = reason;
        this.at = at;
        this.args = args;
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
