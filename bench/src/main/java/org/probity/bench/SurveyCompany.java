package org.probity.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.probity.reckon.Cell;
import org.probity.reckon.Standing;

/** A manufacturer that never was, and who of it answered: five sites, factories, departments and teams, four traits. Seed 7 with 10,000 people is the given simulation. */
record SurveyCompany(List<Standing> answered) {
    static final int LEVELS = 4;
    static final int TRAITS = 4;

    static SurveyCompany of(int seed, int people) {
        var random = new PythonRandom(seed);
        var all = new ArrayList<Standing>();
        for (int person = 0; person < people; person++) {
            var site = random.choice(List.of("S1", "S2", "S3", "S4", "HQ"), .35, .25, .2, .12, .08);
            var factory = site + "-F" + random.upTo(site.equals("HQ") ? 2 : 4);
            var department = factory + "-D" + random.upTo(6);
            var team = department + "-T" + random.upTo(4);
            all.add(new Standing(List.of(site, factory, department, team), List.of(
                    random.choice(List.of("M", "F"), .68, .32),
                    random.choice(List.of("<25", "25-34", "35-44", "45-54", "55+"), .18, .45, .25, .1, .02),
                    random.choice(List.of("<1", "1-3", "3-5", "5-10", "10+"), .25, .3, .2, .18, .07),
                    random.choice(List.of("op", "tech", "eng", "mgr", "exec"), .6, .18, .15, .065, .005)), 1));
        }
        return new SurveyCompany(all.stream().filter(person -> random.random() < .85).toList());
    }

    int[] ones() {
        return answered.stream().mapToInt(Standing::people).toArray();
    }

    /** What somebody can ask for: a unit of one level or none, and some traits with their values. @param level below zero: none */
    record Asked(int level, String unit, Map<Integer, String> traits) {
        Asked {
            traits = Map.copyOf(traits);
        }
    }

    /** Every group that a question with so many traits at most can be about, by the question. */
    Map<Asked, BitSet> grid(int most) {
        var grid = new LinkedHashMap<Asked, BitSet>();
        for (int level = -1; level < LEVELS; level++) {
            for (int chosen = 0; chosen < 1 << TRAITS; chosen++) {
                if (Integer.bitCount(chosen) <= most) {
                    int traits = chosen;
                    int of = level;
                    IntStream.range(0, answered.size()).forEach(person -> grid.computeIfAbsent(asked(answered.get(person), of, traits), it -> new BitSet()).set(person));
                }
            }
        }
        return grid;
    }

    private static Asked asked(Standing person, int level, int chosen) {
        return new Asked(level, level < 0 ? "" : person.path().get(level), IntStream.range(0, TRAITS).filter(it -> (chosen >> it & 1) == 1).boxed()
                .collect(Collectors.toMap(it -> it, it -> person.traits().get(it))));
    }

    static List<Cell> few(Map<Asked, BitSet> grid, long least) {
        return grid.entrySet().stream().filter(it -> it.getValue().cardinality() < least).map(it -> new Cell("asked for", it.getValue())).toList();
    }

    static List<Integer> traits(Integer... of) {
        return Arrays.asList(of);
    }
}
