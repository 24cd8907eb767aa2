package org.probity.screen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Parties to search in. Made once from the entries of a list; any number of threads may search at a time. The score of a hit depends on the two parties
 * alone, never on who else is listed, so that a new version of the list changes only what it changes.
 */
public final class Listing {

    /** So many names, the most promising by shared pieces, are compared word by word. */
    private static final int COMPARED_MAX = 80;
    /** A piece that one name of so many has finds nobody, and costs the most time; it is left out unless the list is short. */
    private static final int COMMON_SHARE = 25;
    private static final int COMMON_LEAST = 400;
    /** A name that the list itself calls weak, and a person's for an organisation's: thousandths that are left. */
    private static final int WEAK = 900;
    private static final int OTHER_KIND = 900;

    private record Named(int party, Naming naming, Name name, int weight) {}

    private record Found(int score, Name name, Named named) {}

    private final List<Party> parties;
    private final List<Named> names = new ArrayList<>();
    private final Map<String, Integer> grams = new HashMap<>();
    private int[][] postings = new int[0][];
    private int[] rarity = new int[0];
    private final Map<Identifier, List<Integer>> numbers = new HashMap<>();
    private final ThreadLocal<int[]> sums;

    private Listing(List<Party> parties) {
        this.parties = List.copyOf(parties);
        Set<String> ids = new HashSet<>();
        List<List<Integer>> collected = new ArrayList<>();
        List<int[]> gramsOfNames = new ArrayList<>();
        for (int at = 0; at < this.parties.size(); at++) {
            Party party = this.parties.get(at);
            if (!ids.add(party.id())) {
                throw new IllegalArgumentException("listed twice: " + party.id());
            }
            for (Identifier number : party.identifiers()) {
                if (number.holds()) {
                    numbers.computeIfAbsent(number, none -> new ArrayList<>()).add(at);
                }
            }
            for (Naming naming : party.names()) {
                gramsOfNames.add(collect(new Named(at, naming, Name.of(naming.text(), party.kind() == Kind.PERSON), 0), collected));
            }
        }
        int commonest = Math.max(COMMON_LEAST, names.size() / COMMON_SHARE);
        postings = collected.stream().map(list -> list.size() > commonest ? new int[0] : list.stream().mapToInt(Integer::intValue).toArray()).toArray(int[][]::new);
        rarity = Arrays.stream(postings).mapToInt(list -> list.length == 0 ? 0 : rarity(names.size(), list.length)).toArray();
        for (int at = 0; at < names.size(); at++) {
            Named named = names.get(at);
            names.set(at, new Named(named.party, named.naming, named.name, Arrays.stream(gramsOfNames.get(at)).map(gram -> rarity[gram]).sum()));
        }
        sums = ThreadLocal.withInitial(() -> new int[names.size()]);
    }

    public static Listing of(List<Party> parties) {
        return new Listing(parties);
    }

    /** Sixteen for each halving of how many names have it; never floating point, so that every machine counts alike. */
    private static int rarity(int all, int having) {
        int rarity = 0;
        long product = having;
        while (product < all) {
            rarity += 16;
            product *= 2;
        }
        return Math.max(4, rarity);
    }

    private int[] collect(Named named, List<List<Integer>> collected) {
        Set<String> own = Grams.of(named.name);
        int[] numbersOf = new int[own.size()];
        int at = 0;
        for (String gram : own) {
            int number = grams.computeIfAbsent(gram, none -> {
                collected.add(new ArrayList<>());
                return collected.size() - 1;
            });
            collected.get(number).add(names.size());
            numbersOf[at++] = number;
        }
        names.add(named);
        return numbersOf;
    }

    public int size() {
        return parties.size();
    }

    public int names() {
        return names.size();
    }

