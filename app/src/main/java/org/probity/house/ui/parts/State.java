package org.probity.house.ui.parts;

import gg.jte.TemplateOutput;
import org.probity.house.ui.Html;

/**
 * How a thing stands: shape, word, colour. Printed with {@code ${...}}.
 *
 * @param tag with a border, and then only beside the name of a page
 */
public record State(Mark mark, String words, boolean tag) implements Inline {
    public State(Mark mark, String words) {
        this(mark, words, false);
    }

    public static State good(String words) {
        return new State(Mark.GOOD, words);
    }

    public static State warn(String words) {
        return new State(Mark.WARN, words);
    }

    public static State bad(String words) {
        return new State(Mark.BAD, words);
    }

    public static State none(String words) {
        return new State(Mark.NONE, words);
    }

    public static State note(String words) {
        return new State(Mark.NOTE, words);
    }

    public State asTag() {
        return new State(mark, words, true);
    }

    @Override
    public void writeTo(TemplateOutput out) {
        out.writeContent("<span class=\"" + (tag ? "tag " : "") + "state " + mark.css() + "\">" + Html.safe(words) + "</span>");
    }
}
