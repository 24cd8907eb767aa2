package org.probity.customs;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.probity.proof.Fault;
import org.probity.proof.TrustPolicy;
import org.probity.proof.VerifyCommand;

/**
 * {@code java -jar verify-customs.jar FILE [--policy FILE] [--fingerprint DIGITS] [--lang en|zh]}: says whether a customs pack holds together. Leaves with 0 when it does
 * (the first line says whether its signer is known to you), 1 when not, 2 when it could not be read. A published report is handed to the verifier of reports.
 */
public final class VerifyCustomsCommand {
    private final Properties words;
    private final PrintStream out;

    private VerifyCustomsCommand(PrintStream out, boolean chinese) {
        this.out = out;
        this.words = words(chinese ? "zh" : "en");
    }

    static Properties words(String lang) {
        var words = new Properties();
        try (var in = Objects.requireNonNull(VerifyCustomsCommand.class.getResourceAsStream("customs_" + lang + ".properties"))) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException("the words of " + lang + " cannot be read", impossible);
        }
        return words;
    }

    public static void main(String[] args) {
        System.exit(run(List.of(args), new PrintStream(System.out, true, StandardCharsets.UTF_8)));
    }

    public static int run(List<String> args, PrintStream out) {
        var others = new ArrayList<String>();
        var chinese = Locale.getDefault().getLanguage().equals("zh");
        Optional<TrustPolicy> policy = Optional.empty();
        try {
            for (var n = 0; n < args.size(); n++) {
                var next = n + 1 < args.size() ? args.get(n + 1) : "";
                switch (args.get(n)) {
                    case "--policy" -> {
                        policy = Optional.of(TrustPolicy.parse(Files.readAllBytes(Path.of(next))));
                        n++;
                    }
                    case "--fingerprint" -> {
                        policy = Optional.of(policy.map(it -> it.withFingerprint(next)).orElseGet(() -> TrustPolicy.ofFingerprint(next)));
                        n++;
                    }
                    case "--lang" -> {
                        chinese = next.equals("zh");
                        n++;
                    }
                    default -> others.add(args.get(n));
                }
            }
            if (others.size() != 1 || !VerifyCustoms.is(Path.of(others.getFirst()))) {
                return VerifyCommand.run(args, out);
            }
            return new VerifyCustomsCommand(out, chinese).say(VerifyCustoms.verify(Path.of(others.getFirst()), policy));
        } catch (IOException | RuntimeException unreadable) {
            out.println(words(chinese ? "zh" : "en").getProperty("unreadable") + ": " + unreadable.getMessage());
            return 2;
        }
    }

    private int say(VerifyCustoms.Finding finding) {
        if (finding.sound().isEmpty()) {
            refuse(finding.fault().orElseThrow());
            return 1;
        }
        var it = finding.sound().get();
        out.println(word(it.known() ? "PROVED" : "CONSISTENT_SIGNER_UNKNOWN"));
        out.println(it.company() + " \u00b7 " + word("pack") + " " + it.number() + " (" + it.pack() + ") \u00b7 " + it.madeAt());
        fact("serials", it.serials() + " \u00b7 " + it.grams() + " g");
        fact("chains", Long.toString(it.groups()));
        it.verdicts().forEach((verdict, count) -> out.println("  " + (verdict.equals("CLEAN") ? "\u25cf" : verdict.equals("TOUCHED") ? "\u25a0" : "\u25b2") + " " + word("verdict." + verdict) + ": " + count));
        fact("events", it.events() + " \u00b7 " + word("entries") + " " + it.entries());
        fact("papers", it.papers() + " \u00b7 " + word("missing") + " " + it.missing());
        fact("log", it.origin() + ", " + it.treeSize());
        fact("fingerprint", it.fingerprint());
        fact("cosigned", it.cosigned().isEmpty() ? word("nobody") : String.join(", ", it.cosigned()));
        out.println(word("limits"));
        return 0;
    }

    private void refuse(Fault fault) {
        out.println(word("NOT_PROVED"));
        out.println("  \u25a0 [" + fault.code() + "] " + fault.file() + (fault.line() == 0 ? "" : " " + word("line") + " " + fault.line()) + "\n    " + fault.detail());
    }

    private void fact(String key, String value) {
        out.println(word(key) + ": " + value);
    }

    private String word(String key) {
        return words.getProperty(key, key);
    }
}
