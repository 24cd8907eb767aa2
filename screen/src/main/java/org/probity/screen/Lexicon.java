package org.probity.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** What words of names mean: legal forms, trades, places, numbers, and what is common in names of persons. Read once from words.txt and forms.txt. */
final class Lexicon {

    /** A known word: what it is compared as, one word or several. */
    record Meaning(List<String> texts, Word.Sort sort, int weight) {}

    /** Several written words that are one known word. */
    record Phrase(List<String> parts, Meaning meaning) {}

    private static final int EAST_LONGEST = 12;

    static final Lexicon ORGANISATIONS = new Lexicon(false);
    static final Lexicon PERSONS = new Lexicon(true);

    private final Map<String, Meaning> single = new HashMap<>();
    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final Map<String, Meaning> east = new HashMap<>();

    private Lexicon(boolean persons) {
        Word.Sort sort = Word.Sort.STOP;
        int weight = 0;
        for (String line : Letters.lines("words.txt")) {
            if (line.startsWith("[")) {
                String[] head = line.substring(1, line.indexOf(']')).split(" ");
                sort = Word.Sort.valueOf(head[0].toUpperCase(Locale.ROOT));
                weight = Integer.parseInt(head[1]);
                continue;
            }
            if (persons == serves(sort) || sort == Word.Sort.PARTICLE) {
                int colon = line.indexOf(':');
                String head = line.substring(0, colon).strip();
                Meaning meaning = new Meaning(List.of(head.split(" ")), sort, weight);
                String rest = line.substring(colon + 1);
                if (sort != Word.Sort.PLACE && meaning.texts().size() == 1) {
                    learn(head, meaning);
                }
                for (String written : rest.split(rest.contains(";") ? ";" : " ")) {
                    learn(written.strip(), meaning);
                }
            }
        }
        if (!persons) {
            for (String line : Letters.lines("forms.txt")) {
                int bar = line.indexOf('|');
                learn(line.substring(bar + 1), new Meaning(List.of(line.substring(0, bar).toLowerCase(Locale.ROOT)), Word.Sort.FORM, 8));
            }
        }
        phrases.values().forEach(list -> list.sort(Comparator.comparing((Phrase phrase) -> -phrase.parts().size())));
    }

    private static boolean serves(Word.Sort persons) {
        return persons == Word.Sort.PARTICLE || persons == Word.Sort.GIVEN;
    }

    private void learn(String written, Meaning meaning) {
        if (written.isEmpty()) {
            return;
        }
        String plain = Letters.plain(written);
        if (plain.codePoints().anyMatch(letter -> Letters.isHan(letter) || Letters.isHangul(letter) || Letters.isKana(letter))) {
            east.putIfAbsent(plain.replaceAll("[() ]", ""), meaning);
            return;
        }
        List<String> parts = Tokens.of(written).stream().map(Tokens.Token::latin).toList();
        if (parts.size() == 1) {
            single.putIfAbsent(parts.getFirst(), meaning);
        } else if (!parts.isEmpty()) {
            phrases.computeIfAbsent(parts.getFirst(), none -> new ArrayList<>()).add(new Phrase(parts, meaning));
        }
    }

    @Nullable Meaning single(String latin) {
        return single.get(latin);
    }

    /** The longest known phrase that begins at a place. */
    @Nullable Phrase phrase(List<Tokens.Token> tokens, int from) {
        next: for (Phrase phrase : phrases.getOrDefault(tokens.get(from).latin(), List.of())) {
            if (from + phrase.parts().size() > tokens.size()) {
                continue;
            }
            for (int at = 1; at < phrase.parts().size(); at++) {
                if (!phrase.parts().get(at).equals(tokens.get(from + at).latin())) {
                    continue next;
                }
            }
            return phrase;
        }
        return null;
    }

    /** How many letters of a run without blanks are one known word at this place; none when there is none of at least the length asked. */
    int east(String run, int from, int atLeast) {
        for (int length = Math.min(EAST_LONGEST, run.length() - from); length >= atLeast; length--) {
            if (east.containsKey(run.substring(from, from + length))) {
                return length;
            }
        }
        return 0;
    }

    Meaning east(String word) {
        return java.util.Objects.requireNonNull(east.get(word), word);
    }
}
