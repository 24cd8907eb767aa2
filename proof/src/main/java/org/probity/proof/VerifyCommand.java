package org.probity.proof;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/**
 * {@code java -jar verify.jar FILE [--policy FILE] [--fingerprint DIGITS] [--lang en|zh]}. Leaves with 0 when proved or consistent (the first
 * line says which), 1 when not proved, 2 when it could not read or understand what it was given.
 */
public final class VerifyCommand {

    private static final int LINES_MAX = 20;

    private final PrintStream out;
    private final Properties words;
    private final boolean chinese;

    private VerifyCommand(PrintStream out, boolean chinese) {
        this.out = out;
        this.chinese = chinese;
        this.words = words(chinese ? "zh" : "en");
    }

    static Properties words(String lang) {
        Properties words = new Properties();
        String name = "verdict_" + lang + ".properties";
        try (var in = Objects.requireNonNull(VerifyCommand.class.getResourceAsStream(name))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new MissingResourceException("unreadable", VerifyCommand.class.getName(), name);
        }
        return words;
    }

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out));
    }

    /** The same for a launcher that has its own {@code main}; gives the exit code. */
    public static int run(List<String> args, PrintStream out) {
        Optional<String> file = Optional.empty();
        Optional<String> policyFile = Optional.empty();
        Optional<String> fingerprint = Optional.empty();
        boolean chinese = Locale.getDefault().getLanguage().equals("zh");
        for (int i = 0; i < args.size(); i++) {
            Optional<String> next = i + 1 < args.size() ? Optional.of(args.get(i + 1)) : Optional.empty();
            switch (args.get(i)) {
                case "--policy" -> {
                    policyFile = next;
                    i++;
                }
                case "--fingerprint" -> {
                    fingerprint = next;
                    i++;
                }
                case "--lang" -> {
                    chinese = next.filter("zh"::equals).isPresent();
                    i++;
                }
                default -> {
                    if (file.isPresent() || args.get(i).startsWith("-")) {
                        return usage(out);
                    }
                    file = Optional.of(args.get(i));
                }
            }
        }
        if (file.isEmpty()) {
            return usage(out);
        }
        VerifyCommand command = new VerifyCommand(out, chinese);
        Optional<TrustPolicy> policy = Optional.empty();
        byte[] zip;
        try {
            if (policyFile.isPresent()) {
                policy = Optional.of(TrustPolicy.parse(Files.readAllBytes(Path.of(policyFile.get()))));
            }
            if (fingerprint.isPresent()) {
                String typed = fingerprint.get();
                policy = Optional.of(policy.map(known -> known.withFingerprint(typed)).orElseGet(() -> TrustPolicy.ofFingerprint(typed)));
            }
            zip = Files.readAllBytes(Path.of(file.get()));
        } catch (IOException | RuntimeException | OutOfMemoryError unreadable) {
            out.println(command.word("say.unreadable") + ": " + unreadable.getMessage());
            return 2;
        }
        return command.say(Verifier.verify(zip, policy));
    }

    private static int usage(PrintStream out) {
        out.println("verify FILE [--policy FILE] [--fingerprint DIGITS] [--lang en|zh]");
        return 2;
    }

    private String word(String key) {
        return words.getProperty(key, key);
    }

    private String word(Words both) {
        return chinese ? both.zh() : both.en();
    }

    private int say(Verdict verdict) {
        out.println(word(verdict.word()) + (chinese ? "" : " ") + word(verdict.word() + ".why"));
        return switch (verdict) {
            case Verdict.Proved(var summary, var checks, var remarks) -> {
                say(summary, checks, remarks);
                yield 0;
            }
            case Verdict.ConsistentSignerUnknown(var summary, var checks, var remarks) -> {
                say(summary, checks, remarks);
                yield 0;
            }
            case Verdict.NotProved(var faults, var checks) -> {
                faults.stream().limit(LINES_MAX).forEach(fault -> out.println("  \u25a0 " + word(fault.code()) + " [" + fault.code() + "] " + fault.file()
                        + (fault.line() == 0 ? "" : " " + word("say.line") + " " + fault.line()) + "\n    " + fault.detail()));
                say(checks);
                yield 1;
            }
        };
    }

    private void say(Verdict.Summary summary, List<Verdict.Check> checks, List<Verdict.Remark> remarks) {
        out.println(word(summary.company()) + " \u00b7 " + word(summary.title()) + " \u00b7 " + summary.period().from() + " \u2013 " + summary.period().to()
                + " \u00b7 " + word("say.edition") + " " + summary.edition() + " \u00b7 " + word("say.level") + " " + word("level." + summary.level()));
        for (Verdict.Figure figure : summary.figures()) {
            out.println("  \u25cf " + word(figure.name()) + ": " + figure.shown().map(shown -> shown + " " + word(figure.unit())).orElse(word("say.novalue")).strip()
                    + figure.exact().map(exact -> " (" + exact + ")").orElse("") + "; " + word("say.rows") + " " + figure.included() + ", "
                    + word("say.excluded") + " " + figure.excluded());
        }
        out.println(word("say.log") + ": " + summary.origin() + ", " + summary.treeSize());
        out.println(word("say.fingerprint") + ": " + summary.fingerprint());
        out.println(word("say.cosigned") + ": " + (summary.cosigned().isEmpty() ? word("say.nobody")
                : String.join(", ", summary.cosigned().stream().map(one -> one.witness() + " " + one.at()).toList())));
        remarks.stream().limit(LINES_MAX).forEach(remark -> out.println("  \u25b2 " + word("remark." + remark.code()) + ": " + remark.detail()));
        say(checks);
    }

    private void say(List<Verdict.Check> checks) {
        out.println(word("say.checked") + ": " + String.join(", ", checks.stream().map(check -> word("check." + check.name()) + " " + check.count()).toList()));
    }
}
