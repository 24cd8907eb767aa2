package org.probity.house.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down: after a few free failures each further one doubles the wait, from two seconds to fifteen minutes; a quiet day
 * forgets. A guess is counted before it is checked, so that a hundred at once are counted as a hundred.
 */
@Component
class Throttle {
    /** A person mistypes; a whole site behind one address mistypes more. */
    enum Of {
        ACCOUNT(5),
        ADDRESS(30),
        /** Forms that need no account: a school or a fair stands behind one address. */
        FORM(60);

        final int free;

        Of(int free) {
            this.free = free;
        }
    }

    private final JdbcClient db;
    private final RealTime time;

    Throttle(JdbcClient db, RealTime time) {
        this.db = db;
        this.time = time;
    }

    /** Counts one guess. Empty: it may go on; else how long to wait first. Works the same for accounts that do not exist. */
    Optional<Duration> guess(Of of, String who) {
        var now = time.now();
        var counted = db.sql("""
                INSERT INTO access.attempt AS a (key, failures, last_at, free_at)
                VALUES (:key, 1, :now, :now)
                ON CONFLICT (key) DO UPDATE
                   SET failures = CASE WHEN a.last_at < :yesterday THEN 1 ELSE a.failures + 1 END,
                       last_at = :now,
                       free_at = CASE
                           WHEN a.last_at < :yesterday OR a.failures + 1 < :free THEN :now
                           ELSE :now + least(900, power(2, least(a.failures + 2 - :free, 10))) * interval '1 second'
                       END
                 WHERE a.free_at <= :now
                RETURNING failures
                """)
                .param("key", key(of, who)).param("free", of.free)
                .param("now", Sql.time(now)).param("yesterday", Sql.time(now.minus(Duration.ofDays(1))))
                .query(Integer.class).optional();
        if (counted.isPresent()) {
            return Optional.empty();
        }
        var free = db.sql("SELECT free_at FROM access.attempt WHERE key = :key")
                .param("key", key(of, who))
                .query((row, n) -> Sql.instant(row, "free_at")).optional();
        return Optional.of(free.map(at -> Duration.between(now, at)).orElse(Duration.ofSeconds(1)));
    }

    /** How long somebody would have to wait, of whom nothing is written down by asking. */
    Optional<Duration> waits(Of of, String who) {
        var now = time.now();
        return db.sql("SELECT free_at FROM access.attempt WHERE key = :key AND free_at > :now").param("key", key(of, who)).param("now", Sql.time(now))
                .query((row, n) -> Duration.between(now, Sql.instant(row, "free_at"))).optional();
    }

    /** It was the right person after all: the account starts afresh, the address gets this one guess back. */
    void forgive(String account, String address) {
        db.sql("DELETE FROM access.attempt WHERE key = :key").param("key", key(Of.ACCOUNT, account)).update();
        db.sql("UPDATE access.attempt SET failures = greatest(0, failures - 1), free_at = last_at WHERE key = :key")
                .param("key", key(Of.ADDRESS, address)).update();
    }

    void forgetOld() {
        db.sql("DELETE FROM access.attempt WHERE last_at < :yesterday")
                .param("yesterday", Sql.time(time.now().minus(Duration.ofDays(1))))
                .update();
    }

    private static String key(Of of, String who) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((of + ":" + who.strip().toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
