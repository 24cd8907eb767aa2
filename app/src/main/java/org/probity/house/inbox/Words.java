package org.probity.house.inbox;

import org.probity.house.ui.Screen;

/** Something said in the reader's language, once there is a reader. */
@FunctionalInterface
public interface Words {
    String in(Screen s);

    static Words of(String key, Object... args) {
        return s -> s.t(key, args);
    }
}
