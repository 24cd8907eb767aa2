package org.probity.shapes.rule;

import org.probity.house.access.Role;

/** A number that a room goes by. */
public interface RuleKey {
    String room();

    String code();

    /** The message that says what it is. */
    String words();

    int least();

    int most();

    /** Who decides it. */
    Role decides();
}
