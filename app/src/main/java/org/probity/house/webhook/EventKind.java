package org.probity.house.webhook;

/**
 * Something that happens in a room and that other systems may be told of. A room makes a bean of each.
 *
 * @param name as it stands in a message, such as {@code paper.accepted}; it is a promise to receivers and never changes its meaning
 * @param words key of the message that says it to an administrator
 * @param offered whether an administrator may choose it for an address; not where a room says itself who is told ({@link Dispatch})
 */
public record EventKind(String name, String words, boolean offered) {
    public EventKind(String name, String words) {
        this(name, words, true);
    }

    public EventKind {
        if (!name.matches("[a-z]+(\\.[a-z-]+)+")) {
            throw new IllegalArgumentException("a kind is words with dots between them, not " + name);
        }
    }
}
