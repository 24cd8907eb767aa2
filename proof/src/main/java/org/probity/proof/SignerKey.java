package org.probity.proof;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * A private key with its name, written {@code PRIVATE+KEY+name+keyid+base64(type || seed)} as Go's note package does. Its text must never
 * leave the file it lives in; {@link #toString()} shows only the public half.
 */
public final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final VerifierKey verifier;
    private final byte[] seed;

    private SignerKey(String name, VerifierKey.Kind kind, byte[] seed) {
        this.seed = seed;
        this.verifier = new VerifierKey(name, kind, Keys.publicOf(seed));
    }

    public static SignerKey generate(String name, VerifierKey.Kind kind, SecureRandom random) {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        return new SignerKey(name, kind, seed);
    }

    public static SignerKey parse(String skey) {
        String[] parts = skey.strip().split("\\+", 5);
        if (parts.length != 5 || !skey.strip().startsWith(PREFIX)) {
            throw new Malformed("key.form", "not PRIVATE+KEY+name+keyid+base64");
        }
        byte[] typed = Hash.strictBase64(parts[4]);
        for (VerifierKey.Kind kind : VerifierKey.Kind.values()) {
            if (typed.length == 33 && kind.type == typed[0]) {
                SignerKey key = new SignerKey(parts[2], kind, Arrays.copyOfRange(typed, 1, 33));
                if (parts[3].equals("%08x".formatted(key.verifier.id()))) {
                    return key;
                }
            }
        }
        throw new Malformed("key.id", "the key id does not belong to the key");
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The secret text form, for the key file only. */
    public String skey() {
        return PREFIX + verifier.name() + "+" + "%08x".formatted(verifier.id()) + "+"
                + Base64.getEncoder().encodeToString(Keys.join(new byte[] {verifier.kind().type}, seed));
    }

    /** Signs the text of a note, or cosigns it with the time when the key is a witness's. */
    Note.Signature sign(String text, Instant now) {
        byte[] signed = switch (verifier.kind()) {
            case NOTE -> Keys.sign(Keys.privateKey(seed), Keys.utf8(text));
            case COSIGNATURE -> {
                long time = now.getEpochSecond();
                byte[] signature = Keys.sign(Keys.privateKey(seed), Note.cosigned(text, time));
                yield ByteBuffer.allocate(72).putLong(time).put(signature).array();
            }
        };
        return new Note.Signature(verifier.name(), verifier.id(), Base64.getEncoder().encodeToString(signed));
    }

    @Override
    public String toString() {
        return "private half of " + verifier.vkey();
    }
}
