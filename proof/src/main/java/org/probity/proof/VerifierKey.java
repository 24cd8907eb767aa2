package org.probity.proof;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A public key with the name it signs under, written {@code name+keyid+base64(type || key)} (C2SP signed-note, "vkey"). The type says what a
 * signature means: {@link Kind#NOTE} signs the note's text, {@link Kind#COSIGNATURE} is a witness's statement about a checkpoint with a time.
 */
public record VerifierKey(String name, int id, Kind kind, Hash rawKey) {

    public enum Kind {
        /** Ed25519 over the text of the note. */
        NOTE(0x01),
        /** Ed25519 over the text of a checkpoint behind a header and a time, C2SP tlog-cosignature. */
        COSIGNATURE(0x04);

        final byte type;

        Kind(int type) {
            this.type = (byte) type;
        }
    }

    public VerifierKey {
        checkName(name);
        if (id != idOf(name, kind, rawKey)) {
            throw new Malformed("key.id", "the key id of " + name + " does not belong to its key");
        }
    }

    VerifierKey(String name, Kind kind, byte[] rawKey) {
        this(name, idOf(name, kind, Hash.of(rawKey)), kind, Hash.of(rawKey));
    }

    public static VerifierKey parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
            throw new Malformed("key.form", "not name+keyid+base64");
        }
        byte[] typed = Hash.strictBase64(parts[2]);
        if (typed.length != 33) {
            throw new Malformed("key.length", "not a type byte and 32 bytes");
        }
        for (Kind kind : Kind.values()) {
            if (kind.type == typed[0]) {
                Hash raw = Hash.of(Arrays.copyOfRange(typed, 1, 33));
                Keys.publicKey(raw.bytes());
                return new VerifierKey(parts[0], HexFormat.fromHexDigits(parts[1]), kind, raw);
            }
        }
        throw new Malformed("key.type", "signature type " + typed[0] + " is not known here");
    }

    /** C2SP signed-note: {@code SHA-256(name || 0x0A || type || key)[:4]}. */
    private static int idOf(String name, Kind kind, Hash rawKey) {
        byte[] digest = Hash.sha256(Keys.utf8(name), new byte[] {'\n', kind.type}, rawKey.bytes()).bytes();
        return (digest[0] & 255) << 24 | (digest[1] & 255) << 16 | (digest[2] & 255) << 8 | digest[3] & 255;
    }

    static void checkName(String name) {
        if (name.isEmpty() || name.indexOf('+') >= 0
                || name.codePoints().anyMatch(c -> c < 0x20 || Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw new Malformed("key.name", "a key name has neither spaces nor a plus");
        }
    }

    PublicKey publicKey() {
        return Keys.publicKey(rawKey.bytes());
    }

    /** The text form; what a policy file lists. */
    public String vkey() {
        return name + "+" + "%08x".formatted(id) + "+"
                + Base64.getEncoder().encodeToString(Keys.join(new byte[] {kind.type}, rawKey.bytes()));
    }

    /** SHA-256 of the text form in groups of four digits: what is printed on paper and read out on the telephone. */
    public String fingerprint() {
        return Hash.sha256(Keys.utf8(vkey())).hex().replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** Whether a person typed this key's fingerprint; spaces, colons, hyphens and capitals do not matter, every digit does. */
    public boolean hasFingerprint(String typed) {
        return typed.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT).equals(fingerprint().replace(" ", ""));
    }

    @Override
    public String toString() {
        return vkey();
    }
}
