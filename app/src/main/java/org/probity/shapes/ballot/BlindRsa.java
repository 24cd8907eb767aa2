package org.probity.shapes.ballot;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;

/**
 * Blind signatures as RFC 9474 has them, with SHA-384. The four variants differ in the length of the salt and in whether a random prefix is put before the
 * message ({@link #prepared}).
 *
 * <p>About time: the one operation with the private key is the JDK's own ({@code RSA/ECB/NoPadding}), which blinds its input against measuring and checks its
 * result. The client's half is plain {@link BigInteger}, whose time depends on its numbers; it works with no secret of the house, and whoever can time it on the
 * person's own device can also read it there.
 */
final class BlindRsa {
    /** Of the salt, where there is one. */
    static final int SALT = 48;
    static final int PREFIX = 32;
    private static final String DIGEST = "SHA-384";
    private static final int DIGEST_BYTES = 48;

    /** @param sent to whoever signs; @param inverse kept, and forgotten with the signature */
    record Blinded(byte[] sent, BigInteger inverse) {}

    private BlindRsa() {}

    static byte[] prepared(byte[] prefix, byte[] message) {
        return ByteBuffer.allocate(prefix.length + message.length).put(prefix).put(message).array();
    }

    /** Section 4.2, with a factor drawn here. */
    static Blinded blind(RSAPublicKey key, byte[] prepared, byte[] salt, SecureRandom random) {
        BigInteger factor;
        do {
            factor = new BigInteger(key.getModulus().bitLength(), random);
        } while (factor.signum() == 0 || factor.compareTo(key.getModulus()) >= 0 || !factor.gcd(key.getModulus()).equals(BigInteger.ONE));
        return blind(key, prepared, salt, factor);
    }

    static Blinded blind(RSAPublicKey key, byte[] prepared, byte[] salt, BigInteger factor) {
        var modulus = key.getModulus();
        var message = new BigInteger(1, encoded(prepared, salt, modulus.bitLength() - 1));
        if (!message.gcd(modulus).equals(BigInteger.ONE)) {
            throw new IllegalArgumentException("a message that shares a factor with the key");
        }
        var blinded = message.multiply(factor.modPow(key.getPublicExponent(), modulus)).mod(modulus);
        return new Blinded(bytes(blinded, length(key)), factor.modInverse(modulus));
    }

    /** Section 4.3. @return nothing: it is no number below the modulus, of its length */
    static Optional<byte[]> sign(RSAPrivateCrtKey key, byte[] blinded) {
        var number = new BigInteger(1, blinded);
        int length = (key.getModulus().bitLength() + 7) / 8;
        if (blinded.length != length || number.signum() == 0 || number.compareTo(key.getModulus()) >= 0) {
            return Optional.empty();
        }
        try {
            var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            // With a private key, encrypting is the signer's operation: the provider blinds, and checks what comes out.
            cipher.init(Cipher.ENCRYPT_MODE, (PrivateKey) key);
            var signed = cipher.doFinal(blinded);
            if (!new BigInteger(1, signed).modPow(key.getPublicExponent(), key.getModulus()).equals(number)) {
                throw new IllegalStateException("the signature of a blinded message does not hold; it is not given out, for it could give the key away");
            }
            return Optional.of(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Section 4.4. @return nothing: what came back is no signature of this message */
    static Optional<byte[]> finished(RSAPublicKey key, byte[] prepared, int saltLength, byte[] blindSignature, BigInteger inverse) {
        if (blindSignature.length != length(key)) {
            return Optional.empty();
        }
        var signature = bytes(new BigInteger(1, blindSignature).multiply(inverse).mod(key.getModulus()), length(key));
        return verified(key, prepared, saltLength, signature) ? Optional.of(signature) : Optional.empty();
    }

    static boolean verified(RSAPublicKey key, byte[] prepared, int saltLength, byte[] signature) {
        if (signature.length != length(key)) {
            return false;
        }
        try {
            var pss = Signature.getInstance("RSASSA-PSS");
            pss.setParameter(new PSSParameterSpec(DIGEST, "MGF1", MGF1ParameterSpec.SHA384, saltLength, PSSParameterSpec.TRAILER_FIELD_BC));
            pss.initVerify(key);
            pss.update(prepared);
            return pss.verify(signature);
        } catch (SignatureException noSuch) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** EMSA-PSS-ENCODE of RFC 8017, section 9.1.1. */
    static byte[] encoded(byte[] message, byte[] salt, int bits) {
        int length = (bits + 7) / 8;
        var hash = digest(ByteBuffer.allocate(8 + DIGEST_BYTES + salt.length).put(new byte[8]).put(digest(message)).put(salt).array());
        var block = new byte[length - DIGEST_BYTES - 1];
        block[block.length - salt.length - 1] = 1;
        System.arraycopy(salt, 0, block, block.length - salt.length, salt.length);
        var mask = mask(hash, block.length);
        for (int at = 0; at < block.length; at++) {
            block[at] ^= mask[at];
        }
        block[0] &= (byte) (0xff >>> 8 * length - bits);
        return ByteBuffer.allocate(length).put(block).put(hash).put((byte) 0xbc).array();
    }

    private static byte[] mask(byte[] seed, int length) {
        var mask = ByteBuffer.allocate((length + DIGEST_BYTES - 1) / DIGEST_BYTES * DIGEST_BYTES);
        for (int counter = 0; mask.hasRemaining(); counter++) {
            mask.put(digest(ByteBuffer.allocate(seed.length + 4).put(seed).putInt(counter).array()));
        }
        return Arrays.copyOf(mask.array(), length);
    }

    private static byte[] digest(byte[] of) {
        try {
            return MessageDigest.getInstance(DIGEST).digest(of);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static int length(RSAPublicKey key) {
        return (key.getModulus().bitLength() + 7) / 8;
    }

    static byte[] bytes(BigInteger number, int length) {
        var bytes = number.toByteArray();
        var fitted = new byte[length];
        int from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, fitted, length - (bytes.length - from), bytes.length - from);
        return fitted;
    }
}
