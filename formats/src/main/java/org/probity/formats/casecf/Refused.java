package org.probity.formats.casecf;

import java.io.IOException;

/// How the readers inside this package give up; [Casecf] turns it into a value at the door.
final class Refused extends IOException {

    final transient Reading.Unreadable answer;

    Refused(Reading.Reason reason, Object... args) {
        super(reason.name());
        this.answer = new Reading.Unreadable(reason, args);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
