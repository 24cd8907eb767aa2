package org.probity.formats.worker;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.probity.formats.casecf.Casecf;
import org.probity.formats.cmrt.Cmrt;
import org.probity.formats.cmrt.Limits;
import org.probity.formats.cmrt.Reading;
import org.probity.formats.ipc1752.Ipc1752;

/// Reads workbooks, declarations of substances and frameworks of competencies in a process with a heap of its own and a deadline. A process that runs out of either is replaced, and the file that did it is
/// answered with a reason; the files before and after are not touched by it.
///
/// Safe to use from many threads; files wait for one another. A house that wants two at a time makes two workers.
public final class ReadingWorker implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration LOOK = Duration.ofMillis(50);
    /// The largest answer: as many cells as the limits allow, well within the worker's heap.
    private static final int LONGEST_ANSWER = 64 << 20;

    /// @param classPath where the worker finds this library and POI, in the form of `java -cp`
    /// @param heapMib its heap, in MiB
    /// @param deadline for one file, in time the process works; starting it is not counted
    /// @param main what the process runs: [Reader], or a program's own that calls [Reader#work]
    public record Terms(String classPath, int heapMib, Duration deadline, Limits limits, String main) {

        public Terms(String classPath, int heapMib, Duration deadline, Limits limits) {
            this(classPath, heapMib, deadline, limits, Reader.class.getName());
        }

        /// 256 MiB, five seconds, the standard limits.
        public static Terms of(String classPath) {
            return new Terms(classPath, 256, Duration.ofSeconds(5), Limits.standard());
        }

        public Terms running(String other) {
            return new Terms(classPath, heapMib, deadline, limits, other);
        }
    }

    private final Terms terms;
    private @Nullable Running running;
    private boolean closed;
    private int started;

    private record Running(Process process, DataOutputStream requests, DataInputStream answers) {
    }

    public ReadingWorker(Terms terms) {
        this.terms = terms;
    }

    /// Starts the process before the first file comes, so that nobody waits for it.
    public synchronized ReadingWorker warm() {
        running();
        return this;
    }

    /// How many processes were started so far; more than one means that files broke theirs.
    public synchronized int started() {
        return started;
    }

    /// What a process came to.
    private sealed interface Came {
        record Answer(byte[] encoded) implements Came {
        }

        record TooSlow(long millis) implements Came {
        }

        record HeapFull(int heapMib) implements Came {
        }
    }

    /// A conflict-minerals workbook.
    public synchronized Reading read(byte[] file) {
        Limits limits = terms.limits();
        if (file.length > limits.fileBytes()) {
            return new Reading.Unreadable(Reading.Reason.TOO_BIG, List.of(Reading.Measure.FILE, limits.fileBytes()));
        }
        return switch (ask(file, requests -> {
            requests.writeByte(Reader.WORKBOOK);
            requests.writeInt(limits.fileBytes());
            requests.writeInt(limits.entries());
            requests.writeLong(limits.entryBytes());
            requests.writeInt(limits.ratio());
            requests.writeInt(limits.cells());
            requests.writeInt(limits.textChars());
        })) {
            case Came.Answer(byte[] encoded) -> Cmrt.decode(encoded);
            case Came.TooSlow(long millis) -> new Reading.Unreadable(Reading.Reason.TOO_SLOW, List.of(millis));
            case Came.HeapFull(int mib) -> new Reading.Unreadable(Reading.Reason.TOO_BIG, List.of(Reading.Measure.HEAP, mib));
        };
    }

    /// A declaration of substances (IPC-1752).
    public synchronized org.probity.formats.ipc1752.Reading readDeclaration(byte[] file, org.probity.formats.ipc1752.Limits limits) {
        if (file.length > limits.fileBytes()) {
            return unreadable(org.probity.formats.ipc1752.Reading.Reason.TOO_BIG, org.probity.formats.ipc1752.Reading.Measure.FILE, limits.fileBytes());
        }
        return switch (ask(file, requests -> {
            requests.writeByte(Reader.DECLARATION);
            requests.writeInt(limits.fileBytes());
            requests.writeInt(limits.elements());
            requests.writeInt(limits.depth());
            requests.writeInt(limits.attributes());
            requests.writeInt(limits.textChars());
            requests.writeInt(limits.nameChars());
        })) {
            case Came.Answer(byte[] encoded) -> Ipc1752.decode(encoded);
            case Came.TooSlow(long millis) -> unreadable(org.probity.formats.ipc1752.Reading.Reason.TOO_SLOW, millis);
            case Came.HeapFull(int mib) -> unreadable(org.probity.formats.ipc1752.Reading.Reason.TOO_BIG, org.probity.formats.ipc1752.Reading.Measure.HEAP, mib);
        };
    }

    private static org.probity.formats.ipc1752.Reading unreadable(org.probity.formats.ipc1752.Reading.Reason reason, Object... args) {
        return new org.probity.formats.ipc1752.Reading.Unreadable(reason, args);
    }

    /// A framework of competencies (CASE).
    public synchronized org.probity.formats.casecf.Reading readFramework(byte[] file, org.probity.formats.casecf.Limits limits) {
        if (file.length > limits.fileBytes()) {
            return noFramework(org.probity.formats.casecf.Reading.Reason.TOO_BIG, org.probity.formats.casecf.Reading.Measure.FILE, limits.fileBytes());
        }
        return switch (ask(file, requests -> {
            requests.writeByte(Reader.FRAMEWORK);
            requests.writeInt(limits.fileBytes());
            requests.writeInt(limits.values());
            requests.writeInt(limits.depth());
            requests.writeInt(limits.textChars());
            requests.writeInt(limits.nodes());
        })) {
            case Came.Answer(byte[] encoded) -> Casecf.decode(encoded, limits);
            case Came.TooSlow(long millis) -> noFramework(org.probity.formats.casecf.Reading.Reason.TOO_SLOW, millis);
            case Came.HeapFull(int mib) -> noFramework(org.probity.formats.casecf.Reading.Reason.TOO_BIG, org.probity.formats.casecf.Reading.Measure.HEAP, mib);
        };
    }

    private static org.probity.formats.casecf.Reading noFramework(org.probity.formats.casecf.Reading.Reason reason, Object... args) {
        return new org.probity.formats.casecf.Reading.Unreadable(reason, args);
    }

    /// A file of a kind that the program's own process knows ([Terms#main]).
    ///
    /// @return its answer; nothing where the file filled the heap, took longer than the deadline, or broke what reads it
    public synchronized Optional<byte[]> readOther(int kind, byte[] file, Duration deadline) {
        return ask(file, requests -> requests.writeByte(kind), deadline) instanceof Came.Answer(byte[] encoded) && encoded.length > 0 ? Optional.of(encoded) : Optional.empty();
    }

    private Came ask(byte[] file, Heading heading) {
        return ask(file, heading, terms.deadline());
    }

    private Came ask(byte[] file, Heading heading, Duration deadline) {
        Running now = running();
        FutureTask<byte[]> exchange = new FutureTask<>(() -> exchange(now, file, heading));
        Thread.ofPlatform().daemon().name("reading").start(exchange);
        Stopwatch watch = new Stopwatch(now.process());
        while (true) {
            try {
                return new Came.Answer(exchange.get(Math.min(LOOK.toMillis(), deadline.toMillis()), TimeUnit.MILLISECONDS));
            } catch (TimeoutException notYet) {
                if (watch.over(deadline)) {
                    stop();
                    return new Came.TooSlow(deadline.toMillis());
                }
            } catch (ExecutionException ended) {
                // The process is set to end when its heap is full.
                stop();
                return new Came.HeapFull(terms.heapMib());
            } catch (InterruptedException e) {
                stop();
                Thread.currentThread().interrupt();
                return new Came.TooSlow(deadline.toMillis());
            }
        }
    }

    /// The deadline counts the time the process works, not the time it waits for a busy machine: an honest file must not be refused because
    /// of other people's load. By the clock it gets four times as long, and where the machine does not tell working time, the clock alone counts.
    private record Stopwatch(Process process, long startedNanos, Optional<Duration> workedBefore) {

        Stopwatch(Process process) {
            this(process, System.nanoTime(), process.info().totalCpuDuration());
        }

        boolean over(Duration deadline) {
            Duration clock = Duration.ofNanos(System.nanoTime() - startedNanos);
            Optional<Duration> worked = process.info().totalCpuDuration();
            if (workedBefore.isEmpty() || worked.isEmpty()) {
                return clock.compareTo(deadline) > 0;
            }
            return worked.get().minus(workedBefore.get()).compareTo(deadline) > 0 || clock.compareTo(deadline.multipliedBy(4)) > 0;
        }
    }

    /// What a request begins with: what the file should be, and how much it may demand.
    private interface Heading {
        void to(DataOutputStream requests) throws IOException;
    }

    private byte[] exchange(Running now, byte[] file, Heading heading) throws IOException {
        DataOutputStream requests = now.requests();
        heading.to(requests);
        requests.writeInt(file.length);
        requests.write(file);
        requests.flush();
        int length = now.answers().readInt();
        if (length < 0 || length > LONGEST_ANSWER) {
            throw new IOException("an answer of " + length + " bytes");
        }
        byte[] answer = new byte[length];
        now.answers().readFully(answer);
        return answer;
    }

    private Running running() {
        if (closed) {
            throw new IllegalStateException("the worker was closed");
        }
        Running now = running;
        if (now == null || !now.process().isAlive()) {
            now = start();
            running = now;
        }
        return now;
    }

    private Running start() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + terms.heapMib() + "m", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=96m",
                "-XX:MaxDirectMemorySize=16m", "-XX:-UsePerfData", "-Xshare:auto", "-Djava.awt.headless=true",
                "-Dlog4j2.statusLoggerLevel=OFF", "-cp", terms.classPath(), terms.main());
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            // It needs nothing of what its owner knows.
            builder.environment().keySet().retainAll(List.of("PATH", "SystemRoot", "TMPDIR", "TEMP"));
            Process process = builder.start();
            started++;
            DataInputStream answers = new DataInputStream(process.getInputStream());
            FutureTask<Integer> ready = new FutureTask<>(answers::read);
            Thread.ofPlatform().daemon().name("reading-start").start(ready);
            if (ready.get(START.toMillis(), TimeUnit.MILLISECONDS) != Reader.READY) {
                process.destroyForcibly();
                throw new IllegalStateException("the reading process did not start; class path: " + terms.classPath());
            }
            return new Running(process, new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16)), answers);
        } catch (IOException e) {
            throw new UncheckedIOException("the reading process did not start", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the reading process did not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the reading process started", e);
        }
    }

    private void stop() {
        if (running != null) {
            running.process().destroyForcibly();
            running = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }
}
