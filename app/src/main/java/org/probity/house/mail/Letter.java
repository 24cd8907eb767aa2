package org.probity.house.mail;

import java.util.List;
import org.probity.house.ui.Lang;

/**
 * Something to write to somebody. Its words are messages of the room that writes: {@code <key>.subject} and {@code <key>.text}.
 *
 * @param args for both messages; not more personal data than the letter needs
 * @param path where its link leads in this house, such as {@code /app/owed}; empty: no link
 */
public record Letter(String to, Lang lang, String key, List<Object> args, String path) {
    public Letter {
        args = List.copyOf(args);
        if (!path.isEmpty() && !path.startsWith("/")) {
            throw new IllegalArgumentException("a letter leads only into this house: " + path);
        }
    }
}
