package org.probity.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A name read: its words with what they are and what they weigh. Reading takes some microseconds; who compares often keeps it. */
record Name(String text, boolean person, List<Word> words, String joined, List<Piece> pieces) {

    /** Two or three words next to each other, as they would look written in one. */
    record Piece(int from, int count, String text, int weight, int mask) {}

    private static final int PIECES_MAX = 3;
    private static final int WORDS_MAX = 20;

    /** A father's name, which is often left out. */
    private static final java.util.regex.Pattern FATHERS = java.util.regex.Pattern.compile("\\w{3,}(ovich|evich|ovych|evych|ovic|evic|ovna|evna|ivna|oglu|ogly)");

    private static final List<List<String>> BESIDES = Stream.of("formerly known as", "previously known as", "also known as", "doing business as", "trading as", "formerly",
            "previously", "fka", "aka", "dba").map(it -> List.of(it.split(" "))).toList();

    static Name of(String text, boolean person) {
        List<Tokens.Token> tokens = person ? Tokens.of(text) : besides(Tokens.of(text));
        Lexicon lexicon = person ? Lexicon.PERSONS : Lexicon.ORGANISATIONS;
        List<Word> words = new ArrayList<>(tokens.size() + 4);
        for (int at = 0; at < tokens.size(); ) {
            Tokens.Token token = tokens.get(at);
            Lexicon.Phrase phrase = lexicon.phrase(tokens, at);
            if (phrase != null) {
                known(phrase.meaning(), shown(tokens, at, phrase.parts().size()), String.join("", phrase.parts()), "", token, words);
                at += phrase.parts().size();
                continue;
            }
            if (!token.east().isEmpty()) {
                east(token, person, lexicon, words);
            } else {
                west(token, person, lexicon, mayBeForm(tokens, at, lexicon), words);
            }
            at++;
        }
        addUp(words);
        if (words.stream().allMatch(word -> word.sort() == Word.Sort.FORM)) {
            words.replaceAll(word -> Word.of(word.shown(), Letters.latin(Letters.plain(word.shown())).replaceAll("[^a-z0-9]", ""), word.east(),
                    Word.Sort.OWN, 100, word.aside(), word.abjad()));
        }
        StringBuilder joined = new StringBuilder();
        words.stream().filter(word -> word.sort() != Word.Sort.FORM && word.sort() != Word.Sort.STOP).forEach(word -> joined.append(word.text()));
        List<Word> kept = List.copyOf(words.subList(0, Math.min(WORDS_MAX, words.size())));
        return new Name(text, person, kept, joined.toString(), pieces(kept));
    }

    /** What else a company is or was called, said within its name: f/k/a, doing business as. It counts as if it stood in brackets, and so does what follows. */
    private static List<Tokens.Token> besides(List<Tokens.Token> tokens) {
        for (int at = 1; at < tokens.size(); at++) {
            for (List<String> mark : BESIDES) {
                int end = at + mark.size();
                if (end < tokens.size() && tokens.subList(at, end).stream().map(Tokens.Token::latin).toList().equals(mark)) {
                    List<Tokens.Token> read = new ArrayList<>(tokens.subList(0, at));
                    tokens.subList(end, tokens.size()).forEach(it -> read.add(new Tokens.Token(it.shown(), it.latin(), it.east(), true, it.abjad())));
                    return read;
                }
            }
        }
        return tokens;
    }

    private static List<Piece> pieces(List<Word> words) {
        List<Piece> pieces = new ArrayList<>();
        for (int from = 0; from < words.size(); from++) {
            StringBuilder text = new StringBuilder();
            int mask = 0;
            int weight = 0;
            for (int at = from; at < Math.min(words.size(), from + PIECES_MAX); at++) {
                Word word = words.get(at);
                if (word.counted() || word.sort() == Word.Sort.FORM || word.sort() == Word.Sort.STOP) {
                    break;
                }
                text.append(word.written());
                mask |= word.writtenMask();
                weight = Math.max(weight, word.weight());
                if (at > from && text.length() >= 4) {
                    pieces.add(new Piece(from, at + 1 - from, text.toString(), weight, mask));
                }
            }
        }
        return List.copyOf(pieces);
    }

