package org.probity.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a verifier found. Only {@link Proved} may be told to anybody as proved. */
public sealed interface Verdict {

    /** How many things of a kind were checked. */
    record Check(String name, long count) {}

    /** Something that is true, and that a reader should know: a witness count, numbers that no row refers to. */
    record Remark(String code, String detail) {}

    record Figure(String key, Words name, Words unit, Optional<String> exact, Optional<String> shown, long included, long excluded, int controls) {}

    record Cosigned(String witness, Instant at) {}

    record Summary(String key, Words title, Words company, int edition, Period period, Instant publishedAt, String level, String origin,
            String vkey, String fingerprint, long treeSize, List<Cosigned> cosigned, List<Figure> figures) {}

    /** Everything was recomputed, and the reader's own policy or fingerprint names the signer and is satisfied. */
    record Proved(Summary summary, List<Check> checks, List<Remark> remarks) implements Verdict {}

    /** Everything fits together; but anybody could have made it, as nothing from outside says whose key signed. */
    record ConsistentSignerUnknown(Summary summary, List<Check> checks, List<Remark> remarks) implements Verdict {}

    /** At least one thing is not as it should be. */
    record NotProved(List<Fault> faults, List<Check> checks) implements Verdict {}

    default String word() {
        return switch (this) {
            case Proved _ -> "PROVED";
            case ConsistentSignerUnknown _ -> "CONSISTENT_SIGNER_UNKNOWN";
            case NotProved _ -> "NOT_PROVED";
        };
    }
}
