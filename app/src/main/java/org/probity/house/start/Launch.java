package org.probity.house.start;

import java.util.Arrays;
import java.util.List;

/** From the command line to a command. What a person can put right is one sentence on the terminal and exit code 2. */
public final class Launch {
    private Launch() {}

    public static void main(Class<?> application, String[] arguments) {
        var words = Arrays.asList(arguments);
        var command = words.isEmpty() || words.getFirst().startsWith("--") ? "serve" : words.getFirst();
        var rest = words.isEmpty() || words.getFirst().startsWith("--") ? words : words.subList(1, words.size());
        try {
            run(application, command, rest);
        } catch (Stop stop) {
            System.err.println(stop.getMessage());
            System.exit(2);
        }
    }

    private static void run(Class<?> application, String command, List<String> words) {
        switch (command) {
            case "serve" -> Serve.run(application, words);
            case "backup" -> Backup.run(words);
            case "restore" -> Restore.run(words);
            default -> throw new Stop("probity does not know \"" + command + "\". Try: probity help");
        }
    }
}
