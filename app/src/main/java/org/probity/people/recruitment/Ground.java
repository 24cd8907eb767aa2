package org.probity.people.recruitment;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why somebody was not chosen. The list is closed and each is about the work, the post, or what law forbids: there is no "other". */
public enum Ground {
    /** Something that the posting asks for is not there. */
    NOT_QUALIFIED(Stage.SCREEN, Stage.INTERVIEW),
    /** The answers were marked lower than those of the people who went on. */
    LOWER_MARKS(Stage.SCREEN, Stage.INTERVIEW),
    NOT_AVAILABLE(Stage.SCREEN, Stage.INTERVIEW, Stage.OFFER, Stage.HIRE),
    DID_NOT_COME(Stage.INTERVIEW, Stage.HIRE),
    /** What they said of their training or work was not so. */
    NOT_TRUE(Stage.INTERVIEW, Stage.OFFER, Stage.HIRE),
    NO_DOCUMENT(Stage.OFFER, Stage.HIRE),
    /** Law does not allow this person to be put to this work, such as below sixteen. */
    NOT_BY_LAW(Stage.OFFER, Stage.HIRE),
    ALL_PLACES_TAKEN(Stage.SCREEN, Stage.INTERVIEW, Stage.OFFER, Stage.HIRE);

    private final Set<Stage> stages;

    Ground(Stage first, Stage... others) {
        stages = EnumSet.of(first, others);
    }

    static List<Ground> at(Stage stage) {
        return Arrays.stream(values()).filter(it -> it.stages.contains(stage)).toList();
    }

    static Optional<Ground> of(String typed, Stage stage) {
        return at(stage).stream().filter(it -> it.name().equals(typed)).findFirst();
    }
}
