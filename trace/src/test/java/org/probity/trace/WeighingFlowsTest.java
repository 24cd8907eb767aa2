package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.probity.trace.Outcome.Reason;

/** What is found and what is lost in steps that were measured or cut, counted unit by unit beside the book. */
class WeighingFlowsTest {

    private static final int INPUTS = 100;

    @Test
    void asMuchFoundAsLostClosesTogetherAndNotByItself() {
        for (var sharing : List.of(new Sharing.Measured(List.of(new Sharing.Flow(0, 1, 500))), new Sharing.Position(List.of(500L)))) {
            var book = new Book(Limits.USUAL);
            book.append(Step.received(1, 1, new Part(0, 1_000)));
            assertThat(book.append(new Step(2, 2, sharing, List.of(new Part(0, 1_000)), List.of(new Part(1, 1_000)), 0))).as("%s", sharing)
                    .isEqualTo(new Outcome.Refused(Reason.DOES_NOT_CLOSE, -1, 500));
            assertThat(book.balance()).isEqualTo(new Book.Balance(1_000, 0, 1_000, 0, 0));
        }
    }

    @Test
    void aFlowOfNothingFromNowhereIsRefused() {
        var book = new Book(Limits.USUAL);
        book.append(Step.received(1, 1, new Part(0, 1_000)));
        for (var flow : List.of(new Sharing.Flow(7, 1, 0), new Sharing.Flow(0, 8, 0))) {
            assertThat(book.append(new Step(2, 2, new Sharing.Measured(List.of(flow, new Sharing.Flow(0, 1, 1_000))), List.of(new Part(0, 1_000)), List.of(new Part(1, 1_000)), 0)))
                    .isEqualTo(new Outcome.Refused(Reason.DOES_NOT_FIT, flow.input() == 7 ? 7 : 8, 0));
        }
    }

    @Test
    void withoutInputsOutputsComeFromOutsideHoweverTheyAreSaidToBeShared() {
        var book = new Book(Limits.USUAL);
        assertThat(book.append(new Step(1, 1, new Sharing.Measured(List.of(new Sharing.Flow(7, 1, 10))), List.of(), List.of(new Part(1, 10)), 0)))
                .isEqualTo(new Outcome.Refused(Reason.DOES_NOT_FIT, -1, 0));
        assertThat(book.append(new Step(1, 1, new Sharing.Packing(), List.of(), List.of(new Part(1, 10), new Part(2, 10)), 0))).isEqualTo(new Outcome.Refused(Reason.DOES_NOT_FIT, -1, 0));
        assertThat(book.append(new Step(2, 2, new Sharing.Position(List.of()), List.of(), List.of(new Part(1, 10), new Part(2, 10)), 0))).isEqualTo(new Outcome.Kept(0));
        assertThat(book.append(new Step(3, 2, new Sharing.Measured(List.of()), List.of(), List.of(new Part(3, 10)), 0))).isEqualTo(new Outcome.Kept(0));
        assertThat(book.balance()).isEqualTo(new Book.Balance(30, 0, 30, 0, 0));
    }

    @Test
    void scrapOfWhichNobodySaysWhatItWasIsFound() {
        var book = new Book(new Limits(Limits.MOST, 1000));
        assertThat(book.append(Step.mixed(1, 1, List.of(), List.of(new Part(1, 10)), 5))).isEqualTo(new Outcome.Kept(5));
        assertThat(book.balance()).isEqualTo(new Book.Balance(10, 5, 10, 5, 0));
    }

    /** In 20,000 steps with gaps, overlaps and wrong scales the book keeps those, and only those, in which neither passes the limit. */
    @Test
    void neitherFoundNorLostPassesTheLimit() {
        var random = new SplittableRandom(5);
        int kept = 0;
        for (int round = 0; round < 20_000; round++) {
            int perMille = random.nextInt(4) == 0 ? random.nextInt(1001) : random.nextInt(120);
            var book = new Book(new Limits(Limits.MOST, perMille));
            int[] masses = random.ints(random.nextInt(1, 4), 1, 60).toArray();
            int in = Arrays.stream(masses).sum();
            var inputs = new ArrayList<Part>();
            for (int at = 0; at < masses.length; at++) {
                inputs.add(new Part(at, masses[at]));
            }
            book.append(Step.received(1, 1, inputs.toArray(Part[]::new)));
            // Where each unit of each input goes: to an output, or nowhere.
            int[] goes = new int[in];
            Arrays.fill(goes, -1);
            var outputs = new ArrayList<Part>();
            var begins = new ArrayList<Long>();
            boolean position = random.nextBoolean();
            int place = 0, found = 0;
            for (int output = INPUTS; output < INPUTS + random.nextInt(1, 4); output++) {
                place += position && random.nextBoolean() ? random.nextInt(8) : 0;
                int mass = random.nextInt(1, 2 + in / 2);
                int given = 0;
                for (int unit = 0; unit < mass && place + unit < in; unit++) {
                    if (position || random.nextInt(10) > 0) {
                        goes[place + unit] = output;
                        given++;
                    }
                }
                begins.add((long) place);
                outputs.add(new Part(output, mass));
                found += mass - given;
                place += mass;
            }
            int nowhere = (int) Arrays.stream(goes).filter(to -> to < 0).count();
            int scrap = Math.max(0, nowhere + random.nextInt(-3, 4));
            int lost = Math.max(0, nowhere - scrap);
            found += Math.max(0, scrap - nowhere);
            var flows = new ArrayList<Sharing.Flow>();
            for (int input = 0, unit = 0; input < masses.length; input++) {
                for (int end = unit + masses[input]; unit < end; unit++) {
                    if (goes[unit] >= 0) {
                        flows.add(new Sharing.Flow(input, goes[unit], 1));
                    }
                }
            }
            int out = outputs.stream().mapToInt(part -> (int) part.mass()).sum() + scrap;
            long limit = (long) Math.max(in, out) * perMille / 1000;
            var outcome = book.append(new Step(2, 2, position ? new Sharing.Position(begins) : new Sharing.Measured(flows), inputs, outputs, scrap));
            if (found <= limit && lost <= limit) {
                assertThat(outcome).isEqualTo(new Outcome.Kept(found - lost));
                assertThat(book.balance()).isEqualTo(new Book.Balance(in, found, out - scrap, scrap, lost));
                kept++;
            } else {
                assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason()).isEqualTo(Reason.DOES_NOT_CLOSE));
                assertThat(book.balance()).isEqualTo(new Book.Balance(in, 0, in, 0, 0));
            }
        }
        assertThat(kept).isBetween(4_000, 16_000);
    }
}
