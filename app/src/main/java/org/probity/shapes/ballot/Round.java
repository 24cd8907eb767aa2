package org.probity.shapes.ballot;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.UUID;
import org.probity.proof.Hash;

/**
 * Tokens of one kind for one occasion.
 *
 * @param purpose the room's word, such as {@code survey}
 * @param each how many a person gets
 * @param lastDay until which they are issued and spent
 * @param publicKey as a SubjectPublicKeyInfo; its hash is what the log says
 */
public record Round(UUID id, String purpose, int each, LocalDate firstDay, LocalDate lastDay, byte[] publicKey, UUID record) {
    public boolean on(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** By which the log knows the key. Whoever asks for tokens compares it: a key for one person alone would tell who spends. */
    public String keyHash() {
        return Hash.sha256(publicKey).hex();
    }

    RSAPublicKey key() {
        try {
            return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of round " + id, e);
        }
    }
}
