package org.probity.people.labour;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;

/**
 * Something a check found, as it stands.
 *
 * @param person null: it is about a place
 * @param key and {@code args}: what was found, in words of the room's messages
 * @param value of the number it goes by; empty where it goes by none
 * @param lastSeen when a run last found it
 * @param gone whether the newest run over its month no longer does
 */
public record Finding(
        UUID id, String code, String severity, @Nullable UUID person, String number, String nameEn, String nameZh, String placeEn, String placeZh, String about, String key,
        List<Object> args, @Nullable UUID rule, String value, boolean signed, String source, int step, Stage stage, @Nullable UUID by, Instant foundAt, Instant lastSeen, boolean gone) {
    public enum Stage { OPEN, TAKEN, DONE, CLOSED }

    /** One of its steps. */
    public record Step(int no, Stage stage, String words, @Nullable UUID by, Instant at) {}

    public Finding {
        args = List.copyOf(args);
    }

    /** One of something is a number again here, so that it is said of one. */
    public String words(Screen s) {
        return s.t("labour.hit." + key, args.stream().map(it -> it.equals("1") ? (Object) 1 : it).toArray());
    }

    public String name(Lang lang) {
        return LabourWords.in(lang, nameEn, nameZh);
    }

    public String place(Lang lang) {
        return LabourWords.in(lang, placeEn, placeZh);
    }

    public State state(Screen s) {
        var words = s.t("labour.stage." + stage);
        return switch (stage) {
            case OPEN -> severity.equals("BLOCK") ? State.bad(words) : State.warn(words);
            case TAKEN -> State.warn(words);
            case DONE -> State.note(words);
            case CLOSED -> State.good(words);
        };
    }

}
