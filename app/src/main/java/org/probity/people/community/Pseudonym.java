package org.probity.people.community;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.proof.Hash;
import org.probity.shapes.ballot.Holder.Token;

/** What a browser does with the key of a thread, for clients that are none: by it an author is known again within the thread, and nowhere else. */
public final class Pseudonym {
    private static final int KEY = 32;
    private static final int SIGNED = 64;

    private final KeyPair pair;

    private Pseudonym(KeyPair pair) {
        this.pair = pair;
    }

    public static Pseudonym drawn() {
        try {
            return new Pseudonym(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] key() {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - KEY, encoded.length);
    }

    /** A post as it is sent with a token. @param sort empty: it goes on in a thread that is shown */
    public Community.Post post(UUID thread, String sort, @Nullable UUID unit, String text, Token token) {
        var unsigned = new Community.Post(UUID.randomUUID(), thread, sort, unit, text, key(), new byte[SIGNED]);
        return new Community.Post(unsigned.id(), thread, sort, unit, text, key(), sign(unsigned.signed(Hash.sha256(token.message()))));
    }

    public byte[] appeal(UUID post, String text) {
        return sign(Community.appealed(post, text));
    }

    private byte[] sign(String words) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(words.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
