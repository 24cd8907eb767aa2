package org.probity.screen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Letters of every script as a to z, hanzi as pinyin without tones. Tables lie beside this class; where they come from stands in their first lines. */
final class Letters {

    private static final char[] SIMPLIFIED = simplified();
    private static final Map<Integer, String> SOUNDS = sounds();

    private static final String[] HANGUL_FIRST = {"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"};
    private static final String[] HANGUL_MIDDLE =
            {"a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"};
    private static final String[] HANGUL_LAST =
            {"", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};

    private Letters() {}

    /** As it is compared: full-width letters narrow, small letters, traditional hanzi simplified. */
    static String plain(String text) {
        String narrow = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(narrow.length());
        for (int at = 0; at < narrow.length(); at++) {
            plain.append(simplified(narrow.charAt(at)));
        }
        return plain.toString();
    }

    private static char simplified(char letter) {
        char other = SIMPLIFIED[letter];
        return other == 0 ? letter : other;
    }

    /** How it sounds, in the letters a to z and digits; what has no sound is left out. */
    static String latin(String plain) {
        boolean ascii = plain.chars().allMatch(letter -> letter < 128);
        if (ascii) {
            return plain;
        }
        StringBuilder latin = new StringBuilder(plain.length() + 8);
        plain.codePoints().forEach(letter -> sound(letter, latin));
        return latin.toString();
    }

    private static void sound(int letter, StringBuilder latin) {
        if (letter < 128) {
            latin.append((char) letter);
        } else if (letter >= 0xAC00 && letter <= 0xD7A3) {
            int syllable = letter - 0xAC00;
            latin.append(HANGUL_FIRST[syllable / 588]).append(HANGUL_MIDDLE[syllable % 588 / 28]).append(HANGUL_LAST[syllable % 28]);
        } else {
            String sound = SOUNDS.get(letter);
            if (sound != null) {
                latin.append(sound);
            } else if (Character.isLetterOrDigit(letter)) {
                // A letter with marks that the table does not have: its own letter without them. A script that has no table is compared as it is.
                String bare = Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD);
                int before = latin.length();
                bare.chars().filter(part -> part < 128 && Character.isLetterOrDigit(part)).forEach(part -> latin.append((char) part));
                if (latin.length() == before) {
                    latin.append(bare);
                }
            }
        }
    }

    static boolean isHan(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.HAN;
    }

    static boolean isHangul(int letter) {
        return letter >= 0xAC00 && letter <= 0xD7A3;
    }

    static boolean isKana(int letter) {
        return letter >= 0x3040 && letter <= 0x30FF && letter != 0x30FB;
    }

    /** Scripts that write consonants and leave most vowels out. */
    static boolean isAbjad(int letter) {
        return letter >= 0x590 && letter <= 0x6FF || letter >= 0xFB1D && letter <= 0xFEFC;
    }

    private static char[] simplified() {
        char[] table = new char[0x10000];
        for (String line : lines("simplified.txt")) {
            for (int at = 0; at + 1 < line.length(); at += 2) {
                table[line.charAt(at)] = line.charAt(at + 1);
            }
        }
        return table;
    }

    private static Map<Integer, String> sounds() {
        Map<Integer, String> sounds = new HashMap<>(65_536);
        // The later file has the last word.
        for (String file : List.of("han.txt", "letters.txt", "readings.txt")) {
            for (String line : lines(file)) {
                int blank = line.indexOf(' ');
                String sound = line.substring(0, blank);
                line.substring(blank + 1).codePoints().forEach(letter -> sounds.put(letter, sound));
            }
        }
        return sounds;
    }

    static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                java.util.Objects.requireNonNull(Letters.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
