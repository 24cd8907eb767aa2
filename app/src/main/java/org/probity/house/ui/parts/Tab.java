package org.probity.house.ui.parts;

import java.util.OptionalLong;

/** One of the views of a record. */
public record Tab(String words, String href, boolean here, OptionalLong count) {
    public Tab(String words, String href, boolean here) {
        this(words, href, here, OptionalLong.empty());
    }
}
