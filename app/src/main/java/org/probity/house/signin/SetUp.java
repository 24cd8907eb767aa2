package org.probity.house.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.house.access.Accounts;
import org.probity.house.access.Links;
import org.probity.house.access.Role;
import org.probity.house.access.Ruling;
import org.probity.house.access.Ruling.Denied;
import org.probity.house.access.Ruling.Granted;
import org.probity.house.settings.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/**
 * The first minutes of a real house: whoever holds the code that the program printed at its start names the company and becomes its first
 * administrator. The code keeps a stranger on the network from being quicker.
 */
@Service
@ConditionalOnBooleanProperty(name = "probity.demo", havingValue = false, matchIfMissing = true)
class SetUp implements ApplicationRunner {

    private final Accounts accounts;
    private final Links links;
    private final Settings settings;
    private final JdbcClient db;
    private final String code = Links.secret().substring(0, 12);

    SetUp(Accounts accounts, Links links, Settings settings, JdbcClient db) {
        this.accounts = accounts;
        this.links = links;
        this.settings = settings;
        this.db = db;
    }

    record Form(String code, String company, String name, String email, String language, String password) {
        Form {
            code = code == null ? "" : code.strip();
            company = company == null ? "" : company.strip();
            name = name == null ? "" : name.strip();
            email = email == null ? "" : email.strip();
            language = "en".equals(language) ? "en" : "zh";
            password = password == null ? "" : password;
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (accounts.none()) {
            // On the console, where only whoever started the program reads it.
            // On the console alone: it is a secret until somebody used it, and log files are read by many.
            System.out.println("This house is empty. Open it in a browser and set it up with the code " + code);
        }
    }

    String code() {
        return code;
    }

    /**
     * Founds the house.
     *
     * <p>Denied: {@code set-up-done}; {@code code-wrong}; {@code company-missing}; what an invitation and a password are denied for.
     */
    @Transactional
    public Ruling<UUID> found(Form form) {
        // Two people with the code at the same moment: the second waits here and finds it done.
        db.sql("SELECT pg_advisory_xact_lock(7_310_001)").query((row, n) -> true).single();
        if (!accounts.none()) {
            return Ruling.denied("", "signin.set-up-done");
        }
        if (!MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), form.code().getBytes(StandardCharsets.UTF_8))) {
            return Ruling.denied("code", "signin.code-wrong");
        }
        if (form.company().isEmpty()) {
            return Ruling.denied("company", "signin.company-missing");
        }
        var newcomer = new Accounts.Newcomer(form.name(), form.email(), Set.of(Role.ADMINISTRATOR), Optional.empty(), form.language());
        return switch (accounts.invite(newcomer, Accounts.HOUSE)) {
            case Granted(var account) -> {
                settings.set("house.company", form.company(), account);
                var accepted = accounts.accept(links.issue(Links.Purpose.INVITATION, account, null), form.password());
                if (accepted instanceof Denied<UUID>) {
                    TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                }
                yield accepted;
            }
            case Denied<UUID> denied -> denied;
        };
    }
}
