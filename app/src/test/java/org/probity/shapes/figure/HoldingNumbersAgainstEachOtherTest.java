package org.probity.shapes.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.shapes.figure.TellingSets.Crowd;
import org.probity.shapes.figure.TellingSets.Number;

/** A reader who holds any two numbers of a report against each other learns of nobody among fewer than five. */
class HoldingNumbersAgainstEachOtherTest {
    private static final int LEAST = 5;
    private static final Number ALL = new Number("a", "counted");
    private static final Number SOME = new Number("b", "counted");

    @Test
    void fourMayNotBeCountedAndFiveMay() {
        assertThat(closed(new Crowd(Set.of(ALL), 4))).containsExactly("a");
        assertThat(closed(new Crowd(Set.of(ALL), 5))).isEmpty();
    }

    @Test
    void whoeverDidNotMeetItIsCountedToo() {
        var met = new Number("a", "met");
        var missed = new Number("a", "missed");
        assertThat(closed(new Crowd(Set.of(ALL, met), 90), new Crowd(Set.of(ALL, missed), 4))).containsExactly("a");
        assertThat(closed(new Crowd(Set.of(ALL, met), 90), new Crowd(Set.of(ALL, missed), 5))).isEmpty();
        assertThat(closed(new Crowd(Set.of(ALL, met), 90))).as("that all of them met it tells the same of each").isEmpty();
    }

    @Test
    void aPartAndItsTotalMayNotLeaveFour() {
        assertThat(closed(new Crowd(Set.of(ALL, SOME), 100), new Crowd(Set.of(ALL), 4))).as("the later of the two").containsExactly("b");
        assertThat(closed(new Crowd(Set.of(ALL, SOME), 100), new Crowd(Set.of(ALL), 5))).isEmpty();
        assertThat(closed(new Crowd(Set.of(ALL, SOME), 100))).as("the same people twice").isEmpty();
    }

    @Test
    void numbersOfWhichNeitherHoldsTheOtherTellNothing() {
        assertThat(closed(new Crowd(Set.of(ALL, SOME), 100), new Crowd(Set.of(ALL), 4), new Crowd(Set.of(SOME), 1))).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 400);
    }

    /** People drawn into figures at random, mostly into nearly all of them, as it is in a company; held against a count of who is left, person by person. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noTwoShownNumbersLeaveFewerThanFive(int seed) {
        var random = new Random(seed);
        var figures = 2 + random.nextInt(6);
        var people = new HashMap<Number, Set<Integer>>();
        for (var person = 0; person < 12 + random.nextInt(60); person++) {
            for (var figure = 0; figure < figures; figure++) {
                if (random.nextInt(100) < 90 + figure) {
                    var key = "f" + figure;
                    people.computeIfAbsent(new Number(key, "counted"), _ -> new HashSet<>()).add(person);
                    if (figure % 2 == 1) {
                        people.computeIfAbsent(new Number(key, random.nextInt(100) < 92 ? "met" : "missed"), _ -> new HashSet<>()).add(person);
                    }
                }
            }
        }
        var names = people.keySet().stream().map(Number::figure).distinct().sorted().toList();
        var closed = new TellingSets(crowds(people), LEAST).closed(names);
        var shown = people.entrySet().stream().filter(it -> !closed.contains(it.getKey().figure())).map(Map.Entry::getValue).toList();
        assertThat(shown).allSatisfy(some -> assertThat(some.size()).isGreaterThanOrEqualTo(LEAST));
        for (var total : shown) {
            for (var part : shown) {
                if (total.containsAll(part)) {
                    var left = new HashSet<>(total);
                    left.removeAll(part);
                    assertThat(left.size()).as("of %s without %s", total, part).matches(it -> it == 0 || it >= LEAST);
                }
            }
        }
        // And nothing is closed for nothing: with what is shown, each closed one would tell.
        for (var figure : closed) {
            var open = new ArrayList<>(names.stream().filter(it -> !closed.contains(it) || it.equals(figure)).toList());
            assertThat(new TellingSets(crowds(people), LEAST).closed(open)).as(figure).isNotEmpty();
        }
    }

    private static List<Crowd> crowds(Map<Number, Set<Integer>> people) {
        var byPerson = new TreeMap<Integer, Set<Number>>();
        people.forEach((number, all) -> all.forEach(it -> byPerson.computeIfAbsent(it, _ -> new HashSet<>()).add(number)));
        return byPerson.values().stream().collect(Collectors.groupingBy(it -> it, Collectors.counting())).entrySet().stream()
                .map(it -> new Crowd(it.getKey(), it.getValue())).toList();
    }

    private static Set<String> closed(Crowd... crowds) {
        return new TellingSets(List.of(crowds), LEAST).closed(List.of("a", "b"));
    }
}
