package org.probity.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.trace.Claims.Answer;
import org.probity.trace.Claims.Model;
import org.probity.trace.Claims.Why;

/** Good lots are even numbers below ten. */
class ClaimingOnceTest {

    private static final long HALF = Origins.WHOLE / 2;
    private final Book book = new Book(Limits.USUAL);
    private final Claims claims = new Claims(book, item -> item < 10 && item % 2 == 0);

    @BeforeEach
    void lots() {
        keep(Step.received(1, 1, new Part(0, 1_000), new Part(1, 1_000), new Part(2, 1_000), new Part(3, 1_000), new Part(4, 600), new Part(5, 400)));
        keep(Step.mixed(2, 2, List.of(new Part(0, 500)), List.of(new Part(20, 500)), 0));
        keep(Step.mixed(3, 2, List.of(new Part(0, 200), new Part(2, 300)), List.of(new Part(21, 500)), 0));
        keep(Step.mixed(4, 2, List.of(new Part(1, 250), new Part(2, 250)), List.of(new Part(22, 500)), 0));
        keep(Step.mixed(5, 3, List.of(new Part(22, 500)), List.of(new Part(23, 500)), 0));
        keep(Step.mixed(6, 3, List.of(new Part(4, 100), new Part(5, 100)), List.of(new Part(24, 200)), 0));
        keep(Step.mixed(7, 3, List.of(new Part(4, 500), new Part(5, 300)), List.of(new Part(25, 800)), 0));
        keep(Step.mixed(8, 3, List.of(new Part(2, 100)), List.of(new Part(26, 101)), 0));
    }

    private void keep(Step step) {
        assertThat(book.append(step)).isInstanceOf(Outcome.Kept.class);
    }

    private static void refused(Answer answer, Why why) {
        assertThat(answer).isEqualTo(new Answer.Refused(why));
    }

    private static void granted(Answer answer, long mass) {
        assertThat(answer).isEqualTo(new Answer.Granted(mass));
    }

    @Test
    void identityIsOneOrigin() {
        granted(claims.identityPreserved(20), 500);
        refused(claims.identityPreserved(21), Why.NOT_ONE_ORIGIN);
        refused(claims.identityPreserved(26), Why.NOT_ONE_ORIGIN);
        refused(claims.identityPreserved(1), Why.NOT_ALL_CERTIFIED);
    }

    @Test
    void segregatedIsGoodOriginsOnly() {
        granted(claims.segregated(21), 500);
        refused(claims.segregated(22), Why.NOT_ALL_CERTIFIED);
        refused(claims.segregated(26), Why.NOT_ALL_CERTIFIED);
    }

    @Test
    void blendingIsWhatIsCertainlyInIt() {
        refused(claims.controlledBlending(22, HALF + 1), Why.MORE_THAN_IS_IN_IT);
        granted(claims.controlledBlending(22, HALF), 250);
        keep(new Step(9, 9, new Sharing.Unknown(), List.of(new Part(0, 100), new Part(1, 100)), List.of(new Part(30, 150), new Part(31, 50)), 0));
        refused(claims.controlledBlending(30, HALF), Why.MORE_THAN_IS_IN_IT);
        granted(claims.controlledBlending(30, Origins.WHOLE / 3), 49);
    }

    @Test
    void aClaimPassesAlongWithItsMaterialButIsMadeOnceOfEach() {
        granted(claims.controlledBlending(22, HALF), 250);
        granted(claims.controlledBlending(23, HALF), 250);
        refused(claims.controlledBlending(23, HALF), Why.CLAIMED_ALREADY);
        assertThat(claims.claimed()).containsEntry(22, Model.CONTROLLED_BLENDING).hasSize(2);
    }

