package org.probity.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Whom a reader trusts, from outside the package: log keys, witness keys and how many of them must have signed (C2SP tlog-policy).
 * {@link #ofFingerprint} is the smallest one: a printed fingerprint of the log's key and no witness.
 */
public final class TrustPolicy {

    private final List<VerifierKey> logs;
    private final Map<String, VerifierKey> witnesses;
    private final Optional<String> fingerprint;
    private final Group quorum;

    private sealed interface Group {
        record Nobody() implements Group {}
        record One(VerifierKey witness) implements Group {}
        record Several(String name, int least, List<Group> members) implements Group {}
    }

    private TrustPolicy(List<VerifierKey> logs, Map<String, VerifierKey> witnesses, Optional<String> fingerprint, Group quorum) {
        this.logs = List.copyOf(logs);
        this.witnesses = Map.copyOf(witnesses);
        this.fingerprint = fingerprint;
        this.quorum = quorum;
    }

    public static TrustPolicy ofFingerprint(String typed) {
        String digits = typed.replaceAll("[\\s:-]", "");
        if (!digits.matches("[0-9a-fA-F]{64}")) {
            throw new Malformed("policy.fingerprint", "a fingerprint has 64 hexadecimal digits");
        }
        return new TrustPolicy(List.of(), Map.of(), Optional.of(digits), new Group.Nobody());
    }

    public static TrustPolicy parse(byte[] bytes) {
        return parse(JsonReader.utf8(bytes));
    }

    public static TrustPolicy parse(String text) {
        List<VerifierKey> logs = new ArrayList<>();
        Map<String, VerifierKey> witnesses = new HashMap<>();
        Map<String, Group> groups = new HashMap<>();
        Set<String> members = new HashSet<>();
        Set<Hash> logKeys = new HashSet<>();
        Set<Hash> witnessKeys = new HashSet<>();
        Optional<Group> quorum = Optional.empty();
        if (text.chars().anyMatch(c -> c < 0x20 && c != '\t' && c != '\n' || c == 0x7f)) {
            throw new Malformed("policy.form", "control characters");
        }
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            String[] words = line.replaceAll("^[ \t]+|[ \t]+$", "").split("[ \t]+");
            if (words[0].isEmpty() || words[0].startsWith("#")) {
                continue;
            }
            int at = number;
            Predicate<Boolean> must = ok -> {
                if (!ok) {
                    throw new Malformed("policy.form", "line " + at + " is not as a policy line should be");
                }
                return true;
            };
            switch (words[0]) {
                case "log" -> {
                    must.test(words.length == 2 || words.length == 3);
                    VerifierKey key = VerifierKey.parse(words[1]);
                    must.test(key.kind() == VerifierKey.Kind.NOTE && logKeys.add(key.rawKey()));
                    logs.add(key);
                }
                case "witness" -> {
                    must.test(words.length == 3 || words.length == 4);
                    VerifierKey key = VerifierKey.parse(words[2]);
                    must.test(key.kind() == VerifierKey.Kind.COSIGNATURE && witnessKeys.add(key.rawKey()));
                    must.test(!words[1].equals("none") && groups.put(words[1], new Group.One(key)) == null);
                    witnesses.put(words[1], key);
                }
                case "group" -> {
                    must.test(words.length >= 4 && !words[1].equals("none"));
                    List<Group> several = new ArrayList<>();
                    for (int i = 3; i < words.length; i++) {
                        must.test(groups.containsKey(words[i]) && members.add(words[i]));
                        several.add(groups.get(words[i]));
                    }
                    int least = switch (words[2]) {
                        case "all" -> several.size();
                        case "any" -> 1;
                        default -> words[2].matches("[1-9][0-9]{0,2}") ? Integer.parseInt(words[2]) : 0;
                    };
                    must.test(least >= 1 && least <= several.size() && groups.put(words[1], new Group.Several(words[1], least, several)) == null);
                }
                case "quorum" -> {
                    must.test(words.length == 2 && quorum.isEmpty() && (words[1].equals("none") || groups.containsKey(words[1])));
                    quorum = Optional.of(words[1].equals("none") ? new Group.Nobody() : groups.get(words[1]));
                }
                default -> must.test(false);
            }
        }
        return new TrustPolicy(logs, witnesses, Optional.empty(),
                quorum.orElseThrow(() -> new Malformed("policy.form", "no quorum line")));
    }

    /** The same policy, and the log's key must have this fingerprint too. */
    public TrustPolicy withFingerprint(String typed) {
        return new TrustPolicy(logs, witnesses, ofFingerprint(typed).fingerprint, quorum);
    }

    /** A policy without logs leaves the log to the fingerprint; one that names logs means them. */
    public boolean knows(VerifierKey log) {
        boolean named = logs.stream().anyMatch(known -> known.name().equals(log.name()) && known.rawKey().equals(log.rawKey()));
        boolean printed = fingerprint.filter(log::hasFingerprint).isPresent();
        return (named || logs.isEmpty() && printed) && (printed || fingerprint.isEmpty());
    }

    /** Whether those who cosigned are enough. */
    public boolean reached(Predicate<VerifierKey> cosigned) {
        return reached(quorum, cosigned);
    }

    boolean asksForWitnesses() {
        return !(quorum instanceof Group.Nobody);
    }

    private static boolean reached(Group group, Predicate<VerifierKey> cosigned) {
        return switch (group) {
            case Group.Nobody() -> true;
            case Group.One(VerifierKey witness) -> cosigned.test(witness);
            case Group.Several(_, int least, List<Group> members) ->
                    members.stream().filter(member -> reached(member, cosigned)).count() >= least;
        };
    }

    /** The witnesses, under the names that the policy gives them. */
    public Map<String, VerifierKey> witnesses() {
        return witnesses;
    }
}
