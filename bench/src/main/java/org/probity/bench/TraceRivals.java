package org.probity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Hands the questions of {@link TraceBench} to a rival, each in a process of its own, and holds its answers beside ours. */
final class TraceRivals {

    /** Nodes that an answer names, and the microseconds it took. */
    record Answer(int found, double micros) {}

    record Question(boolean up, int item, Answer ours) {
        String line() {
            return (up ? "up " : "down ") + item;
        }
    }

    private TraceRivals() {}

    /** A rival in a process of its own, from its source and the jars that were fetched for it. */
    static void ask(String name, String licence, String jars, String program, Path folder, List<Question> questions, String sizes, double upBound)
            throws IOException, InterruptedException {
        Path rivals = Path.of(System.getProperty("probity.rivals", ""));
        Path fetched = Path.of(System.getProperty("probity.fetched", ""), jars);
        if (!Files.isDirectory(fetched)) {
            System.out.println("# " + name + " was not fetched, so nothing is said of it: " + fetched);
            return;
        }
        Files.write(folder.resolve("questions"), questions.stream().map(Question::line).toList());
        var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx3g", "--enable-native-access=ALL-UNNAMED", "-cp", fetched + "/*",
                rivals.resolve(jars).resolve(program + ".java").toString(), folder.toString()));
        command.addAll(List.of(sizes.split(" ")));
        var process = new ProcessBuilder(command).redirectError(folder.resolve("rival.err").toFile()).start();
        var said = process.inputReader().lines().toList();
        if (process.waitFor() != 0) {
            System.out.println("# " + name + " could not run, so nothing is said of it: "
                    + Files.readAllLines(folder.resolve("rival.err")).stream().filter(line -> line.contains("Exception") || line.contains("rror")).findFirst().orElse(""));
            return;
        }
        compare(name, licence, said, questions, upBound);
    }

    private static void compare(String name, String licence, List<String> said, List<Question> questions, double upBound) {
        double[] sums = new double[2];
        int ups = 0;
        for (var question : questions) {
            var words = said.stream().filter(line -> line.startsWith(question.line() + " ")).findFirst().orElseThrow(() -> new IllegalStateException(name + " did not answer " + question.line()))
                    .split(" ");
            if (Integer.parseInt(words[2]) != question.ours().found()) {
                throw new IllegalStateException(name + " finds " + words[2] + " for " + question.line() + ", and we " + question.ours().found());
            }
            double theirs = Double.parseDouble(words[3]);
            if (question.up()) {
                ups++;
                sums[0] += question.ours().micros();
                sums[1] += theirs;
            } else {
                double ratio = theirs / question.ours().micros();
                System.out.printf(Locale.ROOT, "trace %d items downstream, ms, ours %.2f, %s %.1f, %.0f x%n", question.ours().found(), question.ours().micros() / 1e3, name, theirs / 1e3, ratio);
            }
        }
        String version = said.stream().filter(line -> line.startsWith("version ")).findFirst().orElse("version ?").substring(8);
        String load = said.stream().filter(line -> line.startsWith("load ")).map(line -> String.format(Locale.ROOT, "%.1f s", Long.parseLong(line.substring(5)) / 1e6)).findFirst().orElse("?");
        System.out.printf(Locale.ROOT, "# %s %s (%s) took the graph in in %s and found what we found in all %d questions%n", name, version, licence, load, questions.size());
        System.out.printf(Locale.ROOT, "trace one module upstream, us, mean of %d, ours %.1f, %s %.0f%n", ups, sums[0] / ups, name, sums[1] / ups);
        if (upBound > 0) {
            TraceBench.goal("times faster than " + name + ", one module upstream", sums[1] / sums[0], ">= " + upBound, sums[1] / sums[0] >= upBound);
        }
    }
}
