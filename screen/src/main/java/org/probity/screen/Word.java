package org.probity.screen;

/**
 * A word of a name.
 *
 * @param shown  as it stands in the name
 * @param text   what is compared: a to z and digits, for a known word the one word that stands for all its spellings
 * @param written how a known word was spelt here, a to z and digits; the same as the text for any other
 * @param east   the hanzi, kana or hangul it was written in, or nothing
 * @param weight what it says about whose name this is, in hundredths of a word that only one name has
 * @param aside  it stood in brackets
 * @param abjad  it was written without vowels
 * @param mask   which of the letters a to z it has, one bit each: whether a look at the spelling is worth its time
 * @param bones  its consonants, for words without vowels
 */
record Word(String shown, String text, String written, String east, Sort sort, int weight, boolean aside, boolean abjad, int mask, String bones) {

    /** OWN is a word no table knows: what a name is about. INITIAL is one letter of a person's name. */
    enum Sort { OWN, INITIAL, INDUSTRY, COMPANY, STOP, PLACE, NUMERAL, NUMBER, FORM, PARTICLE, GIVEN }

    /** What countries are compared as, before their two letters. */
    private static final String COUNTRY = "place";

    static Word of(String shown, String text, String east, Sort sort, int weight, boolean aside, boolean abjad) {
        return of(shown, text, text, east, sort, weight, aside, abjad);
    }

    static Word of(String shown, String text, String written, String east, Sort sort, int weight, boolean aside, boolean abjad) {
        return new Word(shown, text, written, east, sort, weight, aside, abjad, letters(text), Spelling.bones(text));
    }

    static int letters(String text) {
        int mask = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            mask |= letter >= 'a' && letter <= 'z' ? 1 << letter - 'a' : 1 << 26;
        }
        return mask;
    }

    /** Known by a table, so that another known word is another thing, however alike they look. */
    boolean known() {
        return switch (sort) {
            case OWN, INITIAL, GIVEN -> false;
            case INDUSTRY, COMPANY, STOP, PLACE, NUMERAL, NUMBER, FORM, PARTICLE -> true;
        };
    }

    int writtenMask() {
        return written.equals(text) ? mask : letters(written);
    }

    /** A country that stands in the name itself and not beside it in brackets. */
    boolean country() {
        return sort == Sort.PLACE && !aside && text.length() == COUNTRY.length() + 2 && text.startsWith(COUNTRY);
    }

    boolean counted() {
        return sort == Sort.NUMBER || sort == Sort.NUMERAL;
    }
}
