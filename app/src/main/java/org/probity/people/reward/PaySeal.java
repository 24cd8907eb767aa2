package org.probity.people.reward;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.probity.house.access.Accounts;
import org.probity.house.settings.Settings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals what somebody is paid (AES-GCM, bound to the row it lies in), under a key that is itself sealed under the house's key of settings and stands in no backup. A row that was moved to
 * somebody else does not open.
 */
@Component
public class PaySeal {
    private static final String NAME = "reward.pay-key";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final JdbcClient db;
    private final Settings settings;
    private final SecureRandom random = new SecureRandom();

    PaySeal(JdbcClient db, Settings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** Ready to seal and open; one for each act, used by one thread. */
    @Transactional
    public Sealing sealing() {
        var key = HexFormat.of().parseHex(settings.value(NAME).orElseGet(this::make));
        return new Sealing(new SecretKeySpec(key, "AES"), new SecretKeySpec(key, "HmacSHA256"), random);
    }

    /** Two nodes that need it at once make it once. */
    private String make() {
        db.sql("SELECT pg_advisory_xact_lock(hashtext(:name))").param("name", NAME).query((row, n) -> n).single();
        return settings.value(NAME).orElseGet(() -> {
            var bytes = new byte[32];
            random.nextBytes(bytes);
            settings.setSecret(NAME, HexFormat.of().formatHex(bytes), Accounts.HOUSE);
            return HexFormat.of().formatHex(bytes);
        });
    }

    public record Sealing(SecretKeySpec key, SecretKeySpec naming, SecureRandom random) {
        public byte[] seal(String of, UUID split, UUID person, String words) {
            return sealBytes(of, split, person, words.getBytes(StandardCharsets.UTF_8));
        }

        byte[] sealBytes(String of, UUID split, UUID person, byte[] bytes) {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, of, split, person, bytes);
            return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
        }

        /** @throws IllegalStateException when it is not the row's own, or was touched */
        public String open(String of, UUID split, UUID person, byte[] sealed) {
            return new String(openBytes(of, split, person, sealed), StandardCharsets.UTF_8);
        }

        byte[] openBytes(String of, UUID split, UUID person, byte[] sealed) {
            return cipher(Cipher.DECRYPT_MODE, java.util.Arrays.copyOf(sealed, NONCE), of, split, person, java.util.Arrays.copyOfRange(sealed, NONCE, sealed.length));
        }

        private byte[] cipher(int mode, byte[] nonce, String of, UUID split, UUID person, byte[] bytes) {
            try {
                var cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
                cipher.updateAAD((of + " " + split + " " + person).getBytes(StandardCharsets.UTF_8));
                return cipher.doFinal(bytes);
            } catch (GeneralSecurityException touched) {
                throw new IllegalStateException("sealed for " + of + " " + split + " does not open", touched);
            }
        }

        /** A name for somebody within one period: the same however often it is reckoned, so that nobody is tried until a rest falls well. */
        String code(UUID period, UUID person) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(naming);
                return HexFormat.of().formatHex(mac.doFinal((period + " " + person).getBytes(StandardCharsets.UTF_8)), 0, 6);
            } catch (GeneralSecurityException everyJdkHasIt) {
                throw new IllegalStateException(everyJdkHasIt);
            }
        }
    }
}
