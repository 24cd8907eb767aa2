package org.probity.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.Locale;

import org.junit.jupiter.api.Test;

/** The tables are what the transliterators of ICU4J say. */
class KeepingTheTablesTest {

    @Test
    void everyHanziSoundsAsTheTransliteratorSays() {
        Transliterator pinyin = Transliterator.getInstance("Han-Latin");
        for (String line : Letters.lines("han.txt")) {
            String sound = line.substring(0, line.indexOf(' '));
            line.substring(line.indexOf(' ') + 1).codePoints().forEach(letter -> assertThat(
                    Normalizer.normalize(pinyin.transliterate(Character.toString(letter)), Normalizer.Form.NFD).replaceAll("\\p{M}", "").strip().toLowerCase(Locale.ROOT))
                    .as(Character.toString(letter)).isEqualTo(sound));
        }
    }

    @Test
    void everyTraditionalSignHasItsSimplifiedOne() {
        Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
        for (String line : Letters.lines("simplified.txt")) {
            for (int at = 0; at < line.length(); at += 2) {
                assertThat(simplified.transliterate(line.substring(at, at + 1))).isEqualTo(line.substring(at + 1, at + 2));
            }
        }
    }

    @Test
    void everyLetterSoundsAsTheTransliteratorSays() {
        Transliterator latin = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
        for (String line : Letters.lines("letters.txt")) {
            String sound = line.substring(0, line.indexOf(' '));
            line.substring(line.indexOf(' ') + 1).codePoints().forEach(letter ->
                    assertThat(latin.transliterate(Character.toString(letter)).replaceAll("[^a-z0-9]", "")).as(Character.toString(letter)).isEqualTo(sound));
        }
    }
}
