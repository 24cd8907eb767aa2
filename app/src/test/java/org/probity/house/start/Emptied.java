package org.probity.house.start;

import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables made empty for a class that counts them all. */
public final class Emptied {
    private static final int TIMES = 5;

    private Emptied() {}

    /**
     * A house that was opened works in the background: it begins its day, looks for what is due. Such work reads many tables, and of two who wait for each
     * other PostgreSQL lets one give way, which may be this one. So it waits for the day to have begun, and asks again when it had to give way.
     *
     * @param tables as after {@code TRUNCATE}
     */
    public static void of(JdbcClient db, String tables) {
        for (var time = 1; !emptied(db, tables, time == TIMES); time++) {
            Thread.onSpinWait();
        }
    }

    private static boolean emptied(JdbcClient db, String tables, boolean last) {
        try {
            // What people are paid goes with the people, and belongs to a role that lends its right for this once.
            db.sql("""
                    DO $$ BEGIN
                        LOCK TABLE time.day IN EXCLUSIVE MODE;
                        SET LOCAL ROLE probity_pay;
                        GRANT TRUNCATE ON ALL TABLES IN SCHEMA pay TO probity;
                        SET LOCAL ROLE NONE;
                        TRUNCATE %s;
                        SET LOCAL ROLE probity_pay;
                        REVOKE TRUNCATE ON ALL TABLES IN SCHEMA pay FROM probity;
                        SET LOCAL ROLE NONE;
                    END $$
                    """.formatted(tables)).update();
            return true;
        } catch (PessimisticLockingFailureException gaveWay) {
            if (last) {
                throw gaveWay;
            }
            return false;
        }
    }
}
