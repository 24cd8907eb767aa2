package org.probity.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lays the words of two names side by side and weighs what goes together against what does not. A word without partner on one side alone is mild: names
 * are often shortened. Words without partner on both sides contradict each other, and that weighs double. The constants were set on one half of
 * the labelled pairs the benchmark names, and judged on the other.
 */
final class Aligner {

    /** Words less alike than this have nothing to do with each other. */
    private static final int ALIKE_LEAST = 700;
    private static final int ALIKE_LEAST_ORG = 740;
    /** Very short words must be nearly the same. */
    private static final int ALIKE_LEAST_SHORT = 760;
    /** The same when said in a hurry. */
    private static final int HURRIED = 780;
    private static final int JOINED_LEAST = 820;
    /** A trade's word cut short, or written with its consonants alone. */
    private static final int SHORTENED = 900;

    /** What it costs, in hundredths of the words' weight. */
    private static final int LOSS = 110;
    private static final int CONFLICT = 210;
    private static final int EXTRA = 28;
    /** A country that the name of one company alone has, outside of brackets: its sister's, who lives there. */
    private static final int EXTRA_COUNTRY = 100;

    private record Pair(int left, int leftCount, int right, int rightCount, int alike, int weight, Link.How how) {

        long worth() {
            return (long) weight * alike * alike;
        }
    }

    private final Name left;
    private final Name right;
    private final List<Word> lefts;
    private final List<Word> rights;
    private final boolean person;

    private Aligner(Name left, Name right) {
        this.left = left;
        this.right = right;
        this.lefts = left.words();
        this.rights = right.words();
        this.person = left.person() && right.person();
    }

    /**
     * @param score how much they are the same
     * @param kin   how much they would be, if a country that one of them has said nothing: sisters of one family
     */
    record Weighed(int score, int kin) {}

    static Weighed weigh(Name left, Name right) {
        Aligner aligner = new Aligner(left, right);
        return aligner.weigh(aligner.chosen());
    }

    static Alignment explain(Name left, Name right) {
        Aligner aligner = new Aligner(left, right);
        List<Pair> chosen = aligner.chosen();
        return new Alignment(aligner.weigh(chosen).score(), aligner.links(chosen));
    }

