package org.probity.people.voice;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.probity.proof.Hash;

/**
 * An age file of one of two sizes for sixteen keys: all that can be known of a message from outside. That it opens for anybody is not known here.
 */
record Sealed(byte[] bytes, String sha256) {
    /** 22 bytes of the version's line, 98 for each of 16 keys, 48 of the header's end, 16 of the nonce; then 8 KiB, or 256 KiB, with 16 for each 64 KiB. */
    static final int SMALL = 22 + 16 * 98 + 48 + 16 + 8192 + 16;
    static final int LARGE = 22 + 16 * 98 + 48 + 16 + 262144 + 4 * 16;
    private static final byte[] HEAD = "age-encryption.org/v1\n-> X25519 ".getBytes(StandardCharsets.US_ASCII);

    static Optional<Sealed> of(byte[] bytes) {
        var fits = (bytes.length == SMALL || bytes.length == LARGE) && Arrays.equals(Arrays.copyOf(bytes, HEAD.length), HEAD);
        return fits ? Optional.of(new Sealed(bytes, Hash.sha256(bytes).hex())) : Optional.empty();
    }
}
