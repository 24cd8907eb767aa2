package org.probity.house.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Secrets that go out by mail and open one door, once, for a while. The database holds their hashes. */
@Component
public class Links {
    /** What a link opens, and for how long. */
    public enum Purpose {
        INVITATION(Duration.ofDays(7)),
        RESET(Duration.ofMinutes(30)),
        SIGN_IN(Duration.ofMinutes(15)),
        CONFIRM(Duration.ofMinutes(15));

        public final Duration lasts;

        Purpose(Duration lasts) {
            this.lasts = lasts;
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final RealTime time;

    Links(JdbcClient db, RealTime time) {
        this.db = db;
        this.time = time;
    }

    /** A new secret of 256 bits. Earlier unused links of the same purpose stop working: the newest mail is the valid one. */
    public String issue(Purpose purpose, UUID account, @Nullable String browser) {
        var secret = secret();
        var now = time.now();
        db.sql("""
                UPDATE access.link
                   SET ends_at = :now
                 WHERE account = :account
                   AND purpose = :purpose
                   AND used_at IS NULL
                   AND ends_at > :now
                """)
                .param("account", account).param("purpose", purpose.name()).param("now", Sql.time(now))
                .update();
        db.sql("""
                INSERT INTO access.link (id, purpose, account, secret_hash, browser_hash, made_at, ends_at)
                VALUES (:id, :purpose, :account, :secret, :browser, :now, :ends)
                """)
                .param("id", UUID.randomUUID()).param("purpose", purpose.name()).param("account", account)
                .param("secret", hash(secret)).param("browser", browser == null ? null : hash(browser))
                .param("now", Sql.time(now)).param("ends", Sql.time(now.plus(purpose.lasts)))
                .update();
        return secret;
    }

    /** Whose link this is, while it still works; looking does not use it, because mail scanners look too. */
    public Optional<UUID> peek(Purpose purpose, String secret) {
        return db.sql("""
                SELECT account
                  FROM access.link
                 WHERE secret_hash = :secret
                   AND purpose = :purpose
                   AND used_at IS NULL
                   AND ends_at > :now
                """)
                .param("secret", hash(secret)).param("purpose", purpose.name()).param("now", Sql.time(time.now()))
                .query(UUID.class).optional();
    }

    /** Uses the link. Empty: unknown, used, over, or asked for from another browser. */
    Optional<UUID> use(Purpose purpose, String secret, @Nullable String browser) {
        return db.sql("""
                UPDATE access.link
                   SET used_at = :now
                 WHERE secret_hash = :secret
                   AND purpose = :purpose
                   AND used_at IS NULL
                   AND ends_at > :now
                   AND (browser_hash IS NULL OR browser_hash = CAST(:browser AS bytea))
                RETURNING account
                """)
                .param("secret", hash(secret)).param("purpose", purpose.name()).param("now", Sql.time(time.now()))
                .param("browser", browser == null ? null : hash(browser))
                .query(UUID.class).optional();
    }

    int issuedSince(UUID account, Purpose purpose, Duration ago) {
        return db.sql("SELECT count(*) FROM access.link WHERE account = :account AND purpose = :purpose AND made_at > :since")
                .param("account", account).param("purpose", purpose.name()).param("since", Sql.time(time.now().minus(ago)))
                .query(Integer.class).single();
    }

    public static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
