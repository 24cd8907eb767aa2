package org.probity.shapes.ballot;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** What a browser does with tokens, for clients that are none: it draws, sends what is blinded, and takes the blinding off. */
public final class Holder {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int DRAWN = 32;

    /** What is spent. @param message the prepared one, with its random prefix */
    public record Token(byte[] message, byte[] signature) {}

    private record Asked(byte[] prepared, BlindRsa.Blinded blinded) {}

    private final Round round;
    private final List<Asked> asked = new ArrayList<>();

    public Holder(Round round) {
        this.round = round;
        for (int at = 0; at < round.each(); at++) {
            var prepared = drawn(BlindRsa.PREFIX + DRAWN);
            asked.add(new Asked(prepared, BlindRsa.blind(round.key(), prepared, drawn(BlindRsa.SALT), RANDOM)));
        }
    }

    private static byte[] drawn(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    public List<byte[]> sent() {
        return asked.stream().map(it -> it.blinded().sent()).toList();
    }

    /** @throws IllegalArgumentException what came back is no signature of what was sent */
    public List<Token> tokens(List<byte[]> signed) {
        var tokens = new ArrayList<Token>();
        for (int at = 0; at < asked.size(); at++) {
            var one = asked.get(at);
            tokens.add(new Token(one.prepared(), BlindRsa.finished(round.key(), one.prepared(), BlindRsa.SALT, signed.get(at), one.blinded().inverse())
                    .orElseThrow(() -> new IllegalArgumentException("no signature of what was sent in round " + round.id()))));
        }
        return List.copyOf(tokens);
    }
}
