package org.probity.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) with the bare 32-byte keys of RFC 8410 that notes use; the JDK wants them wrapped. */
final class Keys {

    private static final byte[] PUBLIC_WRAP = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE_WRAP = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private Keys() {}

    static PublicKey publicKey(byte[] raw) {
        if (raw.length != 32) {
            throw new Malformed("key.length", "an Ed25519 key has 32 bytes, not " + raw.length);
        }
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(join(PUBLIC_WRAP, raw)));
        } catch (GeneralSecurityException noPoint) {
            throw new Malformed("key.point", "not an Ed25519 public key");
        }
    }

    static PrivateKey privateKey(byte[] seed) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(join(PRIVATE_WRAP, seed)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("32 bytes are an Ed25519 private key", impossible);
        }
    }

    /** The JDK derives the public key only while it makes a pair, so it is made with a source of randomness that knows just the seed. */
    static byte[] publicOf(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SecureRandom() {
                @Override
                public void nextBytes(byte[] bytes) {
                    if (bytes.length != seed.length) {
                        throw new IllegalStateException("this JDK draws Ed25519 keys in another way");
                    }
                    System.arraycopy(seed, 0, bytes, 0, seed.length);
                }
            });
            byte[] wrapped = generator.generateKeyPair().getPublic().getEncoded();
            return Arrays.copyOfRange(wrapped, wrapped.length - 32, wrapped.length);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK of today has Ed25519", impossible);
        }
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("signing with a key of our own", impossible);
        }
    }

    static boolean verify(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    static byte[] join(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] all = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
