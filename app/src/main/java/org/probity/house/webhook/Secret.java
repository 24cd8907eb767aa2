package org.probity.house.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the receiver and this house share, and how a message is signed with it (Standard Webhooks 1.0).
 *
 * @param text {@code whsec_} and the key in base64, as the receiver keeps it
 */
record Secret(String text) {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret fresh() {
        var key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** Value of {@code webhook-signature}: one signature under each secret that is valid now, so that a receiver may change over in peace. */
    static String sign(List<Secret> valid, String id, long timestamp, String body) {
        return valid.stream().map(it -> it.sign(id, timestamp, body)).collect(Collectors.joining(" "));
    }

    String sign(String id, long timestamp, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(PREFIX.length())), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HmacSHA256", impossible);
        }
    }

    /** A record would print it. */
    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
