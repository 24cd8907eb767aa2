package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.LinkedHashMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

/** Flows that are kept as one where serial numbers flow together, beside flows that are all kept by themselves. */
class KeepingSerialNumbersTogetherTest {

    @Test
    void everyFlowIsFoundFromBothEnds() {
        for (long seed = 0; seed < 150; seed++) {
            var random = new SplittableRandom(seed);
            int first = random.nextInt(3) == 0 ? 0 : random.nextInt(1, 300);
            var day = new Day(first);
            var rows = new ArrayList<Map<Integer, Long>>();
            var children = new HashMap<Integer, List<Integer>>();
            int flows = 0;
            for (int node = first; node < first + 400; node++) {
                day.add(node % 7, node % 11);
                var row = new LinkedHashMap<Integer, Long>();
                for (int part = random.nextInt(4); part > 0 && node > 0; part--) {
                    int from = random.nextInt(node);
                    int length = random.nextBoolean() ? 1 : random.nextInt(1, 150);
                    long mass = random.nextInt(10) == 0 ? 3_000_000_000L + random.nextInt(3) : random.nextInt(1, 4);
                    for (int next = from; next < Math.min(node, from + length); next++) {
                        long one = random.nextInt(40) == 0 ? mass + 1 : mass;
                        if (row.putIfAbsent(next, one) == null) {
                            day.flow(next, one);
                            children.computeIfAbsent(next, _ -> new ArrayList<>()).addFirst(node);
                            flows++;
                        }
                    }
                }
                if (row.isEmpty() && random.nextBoolean()) {
                    row.put(node, 5L);
                    day.flow(node, 5);
                    flows++;
                }
                rows.add(row);
                if (random.nextInt(20) == 0 || node == first + 399) {
                    compare(day, rows, children);
                }
            }
            assertThat(day.flows()).isEqualTo(flows);
            // Taken back: what flowed by itself at once, what flowed in a run not at all.
            for (int at = 0; at < rows.size(); at++) {
                for (var flow : rows.get(at).entrySet()) {
                    var back = new Row();
                    back.add(flow.getKey(), 1);
                    var before = day.massInto(flow.getKey(), first + at);
                    if (flow.getKey() != first + at) {
                        assertThat(before).isIn(-1L, flow.getValue());
                        assertThat(day.takeBack(back, first + at)).isEqualTo(before >= 0);
                        flow.setValue(flow.getValue() - (before >= 0 ? 1 : 0));
                    }
                }
            }
            compare(day, rows, children);
        }
    }

    private static void compare(Day day, List<Map<Integer, Long>> rows, Map<Integer, List<Integer>> children) {
        for (int at = 0; at < rows.size(); at++) {
            var row = new Row();
            day.row(day.first + at, row);
            assertThat(IntStream.range(0, row.size).mapToObj(flow -> Map.entry(row.nodes[flow], row.masses[flow])).toList()).isEqualTo(List.copyOf(rows.get(at).entrySet()));
        }
        for (int node = 0; node < day.first + rows.size(); node++) {
            var row = new Row();
            day.children(node, row);
            assertThat(Arrays.stream(row.nodes, 0, row.size).boxed().toList()).as("what %d flows into", node).isEqualTo(children.getOrDefault(node, List.of()));
        }
    }

    /** A lot of cells and the modules made of them: sixty cells a module, each cell in one. */
    @Test
    void cellsOfAModuleCostNextToNothing() {
        var book = new Book(Limits.USUAL);
        int cells = 60_000;
        book.append(Step.received(1, 1, new Part(0, 10L * cells)));
        book.append(Step.mixed(2, 2, List.of(new Part(0, 10L * cells)), IntStream.rangeClosed(1, cells).mapToObj(cell -> new Part(cell, 10)).toList(), 0));
        var before = book.memory();
        for (int module = 0; module < cells / 60; module++) {
            int from = 1 + 60 * module;
            var into = IntStream.range(from, from + 60).mapToObj(cell -> new Part(cell, 10)).toList();
            assertThat(book.append(Step.mixed(3 + module, 3, into, List.of(new Part(100_000 + module, 600)), 0))).isInstanceOf(Outcome.Kept.class);
        }
        var memory = book.memory();
        assertThat(memory.flows() - before.flows()).isEqualTo(cells);
        assertThat((double) (memory.bothWays() - before.bothWays()) / cells).as("bytes of a flow both ways").isLessThan(2);
        assertThat(new Reach(book).upstream(100_500)).hasSize(61);
        assertThat(new Reach(book).downstream(30_031)).containsExactly(100_500);
        assertThat(book.balance().difference()).isZero();
    }
}
