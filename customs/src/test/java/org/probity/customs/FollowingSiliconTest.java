package org.probity.customs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.probity.formats.epcis.Event;
import org.probity.formats.epcis.Quantity;

/** What the walk says of mixing, worked out by hand; the house's own graph is asked the same in the room's tests. */
class FollowingSiliconTest {
    private final APack pack = new APack();

    private Map<String, BigDecimal> shares(String end) {
        var walk = new Walk();
        for (Event event : pack.events) {
            walk.take(event);
        }
        var mix = walk.thing("https://id.gs1.org/01/" + end).orElseThrow().mix();
        var shares = new TreeMap<String, BigDecimal>();
        for (var n = 0; n < mix.steps().length; n++) {
            shares.put(walk.step(mix.steps()[n]).place().replace("urn:site:", ""), BigDecimal.valueOf(mix.parts()[n], 18).setScale(6, java.math.RoundingMode.HALF_UP).stripTrailingZeros());
        }
        return shares;
    }

    private Quantity lot(String end, long grams) {
        return pack.lot(end, grams);
    }

    private void two() {
        pack.made("north", "09521321012349/10/A", 1_000);
        pack.made("south", "09521321012349/10/B", 1_000);
    }

    @Test
    void aMixHoldsEachInProportion() {
        two();
        pack.step("x", "proportional", null, 0, List.of(lot("09521321012349/10/A", 300), lot("09521321012349/10/B", 100)), List.of(lot("09521321012356/10/C", 400)), null);
        assertThat(shares("09521321012356/10/C")).containsEntry("north", new BigDecimal("0.75")).containsEntry("south", new BigDecimal("0.25"));
    }

    @Test
    void aMeltKeepsItsHeelForTheNextCharge() {
        two();
        pack.step("x", "pool", "urn:crucible:1", 0, List.of(lot("09521321012349/10/A", 400)), List.of(lot("09521321012356/10/C", 300)), null);
        pack.step("x", "pool", "urn:crucible:1", 0, List.of(lot("09521321012349/10/B", 100)), List.of(lot("09521321012356/10/D", 150)), null);
        assertThat(shares("09521321012356/10/C")).isEqualTo(Map.of("north", new BigDecimal("1")));
        assertThat(shares("09521321012356/10/D")).containsEntry("north", new BigDecimal("0.5")).containsEntry("south", new BigDecimal("0.5"));
    }

    @Test
    void ofAQueueWhatCameFirstLeavesFirst() {
        two();
        pack.step("x", "fifo", "urn:queue:1", 0, List.of(lot("09521321012349/10/A", 200)), List.of(), null);
        pack.step("x", "fifo", "urn:queue:1", 0, List.of(lot("09521321012349/10/B", 200)), List.of(lot("09521321012356/10/C", 200)), null);
        pack.step("x", "fifo", "urn:queue:1", 0, List.of(), List.of(lot("09521321012356/10/D", 100)), null);
        assertThat(shares("09521321012356/10/C")).isEqualTo(Map.of("north", new BigDecimal("1")));
        assertThat(shares("09521321012356/10/D")).isEqualTo(Map.of("south", new BigDecimal("1")));
    }

    @Test
    void whatIsCutInARowHoldsWhatLiesThere() {
        two();
        pack.step("x", "position", null, 0, List.of(lot("09521321012349/10/A", 100), lot("09521321012349/10/B", 100)), List.of(lot("09521321012356/10/C", 50), lot("09521321012356/10/D", 100)), null);
        assertThat(shares("09521321012356/10/C")).isEqualTo(Map.of("north", new BigDecimal("1")));
        assertThat(shares("09521321012356/10/D")).containsEntry("north", new BigDecimal("0.5")).containsEntry("south", new BigDecimal("0.5"));
    }

    @Test
    void whatNobodyMadeComesFromAPlaceWithoutAName() {
        two();
        pack.step("x", "proportional", null, 0, List.of(lot("09521321012363/10/P", 300), lot("09521321012349/10/B", 100)), List.of(lot("09521321012356/10/C", 400)), null);
        assertThat(shares("09521321012356/10/C")).containsEntry("", new BigDecimal("0.75"));
    }
}
