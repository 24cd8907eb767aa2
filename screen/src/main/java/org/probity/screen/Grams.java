package org.probity.screen;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The pieces by which names that may be alike are found before they are compared: three letters of how a word sounds, known words whole, the
 * consonants of a word, the first letters of all, the whole name without blanks. Two names that {@link Aligner} would find alike share some of them.
 */
final class Grams {

    private Grams() {}

    static Set<String> of(Name name) {
        Set<String> grams = new LinkedHashSet<>();
        StringBuilder initials = new StringBuilder();
        StringBuilder run = new StringBuilder();
        for (Word word : name.words()) {
            boolean whole = word.known() && word.sort() != Word.Sort.PARTICLE;
            if (word.sort() == Word.Sort.FORM || word.sort() == Word.Sort.STOP || word.sort() == Word.Sort.INITIAL) {
                continue;
            }
            initials.append(word.written().charAt(0));
            if (whole) {
                grams.add("=" + word.text());
                spell(run, grams);
                continue;
            }
            if (word.sort() == Word.Sort.PARTICLE) {
                continue;
            }
            if (word.text().length() <= 6) {
                grams.add("=" + word.text());
            }
            spell(new StringBuilder(word.text()), grams);
            run.append(word.text());
            if (word.bones().length() >= 3) {
                grams.add("#" + word.bones());
            }
        }
        spell(run, grams);
        if (!name.joined().isEmpty()) {
            grams.add("~" + name.joined());
        }
        if (initials.length() >= 3 && initials.length() <= 6) {
            grams.add("=" + initials);
        }
        return grams;
    }

    /** Three letters at a time of how it sounds, so that one letter more or less, or a vowel for another, leaves most of them as they were. */
    private static void spell(StringBuilder text, Set<String> grams) {
        if (text.isEmpty()) {
            return;
        }
        StringBuilder sound = new StringBuilder("^");
        for (int at = 0; at < text.length(); at++) {
            char letter = switch (text.charAt(at)) {
                case 'a', 'e', 'i', 'o', 'u', 'y' -> 'a';
                case 'c', 'q' -> 'k';
                case 'z' -> 's';
                case 'w' -> 'v';
                case 'h' -> 0;
                default -> text.charAt(at);
            };
            if (letter != 0 && sound.charAt(sound.length() - 1) != letter) {
                sound.append(letter);
            }
        }
        sound.append('$');
        for (int at = 0; at + 3 <= sound.length(); at++) {
            grams.add(sound.substring(at, at + 3));
        }
        if (sound.length() < 3) {
            grams.add(sound.toString());
        }
        text.setLength(0);
    }
}
