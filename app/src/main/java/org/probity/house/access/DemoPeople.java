package org.probity.house.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Ruling.Denied;
import org.probity.house.access.Ruling.Granted;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.function.SingletonSupplier;

/**
 * Invented people of a demo home, who came in by the same door as real ones: invited, then accepted. Their password is no secret; that
 * is why a demo is shown on its own machine only.
 */
@Component
@ConditionalOnBooleanProperty("probity.demo")
@Order(0)
public class DemoPeople implements ApplicationRunner {
    public static final String PASSWORD = "sunlight on glass";

    private static final List<Accounts.Newcomer> STAFF = List.of(
            staff("Zhao Ning", "officer", "zh", Role.SOURCING_OFFICER),
            staff("Marta Lind", "buyer", "en", Role.BUYER),
            staff("Fang Lei", "buyer.glass", "zh", Role.BUYER),
            staff("Qin Hao", "quality", "zh", Role.QUALITY),
            staff("Luo Yi", "quality.audits", "zh", Role.QUALITY),
            staff("Tang Rui", "process", "zh", Role.PROCESS),
            staff("Ines Moreau", "ehs", "en", Role.EHS),
            staff("Shen Yi", "legal", "zh", Role.LEGAL),
            staff("Anna Weber", "reviewer", "en", Role.REVIEWER),
            staff("Lu Wen", "publisher", "zh", Role.PUBLISHER),
            staff("Jonas Berg", "assurer", "en", Role.ASSURER),
            staff("Gao Yan", "union", "zh", Role.UNION),
            staff("He Min", "hr", "zh", Role.HR),
            staff("Bai Lan", "hr.reward", "zh", Role.HR),
            staff("Su Qing", "pay", "zh", Role.REMUNERATION),
            staff("Ren Jie", "employee", "zh", Role.EMPLOYEE),
            staff("Sam Ito", "administrator", "en", Role.ADMINISTRATOR));

    private final Accounts accounts;
    private final Links links;
    /** Some dozens come in with the one password; computing it for each would be seconds of every demo's start, and would hide nothing. */
    private final SingletonSupplier<Passwords.Kept> kept;

    DemoPeople(Accounts accounts, Links links, Passwords passwords) {
        this.accounts = accounts;
        this.links = links;
        this.kept = SingletonSupplier.of(() -> passwords.kept(PASSWORD));
    }

    private static Accounts.Newcomer staff(String name, String mailbox, String language, Role role) {
        return new Accounts.Newcomer(name, mailbox + "@helia.example", Set.of(role), Optional.empty(), language);
    }

    /** Runs before what else fills a demo, because that needs somebody to do it. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        STAFF.forEach(this::bringIn);
    }

    /** A contact of a demo supplier; asking again changes nothing. */
    @Transactional
    public Account contact(UUID supplier, String name, String email, String language) {
        return bringIn(new Accounts.Newcomer(name, email, Set.of(Role.SUPPLIER), Optional.of(supplier), language));
    }

    /** A contact of a demo customer; until somebody agrees their access the role opens nothing. */
    @Transactional
    public Account customer(String name, String email, String language) {
        return bringIn(new Accounts.Newcomer(name, email, Set.of(Role.CUSTOMER), Optional.empty(), language));
    }

    /** A consultant from outside; until somebody agrees their access the role opens nothing. */
    @Transactional
    public Account consultant(String name, String email, String language) {
        return bringIn(new Accounts.Newcomer(name, email, Set.of(Role.CONSULTANT), Optional.empty(), language));
    }

    /** The one who holds this role; acts for the demo's story. */
    public Me the(Role role) {
        var newcomer = STAFF.stream().filter(person -> person.roles().contains(role)).findFirst().orElseThrow();
        return at(newcomer.email().substring(0, newcomer.email().indexOf('@')));
    }

    /** Somebody of the staff by their mailbox, where a role has two and the second is needed. */
    public Me at(String mailbox) {
        var account = accounts.find(mailbox + "@helia.example").orElseThrow();
        return new Me(account.id(), account.name(), account.roles(), account.supplier());
    }

    /** Whom a visitor may choose to be: the staff, then suppliers' contacts. */
    public List<Account> everyone() {
        return accounts.broughtByTheHouse();
    }

    private Account bringIn(Accounts.Newcomer newcomer) {
        return switch (accounts.invite(newcomer, Accounts.HOUSE)) {
            case Granted(var account) -> {
                var accepted = accounts.accept(links.issue(Links.Purpose.INVITATION, account, null), PASSWORD, kept.obtain());
                if (accepted instanceof Denied<?> denied) {
                    throw new IllegalStateException("a demo person cannot accept: " + denied);
                }
                yield accounts.find(account).orElseThrow();
            }
            case Denied(var field, var key, var args) -> accounts.find(newcomer.email()).orElseThrow(() ->
                    new IllegalStateException("a demo person cannot be invited: " + key));
        };
    }
}
