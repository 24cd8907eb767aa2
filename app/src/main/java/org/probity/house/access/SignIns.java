package org.probity.house.access;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The ways in: each says whose account it opens, and says the same, as slowly, when it opens none. */
@Service
public class SignIns {
    private final Accounts accounts;
    private final Passwords passwords;
    private final Throttle throttle;
    private final AuditTrail trail;

    SignIns(Accounts accounts, Passwords passwords, Throttle throttle, AuditTrail trail) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.trail = trail;
    }

    /**
     * E-mail and password.
     *
     * <p>Denied: {@code slow-down} with the seconds to wait, checked before anything else; {@code wrong}, whether the account is unknown,
     * has no password, has another one, or is kept out.
     *
     * <p>No transaction around it: a burst of sign-ins waits for Argon2, and must not hold the database's connections meanwhile.
     */
    public Ruling<UUID> password(String email, String password, String address) {
        var wait = throttle.guess(Throttle.Of.ADDRESS, address).or(() -> throttle.guess(Throttle.Of.ACCOUNT, email));
        if (wait.isPresent()) {
            return Ruling.denied("", "signin.slow-down", wait.get().toSeconds() + 1);
        }
        var account = accounts.find(email);
        var right = passwords.right(account.map(Account::id).orElse(null), password);
        if (!right || account.isEmpty() || account.get().disabled()) {
            trail.note("visit.refused", null, account.map(Account::id).orElse(null), Map.of("way", "PASSWORD"));
            return Ruling.denied("", "signin.wrong");
        }
        throttle.forgive(email, address);
        return Ruling.granted(account.get().id());
    }
}