    /** Forty four, and forty 4: one number. */
    private static void addUp(List<Word> words) {
        for (int at = 0; at + 1 < words.size(); at++) {
            Word tens = words.get(at);
            Word ones = words.get(at + 1);
            if (tens.sort() == Word.Sort.NUMBER && ones.sort() == Word.Sort.NUMBER && tens.text().matches("[2-9]0") && ones.text().length() == 1
                    && !Character.isDigit(tens.shown().charAt(0))) {
                words.set(at, Word.of(tens.shown() + " " + ones.shown(), tens.text().charAt(0) + ones.text(), "", Word.Sort.NUMBER, 80, tens.aside(), false));
                words.remove(at + 1);
            }
        }
    }

    /** Short legal forms are words elsewhere: they count as forms only where forms stand, first or after everything else. */
    private static boolean mayBeForm(List<Tokens.Token> tokens, int at, Lexicon lexicon) {
        if (tokens.get(at).latin().length() > 4 || at == 0) {
            return true;
        }
        for (int after = at + 1; after < tokens.size(); after++) {
            Lexicon.Meaning meaning = lexicon.single(tokens.get(after).latin());
            boolean end = tokens.get(after).aside() || meaning != null && (meaning.sort() == Word.Sort.FORM || meaning.sort() == Word.Sort.COMPANY);
            if (!end) {
                return false;
            }
        }
        return true;
    }

    private static void west(Tokens.Token token, boolean person, Lexicon lexicon, boolean mayBeForm, List<Word> words) {
        Lexicon.Meaning meaning = lexicon.single(token.latin());
        if (meaning != null && (meaning.sort() != Word.Sort.FORM || mayBeForm)) {
            known(meaning, token.shown(), token.latin(), "", token, words);
        } else if (token.latin().chars().allMatch(Character::isDigit)) {
            words.add(Word.of(token.shown(), token.latin(), "", Word.Sort.NUMBER, 80, token.aside(), false));
        } else {
            own(token.shown(), token.latin(), "", person, token, words);
        }
    }

    private static void own(String shown, String text, String east, boolean person, Tokens.Token token, List<Word> words) {
        if (text.isEmpty()) {
            return;
        }
        boolean initial = text.length() == 1 && east.isEmpty();
        int weight = initial ? 35 : text.length() == 2 && east.isEmpty() ? 70 : person && FATHERS.matcher(text).matches() ? 60 : 100;
        words.add(Word.of(shown, text, east, initial && person ? Word.Sort.INITIAL : Word.Sort.OWN, weight, token.aside(), token.abjad()));
    }

    /** @param written as it is spelt; nothing for hanzi, whose sound is not how the word is spelt elsewhere */
    private static void known(Lexicon.Meaning meaning, String shown, String written, String east, Tokens.Token token, List<Word> words) {
        boolean spelt = meaning.texts().size() == 1 && !written.isEmpty();
        for (String text : meaning.texts()) {
            words.add(Word.of(shown, text, spelt ? written : text, east, meaning.sort(), meaning.weight(), token.aside(), false));
        }
    }

    /** A run without blanks: known words of two letters and more are cut out; what is left between them is a word of its own, or a known one of one letter. */
    private static void east(Tokens.Token token, boolean person, Lexicon lexicon, List<Word> words) {
        String run = token.east();
        if (person && run.codePoints().noneMatch(Letters::isKana)) {
            run.codePoints().mapToObj(Character::toString).forEach(letter -> own(letter, Letters.latin(letter), letter, true, token, words));
            return;
        }
        int from = 0;
        for (int at = 0; at < run.length(); ) {
            int length = person ? 0 : lexicon.east(run, at, 2);
            if (length == 0) {
                at++;
                continue;
            }
            between(run.substring(from, at), person, lexicon, token, words);
            String word = run.substring(at, at + length);
            known(lexicon.east(word), word, "", word, token, words);
            at += length;
            from = at;
        }
        between(run.substring(from), person, lexicon, token, words);
    }

    private static void between(String left, boolean person, Lexicon lexicon, Tokens.Token token, List<Word> words) {
        if (left.isEmpty()) {
            return;
        }
        // A single letter between known words is a trade ("silicon"); at the beginning it is somebody's own.
        if (!person && left.length() == 1 && !words.isEmpty() && lexicon.east(left, 0, 1) == 1) {
            known(lexicon.east(left), left, "", left, token, words);
        } else {
            own(left, Letters.latin(left).replaceAll("[^a-z0-9]", ""), left, person, token, words);
        }
    }

    private static String shown(List<Tokens.Token> tokens, int from, int count) {
        return String.join(" ", tokens.subList(from, from + count).stream().map(Tokens.Token::shown).toList());
    }
}
