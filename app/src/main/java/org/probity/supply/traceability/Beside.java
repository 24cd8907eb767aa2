package org.probity.supply.traceability;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Work that goes on beside whoever waits for it. They alone have the connection of their transaction, so the work leaves errands with them: to fetch more bytes, and to take what
 * came of a part, in the order of the parts.
 */
final class Beside implements AutoCloseable {
    private static final int BLOCK = 1 << 18;
    /** Some lots of events: while one is stored nobody fetches, and the work must not wait for that. */
    private static final int AHEAD = 16;
    private static final byte[] NONE = {};

    private final ExecutorService helpers = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Runnable> errands = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> blocks = new LinkedBlockingQueue<>();
    private final Semaphore room;
    private volatile boolean abandoned;
    private boolean done;

    /** @param underWay so many parts, and no more */
    Beside(int underWay) {
        room = new Semaphore(underWay);
    }

    /** Has work done, and runs its errands until it is done. */
    <T> T run(Callable<T> work) {
        var doing = new FutureTask<>(work);
        // Not among the helpers: these share a thread for each processor with whoever is served.
        Thread.ofPlatform().name("events-reading").daemon().start(() -> {
            doing.run();
            errands.add(() -> done = true);
        });
        try {
            while (!done) {
                errands.take().run();
            }
            return got(doing);
        } catch (InterruptedException e) {
            throw interrupted(e);
        } finally {
            abandoned = true;
            room.release(1 << 20);
            blocks.add(NONE);
        }
    }

    /** Has a part done by a helper; whoever waits takes what comes of it. Of the work, once whoever waits has given up: an {@link IllegalStateException}. */
    <T> void part(Callable<T> part, Consumer<T> taker) {
        try {
            room.acquire();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (abandoned) {
            throw new IllegalStateException("nobody waits for it any more");
        }
        var doing = helpers.submit(part);
        errands.add(() -> {
            taker.accept(got(doing));
            room.release();
        });
    }

    /** The same bytes for the work, read by whoever waits, a little ahead. */
    InputStream handed(InputStream in) {
        for (var no = 0; no < AHEAD; no++) {
            errands.add(() -> fetch(in));
        }
        return new InputStream() {
            private byte[] block = NONE;
            private int at;
            private boolean ended;

            @Override
            public int read() {
                return more() ? block[at++] & 0xff : -1;
            }

            @Override
            public int read(byte[] into, int from, int most) {
                if (most > 0 && !more()) {
                    return -1;
                }
                var read = Math.min(most, block.length - at);
                System.arraycopy(block, at, into, from, read);
                at += read;
                return read;
            }

            private boolean more() {
                if (at == block.length && !ended) {
                    errands.add(() -> fetch(in));
                    try {
                        block = blocks.take();
                    } catch (InterruptedException e) {
                        throw interrupted(e);
                    }
                    at = 0;
                    ended = block.length == 0;
                }
                return !ended;
            }
        };
    }

    private void fetch(InputStream in) {
        try {
            var block = new byte[BLOCK];
            var read = in.readNBytes(block, 0, BLOCK);
            blocks.add(read == BLOCK ? block : Arrays.copyOf(block, read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T got(Future<T> from) {
        try {
            return from.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("events could not be looked at", e.getCause());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while events were read", e);
    }

    @Override
    public void close() {
        helpers.close();
    }
}
