package org.probity.formats.epcis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field that GS1 did not define, kept as it is. Lists of JSON are several extensions of one name, as in XML.
///
/// @param namespace an address, ending as the sender ends it; empty for a field inside another that has none of its own
/// @param text null where it holds none or only others; numbers and truth values as they were written
public record Extension(String namespace, String name, @Nullable String text, List<Extension> fields) {

    public Extension {
        fields = List.copyOf(fields);
    }

    public static Extension text(String namespace, String name, String text) {
        return new Extension(namespace, name, text, List.of());
    }

    static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /// The text of the first field of that name among those given, or null.
    public static @Nullable String find(List<Extension> all, String namespace, String name) {
        for (Extension one : all) {
            if (one.name.equals(name) && one.namespace.equals(namespace)) {
                return one.text;
            }
        }
        return null;
    }
}
