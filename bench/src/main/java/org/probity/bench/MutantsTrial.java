package org.probity.bench;

import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.probity.proof.Specimen;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;

/**
 * Two verifiers, one in Java and one in the page, on packages that must not pass: {@code probity trial mutants [how many] [first number]}. None may
 * pass, and they must agree on each. The page's core runs under node, one process for all packages.
 */
public final class MutantsTrial {

    /** @param codes how many mutants had the same first fault in both, for our own curiosity */
    record Outcome(int mutants, List<String> passed, List<String> disagreed, int codes, Map<String, Integer> faults) {}

    private MutantsTrial() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int first = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        long start = System.nanoTime();
        Outcome outcome = run(many, first);
        System.out.printf("%d mutants in %d s: %d passed, %d disagreements, the same first fault in %d%n", outcome.mutants,
                (System.nanoTime() - start) / 1_000_000_000, outcome.passed.size(), outcome.disagreed.size(), outcome.codes);
        outcome.faults.forEach((code, count) -> System.out.println("  " + count + " " + code));
        outcome.passed.forEach(name -> System.out.println("PASSED " + name));
        outcome.disagreed.forEach(name -> System.out.println("DISAGREED " + name));
        System.exit(outcome.passed.isEmpty() && outcome.disagreed.isEmpty() ? 0 : 1);
    }

    /** Whether this machine can run the page's core at all. */
    static boolean hasNode() {
        try {
            return new ProcessBuilder("node", "--version").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static Outcome run(int many, int first) throws IOException, InterruptedException {
        Specimen.Made specimen = Specimen.make(1, 60);
        Mutants mutants = new Mutants(specimen);
        Optional<TrustPolicy> policy = Optional.of(TrustPolicy.parse(specimen.policy()));
        List<String> passed = new ArrayList<>();
        List<String> disagreed = new ArrayList<>();
        Map<String, Integer> faults = new TreeMap<>();
        int sameCode = 0;
        int made = 0;
        try (Page page = new Page(specimen.policy())) {
            for (byte[] good : specimen.second()) {
                if (!page.verdict(good).startsWith("PROVED") || !(Verifier.verify(good, policy) instanceof Verdict.Proved)) {
                    disagreed.add("the specimen itself");
                }
            }
            for (int number = first; number < first + many; number++) {
                Optional<Mutants.Mutant> mutant = mutants.mutant(number);
                if (mutant.isEmpty()) {
                    continue;
                }
                made++;
                byte[] zip = mutant.get().zip();
                Verdict ours = Verifier.verify(zip, policy);
                String[] theirs = page.verdict(zip).split(" ", 2);
                String name = number + " " + mutant.get().name() + ": java " + ours.word() + ", page " + String.join(" ", theirs);
                if (!ours.word().equals(theirs[0])) {
                    disagreed.add(name);
                }
                if (!(ours instanceof Verdict.NotProved not)) {
                    passed.add(name);
                    continue;
                }
                String code = not.faults().getFirst().code();
                faults.merge(code, 1, Integer::sum);
                if (code.equals("verifier") || theirs.length > 1 && theirs[1].contains("verifier")) {
                    disagreed.add(name + " (a verifier failed: " + not.faults().getFirst() + ")");
                }
                sameCode += theirs.length > 1 && code.equals(theirs[1].split(",")[0]) ? 1 : 0;
            }
        }
        return new Outcome(made, passed, disagreed, sameCode, faults);
    }

    /** The page's core in one node process. */
    private static final class Page implements AutoCloseable {
        private final Path folder = Files.createTempDirectory("mutants");
        private final Process process;
        private final DataOutputStream out;
        private final BufferedReader in;

        Page(String policy) throws IOException {
            Path html = copy(Verifier.class, "verify.html");
            Path script = copy(MutantsTrial.class, "page.mjs");
            process = new ProcessBuilder("node", script.toString(), html.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
            out = new DataOutputStream(new java.io.BufferedOutputStream(process.getOutputStream(), 1 << 16));
            in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            send(policy.getBytes(StandardCharsets.UTF_8));
        }

        private Path copy(Class<?> beside, String name) throws IOException {
            Path file = folder.resolve(name);
            try (var resource = Objects.requireNonNull(beside.getResourceAsStream(name))) {
                Files.copy(resource, file);
            }
            return file;
        }

        private void send(byte[] bytes) throws IOException {
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        }

        String verdict(byte[] zip) throws IOException {
            send(zip);
            return Objects.requireNonNull(in.readLine(), "node stopped");
        }

        @Override
        public void close() throws IOException {
            out.close();
            try {
                process.waitFor();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }
}
