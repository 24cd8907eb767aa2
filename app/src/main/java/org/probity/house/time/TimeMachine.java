package org.probity.house.time;

import java.time.Instant;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a demo live through months in a minute. It goes forward day by day, and each day begins as a real one would, so that what falls
 * due, reminds and lapses does so in order. It never goes back: records are not unmade. Only a demo has one.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
public class TimeMachine {
    /** A leap in one go; more takes more goes. */
    public static final int DAYS_MAX = 400;

    /** The moment in which a piece of the demo's story happens, for whoever tells it and nobody else. */
    static final ScopedValue<Instant> STORY = ScopedValue.newInstance();

    private final JdbcClient db;
    private final DemoClock clock;
    private final NewDay newDay;

    TimeMachine(JdbcClient db, DemoClock clock, NewDay newDay) {
        this.db = db;
        this.clock = clock;
        this.newDay = newDay;
    }

    /** Does something as if it were that moment; a demo begins with a past, and its past goes through the same doors. */
    public void at(Instant moment, Runnable act) {
        ScopedValue.where(STORY, moment).run(act);
    }

    /** Whether a piece of the demo's past is being told right now: nobody outside is written to about it. */
    public static boolean telling() {
        return STORY.isBound();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Every day is a transaction of its own, so there must be none around it. */
    @Transactional(propagation = Propagation.NEVER)
    public LocalDate advance(int days) {
        if (days < 1 || days > DAYS_MAX) {
            throw new IllegalArgumentException("the time machine goes 1 to " + DAYS_MAX + " days forward, not " + days);
        }
        newDay.catchUp();
        for (var day = 0; day < days; day++) {
            db.sql("""
                    INSERT INTO time.travel (days_ahead) VALUES (1)
                    ON CONFLICT (only_one) DO UPDATE SET days_ahead = travel.days_ahead + 1
                    """).update();
            clock.askAgain();
            newDay.catchUp();
        }
        return today();
    }
}
