package org.probity.shapes.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Blind signatures against the vectors of RFC 9474, and what the signer can tell from what was signed: nothing. */
class SigningBlindlyTest {
    private static final Path GIVEN = Path.of("../../shared/data/security/rfc9474/test/testdata/test_vectors_rfc9474.json");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static RSAPublicKey open;
    private static RSAPrivateCrtKey secret;

    /** What the house saw and what came back later. */
    private record Seen(BlindRsa.Blinded blinded, byte[] blindSignature, byte[] prepared, byte[] signature) {}

    @BeforeAll
    static void aKey() throws Exception {
        var maker = KeyPairGenerator.getInstance("RSA");
        maker.initialize(Rounds.BITS);
        KeyPair pair = maker.generateKeyPair();
        open = (RSAPublicKey) pair.getPublic();
        secret = (RSAPrivateCrtKey) pair.getPrivate();
    }

    @Test
    void eachOfTheFourVectorsComesOutBitByBit() throws Exception {
        Assumptions.assumeTrue(Files.exists(GIVEN));
        int right = 0;
        for (var vector : JsonMapper.shared().readTree(Files.readString(GIVEN))) {
            var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number(vector, "n"), number(vector, "e")));
            var p = number(vector, "p");
            var q = number(vector, "q");
            var d = number(vector, "d");
            var own = (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new RSAPrivateCrtKeySpec(number(vector, "n"), number(vector, "e"), d, p, q,
                    d.mod(p.subtract(BigInteger.ONE)), d.mod(q.subtract(BigInteger.ONE)), q.modInverse(p)));
            var prepared = BlindRsa.prepared(bytes(vector, "msg_prefix"), bytes(vector, "msg"));
            assertThat(prepared).isEqualTo(bytes(vector, "input_msg"));
            var salt = bytes(vector, "salt");
            if (vector.has("encoded_msg")) {
                assertThat(BlindRsa.encoded(prepared, salt, key.getModulus().bitLength() - 1)).isEqualTo(bytes(vector, "encoded_msg"));
            }
            var blinded = BlindRsa.blind(key, prepared, salt, number(vector, "inv").modInverse(key.getModulus()));
            assertThat(blinded.sent()).isEqualTo(bytes(vector, "blinded_msg"));
            assertThat(blinded.inverse()).isEqualTo(number(vector, "inv"));
            var signed = BlindRsa.sign(own, blinded.sent()).orElseThrow();
            assertThat(signed).isEqualTo(bytes(vector, "blind_sig"));
            assertThat(BlindRsa.finished(key, prepared, salt.length, signed, blinded.inverse()).orElseThrow()).isEqualTo(bytes(vector, "sig"));
            right++;
        }
        assertThat(right).isEqualTo(4);
    }

    @Test
    void whatWasSignedBlindlyIsAnOrdinarySignature() {
        var seen = token();
        assertThat(BlindRsa.verified(open, seen.prepared(), BlindRsa.SALT, seen.signature())).isTrue();
        var other = seen.prepared().clone();
        other[0] ^= 1;
        assertThat(BlindRsa.verified(open, other, BlindRsa.SALT, seen.signature())).isFalse();
        var broken = seen.signature().clone();
        broken[100] ^= 4;
        assertThat(BlindRsa.verified(open, seen.prepared(), BlindRsa.SALT, broken)).isFalse();
        assertThat(BlindRsa.verified(open, seen.prepared(), BlindRsa.SALT, new byte[3])).isFalse();
        assertThat(BlindRsa.finished(open, seen.prepared(), BlindRsa.SALT, seen.blindSignature(), seen.blinded().inverse().add(BigInteger.ONE))).isEmpty();
        assertThat(BlindRsa.finished(open, seen.prepared(), BlindRsa.SALT, new byte[1], seen.blinded().inverse())).isEmpty();
    }

    @Test
    void onlyNumbersBelowTheModulusAreSigned() {
        assertThat(BlindRsa.sign(secret, new byte[255])).isEmpty();
        assertThat(BlindRsa.sign(secret, new byte[256])).isEmpty();
        assertThat(BlindRsa.sign(secret, BlindRsa.bytes(open.getModulus(), 256))).isEmpty();
        assertThat(BlindRsa.sign(secret, BlindRsa.bytes(open.getModulus().subtract(BigInteger.ONE), 256))).isPresent();
    }

    /**
     * Whoever holds the key and every request tries each token against each request: for each pair there is exactly one factor that would have made the one of
     * the other, and the signature the house gave would have finished to just this token. So every pairing is as good as every other.
     */
    @Test
    void everyTokenCouldHaveComeFromEveryRequest() {
        var seen = new ArrayList<Seen>();
        for (int person = 0; person < 8; person++) {
            seen.add(token());
        }
        var modulus = open.getModulus();
        for (var request : seen) {
            for (var token : seen) {
                // The encoded message is the signature's own power; what blinds it to this request is a power with the secret exponent, which the key's holder can reckon.
                var message = new BigInteger(1, token.signature()).modPow(open.getPublicExponent(), modulus);
                var factor = new BigInteger(1, request.blinded().sent()).multiply(message.modInverse(modulus)).modPow(secret.getPrivateExponent(), modulus);
                assertThat(factor.gcd(modulus)).isEqualTo(BigInteger.ONE);
                assertThat(BlindRsa.finished(open, token.prepared(), BlindRsa.SALT, request.blindSignature(), factor.modInverse(modulus)).orElseThrow()).isEqualTo(token.signature());
            }
        }
        assertThat(seen.stream().map(it -> HexFormat.of().formatHex(it.blinded().sent())).distinct()).hasSize(8);
    }

    /** The same message, salt and key twice: what is sent differs all the same. */
    @Test
    void whatIsSentDependsOnTheFactorAlone() {
        var prepared = BlindRsa.prepared(new byte[32], new byte[32]);
        assertThat(List.of(sent(prepared), sent(prepared), sent(prepared)).stream().distinct()).hasSize(3);
    }

    private static String sent(byte[] prepared) {
        return HexFormat.of().formatHex(BlindRsa.blind(open, prepared, new byte[BlindRsa.SALT], RANDOM).sent());
    }

    private static Seen token() {
        var prepared = BlindRsa.prepared(drawn(BlindRsa.PREFIX), drawn(32));
        var blinded = BlindRsa.blind(open, prepared, drawn(BlindRsa.SALT), RANDOM);
        var signed = BlindRsa.sign(secret, blinded.sent()).orElseThrow();
        return new Seen(blinded, signed, prepared, BlindRsa.finished(open, prepared, BlindRsa.SALT, signed, blinded.inverse()).orElseThrow());
    }

    private static byte[] drawn(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static BigInteger number(JsonNode vector, String name) {
        return new BigInteger(vector.get(name).asString().replaceFirst("^0x", ""), 16);
    }

    private static byte[] bytes(JsonNode vector, String name) {
        return HexFormat.of().parseHex(vector.get(name).asString().replaceFirst("^0x", ""));
    }
}
