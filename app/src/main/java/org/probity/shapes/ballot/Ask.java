package org.probity.shapes.ballot;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.proof.Hash;

/**
 * The silent half of signing in: a piece at the end of every page while a round is open.
 *
 * @param once of a person and the rounds that are open; a browser whose last asking was under it has nothing to ask
 */
public record Ask(String once) implements Page {
    static Ask of(UUID account, String rounds) {
        return new Ask(Hash.sha256(("ballot asked\n" + account + "\n" + rounds).getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32));
    }

    public String script() {
        return BallotWeb.ASK;
    }
}
