package org.probity.shapes.ballot;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.probity.house.ui.Page;
import org.probity.proof.Hash;

/**
 * The silent half of signing in: a piece at the end of every page.
 *
 * @param once of a person and a day; a window that has asked under it does not ask again
 */
public record Ask(String once) implements Page {
    static Ask of(UUID account, LocalDate day) {
        return new Ask(Hash.sha256(("ballot asked\n" + account + "\n" + day).getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32));
    }
}
