package org.probity.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A name cut where it has blanks and marks, before any word of it is known. */
final class Tokens {

    /**
     * @param shown as written
     * @param latin how it sounds
     * @param east  hanzi, kana or hangul in simplified form, nothing for other scripts
     */
    record Token(String shown, String latin, String east, boolean aside, boolean abjad) {}

    private static final Pattern DOT_IN_INITIALS = Pattern.compile("(?<=(?<![\\p{L}\\p{N}])\\p{L})\\.(?=\\p{L}(?![\\p{L}\\p{N}]))");
    private static final Pattern SILENT = Pattern.compile("['’‘`´ʼʿʾ\\u200b-\\u200f\\u00ad]");
    private static final Pattern NEW_CAPITAL = Pattern.compile("(?<=\\p{Ll}{3})(?=\\p{Lu})|(?<=\\p{L}{3})(?=\\p{N})");
    private static final Pattern ORDINAL = Pattern.compile("(\\d+)(st|nd|rd|th)");
    private static final Pattern DIGIT_IN_WORD = Pattern.compile("\\p{L}+[0135]+\\p{L}+");

    private static final String LOOK_CYRILLIC = "АВЕКМНОРСТУХаеорсухіј";
    private static final String LOOK_LATIN = "ABEKMHOPCTYXaeopcyxij";

    private Tokens() {}

    static List<Token> of(String name) {
        // Kana in half width and bracketed letters become ordinary ones first.
        String text = java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFKC)
                .replace("(株)", " 株式会社 ").replace("(주)", " 주식회사 ").replace("(유)", " 유한회사 ");
        text = DOT_IN_INITIALS.matcher(SILENT.matcher(text).replaceAll("")).replaceAll("").replace("&", " & ").replace("%", " percent");
        List<Token> tokens = new ArrayList<>();
        int from = 0;
        int depth = 0;
        for (int at = 0; at <= text.length(); ) {
            int letter = at < text.length() ? text.codePointAt(at) : ' ';
            boolean inWord = Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK
                    || Character.getType(letter) == Character.COMBINING_SPACING_MARK || letter == '&' || letter == 0x30FC;
            boolean turn = inWord && at > from && east(letter) != east(text.codePointBefore(at));
            if (!inWord || turn) {
                if (at > from) {
                    cut(text.substring(from, at), depth > 0, tokens);
                }
                from = inWord ? at : at + Character.charCount(letter);
            }
            depth = switch (letter) {
                case '(', '[', '【', '〔', '{' -> depth + 1;
                case ')', ']', '】', '〕', '}' -> Math.max(0, depth - 1);
                default -> depth;
            };
            at += Character.charCount(letter);
        }
        return spelledOut(tokens);
    }

    /** Single letters in a row are one word: I B M, J. C., S. A. */
    private static List<Token> spelledOut(List<Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        for (int at = 0; at < tokens.size(); ) {
            int end = at;
            while (end < tokens.size() && tokens.get(end).shown().length() == 1 && tokens.get(end).east().isEmpty() && !tokens.get(end).shown().equals("&")
                    && Character.isLetter(tokens.get(end).shown().charAt(0)) && tokens.get(end).aside() == tokens.get(at).aside()) {
                end++;
            }
            if (end - at < 2) {
                joined.add(tokens.get(at++));
                continue;
            }
            List<Token> run = tokens.subList(at, end);
            joined.add(new Token(String.join(" ", run.stream().map(Token::shown).toList()), String.join("", run.stream().map(Token::latin).toList()),
                    "", run.getFirst().aside(), false));
            at = end;
        }
        return joined;
    }

    private static boolean east(int letter) {
        return Letters.isHan(letter) || Letters.isHangul(letter) || Letters.isKana(letter);
    }

    private static void cut(String piece, boolean aside, List<Token> tokens) {
        String spelt = oneScript(piece);
        spelt = DIGIT_IN_WORD.matcher(spelt).matches() ? spelt.replace('0', 'o').replace('1', 'i').replace('3', 'e').replace('5', 's') : spelt;
        for (String part : NEW_CAPITAL.split(spelt)) {
            String plain = Letters.plain(part);
            String latin = number(plain.equals("&") ? "and" : ORDINAL.matcher(Letters.latin(plain)).replaceAll("$1"));
            if (!latin.isEmpty()) {
                boolean east = east(plain.codePointAt(0));
                tokens.add(new Token(part, latin, east ? plain : "", aside, plain.codePoints().anyMatch(Letters::isAbjad)));
            }
        }
    }

    /** Cyrillic letters that look Latin, put between Latin ones: read as what they look like. */
    private static String oneScript(String piece) {
        boolean latin = piece.chars().anyMatch(letter -> letter < 0x250 && Character.isLetter(letter));
        boolean cyrillic = piece.chars().anyMatch(letter -> letter >= 0x400 && letter < 0x530);
        if (!latin || !cyrillic) {
            return piece;
        }
        StringBuilder read = new StringBuilder(piece);
        for (int at = 0; at < read.length(); at++) {
            int look = LOOK_CYRILLIC.indexOf(read.charAt(at));
            if (look >= 0) {
                read.setCharAt(at, LOOK_LATIN.charAt(look));
            }
        }
        return read.toString();
    }

    private static String number(String latin) {
        String rest = latin.chars().allMatch(Character::isDigit) ? latin.replaceFirst("^0+(?=.)", "") : latin;
        return rest.codePoints().filter(Character::isLetterOrDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
