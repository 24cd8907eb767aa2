package org.probity.house.start;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables made empty for a class that counts them all. */
public final class Emptied {
    private Emptied() {}

    /**
     * A house that was opened begins its day in the background, in one transaction that reads many tables. Whoever emptied some of them meanwhile could wait
     * for it while it waits for them, so this waits for its end first.
     *
     * @param tables as after {@code TRUNCATE}
     */
    public static void of(JdbcClient db, String tables) {
        db.sql("DO $$ BEGIN LOCK TABLE time.day IN EXCLUSIVE MODE; TRUNCATE " + tables + "; END $$").update();
    }
}
