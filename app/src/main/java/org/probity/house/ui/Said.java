package org.probity.house.ui;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What was just done, for the next page to say once.
 *
 * @param args must be serializable: they cross a redirect in the session
 * @param undo where a form takes it back; empty when it cannot be
 */
public record Said(String key, List<Object> args, String undo) implements Serializable {
    public Said {
        args = new ArrayList<>(args);
    }
}