    private List<Pair> chosen() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < lefts.size(); i++) {
            for (int j = 0; j < rights.size(); j++) {
                one(i, j, pairs);
            }
        }
        joined(pairs);
        initials(pairs);
        pairs.sort(Comparator.comparingLong((Pair pair) -> -pair.worth()).thenComparingInt(pair -> Math.abs(pair.left - pair.right))
                .thenComparingInt(Pair::left).thenComparingInt(Pair::right).thenComparingInt(pair -> -pair.leftCount - pair.rightCount));
        long takenLeft = 0;
        long takenRight = 0;
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : pairs) {
            long maskLeft = mask(pair.left, pair.leftCount);
            long maskRight = mask(pair.right, pair.rightCount);
            if ((takenLeft & maskLeft) == 0 && (takenRight & maskRight) == 0) {
                chosen.add(pair);
                takenLeft |= maskLeft;
                takenRight |= maskRight;
            }
        }
        return chosen;
    }

    private static long mask(int from, int count) {
        return (1L << count) - 1 << from;
    }

    private void one(int i, int j, List<Pair> pairs) {
        Word l = lefts.get(i);
        Word r = rights.get(j);
        int weight = (l.weight() + r.weight()) / 2;
        if (!l.east().isEmpty() && !r.east().isEmpty() && !l.known() && !r.known()) {
            east(l, r, i, j, weight, pairs);
        } else if (l.text().equals(r.text())) {
            if (l.counted() == r.counted()) {
                pairs.add(new Pair(i, 1, j, 1, 1000, weight, how(l, r)));
            }
        } else if (l.sort() == Word.Sort.FORM && r.sort() == Word.Sort.FORM) {
            // Two legal forms: the form tells little, and translations of it less.
            pairs.add(new Pair(i, 1, j, 1, 700, weight, Link.How.MEANING));
        } else if (!(l.known() && r.known()) && !l.counted() && !r.counted()) {
            int alike = person ? Spelling.alike(l, r) : Math.max(Spelling.alike(l, r), misspelt(l, r));
            if (!person && alike < HURRIED && Math.min(l.bones().length(), r.bones().length()) >= 2 && l.text().length() >= 5 && r.text().length() >= 5
                    && Spelling.hurried(l.text()).length() >= 5 && Spelling.hurried(l.text()).equals(Spelling.hurried(r.text()))) {
                alike = HURRIED;
            }
            int least = Math.max(l.known() || r.known() ? 850 : 0, Math.min(l.text().length(), r.text().length()) <= 3 ? ALIKE_LEAST_SHORT : person ? ALIKE_LEAST : ALIKE_LEAST_ORG);
            if (!person && (shortened(l, r) || shortened(r, l))) {
                pairs.add(new Pair(i, 1, j, 1, SHORTENED, Math.min(l.weight(), r.weight()), Link.How.MEANING));
            } else if (alike >= least) {
                pairs.add(new Pair(i, 1, j, 1, alike, weight, crossing(l, r) ? Link.How.SOUND : Link.How.SPELLING));
            }
        }
    }

    /** A known word with a slip of the pen is not known; what it is compared with is how the other is spelt, not what it stands for. */
    private static int misspelt(Word l, Word r) {
        boolean same = l.known() == r.known() || l.written().equals(l.text()) && r.written().equals(r.text());
        return same || l.written().charAt(0) != r.written().charAt(0) || Math.abs(l.written().length() - r.written().length()) > 2
                ? 0 : Spelling.alike(l.written(), r.written());
    }

    /** What a company is about is cut short in many ways; what it is called is not, and another name may begin with it. */
    private static boolean shortened(Word brief, Word full) {
        return !brief.known() && brief.east().isEmpty() && (full.sort() == Word.Sort.INDUSTRY || full.sort() == Word.Sort.COMPANY) && Spelling.shortened(brief.text(), full.text());
    }

    /** Both in hanzi, kana or hangul: the signs count, not their sound; the same sound with other signs is at most nearly the same. */
    private void east(Word l, Word r, int i, int j, int weight, List<Pair> pairs) {
        if (l.east().equals(r.east())) {
            pairs.add(new Pair(i, 1, j, 1, 1000, weight, Link.How.SAME));
            return;
        }
        int longer = Math.max(l.east().length(), r.east().length());
        int alike = longer <= 2 ? 0 : Spelling.alike(l.east(), r.east());
        if (l.text().equals(r.text()) && longer > 1) {
            alike = Math.max(alike, 720);
        }
        if (alike >= ALIKE_LEAST) {
            pairs.add(new Pair(i, 1, j, 1, alike, weight, Link.How.SPELLING));
        }
    }

    private static Link.How how(Word l, Word r) {
        if (crossing(l, r)) {
            return l.known() ? Link.How.MEANING : Link.How.SOUND;
        }
        return Letters.plain(l.shown()).equals(Letters.plain(r.shown())) ? Link.How.SAME : l.known() ? Link.How.MEANING : Link.How.SPELLING;
    }

    private static boolean crossing(Word l, Word r) {
        return l.east().isEmpty() != r.east().isEmpty() || l.abjad() != r.abjad();
    }

    /** Written in one here and apart there: up to three words against one. */
    private void joined(List<Pair> pairs) {
        for (Name.Piece piece : left.pieces()) {
            for (int j = 0; j < rights.size(); j++) {
                Word whole = rights.get(j);
                int alike = joined(piece, whole);
                if (alike > 0) {
                    pairs.add(new Pair(piece.from(), piece.count(), j, 1, alike, joinedWeight(piece, whole), Link.How.JOINED));
                }
            }
        }
        for (Name.Piece piece : right.pieces()) {
            for (int i = 0; i < lefts.size(); i++) {
                Word whole = lefts.get(i);
                int alike = joined(piece, whole);
                if (alike > 0) {
                    pairs.add(new Pair(i, 1, piece.from(), piece.count(), alike, joinedWeight(piece, whole), Link.How.JOINED));
                }
            }
        }
    }

    private static int joined(Name.Piece piece, Word whole) {
        if (Math.abs(piece.text().length() - whole.written().length()) > 2 || whole.counted() || whole.sort() == Word.Sort.FORM
                || Integer.bitCount(piece.mask() ^ whole.writtenMask()) > 3) {
            return 0;
        }
        int alike = Spelling.alike(piece.text(), whole.written());
        return alike >= JOINED_LEAST ? alike : 0;
    }

    private static int joinedWeight(Name.Piece piece, Word whole) {
        return (piece.weight() + Math.max(piece.weight(), whole.weight())) / 2;
    }

    /** An initial for a name of a person, the first letters of three words and more for a company. */
    private void initials(List<Pair> pairs) {
        initials(lefts, rights, false, pairs);
        initials(rights, lefts, true, pairs);
    }

    private void initials(List<Word> shorts, List<Word> longs, boolean turned, List<Pair> pairs) {
        for (int i = 0; i < shorts.size(); i++) {
            Word word = shorts.get(i);
            if (word.sort() == Word.Sort.INITIAL && person) {
                for (int j = 0; j < longs.size(); j++) {
                    if (longs.get(j).text().length() > 1 && longs.get(j).text().startsWith(word.text())) {
                        add(i, 1, j, 1, 800, 35, turned, pairs);
                    }
                }
            } else if (word.sort() == Word.Sort.OWN && word.text().length() >= 2 && word.text().length() <= 6 && word.east().isEmpty()) {
                int count = word.text().length();
                for (int j = 0; j + count <= longs.size(); j++) {
                    if ((count >= 3 || person) && startWith(longs, j, word.text())) {
                        add(i, 1, j, count, person ? 800 : 850, person ? 60 : 100, turned, pairs);
                    }
                }
            }
        }
    }

    private static boolean startWith(List<Word> words, int from, String letters) {
        for (int at = 0; at < letters.length(); at++) {
            Word word = words.get(from + at);
            if (word.written().charAt(0) != letters.charAt(at) || word.text().length() < 2 || word.sort() == Word.Sort.FORM) {
                return false;
            }
        }
        return true;
    }

    private static void add(int i, int iCount, int j, int jCount, int alike, int weight, boolean turned, List<Pair> pairs) {
        pairs.add(turned ? new Pair(j, jCount, i, iCount, alike, weight, Link.How.INITIALS) : new Pair(i, iCount, j, jCount, alike, weight, Link.How.INITIALS));
    }

    private Weighed weigh(List<Pair> chosen) {
        long matched = 0;
        long lost = 0;
        long takenLeft = 0;
        long takenRight = 0;
        int strong = 0;
        boolean own = false;
        for (Pair pair : chosen) {
            matched += (long) pair.weight * pair.alike;
            lost += (long) pair.weight * (1000 - pair.alike);
            takenLeft |= mask(pair.left, pair.leftCount);
            takenRight |= mask(pair.right, pair.rightCount);
            own |= pair.weight >= 60;
            strong += pair.weight >= 50 ? pair.leftCount + pair.rightCount - 1 : 0;
        }
        if (matched == 0) {
            return new Weighed(0, 0);
        }
        long leftAlone = alone(lefts, takenLeft);
        long rightAlone = alone(rights, takenRight);
        long conflict = Math.min(leftAlone, rightAlone);
        long extra = Math.max(leftAlone, rightAlone) - conflict;
        long bad = lost * LOSS / 100 + conflict * 1000 * CONFLICT / 100 + extra * 1000 * EXTRA / 100;
        long kin = matched * 1000 / (matched + bad);
        long abroad = person ? 0 : abroad(lefts, takenLeft, rights) + abroad(rights, takenRight, lefts);
        long score = matched * 1000 / (matched + bad + abroad * 1000 * (EXTRA_COUNTRY - EXTRA) / 100);
        boolean oneWordOfAPerson = person && strong < 2 && leftAlone + rightAlone >= 50;
        // Trades, places and forms in common, while one of them has a name of its own that the other lacks.
        boolean nothingOwn = !person && !own && Math.max(leftAlone, rightAlone) >= 100;
        int share = oneWordOfAPerson || nothingOwn ? 80 : 100;
        int whole = whole(takenLeft, takenRight);
        return new Weighed((int) Math.max(score * share / 100, whole), (int) Math.max(kin * share / 100, whole));
    }

    /** A country that these words have and the others, who name none, have not. */
    private static long abroad(List<Word> words, long taken, List<Word> others) {
        long abroad = 0;
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            if ((taken >> at & 1) == 0 && word.country()) {
                abroad += word.weight();
            }
        }
        return abroad == 0 || others.stream().anyMatch(Word::country) ? 0 : abroad;
    }

    /** Words without partner. In brackets they say less, and a word said twice says it once. */
    private static long alone(List<Word> words, long taken) {
        long alone = 0;
        for (int at = 0; at < words.size(); at++) {
            if ((taken >> at & 1) == 0) {
                Word word = words.get(at);
                boolean again = false;
                for (int earlier = 0; earlier < words.size() && !again; earlier++) {
                    again = earlier != at && (taken >> earlier & 1) == 1 && words.get(earlier).text().equals(word.text());
                }
                alone += again ? word.weight() / 5 : word.aside() ? word.weight() / 2 : word.weight();
            }
        }
        return alone;
    }

    /** The names without their blanks: only where blanks are what differs. */
    private int whole(long takenLeft, long takenRight) {
        if (left.words().size() == right.words().size() || left.joined().length() < 6 || Math.abs(left.joined().length() - right.joined().length()) > 3) {
            return 0;
        }
        for (List<Word> words : List.of(lefts, rights)) {
            long taken = words == lefts ? takenLeft : takenRight;
            for (int at = 0; at < words.size(); at++) {
                if ((taken >> at & 1) == 0 && words.get(at).counted()) {
                    return 0;
                }
            }
        }
        int alike = Spelling.alike(left.joined(), right.joined());
        return alike >= 900 ? alike * 96 / 100 : 0;
    }

    private List<Link> links(List<Pair> chosen) {
        List<Link> links = new ArrayList<>();
        long takenLeft = 0;
        long takenRight = 0;
        for (Pair pair : chosen) {
            links.add(new Link(shown(lefts, pair.left, pair.leftCount), shown(rights, pair.right, pair.rightCount), pair.how, pair.alike, pair.weight));
            takenLeft |= mask(pair.left, pair.leftCount);
            takenRight |= mask(pair.right, pair.rightCount);
        }
        for (int at = 0; at < lefts.size(); at++) {
            if ((takenLeft >> at & 1) == 0) {
                links.add(new Link(lefts.get(at).shown(), "", Link.How.ONLY_LEFT, 0, lefts.get(at).weight()));
            }
        }
        for (int at = 0; at < rights.size(); at++) {
            if ((takenRight >> at & 1) == 0) {
                links.add(new Link("", rights.get(at).shown(), Link.How.ONLY_RIGHT, 0, rights.get(at).weight()));
            }
        }
        return links;
    }

    private static String shown(List<Word> words, int from, int count) {
        return String.join(" ", words.subList(from, from + count).stream().map(Word::shown).distinct().toList());
    }
}
