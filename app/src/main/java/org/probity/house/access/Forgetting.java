package org.probity.house.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is no longer needed to let people in goes: guesses after a day, visits and links after a time that an administrator sets, and who a
 * former member was when two have said so.
 */
@Service
public class Forgetting {
    private final JdbcClient db;
    private final Throttle throttle;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final RealTime time;
    private final SecureRandom random = new SecureRandom();

    Forgetting(JdbcClient db, Throttle throttle, AuditTrail trail, ApplicationEventPublisher events, RealTime time) {
        this.db = db;
        this.throttle = throttle;
        this.trail = trail;
        this.events = events;
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

    /** Published in the transaction that made an account nobody's; rooms that keep something of its own let it go. @param email as it was */
    public record Forgotten(UUID account, String email) {}

    /**
     * Makes a disabled account nobody's. Its id stays under everything it did, so that one still sees which acts were one person's; the name
     * becomes a pseudonym drawn by chance, from which nothing leads back, and the address goes with every way to sign in, the visits with their
     * addresses, and the words that were written about the person.
     *
     * <p>Denied: {@code signin.account-unknown}; {@code signin.not-disabled}.
     */
    @Transactional
    public Ruling<UUID> person(UUID account, UUID by) {
        var email = db.sql("SELECT email FROM access.account WHERE id = :account").param("account", account).query(String.class).optional();
        if (email.isEmpty()) {
            return Ruling.denied("", "signin.account-unknown");
        }
        if (db.sql("SELECT NOT EXISTS (SELECT FROM access.disabling WHERE account = :account AND enabled_at IS NULL)")
                .param("account", account).query(Boolean.class).single()) {
            return Ruling.denied("", "signin.not-disabled");
        }
        var drawn = new byte[5];
        random.nextBytes(drawn);
        var pseudonym = HexFormat.of().withUpperCase().formatHex(drawn);
        db.sql("UPDATE access.account SET name = :name, email = :email WHERE id = :account")
                .param("name", "Former member 前成员 " + pseudonym).param("email", pseudonym.toLowerCase() + "@erased.invalid").param("account", account)
                .update();
        for (var sql : List.of(
                "DELETE FROM access.session WHERE principal_name IN (SELECT id::text FROM access.visit WHERE account = :account)",
                "DELETE FROM access.visit WHERE account = :account",
                "DELETE FROM access.link WHERE account = :account",
                "DELETE FROM access.password WHERE account = :account",
                "DELETE FROM access.passkey WHERE account = :account",
                "DELETE FROM access.token WHERE account = :account",
                "UPDATE access.disabling SET reason = '' WHERE account = :account",
                "UPDATE access.audit SET details = details - 'reason' - 'label' WHERE subject = :account")) {
            db.sql(sql).param("account", account).update();
        }
        trail.note("account.erased", by, account, Map.of());
        events.publishEvent(new Accounts.Changed("account.erased", account, by));
        events.publishEvent(new Forgotten(account, email.get()));
        return Ruling.granted(account);
    }
}
