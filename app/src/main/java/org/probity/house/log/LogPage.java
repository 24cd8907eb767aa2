package org.probity.house.log;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;

/**
 * The state of the log, for whoever wants to check it, and what nobody could detect as it stands.
 *
 * @param fingerprint of the key that signs
 * @param restored the backup that this house was made from
 * @param waiting records that have no place yet
 * @param acts what this reader may do here; nothing on the public page
 */
public record LogPage(Optional<Tree> tree, String vkey, String fingerprint, List<Witness> witnesses, Memory memory,
        Optional<Restoration> restored, long waiting, Acts acts, List<Answer.Reason> reasons) implements Page {

    /** @param note as witnesses read it */
    public record Tree(long size, String note) {}

    /** @param size of the newest tree it has cosigned; 0 when it has cosigned nothing yet */
    public record Witness(String name, String vkey, long size, @Nullable Instant cosignedAt) {}

    /** What is remembered outside the home, or why nothing is signed. */
    public enum Memory {
        NONE, AGREES, SET_BACK, FORKED, UNREACHABLE, RESTORED, KEYLESS, KEY_LOST;

        /** Whether an administrator can explain it here. */
        public boolean explainable() {
            return switch (this) {
                case SET_BACK, FORKED, RESTORED, KEY_LOST -> true;
                case NONE, AGREES, UNREACHABLE, KEYLESS -> false;
            };
        }
    }

    /** The name that the signing key carries and every signed state begins with. */
    public String origin() {
        return vkey.substring(0, Math.max(0, vkey.indexOf('+')));
    }

    public String restoredWords(Screen s) {
        return restored.map(it -> s.t("log.restored", it.made(), it.size())).orElse("");
    }

    public enum Acts {
        NONE,
        /** Hands in what witnesses signed. */
        COSIGN,
        /** Also names witnesses, and takes the log up again. */
        ALL
    }

    /** Whether a log that was set back or rewritten would be noticed by anybody but its owner. */
    public boolean watched() {
        return witnesses.stream().anyMatch(witness -> witness.size() > 0);
    }
}
