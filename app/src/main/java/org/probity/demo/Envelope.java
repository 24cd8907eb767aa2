package org.probity.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals as a browser does (docs/voice-protocol.md, 3), for invented people who have none: an age file for sixteen keys, of which those that are left over are drawn and thrown away. It
 * can open nothing.
 */
final class Envelope {
    private static final int SEATS = 16;
    private static final int SIZE = 8192;
    private static final int KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int CHECKSUM = 6;
    /** Of an X25519 key in the form that Java reads: what stands before its 32 bytes. */
    private static final byte[] X25519 = HexFormat.of().parseHex("302a300506032b656e032100");

    private Envelope() {}

    static byte[] seal(String json, List<String> recipients) {
        try {
            var text = json.getBytes(StandardCharsets.UTF_8);
            var plain = ByteBuffer.allocate(SIZE).putInt(text.length).put(text).array();
            var seats = new ArrayList<byte[]>(recipients.stream().map(Envelope::key).toList());
            while (seats.size() < SEATS) {
                seats.add(raw(KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic().getEncoded()));
            }
            Collections.shuffle(seats, RANDOM);
            var fileKey = drawn(16);
            var head = new StringBuilder("age-encryption.org/v1\n");
            for (var seat : seats) {
                head.append(stanza(fileKey, seat));
            }
            head.append("---");
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derived(fileKey, new byte[0], "header"), "HmacSHA256"));
            var nonce = drawn(16);
            var sealed = new ByteArrayOutputStream();
            sealed.writeBytes(bytes(head + " " + base64(mac.doFinal(bytes(head.toString()))) + "\n"));
            sealed.writeBytes(nonce);
            // One chunk, the last.
            sealed.writeBytes(encrypted(derived(fileKey, nonce, "payload"), new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}, plain));
            return sealed.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String stanza(byte[] fileKey, byte[] recipient) throws GeneralSecurityException {
        var once = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        var shown = raw(once.getPublic().getEncoded());
        var agreement = KeyAgreement.getInstance("X25519");
        agreement.init(once.getPrivate());
        agreement.doPhase(KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(joined(X25519, recipient))), true);
        var wrapping = derived(agreement.generateSecret(), joined(shown, recipient), "age-encryption.org/v1/X25519");
        return "-> X25519 " + base64(shown) + "\n" + base64(encrypted(wrapping, new byte[12], fileKey)) + "\n";
    }

    private static byte[] derived(byte[] secret, byte[] salt, String purpose) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256").deriveData(HKDFParameterSpec.ofExtract().addIKM(secret).addSalt(salt).thenExpand(bytes(purpose), KEY));
    }

    private static byte[] encrypted(byte[] key, byte[] nonce, byte[] plain) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("ChaCha20-Poly1305");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
        return cipher.doFinal(plain);
    }

    /** What an age recipient says in Bech32; it stands in our own file, so its checksum is not looked at. */
    private static byte[] key(String recipient) {
        var data = recipient.substring("age1".length(), recipient.length() - CHECKSUM);
        var key = new byte[KEY];
        var bits = 0;
        var held = 0;
        var at = 0;
        for (var letter : data.toCharArray()) {
            held = held << 5 | BECH32.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                key[at++] = (byte) (held >> bits);
            }
        }
        return key;
    }

    private static byte[] raw(byte[] encoded) {
        return Arrays.copyOfRange(encoded, encoded.length - KEY, encoded.length);
    }

    private static byte[] drawn(int length) {
        var drawn = new byte[length];
        RANDOM.nextBytes(drawn);
        return drawn;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
