package org.probity.house.ui.parts;

import gg.jte.Content;
import org.probity.house.ui.Html;

/** An answer looked over before it is sent, with the way back to its question. */
public record Answered(String question, Content answer, String change) {
    public Answered(String question, String answer, String change) {
        this(question, Html.words(answer), change);
    }
}
