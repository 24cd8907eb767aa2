package org.probity.house.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.transaction.support.TransactionSynchronizationManager;

@Timeout(60)
class AskingTogetherTest {
    final ConcurrentLinkedQueue<Integer> sizes = new ConcurrentLinkedQueue<>();

    @Test
    void whoIsAloneIsAnsweredAlone() {
        var crowd = new Crowd<Integer, Integer>(2, 10, this::doubled);
        assertThat(crowd.ask(21)).isEqualTo(42);
        assertThat(sizes).containsExactly(1);
    }

    @Test
    void whoCameWhileItWasBusyIsAskedTogether() throws Exception {
        var leading = new CountDownLatch(1);
        var busy = new CountDownLatch(1);
        var crowd = new Crowd<Integer, Integer>(1, 10, all -> {
            if (all.contains(0)) {
                leading.countDown();
                await(busy);
            }
            return doubled(all);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> crowd.ask(0), threads);
            await(leading);
            var asked = new ConcurrentLinkedQueue<Thread>();
            var rest = IntStream.rangeClosed(1, 25).mapToObj(it -> CompletableFuture.supplyAsync(() -> {
                asked.add(Thread.currentThread());
                return crowd.ask(it);
            }, threads)).toList();
            parked(asked, 25);
            busy.countDown();
            assertThat(first.get()).isZero();
            for (var i = 0; i < rest.size(); i++) {
                assertThat(rest.get(i).get()).isEqualTo(2 * (i + 1));
            }
        }
        assertThat(sizes).containsExactly(1, 10, 10, 5);
    }

    /** Two lanes: the question of the third and the fourth is on its way in one of them, and the other is free. */
    @Test
    void whoseQuestionIsOnItsWayWaitsAndDoesNotRunInCircles() throws Exception {
        var latches = IntStream.range(0, 4).mapToObj(_ -> new CountDownLatch(1)).toList();
        var crowd = new Crowd<Integer, Integer>(2, 10, all -> {
            await(latches.get(all.getFirst()));
            return doubled(all);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ConcurrentLinkedQueue<Thread>();
            var answers = new java.util.ArrayList<CompletableFuture<Integer>>();
            for (var i = 0; i < 4; i++) {
                var it = i;
                answers.add(CompletableFuture.supplyAsync(() -> {
                    asked.add(Thread.currentThread());
                    return crowd.ask(it);
                }, threads));
                parked(asked, i + 1);
            }
            latches.get(0).countDown();
            answers.get(0).get();
            latches.get(1).countDown();
            answers.get(1).get();
            var waiting = asked.stream().skip(2).toList();
            // Whoever ran in circles would hardly ever be met waiting; on a busy machine somebody who was woken may stand in line for a moment.
            var met = 0;
            for (var i = 0; i < 200; i++) {
                Thread.sleep(1);
                met += waiting.stream().allMatch(it -> it.getState() == Thread.State.WAITING) ? 1 : 0;
            }
            assertThat(met).as("times of 200 that both were waiting").isGreaterThan(100);
            latches.get(2).countDown();
            latches.get(3).countDown();
            assertThat(answers.get(2).get()).isEqualTo(4);
            assertThat(answers.get(3).get()).isEqualTo(6);
        }
        assertThat(sizes).containsExactly(1, 1, 2);
    }

    private static void parked(ConcurrentLinkedQueue<Thread> asked, int count) throws InterruptedException {
        while (asked.size() < count || asked.stream().anyMatch(it -> it.getState() != Thread.State.WAITING)) {
            Thread.sleep(1);
        }
    }

    /** The number that the question met is never one of before it was asked, and everybody gets their own answer. */
    @Test
    void aQuestionIsPutAfterItWasAsked() throws Exception {
        var clock = new AtomicInteger();
        var crowd = new Crowd<Integer, int[]>(2, 200, all -> {
            var now = clock.get();
            Thread.yield();
            return all.stream().map(it -> new int[] {it, now}).toList();
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20_000).mapToObj(it -> CompletableFuture.runAsync(() -> {
                var before = clock.incrementAndGet();
                var answer = crowd.ask(it);
                assertThat(answer[0]).isEqualTo(it);
                assertThat(answer[1]).isGreaterThanOrEqualTo(before);
            }, threads)).toList();
            CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get();
        }
    }

    @Test
    void whatFailsForOneFailsForNobodyElse() throws Exception {
        var crowd = new Crowd<Integer, Integer>(1, 100, all -> {
            if (all.contains(13)) {
                throw new IllegalArgumentException("thirteen among " + all.size());
            }
            return doubled(all);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 500).mapToObj(it -> CompletableFuture.supplyAsync(() -> crowd.ask(it), threads)).toList();
            for (var i = 0; i < all.size(); i++) {
                var each = all.get(i);
                if (i == 13) {
                    assertThatThrownBy(each::get).hasRootCauseMessage("thirteen among 1");
                } else {
                    assertThat(each.get()).isEqualTo(2 * i);
                }
            }
        }
    }

    @Test
    void withinATransactionNobodyAsksForOthers() {
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> new Crowd<Integer, Integer>(1, 1, this::doubled).ask(1)).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
    }

    private List<Integer> doubled(List<Integer> all) {
        sizes.add(all.size());
        return all.stream().map(it -> 2 * it).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
