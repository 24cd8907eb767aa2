package org.probity.house.access;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is no longer needed to let people in goes: guesses after a day, visits and links after a time that an administrator sets. */
@Service
public class Forgetting {
    private final JdbcClient db;
    private final Throttle throttle;
    private final RealTime time;

    Forgetting(JdbcClient db, Throttle throttle, RealTime time) {
        this.db = db;
        this.throttle = throttle;
        this.time = time;
    }

    /**
     * Goes by the machine's own clock, as sign-in does: nobody's visit is forgotten because a demo travelled. A visit that may still be open
     * is never among them.
     */
    @Transactional
    public void old(int days) {
        throttle.forgetOld();
        var before = Sql.time(time.now().minus(Duration.ofDays(Math.max(days, 1))));
        db.sql("DELETE FROM access.visit WHERE began_at < :before").param("before", before).update();
        db.sql("DELETE FROM access.link WHERE ends_at < :before").param("before", before).update();
    }
}
