package org.probity.formats.ipc1752;

import org.jspecify.annotations.Nullable;

/// Where a value stands in the supplier's own file. Kept as a chain, because a file can hold many thousand values far down.
///
/// @param within the element around it; none for what stands right below the outermost
/// @param step its own name, with its number where it has namesakes beside it, such as `HomogeneousMaterial[2]`; an attribute begins with `@`
/// @param line on which the element's first tag ends, counted from 1
public record Place(@Nullable Place within, String step, int line) {

    Place at(String attribute) {
        return new Place(this, "@" + attribute, line);
    }

    Place below(String element) {
        return new Place(step.isEmpty() ? null : this, element, line);
    }

    /// The way down: `Product/MaterialInfo/HomogeneousMaterialList/HomogeneousMaterial[2]/Amount@value`.
    public String path() {
        if (within == null || within.step.isEmpty()) {
            return step;
        }
        return within.path() + (step.startsWith("@") ? "" : "/") + step;
    }

    /// The last steps of the way, enough for whoever has the line.
    public String end() {
        String path = path();
        int from = path.length();
        for (int steps = 0; steps < 3 && from > 0; steps++) {
            from = path.lastIndexOf('/', from - 1);
        }
        return from <= 0 ? path : "…" + path.substring(from);
    }

    @Override
    public String toString() {
        return path() + " (" + line + ")";
    }
}
