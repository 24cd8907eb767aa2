package org.probity.bench;

import java.util.List;
import org.probity.bench.TormentedHouse.Victim;

/**
 * Kills the process of PostgreSQL that writes for the house, in the middle of what it does. {@code probity trial writer [N]}, 3,000 unless
 * said otherwise.
 */
public final class WriterTrial {
    private WriterTrial() {}

    public static void main(String[] args) throws Exception {
        KillTrial.run("writer", "the process that writes", List.of(Victim.WRITER), args, 3_000);
    }
}
