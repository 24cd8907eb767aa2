package org.probity.house.inbox;

import java.util.List;
import org.probity.house.access.Me;
import org.probity.house.ui.parts.Mark;

/** The figures a person answers for. A bean of this type speaks on the desk. */
public interface Numbers {
    /** @param value as people read it, with its unit in their language */
    record Line(Words name, Words value, String href, Mark mark, Words stands) {
        /** Of a value that reads the same in every language. */
        public Line(Words name, String value, String href, Mark mark, Words stands) {
            this(name, s -> value, href, mark, stands);
        }
    }

    List<Line> of(Me me);
}