    /**
     * Everybody listed who is like this party at least this much (thousandths), the most alike first. An organisation that would be, were it not for a
     * country that one of the two names has and the other has not, is told too, with the score it has: a sister of who is listed is another company, and worth a look.
     */
    public List<Hit> search(Party wanted, int bar) {
        Map<Integer, Identifier> sameNumber = new HashMap<>();
        for (Identifier number : wanted.identifiers()) {
            for (int party : number.holds() ? numbers.getOrDefault(number, List.of()) : List.<Integer>of()) {
                sameNumber.putIfAbsent(party, number);
            }
        }
        Map<Integer, Found> best = new HashMap<>();
        List<Name> asPerson = new ArrayList<>();
        List<Name> asOrganisation = new ArrayList<>();
        for (Naming naming : wanted.names()) {
            if (wanted.kind() != Kind.ORGANISATION) {
                asPerson.add(Name.of(naming.text(), true));
            }
            asOrganisation.add(Name.of(naming.text(), false));
        }
        List<Name> looked = wanted.kind() == Kind.PERSON ? asPerson : asOrganisation;
        for (int at = 0; at < looked.size(); at++) {
            Name organisation = asOrganisation.get(at);
            Name person = asPerson.isEmpty() ? organisation : asPerson.get(at);
            for (int candidate : candidates(looked.get(at))) {
                Named named = names.get(candidate);
                Name mine = named.name.person() ? person : organisation;
                Aligner.Weighed weighed = Aligner.weigh(mine, named.name);
                int weight = weight(wanted.kind(), named);
                if (weighed.kin() * weight / 1000 >= bar) {
                    best.merge(named.party, new Found(weighed.score() * weight / 1000, mine, named), Listing::better);
                }
            }
        }
        for (int party : sameNumber.keySet()) {
            best.computeIfAbsent(party, none -> nearest(party, looked));
        }
        List<Hit> hits = new ArrayList<>();
        best.forEach((party, found) -> hits.add(hit(parties.get(party), found, sameNumber.get(party))));
        hits.sort(Comparator.comparingInt((Hit hit) -> -hit.score()).thenComparing(hit -> hit.listed().id()));
        return hits;
    }

    private int weight(Kind wanted, Named named) {
        Kind listed = parties.get(named.party).kind();
        int weight = named.naming.sort() == Naming.Sort.WEAK ? WEAK : 1000;
        boolean differ = wanted != listed && wanted != Kind.UNKNOWN && listed != Kind.UNKNOWN;
        return differ ? weight * OTHER_KIND / 1000 : weight;
    }

    /** Of two equally near names the one that comes first in the list, so that the order of searching never shows. */
    private static Found better(Found one, Found other) {
        return other.score > one.score ? other : one;
    }

    private Found nearest(int party, List<Name> looked) {
        Found nearest = null;
        for (Named named : names) {
            if (named.party == party) {
                for (Name name : looked) {
                    Found found = new Found(Aligner.weigh(name, named.name).score(), name, named);
                    nearest = nearest == null ? found : better(nearest, found);
                }
            }
        }
        return java.util.Objects.requireNonNull(nearest);
    }

    private static Hit hit(Party listed, Found found, @Nullable Identifier number) {
        return new Hit(listed, number == null ? found.score : 1000, found.name.text(), found.named.naming, number, Aligner.explain(found.name, found.named.name));
    }

    /** The names that share most with this one, measured by how rare the shared pieces are and against the shorter of the two names. */
    private int[] candidates(Name name) {
        int[] sum = sums.get();
        int[] touched = new int[256];
        int count = 0;
        int mine = 0;
        for (String gram : Grams.of(name)) {
            Integer number = grams.get(gram);
            if (number == null) {
                mine += rarity(names.size(), 1);
                continue;
            }
            mine += rarity[number];
            for (int candidate : postings[number]) {
                if (sum[candidate] == 0) {
                    if (count == touched.length) {
                        touched = Arrays.copyOf(touched, count * 2);
                    }
                    touched[count++] = candidate;
                }
                sum[candidate] += rarity[number];
            }
        }
        long[] ranked = new long[count];
        int kept = 0;
        for (int at = 0; at < count; at++) {
            int candidate = touched[at];
            int theirs = names.get(candidate).weight;
            long share = 1000L * sum[candidate] * 4 / (3L * Math.min(mine, theirs) + Math.max(mine, theirs));
            if (share >= 250) {
                ranked[kept++] = share << 32 | 0xFFFFFFFFL - candidate;
            }
            sum[candidate] = 0;
        }
        ranked = Arrays.copyOf(ranked, kept);
        Arrays.sort(ranked);
        int[] best = new int[Math.min(COMPARED_MAX, kept)];
        for (int at = 0; at < best.length; at++) {
            best[at] = (int) (0xFFFFFFFFL - (ranked[kept - 1 - at] & 0xFFFFFFFFL));
        }
        return best;
    }
}
