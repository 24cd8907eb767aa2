package org.probity.house.access;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords, kept as Argon2id only. */
@Component
class Passwords {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    /** 19 MiB, two passes, one lane: the OWASP floor for Argon2id. */
    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);

    /** Each check takes 19 MiB; a burst of sign-ins waits here and not in the heap. */
    private final Semaphore places = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** What an account without a password is compared with, so that its absence takes the same time. */
    private final String nobodys = argon.encode(UUID.randomUUID().toString());

    private final JdbcClient db;
    private final RealTime time;

    Passwords(JdbcClient db, RealTime time) {
        this.db = db;
        this.time = time;
    }

    /** Why this password will not do; empty when it will. NIST 800-63B: length counts, composition rules do not. */
    static Optional<Ruling.Denied<UUID>> objection(String password, String name, String email) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(denied("signin.password-short", SHORTEST));
        }
        if (password.length() > LONGEST) {
            return Optional.of(denied("signin.password-long", LONGEST));
        }
        if (password.codePoints().distinct().count() < 5) {
            return Optional.of(denied("signin.password-monotone"));
        }
        var lower = password.toLowerCase(Locale.ROOT);
        var mailbox = email.substring(0, email.indexOf('@')).toLowerCase(Locale.ROOT);
        if (lower.contains("probity")
                || mailbox.length() > 3 && lower.contains(mailbox)
                || name.length() > 3 && lower.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(denied("signin.password-guessable"));
        }
        return Optional.empty();
    }

    private static Ruling.Denied<UUID> denied(String key, Object... args) {
        return (Ruling.Denied<UUID>) Ruling.<UUID>denied("password", key, args);
    }

    /** What is kept of a password, with its salt. */
    record Kept(String hash) {}

    /** Takes its time and its 19 MiB, as is meant. */
    Kept kept(String password) {
        return new Kept(atOneOfThePlaces(() -> argon.encode(password)));
    }

    void set(UUID account, String password) {
        set(account, kept(password));
    }

    void set(UUID account, Kept kept) {
        db.sql("""
                INSERT INTO access.password (account, hash, set_at)
                VALUES (:account, :hash, :now)
                ON CONFLICT (account) DO UPDATE SET hash = EXCLUDED.hash, set_at = EXCLUDED.set_at
                """)
                .param("account", account).param("hash", kept.hash()).param("now", Sql.time(time.now()))
                .update();
    }

    /** Takes as long for nobody, and for somebody without a password, as for anyone. */
    boolean right(@Nullable UUID account, String password) {
        var hash = db.sql("SELECT hash FROM access.password WHERE account = :account")
                .param("account", account)
                .query(String.class).optional();
        var tried = password.length() > LONGEST ? "" : password;
        return atOneOfThePlaces(() -> argon.matches(tried, hash.orElse(nobodys))) && hash.isPresent();
    }

    private <T> T atOneOfThePlaces(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
