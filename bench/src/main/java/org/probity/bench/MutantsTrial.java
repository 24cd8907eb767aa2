package org.probity.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.probity.proof.Specimen;
import org.probity.proof.TrustPolicy;
import org.probity.proof.Verdict;
import org.probity.proof.Verifier;

/**
 * Two verifiers, one in Java and one in the page, on packages that must not pass: {@code probity trial mutants [how many] [first number]}. None may
 * pass, and they must agree on each. The page stands open in a real browser, as it does before whoever checks a report.
 */
public final class MutantsTrial {

    /** @param codes how many mutants had the same first fault in both, for our own curiosity */
    record Outcome(String browser, int mutants, List<String> passed, List<String> disagreed, int codes, Map<String, Integer> faults) {}

    /** Packages that the browser is given at once. */
    private static final int BATCH = 50;

    private MutantsTrial() {}

    public static void main(String[] args) throws IOException {
        int many = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int first = args.length > 1 ? Integer.parseInt(args[1]) : 0;
        long start = System.nanoTime();
        Outcome outcome = run(many, first);
        System.out.printf("# %s%n%d mutants in %d s: %d passed, %d disagreements, the same first fault in %d%n", outcome.browser, outcome.mutants,
                (System.nanoTime() - start) / 1_000_000_000, outcome.passed.size(), outcome.disagreed.size(), outcome.codes);
        outcome.faults.forEach((code, count) -> System.out.println("  " + count + " " + code));
        outcome.passed.forEach(name -> System.out.println("PASSED " + name));
        outcome.disagreed.forEach(name -> System.out.println("DISAGREED " + name));
        System.exit(outcome.passed.isEmpty() && outcome.disagreed.isEmpty() ? 0 : 1);
    }

    static Outcome run(int many, int first) throws IOException {
        Specimen.Made specimen = Specimen.make(1, 60);
        Mutants mutants = new Mutants(specimen);
        Comparison comparison = new Comparison(TrustPolicy.parse(specimen.policy()));
        try (VerifyPage page = new VerifyPage(specimen.policy())) {
            comparison.ofTheSpecimen(specimen.second(), page.verdicts(specimen.second()));
            for (int number = first; number < first + many; number += BATCH) {
                Map<Integer, Mutants.Mutant> batch = new TreeMap<>();
                for (int one = number; one < Math.min(number + BATCH, first + many); one++) {
                    int here = one;
                    mutants.mutant(one).ifPresent(mutant -> batch.put(here, mutant));
                }
                Iterator<String> theirs = page.verdicts(batch.values().stream().map(Mutants.Mutant::zip).toList()).iterator();
                batch.forEach((one, mutant) -> comparison.of(one + " " + mutant.name(), mutant.zip(), theirs.next()));
            }
            return new Outcome(page.browser(), comparison.made, comparison.passed, comparison.disagreed, comparison.sameCode, comparison.faults);
        }
    }

    /** What both said, package by package. */
    private static final class Comparison {
        private final Optional<TrustPolicy> policy;
        private final List<String> passed = new ArrayList<>();
        private final List<String> disagreed = new ArrayList<>();
        private final Map<String, Integer> faults = new TreeMap<>();
        private int sameCode;
        private int made;

        Comparison(TrustPolicy policy) {
            this.policy = Optional.of(policy);
        }

        /** Two verifiers that refuse everything would agree on every mutant. */
        void ofTheSpecimen(List<byte[]> packages, List<String> theirs) {
            for (int i = 0; i < packages.size(); i++) {
                if (!theirs.get(i).equals("PROVED ") || !(Verifier.verify(packages.get(i), policy) instanceof Verdict.Proved)) {
                    disagreed.add("the specimen itself: page " + theirs.get(i));
                }
            }
        }

        void of(String mutant, byte[] zip, String said) {
            made++;
            Verdict ours = Verifier.verify(zip, policy);
            String[] theirs = said.split(" ", 2);
            String name = mutant + ": java " + ours.word() + ", page " + said;
            if (!ours.word().equals(theirs[0])) {
                disagreed.add(name);
            }
            if (!(ours instanceof Verdict.NotProved not)) {
                passed.add(name);
                return;
            }
            String code = not.faults().getFirst().code();
            faults.merge(code, 1, Integer::sum);
            if (code.equals("verifier") || theirs[1].contains("verifier")) {
                disagreed.add(name + " (a verifier failed: " + not.faults().getFirst() + ")");
            }
            sameCode += code.equals(theirs[1].split(",")[0]) ? 1 : 0;
        }
    }
}
