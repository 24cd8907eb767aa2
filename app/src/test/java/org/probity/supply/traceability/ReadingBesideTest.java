package org.probity.supply.traceability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One thread reads, others look, and whoever waits fetches and takes; whichever of them fails, all of them end. */
@Timeout(20)
class ReadingBesideTest {
    @Test
    void whatIsReadIsWhatWasFetchedAndPartsComeInTheirOrder() {
        var bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        var waits = Thread.currentThread();
        var taken = new ArrayList<Integer>();
        var fetched = new InputStream() {
            private final InputStream all = new ByteArrayInputStream(bytes);

            @Override
            public int read() throws IOException {
                throw new IOException("one by one");
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                assertThat(Thread.currentThread()).isSameAs(waits);
                return all.read(into, from, Math.min(most, 100_000));
            }
        };
        try (var beside = new Beside(3)) {
            var in = beside.handed(fetched);
            var read = beside.run(() -> {
                var all = new byte[bytes.length + 1];
                var size = 0;
                for (int more, no = 0; (more = in.read(all, size, 1 + no % 70_000)) >= 0; no += 997) {
                    size += more;
                    var part = no / 997;
                    beside.part(() -> {
                        assertThat(Thread.currentThread().isVirtual()).isTrue();
                        return part;
                    }, it -> {
                        assertThat(Thread.currentThread()).isSameAs(waits);
                        taken.add(it);
                    });
                }
                assertThat(in.read()).isEqualTo(-1);
                return java.util.Arrays.copyOf(all, size);
            });
            assertThat(read).isEqualTo(bytes);
            assertThat(taken).isEqualTo(IntStream.range(0, taken.size()).boxed().toList()).hasSizeGreaterThan(50);
        }
    }

    @Test
    void whoeverFailsEndsTheOthers() {
        assertThatThrownBy(() -> read(0, 9_999)).as("whoever takes").hasMessage("no more");
        assertThatThrownBy(() -> read(9_999, 0)).as("a helper").hasRootCauseMessage("not this one");
        try (var beside = new Beside(1)) {
            assertThatThrownBy(() -> beside.run(() -> {
                throw new IOException("not even begun");
            })).hasRootCauseMessage("not even begun");
        }
        var broken = new InputStream() {
            private int left = 1_000_000;

            @Override
            public int read() throws IOException {
                if (left-- <= 0) {
                    throw new IOException("gone");
                }
                return 'x';
            }
        };
        try (var beside = new Beside(1)) {
            var in = beside.handed(broken);
            assertThatThrownBy(() -> beside.run(() -> in.transferTo(java.io.OutputStream.nullOutputStream()))).as("whoever fetches").hasRootCauseMessage("gone");
        }
    }

    private static void read(int takes, int helps) {
        try (var beside = new Beside(2)) {
            beside.run(() -> {
                for (var no = 0; no < 100; no++) {
                    var part = no;
                    beside.part(() -> {
                        if (part > helps) {
                            throw new IllegalStateException("not this one");
                        }
                        return part;
                    }, it -> {
                        if (it > takes) {
                            throw new IllegalStateException("no more");
                        }
                    });
                }
                return true;
            });
        }
    }
}
