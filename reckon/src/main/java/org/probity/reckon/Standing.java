package org.probity.reckon;

import java.util.List;

/**
 * Where some people stand: people who are alike in all of it are one atom.
 *
 * @param path the units from the top down, such as site, factory, department, team; of any length
 * @param traits in the same order for everybody, such as sex, age and grade
 */
public record Standing(List<String> path, List<String> traits, int people) {
    public Standing {
        path = List.copyOf(path);
        traits = List.copyOf(traits);
    }
}
