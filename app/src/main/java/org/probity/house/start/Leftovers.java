package org.probity.house.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Processes of PostgreSQL that run, or still run, on a data folder. */
final class Leftovers {
    private final Path data;

    Leftovers(Path data) {
        this.data = data;
    }

    /**
     * Ends whatever still runs on these data: a postmaster whose program was killed, or its children when it was killed itself. A process
     * of a cluster has the data folder as its working folder, so none is missed and no reused number is mistaken for one.
     */
    void end() throws IOException, InterruptedException {
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            var deadline = System.nanoTime() + Duration.ofSeconds(signal.equals("INT") ? 8 : 2).toNanos();
            var left = processes();
            if (!left.isEmpty()) {
                var postmaster = postmasterFile().stream().findFirst().map(String::strip).orElse("");
                var targets = signal.equals("INT") && left.contains(postmaster) ? List.of(postmaster) : left;
                new ProcessBuilder("sh", "-c", "kill -" + signal + " " + String.join(" ", targets) + " 2>/dev/null").start().waitFor();
            }
            while (!left.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(20);
                left = processes();
            }
            if (left.isEmpty()) {
                // Nobody is left, so the file is stale; with a reused process number in it PostgreSQL would refuse to start.
                Files.deleteIfExists(data.resolve("postmaster.pid"));
                return;
            }
        }
        throw new Stop("An earlier PostgreSQL still holds " + data + " and does not end: process " + String.join(", ", processes()));
    }

    private List<String> processes() throws IOException {
        try (var all = Files.list(Path.of("/proc"))) {
            return all.filter(entry -> Character.isDigit(entry.getFileName().toString().charAt(0)))
                    .filter(entry -> {
                        try {
                            return Files.readSymbolicLink(entry.resolve("cwd")).equals(data);
                        } catch (IOException endedOrNotOurs) {
                            return false;
                        }
                    })
                    .map(entry -> entry.getFileName().toString())
                    .toList();
        }
    }

    List<String> postmasterFile() throws IOException {
        var file = data.resolve("postmaster.pid");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
