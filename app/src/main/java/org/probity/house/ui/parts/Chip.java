package org.probity.house.ui.parts;

import java.util.OptionalLong;
import org.probity.house.ui.Query;

/** A list narrowed by one press. */
public record Chip(String words, String href, boolean here, OptionalLong count) {
    /** Narrows by this value; an empty value is "all". */
    public static Chip of(Query query, String name, String value, String words, long count) {
        return new Chip(words, query.with(name, value).href(), query.has(name, value), OptionalLong.of(count));
    }

    public static Chip of(Query query, String name, String value, String words) {
        return new Chip(words, query.with(name, value).href(), query.has(name, value), OptionalLong.empty());
    }
}
