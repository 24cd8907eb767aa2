package org.probity.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * 32 bytes of SHA-256. Trees hash as RFC 6962 section 2.1 says: a leaf behind a zero byte, a node behind a one byte, so that no node can be
 * shown as a leaf. In JSON a hash is written as 64 lower-case hexadecimal digits, in the C2SP text formats as base64.
 */
public final class Hash implements Comparable<Hash> {

    public static final int BYTES = 32;

    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::newDigest);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        return of(bytes, 0, bytes.length);
    }

    static Hash of(byte[] bytes, int from, int length) {
        if (length != BYTES) {
            throw new Malformed("hash.length", length + " bytes instead of " + BYTES);
        }
        return new Hash(Arrays.copyOfRange(bytes, from, from + BYTES));
    }

    /** Reads the form used in JSON; capitals are refused, so that one hash has one spelling. */
    public static Hash hex(String digits) {
        if (!isHex(digits)) {
            throw new Malformed("hash.hex", "not 64 lower-case hexadecimal digits");
        }
        return new Hash(HexFormat.of().parseHex(digits));
    }

    static boolean isHex(String digits) {
        if (digits.length() != 2 * BYTES) {
            return false;
        }
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** Reads the form used in notes and proofs (RFC 4648 section 4); a spelling with other padding bits is refused. */
    public static Hash base64(String text) {
        return of(strictBase64(text));
    }

    static byte[] strictBase64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // falls through to the one refusal
        }
        throw new Malformed("base64", "not in the one base64 spelling of its bytes");
    }

    public static Hash sha256(byte[]... parts) {
        MessageDigest digest = SHA_256.get();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /** {@code SHA-256(0x00 || entry)}, RFC 6962 section 2.1. */
    public static Hash leaf(byte[] entry) {
        MessageDigest digest = SHA_256.get();
        digest.update((byte) 0);
        digest.update(entry);
        return new Hash(digest.digest());
    }

    /** {@code SHA-256(0x01 || left || right)}, RFC 6962 section 2.1. */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = SHA_256.get();
        digest.update((byte) 1);
        digest.update(left.bytes);
        digest.update(right.bytes);
        return new Hash(digest.digest());
    }

    static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void copyInto(byte[] target, int at) {
        System.arraycopy(bytes, 0, target, at, BYTES);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
