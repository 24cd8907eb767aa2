package org.probity.screen;

/** How alike two words are as they are spelt, in thousandths. A vowel for a vowel, one letter for a like-sounding one, a doubled letter: small differences. */
final class Spelling {

    private static final int WIDEST = 48;
    private static final int[] GROUP = new int[128];

    static {
        String[] groups = {"aeiouy", "ckqg", "szxc", "fvwb", "dt", "gj", "mn", "lr", "bp"};
        for (int at = 0; at < groups.length; at++) {
            for (char letter : groups[at].toCharArray()) {
                GROUP[letter] |= 1 << at;
            }
        }
    }

    private Spelling() {}

    static int alike(Word left, Word right) {
        if (left.text().equals(right.text())) {
            return 1000;
        }
        if (left.abjad() != right.abjad() && left.bones().length() >= 3 && right.bones().length() >= 3) {
            return alike(left.bones(), right.bones()) * 93 / 100;
        }
        int other = Integer.bitCount(left.mask() ^ right.mask());
        if (other > 3 + Math.max(left.text().length(), right.text().length()) * 45 / 100) {
            return 0;
        }
        return alike(left.text(), right.text());
    }

    /** One less what it takes to make one of the other, over the longer one's length. */
    static int alike(String left, String right) {
        int longer = Math.max(left.length(), right.length());
        int shorter = Math.min(left.length(), right.length());
        if (left.equals(right)) {
            return 1000;
        }
        if (shorter == 0 || longer > WIDEST || (longer - shorter) * 30 > longer * 45) {
            return 0;
        }
        return Math.max(0, 1000 - 10 * cost(left, right) / longer);
    }

    /**
     * What is left of a word when one says it in a hurry: vowels are one vowel, ng is n, sh is s, a last e is silent. A trade name made of pinyin for
     * foreign ears (Hoshine for hesheng) is found by it; only for words long enough that it means something.
     */
    static String hurried(String text) {
        StringBuilder hurried = new StringBuilder(text.length());
        int end = text.length() > 4 && text.endsWith("e") ? text.length() - 1 : text.length();
        for (int at = 0; at < end; at++) {
            char letter = switch (text.charAt(at)) {
                case 'a', 'e', 'i', 'o', 'u', 'y', 'w' -> 'a';
                case 'z', 'x' -> 's';
                case 'q' -> 'k';
                case 'h' -> at > 0 && "scz".indexOf(text.charAt(at - 1)) >= 0 ? 0 : 'h';
                case 'g' -> at > 0 && text.charAt(at - 1) == 'n' ? 0 : 'g';
                default -> text.charAt(at);
            };
            if (letter != 0 && (hurried.isEmpty() || hurried.charAt(hurried.length() - 1) != letter)) {
                hurried.append(letter);
            }
        }
        return hurried.toString();
    }

    /**
     * Whether one is the other cut short (equipm), or three to five of its consonants (phrm) for a word at least half as long again, from the same first letter
     * on.
     */
    static boolean shortened(String brief, String full) {
        if (brief.length() >= 4 && full.length() > brief.length() && full.startsWith(brief)) {
            return true;
        }
        if (brief.length() < 3 || brief.length() > 5 || full.length() * 2 < brief.length() * 3 + 1 || brief.charAt(0) != full.charAt(0)) {
            return false;
        }
        int at = 0;
        for (int letter = 0; letter < full.length() && at < brief.length(); letter++) {
            at += full.charAt(letter) == brief.charAt(at) ? 1 : 0;
        }
        return at == brief.length() && brief.chars().skip(1).noneMatch(it -> "aeiouy".indexOf(it) >= 0);
    }

    /** Hundredths of a letter. Damerau's distance over adjacent letters, with three rows. */
    private static int cost(String left, String right) {
        int[] before = new int[right.length() + 1];
        int[] row = new int[right.length() + 1];
        int[] next = new int[right.length() + 1];
        for (int j = 1; j <= right.length(); j++) {
            row[j] = row[j - 1] + single(right, j - 1);
        }
        for (int i = 1; i <= left.length(); i++) {
            char l = left.charAt(i - 1);
            next[0] = row[0] + single(left, i - 1);
            for (int j = 1; j <= right.length(); j++) {
                char r = right.charAt(j - 1);
                int best = Math.min(row[j - 1] + swap(l, r, i == 1 && j == 1), Math.min(row[j] + single(left, i - 1), next[j - 1] + single(right, j - 1)));
                if (i > 1 && j > 1 && l == right.charAt(j - 2) && left.charAt(i - 2) == r) {
                    best = Math.min(best, before[j - 2] + 80);
                }
                next[j] = best;
            }
            int[] spare = before;
            before = row;
            row = next;
            next = spare;
        }
        return row[right.length()];
    }

    private static int swap(char left, char right, boolean atTheFront) {
        if (left == right) {
            return 0;
        }
        boolean related = left < 128 && right < 128 && (GROUP[left] & GROUP[right]) != 0;
        return (related ? 60 : 110) + (atTheFront ? 10 : 0);
    }

    /** A letter that only one of them has: the second of a pair and a silent h cost least. */
    private static int single(String text, int at) {
        char letter = text.charAt(at);
        if (at > 0 && text.charAt(at - 1) == letter) {
            return 35;
        }
        return switch (letter) {
            case 'h' -> 45;
            case 'a', 'e', 'i', 'o', 'u', 'y' -> 70;
            default -> 100;
        };
    }

    /** Consonants as a script without vowels has them: p is b, v and w and y may stand for vowels. */
    static String bones(String text) {
        StringBuilder bones = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char letter = switch (text.charAt(at)) {
                case 'a', 'e', 'i', 'o', 'u', 'y', 'w', 'v', 'h' -> 0;
                case 'p' -> 'b';
                case 'c', 'q', 'g' -> 'k';
                case 'z', 'x' -> 's';
                case 'd' -> 't';
                default -> text.charAt(at);
            };
            if (letter != 0 && (bones.isEmpty() || bones.charAt(bones.length() - 1) != letter)) {
                bones.append(letter);
            }
        }
        return bones.toString();
    }
}
