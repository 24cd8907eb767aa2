package org.probity.people.recruitment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/** What is drawn by chance, and what is kept of it: of a private link only its hash. */
final class Secret {
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Without letters and digits that are read as one another. */
    private static final String LETTERS = "ACDEFGHJKLMNPQRTUVWXY34679";

    private Secret() {}

    /** What those who screen call somebody: seven letters that say nothing. */
    static String code() {
        var code = new StringBuilder();
        RANDOM.ints(7, 0, LETTERS.length()).forEach(at -> code.append(LETTERS.charAt(at)));
        return code.insert(3, '-').toString();
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every JDK has SHA-256", every);
        }
    }

    /** The same person writes their address in large letters one day, and their number without the country's. */
    static byte[] sender(String email, String phone) {
        var digits = phone.replaceAll("[^0-9]", "");
        return hash(email.strip().toLowerCase(Locale.ROOT) + " " + digits.substring(Math.max(0, digits.length() - 8)));
    }
}