    @Test
    void aShareIsAboveNought() {
        refused(claims.controlledBlending(22, 0), Why.NO_SHARE);
        refused(claims.controlledBlending(22, Origins.WHOLE + 1), Why.NO_SHARE);
        refused(claims.segregated(99), Why.UNKNOWN_ITEM);
        refused(claims.credit(100, 1_000).enter(99, 1), Why.UNKNOWN_ITEM);
        assertThatThrownBy(() -> claims.credit(0, 1_000)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRollingAverageIsOfItsTime() {
        var account = claims.rollingAverage(100, 1_000);
        granted(account.enter(4, 10), 600);
        granted(account.enter(5, 20), 0);
        refused(account.claim(24, Origins.WHOLE * 6 / 10 + 1, 50), Why.MORE_THAN_THE_AVERAGE);
        refused(account.claim(24, 1, 9), Why.MORE_THAN_THE_AVERAGE);
        refused(account.claim(24, 1, 110), Why.MORE_THAN_THE_AVERAGE);
        granted(account.claim(24, Origins.WHOLE / 10 * 6, 50), 120);
    }

    @Test
    void noMoreIsClaimedThanWasEntered() {
        var account = claims.rollingAverage(100, 500);
        account.enter(4, 10);
        granted(account.claim(24, Origins.WHOLE, 20), 200);
        refused(account.claim(25, HALF / 2, 20), Why.MORE_THAN_THE_AVERAGE);
        granted(account.claim(25, HALF / 4, 20), 100);
        keep(Step.received(9, 9, new Part(40, 1)));
        refused(account.claim(40, Origins.WHOLE, 21), Why.MORE_THAN_THE_AVERAGE);
    }

    @Test
    void creditsAreDrawnAndEnd() {
        var account = claims.credit(100, 500);
        granted(account.enter(4, 10), 600);
        refused(account.claim(25, HALF, 109), Why.NOT_ENOUGH_CREDIT);
        granted(account.claim(24, Origins.WHOLE, 109), 200);
        refused(account.claim(25, HALF / 4, 110), Why.NOT_ENOUGH_CREDIT);
        granted(account.claim(25, HALF / 4, 109), 100);
        refused(account.claim(21, 1, 109), Why.NOT_ENOUGH_CREDIT);
    }

    @Test
    void whatIsInAnAccountBearsNoPhysicalClaim() {
        var account = claims.credit(100, 1_000);
        granted(account.enter(0, 10), 1_000);
        refused(claims.segregated(21), Why.IN_AN_ACCOUNT);
        refused(claims.identityPreserved(20), Why.IN_AN_ACCOUNT);
        refused(claims.identityPreserved(0), Why.IN_AN_ACCOUNT);
    }

    @Test
    void whatBearsAPhysicalClaimIsNotEntered() {
        granted(claims.segregated(21), 500);
        refused(claims.credit(100, 1_000).enter(0, 10), Why.CARRIED_PHYSICALLY);
        refused(claims.rollingAverage(100, 1_000).enter(2, 10), Why.CARRIED_PHYSICALLY);
    }

    @Test
    void anInputIsEnteredOnceWhateverBecameOfIt() {
        granted(claims.credit(100, 1_000).enter(2, 10), 1_000);
        refused(claims.rollingAverage(100, 1_000).enter(2, 10), Why.ENTERED_ALREADY);
        refused(claims.rollingAverage(100, 1_000).enter(23, 10), Why.ENTERED_ALREADY);
        var other = claims.credit(100, 1_000);
        granted(other.enter(25, 10), 0);
        refused(other.enter(4, 10), Why.ENTERED_ALREADY);
        refused(other.claim(25, 1, 10), Why.ENTERED_ALREADY);
    }

    @Test
    void whatAnAccountClaimedIsNotClaimedAgainFurtherDown() {
        var account = claims.credit(100, 1_000);
        account.enter(4, 10);
        granted(account.claim(22, HALF, 20), 250);
        refused(account.claim(23, HALF, 20), Why.CLAIMED_ALREADY);
        refused(claims.controlledBlending(23, HALF), Why.CLAIMED_ALREADY);
        granted(claims.segregated(21), 500);
        refused(account.claim(21, HALF, 20), Why.CLAIMED_ALREADY);
    }

    @Test
    void aCorrectionBreaksAClaim() {
        granted(claims.segregated(21), 500);
        assertThat(claims.broken()).isEmpty();
        new Correction(book).replace(3, Step.mixed(50, 2, List.of(new Part(1, 200), new Part(2, 300)), List.of(new Part(21, 500)), 0), (_, _, _, _) -> {});
        assertThat(claims.broken()).containsExactly(21);
    }

    /** Whoever tries everything in any order never claims more than there was of what is certified. */
    @Test
    void allClaimsTogetherAreNeverMoreThanWhatWasCertified() {
        var everything = 0L;
        for (int seed = 0; seed < 300; seed++) {
            var random = new SplittableRandom(seed);
            var book = new Book(Limits.USUAL);
            var lots = new Part[8];
            var certain = 0L;
            for (int lot = 0; lot < lots.length; lot++) {
                lots[lot] = new Part(lot, random.nextLong(1, 1_000));
                certain += lot % 2 == 0 ? lots[lot].mass() : 0;
            }
            book.append(Step.received(1, 1, lots));
            for (int product = 0; product < 4; product++) {
                book.append(Step.mixed(2 + product, 2, List.of(lots[2 * product], lots[2 * product + 1]),
                        List.of(new Part(10 + product, lots[2 * product].mass() + lots[2 * product + 1].mass())), 0));
            }
            var claims = new Claims(book, item -> item < 8 && item % 2 == 0);
            var accounts = List.of(claims.credit(50, 1_000), claims.rollingAverage(50, 1_000), claims.credit(10, 900));
            var claimed = 0L;
            for (int tries = 0; tries < 200; tries++) {
                var item = random.nextInt(2) == 0 ? random.nextInt(8) : 10 + random.nextInt(4);
                var account = accounts.get(random.nextInt(3));
                var share = Origins.WHOLE / random.nextInt(1, 9);
                if (random.nextInt(3) == 0) {
                    account.enter(item, random.nextLong(40));
                } else if ((random.nextBoolean() ? account.claim(item, share, random.nextLong(60)) : claims.controlledBlending(Math.max(10, item), share)) instanceof Answer.Granted(var mass)) {
                    claimed += mass;
                }
            }
            assertThat(claimed).isLessThanOrEqualTo(certain);
            everything += claimed;
        }
        assertThat(everything).isGreaterThan(100_000);
    }
}
