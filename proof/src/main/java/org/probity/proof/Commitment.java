package org.probity.proof;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A content that can be bound to now and shown, or forgotten, later: {@code SHA-256(domain || 0x00 || salt || RFC 8785 content)}. The salt of
 * 32 random bytes keeps anyone from guessing the content; once salt and content are erased, the commitment says nothing about anybody.
 */
public final class Commitment {

    /** Content of an entry of the log. */
    public static final String ENTRY = "probity-entry/1";
    /** A row of a figure. */
    public static final String ROW = "probity-row/1";
    /** What a row hides from readers below the assurer's level. */
    public static final String HIDDEN = "probity-hidden/1";

    public static final int SALT_BYTES = 32;

    private Commitment() {}

    public static Hash of(String domain, Opening opening) {
        return of(domain, opening.saltBytes(), opening.content().canonical());
    }

    static Hash of(String domain, byte[] salt, byte[] canonical) {
        if (salt.length != SALT_BYTES) {
            throw new Malformed("salt.length", "a salt of " + salt.length + " bytes");
        }
        return Hash.sha256(Keys.utf8(domain), new byte[1], salt, canonical);
    }

    /** What opens a commitment. Whoever stores it decides whether the content can still be known. */
    public record Opening(String salt, Json content) {

        public Opening {
            if (!Hash.isHex(salt)) {
                throw new Malformed("salt.form", "not 64 lower-case hexadecimal digits");
            }
        }

        public Opening(byte[] salt, Json content) {
            this(HexFormat.of().formatHex(salt), content);
        }

        public static Opening fresh(SecureRandom random, Json content) {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return new Opening(salt, content);
        }

        public byte[] saltBytes() {
            return Arrays.copyOf(HexFormat.of().parseHex(salt), SALT_BYTES);
        }
    }
}
