package org.probity.proof;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A witness without a network: {@code witness new NAME --key FILE} makes a key; {@code witness sign REQUEST --key FILE --state FOLDER --log
 * VKEY [--out FILE]} checks a log's request and writes the cosignature line. It refuses what C2SP tlog-witness refuses: a tree that
 * shrank, a tree that was forked, a checkpoint that the log did not sign. The state is on the disk before the signature leaves.
 *
 * <p>Leaves with 0 when done, 1 when refused, 2 when it could not read what it was given.
 */
public final class WitnessCommand {

    private WitnessCommand() {}

    public static void main(String[] args) {
        System.exit(run(List.of(args), new PrintStream(System.out, true, StandardCharsets.UTF_8), Clock.systemUTC()));
    }

    static int run(List<String> args, PrintStream out, Clock clock) {
        Map<String, String> options = new HashMap<>();
        for (int i = 2; i + 1 < args.size(); i += 2) {
            options.put(args.get(i), args.get(i + 1));
        }
        boolean even = args.size() % 2 == 0;
        if (even && args.size() >= 4 && args.get(0).equals("new") && options.keySet().equals(Set.of("--key"))) {
            return guarded(out, () -> make(args.get(1), Path.of(options.get("--key")), out));
        }
        if (even && args.size() >= 8 && args.get(0).equals("sign") && options.keySet().containsAll(Set.of("--key", "--state", "--log"))) {
            return guarded(out, () -> sign(Path.of(args.get(1)), options, out, clock));
        }
        out.println("witness new NAME --key FILE");
        out.println("witness sign REQUEST --key FILE --state FOLDER --log VKEY [--out FILE]");
        return 2;
    }

    private interface Act {
        int run() throws IOException;
    }

    private static int guarded(PrintStream out, Act act) {
        try {
            return act.run();
        } catch (IOException | RuntimeException unreadable) {
            out.println("could not be done: " + unreadable.getMessage());
            return 2;
        }
    }

    private static int make(String name, Path file, PrintStream out) throws IOException {
        SignerKey key = SignerKey.generate(name, VerifierKey.Kind.COSIGNATURE, new SecureRandom());
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel = Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.DSYNC), ownerOnly)) {
            channel.write(StandardCharsets.UTF_8.encode(key.skey() + "\n"));
        }
        out.println(key.verifier().vkey());
        out.println(key.verifier().fingerprint());
        return 0;
    }

    private static int sign(Path requestFile, Map<String, String> options, PrintStream out, Clock clock) throws IOException {
        SignerKey key = SignerKey.parse(Files.readString(Path.of(options.get("--key"))));
        VerifierKey log = VerifierKey.parse(options.get("--log"));
        Anchor state = new Anchor(Path.of(options.get("--state")));
        CosignRequest request = CosignRequest.parse(Files.readAllBytes(requestFile));
        Checkpoint tree = Checkpoint.parse(request.checkpoint());
        if (key.verifier().kind() != VerifierKey.Kind.COSIGNATURE) {
            throw new Malformed("key.type", "not a witness's key");
        }
        if (!tree.origin().equals(log.name()) || request.checkpoint().check(log) != Note.Checked.GOOD) {
            out.println("refused: the log " + log.name() + " has not signed this checkpoint");
            return 1;
        }
        Optional<Checkpoint> seen = state.newest(tree.origin()).map(Checkpoint::parse);
        long seenSize = seen.map(Checkpoint::size).orElse(0L);
        if (tree.size() >= seenSize && request.oldSize() != seenSize) {
            out.println("refused: the request starts from size " + request.oldSize() + ", this witness last saw " + seenSize);
            return 1;
        }
        if (seenSize == 0 && !request.proof().isEmpty()) {
            out.println("refused: a first checkpoint comes without a proof");
            return 1;
        }
        return switch (state.remember(request.checkpoint(), (_, _) -> request.proof())) {
            case Anchor.Answer.Fits() -> {
                String line = key.sign(request.checkpoint().text(), clock.instant()).line();
                if (options.containsKey("--out")) {
                    Files.writeString(Path.of(options.get("--out")), line);
                } else {
                    out.print(line);
                }
                yield 0;
            }
            case Anchor.Answer.SetBack(Note before) -> {
                out.println("refused: the log was set back. It showed size " + tree.size() + " after size " + Checkpoint.parse(before).size());
                yield 1;
            }
            case Anchor.Answer.Forked(Note before) -> {
                out.println("refused: the log was rewritten. Its tree of " + tree.size() + " does not begin with the tree of "
                        + Checkpoint.parse(before).size() + " that it signed before");
                yield 1;
            }
        };
    }
}
