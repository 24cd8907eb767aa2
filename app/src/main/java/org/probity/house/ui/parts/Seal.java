package org.probity.house.ui.parts;

import gg.jte.TemplateOutput;
import org.probity.house.ui.Html;

/**
 * Whether the thing is in the log.
 *
 * @param href to the entry or its proof; empty when there is none
 */
public record Seal(Status status, String words, String href) implements Inline {
    public enum Status { LOGGED, YET, BROKEN }

    @Override
    public void writeTo(TemplateOutput out) {
        String shape = switch (status) {
            case LOGGED -> "i-seal";
            case YET -> "i-seal-yet";
            case BROKEN -> "i-seal-broken";
        };
        String css = switch (status) {
            case LOGGED -> "seal";
            case YET -> "seal yet";
            case BROKEN -> "seal broken";
        };
        out.writeContent("<span class=\"" + css + "\"><svg class=\"icon\" aria-hidden=\"true\"><use href=\"#" + shape + "\"/></svg>");
        new Link(words, href).writeTo(out);
        out.writeContent("</span>");
    }
}
