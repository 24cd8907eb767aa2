package org.probity.supply.clearance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;
import org.probity.supply.clearance.Clearances.Asked;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Puts questions of many programs that come within the same millisecond into one statement. Each waits for the lane that takes it up; that
 * statement begins after the question came, so it sees whatever was committed before the question, and the answer is given when PostgreSQL
 * says that it is kept. Nothing is remembered: a process that dies has answered nothing it has not kept.
 *
 * <p>Two lanes, so that one asks while the other waits for the disk.
 */
@Component
class Asking implements SmartLifecycle {
    /** A statement takes so many at the most; more wait for the next, a millisecond later. */
    private static final int TOGETHER = 200;

    private record Waiting(Asked asked, CompletableFuture<Optional<Clearance>> answer) {}

    private final Clearances clearances;
    private final int lanes;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    Asking(Clearances clearances, @Value("${probity.clearance.lanes:2}") int lanes) {
        this.clearances = clearances;
        this.lanes = lanes;
    }

    /** The answer, kept; empty when the register knows no such supplier, category or site. */
    Optional<Clearance> ask(Asked asked) {
        if (!running) {
            throw new IllegalStateException("the house is closing and takes no more questions");
        }
        var waiting = new Waiting(asked, new CompletableFuture<>());
        queue.add(waiting);
        try {
            return waiting.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void serve() {
        var taken = new ArrayList<Waiting>(TOGETHER);
        try {
            while (running || !queue.isEmpty()) {
                taken.add(queue.take());
                queue.drainTo(taken, TOGETHER - 1);
                answer(taken);
                taken.clear();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            taken.forEach(it -> it.answer().completeExceptionally(new IllegalStateException("the house closed before it answered")));
        }
    }

    /** What fails for one must not fail for those who happened to ask at the same moment: then each is asked alone. */
    private void answer(List<Waiting> taken) {
        try {
            var answers = clearances.answer(taken.stream().map(Waiting::asked).toList()).stream().collect(Collectors.toMap(Clearance::id, it -> it));
            taken.forEach(it -> it.answer().complete(Optional.ofNullable(answers.get(it.asked().id()))));
        } catch (RuntimeException failed) {
            if (taken.size() == 1) {
                taken.getFirst().answer().completeExceptionally(failed);
            } else {
                taken.forEach(it -> answer(List.of(it)));
            }
        }
    }

    @Override
    public void start() {
        running = true;
        for (var lane = 0; lane < lanes; lane++) {
            threads.add(Thread.ofVirtual().name("clearance-" + lane).start(this::serve));
        }
    }

    /** After the web server has let its last request go. */
    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 0;
    }
}
