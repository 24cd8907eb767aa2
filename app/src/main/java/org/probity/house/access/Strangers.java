package org.probity.house.access;

import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Forms that somebody without an account fills in. From one address so many are taken in a day, and each further one waits twice as long, as guesses at the
 * door do. Each form counts by itself, so that nobody is kept from signing in by what others send.
 */
@Service
public class Strangers {
    private final Throttle throttle;

    Strangers(Throttle throttle) {
        this.throttle = throttle;
    }

    /** How long to wait before something may be tried, where only what fails is counted, with {@link #sends}; of whoever succeeds nothing is kept. */
    public Optional<Duration> waits(String form, String address) {
        return throttle.waits(Throttle.Of.FORM, form + " " + address);
    }

    /** Counts one sending. Empty: it may go on; else how long to wait first. */
    public Optional<Duration> sends(String form, String address) {
        return throttle.guess(Throttle.Of.FORM, form + " " + address);
    }
}
