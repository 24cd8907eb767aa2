package org.probity.house.start;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/** From the command line to a command. What a person can put right is one sentence on the terminal and exit code 2. */
public final class Launch {
    private Launch() {}

    public static void main(Class<?> application, String[] arguments) {
        var words = Arrays.asList(arguments);
        var command = words.isEmpty() || words.getFirst().startsWith("--") ? "serve" : words.getFirst();
        var rest = words.isEmpty() || words.getFirst().startsWith("--") ? words : words.subList(1, words.size());
        quietly();
        alike();
        try {
            run(application, command, rest);
        } catch (Stop stop) {
            System.err.println(stop.getMessage());
            System.exit(2);
        }
    }

    /** Until Spring has its own word on logging, and for commands that never start it: what goes wrong, nothing else. */
    private static void quietly() {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    }

    /** A reader's language is the page's affair. Codes, numbers and names of files are the same on a Turkish or an Arabic machine. */
    private static void alike() {
        Locale.setDefault(Locale.ROOT);
    }

    private static void run(Class<?> application, String command, List<String> words) {
        switch (command) {
            case "serve" -> Serve.run(application, words);
            case "sample" -> SampleFile.run(words);
            case "import" -> Importing.run(words);
            case "rehearse" -> Rehearsal.run(application);
            case "backup" -> Backup.run(words);
            case "restore" -> Restore.run(words);
            default -> throw new Stop("probity does not know \"" + command + "\". Try: probity help");
        }
    }
}
