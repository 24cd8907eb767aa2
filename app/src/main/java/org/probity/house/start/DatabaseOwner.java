package org.probity.house.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** As whom PostgreSQL runs: as whoever runs us; where that is root, whom it refuses, as nobody, who then owns its folders. */
final class DatabaseOwner {
    static final int NOBODY = 65534;

    private final Path said;

    /** @param said where the last command's words go */
    DatabaseOwner(Path said) {
        this.said = said;
    }

    static boolean root() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** @return how the command ended */
    int run(List<String> command, Duration patience) throws IOException, InterruptedException {
        var running = new ProcessBuilder(command(command))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!running.waitFor(patience)) {
            running.destroyForcibly();
            throw new Stop(command.getFirst() + " did not end within " + patience.toSeconds() + " seconds");
        }
        return running.exitValue();
    }

    /** In a session of its own, so that Ctrl-C at the terminal reaches us alone and open requests may finish first. */
    static List<String> command(List<String> command) {
        var whole = new ArrayList<>(List.of("setsid", "setpriv", "--pdeathsig", "INT"));
        if (root()) {
            whole.addAll(List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        whole.addAll(command);
        return whole;
    }

    static Path own(Path path) throws IOException {
        if (root()) {
            Files.setAttribute(path, "unix:uid", NOBODY);
            Files.setAttribute(path, "unix:gid", NOBODY);
        }
        return path;
    }
}
