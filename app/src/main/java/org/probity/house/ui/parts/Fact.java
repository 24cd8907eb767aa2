package org.probity.house.ui.parts;

import gg.jte.Content;
import org.probity.house.ui.Html;

/** A name and what is known under it; for facts, and for answers that are looked over before they are sent. */
public record Fact(String term, Content value) {
    public Fact(String term, String value) {
        this(term, Html.words(value));
    }
}
