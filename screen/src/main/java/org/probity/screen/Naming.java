package org.probity.screen;

/** One name of a party. */
public record Naming(String text, Sort sort) {

    /** A weak name is one the list itself calls weak: nicknames, single common words. It counts for less. */
    public enum Sort { NAME, ALIAS, FORMER, WEAK }

    public Naming {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("a name without letters");
        }
    }

    public static Naming of(String text) {
        return new Naming(text, Sort.NAME);
    }

    public static Naming alias(String text) {
        return new Naming(text, Sort.ALIAS);
    }
}
