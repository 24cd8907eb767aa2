package org.probity.people.labour;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.probity.house.access.Accounts;
import org.probity.house.settings.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hashes of documents and of what they say. There are few numbers of identity cards, so a bare hash is soon undone; this one needs a key, which is sealed under the
 * house's key of settings and stands in no backup.
 */
@Component
class IdentityKey {
    private static final String NAME = "labour.identity-key";

    private final JdbcClient db;
    private final Settings settings;

    IdentityKey(JdbcClient db, Settings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** Ready to hash; one for each file or form, used by one thread. */
    @Transactional(propagation = Propagation.REQUIRED)
    Hashing hashing() {
        var key = settings.value(NAME).orElseGet(this::make);
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
            return new Hashing(mac);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Two nodes that need it at once make it once. */
    private String make() {
        db.sql("SELECT pg_advisory_xact_lock(hashtext(:name))").param("name", NAME).query((row, n) -> n).single();
        return settings.value(NAME).orElseGet(() -> {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            settings.setSecret(NAME, HexFormat.of().formatHex(bytes), Accounts.HOUSE);
            return HexFormat.of().formatHex(bytes);
        });
    }

    record Hashing(Mac mac) {
        /** The same for the same document, whoever shows it. */
        byte[] document(Identity it) {
            return of(it.document().name() + " " + it.plain());
        }

        /** Binds what was read to the person without saying it. */
        String bound(UUID person, String said) {
            return HexFormat.of().formatHex(of(person + " " + said));
        }

        private byte[] of(String words) {
            return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
        }
    }
}
