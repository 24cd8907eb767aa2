package org.probity.house.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.settings.Settings;
import org.probity.house.ui.Answer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one server that letters go to, as an administrator named it. */
@Service
public class MailServer {
    /** How the connection is protected. PLAIN is for a relay on this very machine. */
    public enum Protection { STARTTLS, TLS, PLAIN }

    /**
     * What stands on the settings page.
     *
     * @param password empty: keep the one there is
     */
    public record Form(@Nullable String host, @Nullable String port, @Nullable String protection, @Nullable String from, @Nullable String user, @Nullable String password) {
        public Form {
            host = typed(host);
            port = typed(port);
            protection = typed(protection);
            from = typed(from);
            user = typed(user);
            password = password == null ? "" : password;
        }

        private static String typed(@Nullable String field) {
            return field == null ? "" : field.strip();
        }
    }

    /** All that is needed to send. */
    record Settled(String host, int port, Protection protection, String from, String user, String password) {
        Map<String, String> properties() {
            var properties = new LinkedHashMap<String, String>();
            properties.put("mail.smtp.connectiontimeout", "10000");
            properties.put("mail.smtp.timeout", "20000");
            properties.put("mail.smtp.writetimeout", "20000");
            properties.put("mail.smtp.auth", String.valueOf(!user.isEmpty()));
            switch (protection) {
                case STARTTLS -> {
                    properties.put("mail.smtp.starttls.enable", "true");
                    properties.put("mail.smtp.starttls.required", "true");
                    properties.put("mail.smtp.ssl.checkserveridentity", "true");
                }
                case TLS -> {
                    properties.put("mail.smtp.ssl.enable", "true");
                    properties.put("mail.smtp.ssl.checkserveridentity", "true");
                }
                case PLAIN -> {}
            }
            return properties;
        }
    }

    private final Settings settings;
    private final String passwordGiven;

    MailServer(Settings settings, @Value("${PROBITY_MAIL_PASSWORD:}") String passwordGiven) {
        this.settings = settings;
        this.passwordGiven = passwordGiven;
    }

    /** As it is set now; the password is never among it. */
    public Form form() {
        return new Form(
                set("mail.host"), settings.value("mail.port").orElse("587"), settings.value("mail.protection").orElse(Protection.STARTTLS.name()),
                set("mail.from"), set("mail.user"), "");
    }

    /**
     * Names the mail server.
     *
     * <p>Refusals: {@code mail.host-wrong}; {@code mail.port-wrong}; {@code mail.protection-wrong}; {@code mail.plain-only-here} (without
     * protection only to this machine); {@code mail.from-wrong}; {@code mail.password-again} the password that is kept was given for another
     * server or user, and goes to no other by a mere change of the address.
     */
    @Transactional
    public Answer<String> name(Form form, UUID by) {
        if (!form.host().matches("[A-Za-z0-9.-]{1,253}")) {
            return Answer.refused("host", "mail.host-wrong");
        }
        if (!form.port().matches("[1-9]\\d{0,4}") || Integer.parseInt(form.port()) > 65535) {
            return Answer.refused("port", "mail.port-wrong");
        }
        var protection = protection(form.protection());
        if (protection.isEmpty()) {
            return Answer.refused("protection", "mail.protection-wrong");
        }
        if (protection.get() == Protection.PLAIN && !form.host().matches("localhost|127\\.0\\.0\\.1")) {
            return Answer.refused("protection", "mail.plain-only-here");
        }
        if (!form.from().matches("[^\\s@<>]+@[^\\s@<>]+")) {
            return Answer.refused("from", "mail.from-wrong");
        }
        var elsewhere = !form.host().equals(set("mail.host")) || !form.user().equals(set("mail.user"));
        if (form.password().isEmpty() && !form.user().isEmpty() && elsewhere && settings.value("mail.password").isPresent()) {
            return Answer.refused("password", "mail.password-again");
        }
        settings.set("mail.host", form.host(), by);
        settings.set("mail.port", form.port(), by);
        settings.set("mail.protection", form.protection(), by);
        settings.set("mail.from", form.from(), by);
        settings.set("mail.user", form.user(), by);
        if (!form.password().isEmpty()) {
            settings.setSecret("mail.password", form.password(), by);
        }
        return Answer.done(form.host());
    }

    /** Throws while nobody has named a server; the letter waits and says so. */
    Settled now() {
        var host = settings.value("mail.host").orElseThrow(() -> new IllegalStateException("no mail server is named yet"));
        var form = form();
        return new Settled(host, Integer.parseInt(form.port()), Protection.valueOf(form.protection()), form.from(), form.user(),
                passwordGiven.isEmpty() ? set("mail.password") : passwordGiven);
    }

    private String set(String name) {
        return settings.value(name).orElse("");
    }

    private static Optional<Protection> protection(String word) {
        for (var protection : Protection.values()) {
            if (protection.name().equals(word)) {
                return Optional.of(protection);
            }
        }
        return Optional.empty();
    }
}
