package org.probity.house.directory;

import java.util.Arrays;
import java.util.Optional;

/** How a person belongs to the house. Each kind owes and is counted differently. */
public enum Engagement {
    EMPLOYEE("员工"),
    PART_TIME("非全日制"),
    /** Employed by an agency, works here; counted apart by labour law. */
    DISPATCH("劳务派遣"),
    INTERN("实习"),
    CONTRACTOR("外包"),
    /** Back after retirement. */
    REHIRED("退休返聘"),
    RETIREE("退休");

    private final String chinese;

    Engagement(String chinese) {
        this.chinese = chinese;
    }

    /** As HR systems write it: our word in any case, or the Chinese one. */
    static Optional<Engagement> of(String written) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(written.replace('-', '_').replace(' ', '_')) || kind.chinese.equals(written))
                .findFirst();
    }
}
