package org.probity.house.ui.parts;

import java.util.List;

/**
 * A filter that is typed or chosen from a list.
 *
 * @param options empty for a field to type in
 */
public record Pick(String name, String label, List<Option> options) {
    public Pick(String name, String label) {
        this(name, label, List.of());
    }
}
