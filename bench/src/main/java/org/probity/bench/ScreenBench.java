package org.probity.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;
import org.probity.screen.Invented;
import org.probity.screen.Kind;
import org.probity.screen.ListFile;
import org.probity.screen.ListReading;
import org.probity.screen.ListSource;
import org.probity.screen.Listing;
import org.probity.screen.Naming;
import org.probity.screen.Names;
import org.probity.screen.Party;

/// How well and how fast names are found. Labelled pairs are split by SHA-256 of the two names (lower one first, a line break between): even is the
/// part on which constants and bars were set, odd the part that is judged. Each rival gets the best bar on the same first part.
///
/// Arguments: `--quick` (a tenth of the speed and of the false alarms). Needs the reference data. Ends with 0 when all goals are met, 1 when some are
/// short, 2 when it could not run.
public final class ScreenBench {

    private record Labelled(boolean person, String left, String right, boolean same) {}

    private record Measured(double all, double organisations, double persons, int bar) {}

    private static final int STEP = 5;
    private static final int SUPPLIERS = 5_000;
    private static final int NAMES = 30_000;
    private static boolean met = true;

    private ScreenBench() {}

    public static void main(String[] args) throws Exception {
        Path names = Path.of(System.getProperty("probity.shared", ""), "supply/names");
        if (!Files.isDirectory(names)) {
            System.err.println("screen: the reference data is not here: " + names);
            System.exit(2);
        }
        int share = List.of(args).contains("--quick") ? 10 : 1;
        System.out.printf(Locale.ROOT, "# JDK %s, %d processors, load %.1f%n", System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        pairs(names);
        int bar = eastAsian(names);
        falseAlarms(names, share);
        speed(names.resolveSibling("lists"), share, bar);
        System.exit(met ? 0 : 1);
    }

    private static void goal(String what, double value, String bound, boolean reached) {
        met &= reached;
        System.out.printf(Locale.ROOT, "screen %s, %.3f, %s, %s%n", what, value, bound, reached ? "met" : "short");
    }

    private static void pairs(Path names) throws IOException {
        List<Labelled> set = new ArrayList<>();
        List<Labelled> judged = new ArrayList<>();
        for (List<String> row : csv(names.resolve("nomenklatura_name_bench_cases.csv"))) {
            Labelled pair = new Labelled(row.get(1).equals("Person"), row.get(2), row.get(3), row.get(4).equals("true"));
            (even(pair) ? set : judged).add(pair);
        }
        System.out.printf("# %d labelled pairs set bars, %d are judged; %d of these are organisations%n", set.size(), judged.size(),
                judged.stream().filter(pair -> !pair.person()).count());
        Measured ours = measure(set, judged, pair -> Names.compare(pair.left(), pair.right(), pair.person() ? Kind.PERSON : Kind.ORGANISATION).score());
        LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
        Measured levenshtein = measure(set, judged, pair -> {
            String left = pair.left().toLowerCase(Locale.ROOT);
            String right = pair.right().toLowerCase(Locale.ROOT);
            return 1000 - 1000 * distance.apply(left, right) / Math.max(1, Math.max(left.length(), right.length()));
        });
        Measured jaro = measure(set, judged, pair -> tokenJaroWinkler(pair.left(), pair.right()));
        System.out.printf(Locale.ROOT, "# F1 on the judged part, all / organisations / persons (bar): ours %.3f / %.3f / %.3f (%d), Levenshtein %.3f / %.3f / %.3f (%d), token"
                + " Jaro-Winkler %.3f / %.3f / %.3f (%d)%n", ours.all(), ours.organisations(), ours.persons(), ours.bar(), levenshtein.all(), levenshtein.organisations(),
                levenshtein.persons(), levenshtein.bar(), jaro.all(), jaro.organisations(), jaro.persons(), jaro.bar());
        stored(names);
        goal("F1 of labelled pairs", ours.all(), ">= 0.82", ours.all() >= 0.82);
        goal("F1 of labelled organisations", ours.organisations(), ">= 0.90", ours.organisations() >= 0.90);
    }

    /** The scores another program gave the same pairs, where they are part of the data. */
    private static void stored(Path names) throws IOException {
        Path scores = names.resolve("nomenklatura_logicv2_frozen_scores.csv");
        System.out.println(Files.exists(scores) ? "# stored scores of logic-v2 lie beside the pairs: " + scores.getFileName() + ", " + (csv(scores).size()) + " rows"
                : "# stored scores of logic-v2 are not part of this data; published for all of it: F1 .794 at its bar of .70, organisations .872");
    }

    private static Measured measure(List<Labelled> set, List<Labelled> judged, ToIntFunction<Labelled> score) {
        int[] setScores = set.stream().mapToInt(pair -> score.applyAsInt(pair)).toArray();
        int[] judgedScores = judged.stream().mapToInt(pair -> score.applyAsInt(pair)).toArray();
        int best = 0;
        for (int bar = 0; bar <= 1000; bar += STEP) {
            best = f1(set, setScores, bar, null) > f1(set, setScores, best, null) ? bar : best;
        }
        return new Measured(f1(judged, judgedScores, best, null), f1(judged, judgedScores, best, false), f1(judged, judgedScores, best, true), best);
    }

    private static double f1(List<Labelled> pairs, int[] scores, int bar, @Nullable Boolean persons) {
        int right = 0;
        int wrong = 0;
        for (int at = 0; at < pairs.size(); at++) {
            if (persons == null || persons == pairs.get(at).person()) {
                boolean said = scores[at] >= bar;
                right += said && pairs.get(at).same() ? 1 : 0;
                wrong += said != pairs.get(at).same() ? 1 : 0;
            }
        }
        return right == 0 ? 0 : 2.0 * right / (2 * right + wrong);
    }

    private static int tokenJaroWinkler(String left, String right) {
        JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
        String[] lefts = left.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        String[] rights = right.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        double sum = 0;
        for (String one : lefts) {
            sum += Arrays.stream(rights).mapToDouble(other -> similarity.apply(one, other)).max().orElse(0);
        }
        for (String one : rights) {
            sum += Arrays.stream(lefts).mapToDouble(other -> similarity.apply(one, other)).max().orElse(0);
        }
        return (int) (1000 * sum / Math.max(1, lefts.length + rights.length));
    }

    private static boolean even(Labelled pair) {
        try {
            String both = pair.left().compareTo(pair.right()) <= 0 ? pair.left() + "\n" + pair.right() : pair.right() + "\n" + pair.left();
            return (MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8))[0] & 1) == 0;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Hanzi, kana, hangul, pinyin, trade names: those of others, then two hundred of ours. The bar is the product's. */
    private static int eastAsian(Path names) throws IOException {
        int bar = Names.BAR;
        List<List<String>> given = csv(names.resolve("cjk_company_pairs.csv"));
        long right = given.stream().filter(row -> Names.compare(row.get(1), row.get(2), Kind.ORGANISATION).score() >= bar == row.get(0).equals("true")).count();
        goal("East Asian pairs right, of " + given.size(), right, "all", right == given.size());
        List<Invented.Pair> invented = Invented.pairs(20, 200);
        long ours = invented.stream().filter(pair -> Names.compare(pair.left(), pair.right(), Kind.ORGANISATION).score() >= bar == pair.same()).count();
        goal("invented East Asian pairs right, of 200", ours, "all", ours == 200);
        return bar;
    }

    private static void falseAlarms(Path names, int share) throws IOException {
        Path list = names.resolveSibling("lists").resolve("UN_consolidated.xml");
        Listing listing = Listing.of(parties(ListSource.UN, Map.of("un", list)));
        List<List<String>> wanted = csv(names.resolve("positives_un_treated.csv"));
        List<List<String>> others = csv(names.resolve("negatives_global.csv"));
        int[] found = best(listing, wanted, 1);
        int[] alarmed = best(listing, others, share);
        System.out.printf("# bar: recall of %d altered UN names, false alarms of %d names from anywhere%n", found.length, alarmed.length);
        double alarmsAtRecall = 1;
        for (int bar = 950; bar >= 650; bar -= 25) {
            double recall = above(found, bar);
            double alarms = above(alarmed, bar);
            System.out.printf(Locale.ROOT, "# %d: %.2f %% %.3f %%%n", bar, 100 * recall, 100 * alarms);
            if (recall >= 0.98) {
                alarmsAtRecall = Math.min(alarmsAtRecall, alarms);
            }
        }
        goal("false alarms at 98 % recall, %", 100 * alarmsAtRecall, "<= 1", alarmsAtRecall <= 0.01);
        goal("recall at the product's bar, %", 100 * above(found, Names.BAR), ">= 98", above(found, Names.BAR) >= 0.98);
    }

    private static int[] best(Listing listing, List<List<String>> rows, int share) {
        return rows.stream().filter(row -> !row.getFirst().isBlank()).limit(rows.size() / share).parallel()
                .mapToInt(row -> listing.search(new Party("wanted", Kind.PERSON, List.of(Naming.of(row.getFirst())), List.of(), "", ""), 500).stream()
                        .mapToInt(hit -> hit.score()).max().orElse(0)).toArray();
    }

    private static double above(int[] scores, int bar) {
        return (double) Arrays.stream(scores).filter(score -> score >= bar).count() / scores.length;
    }

    private static void speed(Path lists, int share, int bar) throws Exception {
        List<Party> parties = new ArrayList<>();
        parties.addAll(parties(ListSource.OFAC_SDN, Map.of("sdn", lists.resolve("sdn.csv"), "alt", lists.resolve("alt.csv"), "add", lists.resolve("add.csv"))));
        parties.addAll(parties(ListSource.UN, Map.of("un", lists.resolve("UN_consolidated.xml"))));
        parties.addAll(parties(ListSource.BIS, Map.of("bis", lists.resolve("dpl.txt"))));
        int names = parties.stream().mapToInt(party -> party.names().size()).sum();
        for (int at = 0; names < NAMES; at++, names += 2) {
            parties.add(new Party("filled " + at, Kind.ORGANISATION, Invented.supplier(99, at).names(), List.of(), "", ""));
        }
        Set<String> ids = new HashSet<>();
        parties.removeIf(party -> !ids.add(party.id()));
        long began = System.nanoTime();
        Listing listing = Listing.of(parties);
        System.out.printf(Locale.ROOT, "# %d names laid out in %.1f s%n", listing.names(), (System.nanoTime() - began) / 1e9);
        screen(listing, SUPPLIERS / 5, bar);
        int suppliers = SUPPLIERS / share;
        began = System.nanoTime();
        screen(listing, suppliers, bar);
        double seconds = (System.nanoTime() - began) / 1e9;
        goal(suppliers + " suppliers against " + listing.names() + " names, s", seconds, "<= " + 10.0 / share, seconds <= 10.0 / share);
        long[] each = new long[2_000];
        for (int at = 0; at < each.length; at++) {
            Party one = Party.organisation("one", Invented.supplier(7, at).names().get(at % 2).text());
            began = System.nanoTime();
            listing.search(one, bar);
            each[at] = System.nanoTime() - began;
        }
        Arrays.sort(each);
        goal("one name, p99 ms", each[each.length * 99 / 100] / 1e6, "<= 5", each[each.length * 99 / 100] <= 5_000_000);
    }

    private static void screen(Listing listing, int suppliers, int bar) throws InterruptedException, ExecutionException {
        try (var two = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> halves = Stream.of(0, 1).<Callable<Integer>>map(half -> () -> {
                int hits = 0;
                for (int at = half; at < suppliers; at += 2) {
                    hits += listing.search(Invented.supplier(5, at), bar).size();
                }
                return hits;
            }).toList();
            for (var half : two.invokeAll(halves)) {
                half.get();
            }
        }
    }

    private static List<Party> parties(ListSource source, Map<String, Path> paths) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (var path : paths.entrySet()) {
            files.put(path.getKey(), Files.readAllBytes(path.getValue()));
        }
        return switch (ListFile.read(source, files)) {
            case ListReading.Read read -> read.parties();
            case ListReading.Refused refused -> throw new IOException(refused.sentence());
        };
    }

    private static List<List<String>> csv(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = new ArrayList<>();
            StringBuilder field = new StringBuilder();
            boolean quoted = false;
            for (int at = 0; at < line.length(); at++) {
                char letter = line.charAt(at);
                if (letter == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                    field.append(letter);
                    at++;
                } else if (letter == '"') {
                    quoted = !quoted;
                } else if (letter == ',' && !quoted) {
                    fields.add(field.toString());
                    field.setLength(0);
                } else {
                    field.append(letter);
                }
            }
            fields.add(field.toString());
            rows.add(fields);
        }
        return rows;
    }
}
