package org.probity.house.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Questions of many, put together. Who comes while a lane is free takes it, with all that wait, and brings everybody their answer; who comes
 * while all lanes are busy waits for one. Nobody waits for company: a question that is alone is put at once, by whoever has it.
 *
 * <p>There are no threads of its own, so nothing has to be started, and nothing is held once the last question is answered.
 *
 * @param <Q> a question
 * @param <A> its answer
 */
public final class Crowd<Q, A> {
    private static final class Waiting<Q, A> {
        private final Q question;
        private final Thread thread = Thread.currentThread();
        private @Nullable A answer;
        private volatile State state = State.QUEUED;

        Waiting(Q question) {
            this.question = question;
        }

        void is(State now) {
            state = now;
            LockSupport.unpark(thread);
        }
    }

    /** TAKEN: somebody is asking for it. ALONE: what was asked together failed, and it may have been the fault of another. */
    private enum State { QUEUED, TAKEN, ANSWERED, ALONE }

    private final Function<List<Q>, List<A>> answers;
    private final int together;
    private final Semaphore lanes;
    private final ConcurrentLinkedQueue<Waiting<Q, A>> queue = new ConcurrentLinkedQueue<>();

    /**
     * @param lanes so many are asked at once; with two, one asks while the other waits for the disk
     * @param together so many questions are put together at the most
     * @param answers one answer for each question, in their order; it asks the database once, outside of any transaction
     */
    public Crowd(int lanes, int together, Function<List<Q>, List<A>> answers) {
        this.lanes = new Semaphore(lanes);
        this.together = together;
        this.answers = answers;
    }

    /** The answer, from a question to the database that begins after this call did. */
    public A ask(Q question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("within a transaction one asks alone: others would be answered from what it has not yet committed");
        }
        var mine = new Waiting<Q, A>(question);
        queue.add(mine);
        var interrupted = false;
        for (State state; (state = mine.state) == State.QUEUED || state == State.TAKEN; ) {
            // Whoever's question is on its way has nothing to do at a lane that is free: they would run in circles and keep the processor from those who ask.
            if (state == State.QUEUED && lanes.tryAcquire()) {
                try {
                    lead();
                } finally {
                    lanes.release();
                }
                // Who came meanwhile found no lane free and waits for this word.
                if (queue.peek() instanceof Waiting<Q, A> next) {
                    LockSupport.unpark(next.thread);
                }
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return mine.state == State.ALONE ? one(question) : Objects.requireNonNull(mine.answer);
    }

    private A one(Q question) {
        return answers.apply(List.of(question)).getFirst();
    }

    /** Takes what waits. What fails for one must not fail for those who happened to ask at the same moment: then each asks alone. */
    private void lead() {
        var taken = new ArrayList<Waiting<Q, A>>();
        for (Waiting<Q, A> next; taken.size() < together && (next = queue.poll()) != null; ) {
            next.state = State.TAKEN;
            taken.add(next);
        }
        if (taken.isEmpty()) {
            return;
        }
        List<A> found = null;
        try {
            found = answers.apply(taken.stream().map(it -> it.question).toList());
        } catch (RuntimeException failed) {
            // Each hears of it for themselves, from a question of their own.
        } finally {
            for (var i = 0; i < taken.size(); i++) {
                if (found != null && found.size() == taken.size()) {
                    taken.get(i).answer = found.get(i);
                    taken.get(i).is(State.ANSWERED);
                } else {
                    taken.get(i).is(State.ALONE);
                }
            }
        }
    }
}
