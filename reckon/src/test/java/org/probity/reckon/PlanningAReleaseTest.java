package org.probity.reckon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.probity.reckon.ReleasePlan.Cut;
import org.probity.reckon.ReleasePlan.Merged;
import org.probity.reckon.ReleasePlan.Why;

/** Small units come together, cuts that would tell give way, and everybody still finds the least larger group. */
class PlanningAReleaseTest {
    private static final int LEAST = 10;

    @Test
    void aSmallTeamIsShownWithTheSmallestOthersAndThePlanSaysSo() {
        var atoms = new ArrayList<Standing>();
        team(atoms, "plant", "cells", 14);
        team(atoms, "plant", "wafers", 4);
        team(atoms, "plant", "modules", 12);
        team(atoms, "office", "buyers", 3);
        team(atoms, "office", "books", 13);
        var plan = plan(atoms, List.of());
        assertThat(plan.cells()).extracting(Cell::name).containsExactly("all", "office", "plant", "plant / cells", "plant / wafers + plant / modules");
        assertThat(plan.merged()).extracting(Merged::part, Merged::people, Merged::into, Merged::why).containsExactlyInAnyOrder(
                tuple("plant / wafers", 4L, "plant / wafers + plant / modules", Why.FEW),
                tuple("plant / modules", 12L, "plant / wafers + plant / modules", Why.NEIGHBOURS_ARE_FEW),
                tuple("office / buyers", 3L, "office", Why.FEW),
                tuple("office / books", 13L, "office", Why.NEIGHBOURS_ARE_FEW));
        assertThat(plan.leastWith(List.of("plant", "wafers")).orElseThrow().name()).isEqualTo("plant / wafers + plant / modules");
        assertThat(plan.leastWith(List.of("office", "buyers")).orElseThrow().name()).isEqualTo("office");
        assertThat(plan.leastWith(List.of("nowhere"))).as("a unit that is not there gets nobody else's answer").isEmpty();
    }

    /** Men and women of the company, then of one site, of which the other site's nine women would be the rest. */
    @Test
    void aCutThatWouldTellGivesWayAndNamesWhatWouldHaveFollowed() {
        var atoms = new ArrayList<Standing>();
        IntStream.range(0, 60).forEach(it -> atoms.add(new Standing(List.of("a"), List.of(it < 30 ? "F" : "M"), 1)));
        IntStream.range(0, 60).forEach(it -> atoms.add(new Standing(List.of("b"), List.of(it < 9 ? "F" : "M"), 1)));
        var plan = plan(atoms, List.of(new Cut(0, List.of(0)), new Cut(1, List.of(0))));
        assertThat(plan.cells()).extracting(Cell::name).containsExactly("all", "a", "b", "all: F", "all: M");
        assertThat(plan.merged()).filteredOn(it -> it.why() == Why.WOULD_TELL).hasSize(2).allSatisfy(it -> {
            assertThat(it.into()).isEqualTo("a");
            assertThat(it.because().orElseThrow().people()).isEqualTo(9);
        });
    }

    /** Whatever the company: the register says clean, every cell is enough, everybody is in one, and a second time it is the same. */
    @Test
    void holdsForCompaniesAtRandom() {
        var random = new SplittableRandom(7);
        int gaveWay = 0;
        for (int company = 0; company < 60; company++) {
            var atoms = new ArrayList<Standing>();
            int people = random.nextInt(12, 160);
            for (int person = 0; person < people; person++) {
                var site = "s" + random.nextInt(2);
                atoms.add(new Standing(List.of(site, site + "d" + random.nextInt(3)), List.of("x" + random.nextInt(2), "y" + random.nextInt(3)), 1));
            }
            var cuts = List.of(new Cut(0, List.of(0)), new Cut(0, List.of(1)), new Cut(1, List.of(0)), new Cut(1, List.of(1)), new Cut(0, List.of(0, 1)));
            var plan = plan(atoms, cuts);
            assertThat(plan.answer()).as("company %d", company).isInstanceOf(Answer.Clean.class);
            assertThat(plan.cells()).allMatch(cell -> cell.atoms().cardinality() >= LEAST);
            atoms.forEach(it -> assertThat(plan.leastWith(it.path())).isPresent());
            assertThat(plan(atoms, cuts).merged()).isEqualTo(plan.merged());
            everyPartIsShownOrSaysWhere(plan, atoms, cuts);
            gaveWay += plan.merged().stream().anyMatch(it -> it.why() == Why.WOULD_TELL) ? 1 : 0;
        }
        assertThat(gaveWay).as("some of them are not so simple").isGreaterThan(5);
    }

    /** Whatever somebody asks for is a cell, or what became of it is told step by step until a cell is named. */
    private static void everyPartIsShownOrSaysWhere(ReleasePlan plan, List<Standing> atoms, List<Cut> cuts) {
        var shown = plan.cells().stream().map(Cell::name).collect(Collectors.toSet());
        var into = new HashMap<String, String>();
        plan.merged().forEach(it -> assertThat(into.put(it.part(), it.into())).as("told once: %s", it.part()).isNull());
        assertThat(into).doesNotContainKeys(shown.toArray(String[]::new));
        var asked = new HashSet<String>();
        for (var cut : cuts) {
            var of = atoms.stream().collect(Collectors.groupingBy(it -> it.path().subList(0, cut.depth())));
            of.forEach((unit, people) -> {
                var parts = people.stream().map(it -> cut.traits().stream().map(it.traits()::get).collect(Collectors.joining(" and "))).collect(Collectors.toSet());
                parts.stream().filter(_ -> parts.size() > 1).forEach(it -> asked.add((unit.isEmpty() ? "all" : String.join(" / ", unit)) + ": " + it));
            });
        }
        assertThat(asked).allSatisfy(part -> {
            var at = part;
            for (int step = 0; !shown.contains(at); step++) {
                assertThat(into).as("what became of %s", part).containsKey(at);
                assertThat(step).isLessThan(100);
                at = into.get(at);
            }
        });
    }

    private static void team(List<Standing> atoms, String site, String team, int people) {
        IntStream.range(0, people).forEach(it -> atoms.add(new Standing(List.of(site, team), List.of(), 1)));
    }

    private static ReleasePlan plan(List<Standing> atoms, List<Cut> cuts) {
        return ReleasePlan.of(atoms, cuts, LEAST, Releases.over(atoms.stream().mapToInt(Standing::people).toArray(), LEAST, new Random(1)));
    }
}
