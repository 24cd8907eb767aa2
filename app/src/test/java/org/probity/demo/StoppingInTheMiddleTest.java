package org.probity.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.probity.house.start.WholeHouse;
import org.probity.house.time.TimeMachine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse(own = true, properties = "probity.demo=true")
class StoppingInTheMiddleTest {
    @Autowired ApplicationContext house;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;
    @Autowired TimeMachine time;
    @Autowired Clock clock;
    @Autowired DemoSize size;
    @Autowired List<Tale> tales;

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aHouseThatClosesEndsTheChapterItIsInAndGoesOnWithTheNext() throws InterruptedException {
        var inTheFirst = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var first = story(() -> {
            inTheFirst.countDown();
            await(mayEnd);
            told.add("first");
        });
        first.run(new DefaultApplicationArguments());
        assertThat(inTheFirst.await(60, TimeUnit.SECONDS)).isTrue();
        var closing = Thread.ofVirtual().start(() -> close(first));
        // The chapter may end only after the house began to close; the waiting of whoever closes it is what is looked at.
        while (closing.getState() != Thread.State.WAITING && closing.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(told).isEmpty();
        mayEnd.countDown();
        closing.join();
        assertThat(told).containsExactly("first");
        assertThat(first.stopped()).isEmpty();
        assertThat(first.progress()).isEqualTo(new DemoStory.Progress(1, 2));

        story(() -> told.add("first again")).tell();
        assertThat(told).containsExactly("first", "second");
    }

    /** Told once is a name; a second chapter under it would never be told. */
    @Test
    void noTwoChaptersBearOneName() {
        assertThat(tales.stream().flatMap(it -> it.chapters(new Tale.Years(LocalDate.now(clock))).stream()).map(Chapter::name)).hasSizeGreaterThan(100).doesNotHaveDuplicates();
    }

    @Test
    void aTaleThatCannotBeginIsSaidAndNotWaitedFor() throws InterruptedException {
        var broken = new DemoStory(db, transaction, time, clock, size, List.of(_ -> {
            throw new IllegalStateException("no first line");
        }));
        broken.run(new DefaultApplicationArguments());
        broken.closes(new ContextClosedEvent(house));
        assertThat(broken.stopped()).hasValueSatisfying(it -> assertThat(it.told()).isZero());
    }

    private DemoStory story(Runnable first) {
        var day = LocalDate.of(2025, 3, 3);
        return new DemoStory(db, transaction, time, clock, size, List.of(_ -> List.of(Chapter.on(day, "a first", first), Chapter.on(day.plusDays(1), "a second", () -> told.add("second")))));
    }

    private void close(DemoStory story) {
        try {
            story.closes(new ContextClosedEvent(house));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
