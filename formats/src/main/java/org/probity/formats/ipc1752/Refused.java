package org.probity.formats.ipc1752;

import java.io.IOException;

/// How the readers inside this package give up; [Ipc1752] turns it into a value at the door.
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
