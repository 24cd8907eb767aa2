package org.probity.house.ui.parts;

/** One of the answers to choose from. */
public record Option(String value, String words, String hint) {
    public Option(String value, String words) {
        this(value, words, "");
    }
}
