package org.probity.house.access;

import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Time for doors, links and sessions: the machine's own. Business days come from the injected Clock, which a demo home may move by
 * months; nobody's session shall end by that.
 */
@Component
public class RealTime {
    private final InstantSource source;

    @Autowired
    RealTime() {
        this(InstantSource.system());
    }

    public RealTime(InstantSource source) {
        this.source = source;
    }

    public Instant now() {
        return source.instant();
    }
}
