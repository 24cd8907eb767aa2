package org.probity.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * What a log says about itself: under this name there is a tree of this size with this root (C2SP tlog-checkpoint). The text of a note; who
 * signed it stands in the {@link Note}. Sizes of more than 15 digits are refused, so that every verifier can count in doubles.
 *
 * @param extensions opaque lines; ours has none, another log's are kept
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.contains("\n") || size < 0 || extensions.stream().anyMatch(l -> l.isEmpty() || l.contains("\n"))) {
            throw new Malformed("checkpoint.form", "no origin, a size below zero or an empty line");
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    public static Checkpoint parse(Note note) {
        return parse(note.text());
    }

    public static Checkpoint parse(String text) {
        if (!text.endsWith("\n")) {
            throw new Malformed("checkpoint.form", "ends without a newline");
        }
        String[] lines = text.substring(0, text.length() - 1).split("\n", -1);
        if (lines.length < 3 || !lines[1].matches("0|[1-9][0-9]{0,14}")) {
            throw new Malformed("checkpoint.form", "not origin, size and root");
        }
        List<String> extensions = new ArrayList<>(List.of(lines).subList(3, lines.length));
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), Hash.base64(lines[2]), extensions);
    }

    /** The text to be signed. */
    public String text() {
        StringBuilder out = new StringBuilder(origin).append('\n').append(size).append('\n').append(root.base64()).append('\n');
        extensions.forEach(line -> out.append(line).append('\n'));
        return out.toString();
    }
}
