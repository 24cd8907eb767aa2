package org.probity.house.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The ways in: each says whose account it opens, and says the same, as slowly, when it opens none. */
@Service
public class SignIns {
    /** Published in the transaction that issued the link; whoever writes letters sends it and keeps no copy. */
    public record LinkIssued(Links.Purpose purpose, UUID account, String secret) {}

    /** Somebody on the staff asked for a supplier's link; they sign in with a password or a passkey and are told so by mail. */
    public record StaffAskedForLink(UUID account) {}

    private static final int LINKS_AN_HOUR = 5;

    /** As long as the answer to "send me a link" always takes, whether there is somebody to send it to or not. */
    private static final Duration ANSWER_AFTER = Duration.ofMillis(250);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Links links;
    private final Throttle throttle;
    private final AuditTrail trail;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SignIns(
            Accounts accounts,
            Passwords passwords,
            Links links,
            Throttle throttle,
            AuditTrail trail,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.links = links;
        this.throttle = throttle;
        this.trail = trail;
        this.events = events;
        this.transaction = transaction;
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

    /**
     * A supplier's contact asks for a link that signs in once, from this browser, within 15 minutes. Answers nothing, after the same
     * time, whether the address is known, belongs to the staff, is kept out, or has had its five links this hour.
     */
    public void askLink(String email, String browser, String address) {
        alike(address, () -> accounts.find(email).filter(account -> !account.disabled()).ifPresent(account -> {
            if (account.supplier().isEmpty()) {
                events.publishEvent(new StaffAskedForLink(account.id()));
            } else {
                issue(Links.Purpose.SIGN_IN, account.id(), browser);
            }
        }));
    }

    /** Somebody forgot the password. Answers as {@link #askLink} does. A supplier's contact has none to forget. */
    public void askReset(String email, String address) {
        alike(address, () -> accounts.find(email)
                .filter(account -> !account.disabled() && account.supplier().isEmpty())
                .ifPresent(account -> issue(Links.Purpose.RESET, account.id(), null)));
    }

    /**
     * The link from the mail, pressed. Denied: {@code slow-down}; {@code link-dead} (unknown, used, too old, replaced by a newer one,
     * asked for from another browser, or its owner is kept out).
     */
    public Ruling<UUID> link(String secret, String browser, String address) {
        return redeem(Links.Purpose.SIGN_IN, secret, browser, address);
    }

    /** A supplier's contact follows the invitation; they need no password. Denied as {@link #link}; the staff choose a password first. */
    public Ruling<UUID> invitation(String secret, String address) {
        var contact = links.peek(Links.Purpose.INVITATION, secret).flatMap(accounts::find).filter(account -> account.supplier().isPresent());
        return contact.isPresent()
                ? redeem(Links.Purpose.INVITATION, secret, null, address)
                : Ruling.denied("", "signin.link-dead");
    }

    /** It is still them: the password once more. Denied: {@code slow-down}, {@code wrong}. */
    public Ruling<UUID> confirmByPassword(Visit visit, String password, String address) {
        var email = accounts.find(visit.me().account()).orElseThrow().email();
        return password(email, password, address);
    }

    /** It is still them: sends a link that confirms this visit and no other. At most five an hour; the rest is not sent. */
    public void askConfirmation(Visit visit, String address) {
        alike(address, () -> issue(Links.Purpose.CONFIRM, visit.me().account(), visit.id().toString()));
    }

    /** The confirming link, pressed in the browser of that visit. Denied as {@link #link}. */
    public Ruling<UUID> confirmByLink(Visit visit, String secret, String address) {
        return redeem(Links.Purpose.CONFIRM, secret, visit.id().toString(), address);
    }

    private void issue(Links.Purpose purpose, UUID account, @Nullable String browser) {
        if (links.issuedSince(account, purpose, Duration.ofHours(1)) < LINKS_AN_HOUR) {
            events.publishEvent(new LinkIssued(purpose, account, links.issue(purpose, account, browser)));
        }
    }

    private Ruling<UUID> redeem(Links.Purpose purpose, String secret, @Nullable String browser, String address) {
        var wait = throttle.guess(Throttle.Of.ADDRESS, address);
        if (wait.isPresent()) {
            return Ruling.denied("", "signin.slow-down", wait.get().toSeconds() + 1);
        }
        Optional<UUID> owner = transaction.execute(status ->
                links.use(purpose, secret, browser).flatMap(accounts::find).filter(account -> !account.disabled()).map(Account::id));
        if (owner == null || owner.isEmpty()) {
            trail.note("visit.refused", null, null, Map.of("way", "LINK"));
            return Ruling.denied("", "signin.link-dead");
        }
        throttle.forgive(owner.get().toString(), address);
        return Ruling.granted(owner.get());
    }

    /** Does the work if the address has not asked too often, and answers when the clock says so. */
    private void alike(String address, Runnable work) {
        var until = System.nanoTime() + ANSWER_AFTER.toNanos();
        if (throttle.guess(Throttle.Of.ADDRESS, address).isEmpty()) {
            transaction.executeWithoutResult(status -> work.run());
        }
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
