package org.probity.proof;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures under it (C2SP signed-note). Signatures by keys that nobody here knows are kept and mean nothing; a signature that
 * claims a known name and key id must verify, or the whole note is refused.
 *
 * @param text ends with a newline, and does not include the blank line before the signatures
 */
public record Note(String text, List<Signature> signatures) {

    /** The specification asks for at least 16; more than this is no checkpoint but an attempt to keep us busy. */
    static final int SIGNATURES_MAX = 64;
    static final int BYTES_MAX = 1 << 20;
    /** 9999-12-31T23:59:59Z. */
    private static final long LAST_SECOND = 253_402_300_799L;

    private static final String DASH = "\u2014 ";

    /** @param base64 the signature without its key id; kept as text so that what was read is what is written */
    public record Signature(String name, int keyId, String base64) {

        byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        /** The line as it stands in the note, with its newline. */
        public String line() {
            byte[] id = ByteBuffer.allocate(4).putInt(keyId).array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(Keys.join(id, bytes())) + "\n";
        }

        /** Reads a line without its newline. */
        public static Signature parse(String line) {
            String[] parts = line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2) {
                throw new Malformed("note.signature", "not a signature line");
            }
            VerifierKey.checkName(parts[0]);
            byte[] bytes = Hash.strictBase64(parts[1]);
            if (bytes.length < 5) {
                throw new Malformed("note.signature", "a signature of " + bytes.length + " bytes");
            }
            return new Signature(parts[0], ByteBuffer.wrap(bytes).getInt(),
                    Base64.getEncoder().encodeToString(Arrays.copyOfRange(bytes, 4, bytes.length)));
        }

        /** Whether name and key id are this key's; says nothing about the signature. */
        public boolean claims(VerifierKey key) {
            return keyId == key.id() && name.equals(key.name());
        }
    }

    public Note {
        checkText(text);
        signatures = List.copyOf(signatures);
    }

    public static Note parse(byte[] bytes) {
        if (bytes.length > BYTES_MAX) {
            throw new Malformed("note.length", "a note of " + bytes.length + " bytes");
        }
        return parse(JsonReader.utf8(bytes));
    }

    /** The signatures follow the last blank line of the note. */
    public static Note parse(String note) {
        int gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n") || gap + 2 >= note.length()) {
            throw new Malformed("note.form", "no text, blank line and signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : note.substring(gap + 2, note.length() - 1).split("\n", -1)) {
            signatures.add(Signature.parse(line));
        }
        if (signatures.size() > SIGNATURES_MAX) {
            throw new Malformed("note.signatures", signatures.size() + " signatures");
        }
        return new Note(note.substring(0, gap + 1), signatures);
    }

    private static void checkText(String text) {
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < 0x20 && c != '\n')) {
            throw new Malformed("note.text", "the text ends without a newline or holds control characters");
        }
    }

    public static Note sign(String text, Instant now, SignerKey... keys) {
        return new Note(text, Arrays.stream(keys).map(key -> key.sign(text, now)).toList());
    }

    /** The note with one signature more. */
    public Note with(Signature signature) {
        List<Signature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new Note(text, more);
    }

    /** What became of a key's signature. */
    public enum Checked {
        /** This key did not sign. */
        ABSENT,
        GOOD,
        /** A line claims this key and does not verify: refuse the note. */
        BAD
    }

    public Checked check(VerifierKey key) {
        Checked checked = Checked.ABSENT;
        for (Signature signature : signatures) {
            if (signature.claims(key)) {
                if (!verifies(signature, key)) {
                    return Checked.BAD;
                }
                checked = Checked.GOOD;
            }
        }
        return checked;
    }

    private boolean verifies(Signature signature, VerifierKey key) {
        byte[] bytes = signature.bytes();
        return switch (key.kind()) {
            case NOTE -> bytes.length == 64 && Keys.verify(key.publicKey(), Keys.utf8(text), bytes);
            case COSIGNATURE -> {
                if (cosigned(bytes).isEmpty()) {
                    yield false;
                }
                byte[] message = cosigned(text, ByteBuffer.wrap(bytes).getLong());
                yield Keys.verify(key.publicKey(), message, Arrays.copyOfRange(bytes, 8, 72));
            }
        };
    }

    /** When a witness says it saw the checkpoint; empty when this key did not cosign. The signature is not checked here. */
    public Optional<Instant> cosignedAt(VerifierKey key) {
        return signatures.stream()
                .filter(signature -> key.kind() == VerifierKey.Kind.COSIGNATURE && signature.claims(key))
                .flatMap(signature -> cosigned(signature.bytes()).stream())
                .findFirst();
    }

    /** The moment a cosignature names; empty when these bytes are none, also when it lies past the year 9999: eight bytes can say more than any calendar. */
    private static Optional<Instant> cosigned(byte[] bytes) {
        if (bytes.length != 72) {
            return Optional.empty();
        }
        long time = ByteBuffer.wrap(bytes).getLong();
        return time >= 0 && time <= LAST_SECOND ? Optional.of(Instant.ofEpochSecond(time)) : Optional.empty();
    }

    /** C2SP tlog-cosignature, "Ed25519 signed message". */
    static byte[] cosigned(String text, long time) {
        return Keys.utf8("cosignature/v1\ntime " + time + "\n" + text);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> out.append(signature.line()));
        return out.toString();
    }

    public byte[] bytes() {
        return Keys.utf8(toString());
    }
}
