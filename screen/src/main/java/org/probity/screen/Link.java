package org.probity.screen;

/**
 * One line of the reason: these words of one name went with those of the other.
 *
 * @param left   as written in the first name; nothing when only the second has it
 * @param right  as written in the second name; nothing when only the first has it
 * @param alike  thousandths
 * @param weight hundredths of a word that only one name has
 */
public record Link(String left, String right, How how, int alike, int weight) {

    /**
     * SAME letter for letter. MEANING: two spellings or translations of one word. SOUND: hanzi, kana, hangul or another script against Latin letters.
     * SPELLING: nearly. JOINED: written in one on one side. INITIALS: an initial, or the first letters of several words. The last two had no partner.
     */
    public enum How { SAME, MEANING, SOUND, SPELLING, JOINED, INITIALS, ONLY_LEFT, ONLY_RIGHT }
}
