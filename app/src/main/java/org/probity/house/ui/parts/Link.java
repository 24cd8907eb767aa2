package org.probity.house.ui.parts;

import gg.jte.TemplateOutput;
import org.probity.house.ui.Html;

/** Words that lead somewhere. An address that is empty, or of a kind a page must not lead to, leaves the bare words. */
public record Link(String words, String href) implements Inline {
    public static final Link NONE = new Link("", "");

    public boolean isEmpty() {
        return words.isEmpty();
    }

    static boolean leads(String href) {
        return href.startsWith("/") || href.startsWith("#") || href.startsWith("?") || href.startsWith("https://")
                || href.startsWith("http://") || href.startsWith("mailto:");
    }

    @Override
    public void writeTo(TemplateOutput out) {
        // Spaces that show the depth in a tree stay outside, or the line under the words would run through them.
        var bare = words.stripLeading();
        var before = words.substring(0, words.length() - bare.length());
        out.writeContent(leads(href) ? before + "<a href=\"" + Html.safe(href) + "\">" + Html.safe(bare) + "</a>" : Html.safe(words));
    }
}
