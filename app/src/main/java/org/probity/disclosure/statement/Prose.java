package org.probity.disclosure.statement;

import gg.jte.Content;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.probity.house.ui.Html;

/** Plain text as people write it: an empty line parts paragraphs, a line that begins with {@code ##} is a heading. Nothing else is special. */
public final class Prose {
    private Prose() {}

    public static Content of(String text) {
        var html = Arrays.stream(text.strip().split("\n\\s*\n")).filter(it -> !it.isBlank())
                .map(it -> it.startsWith("## ") ? heading(it.strip()) : "<p>" + Html.safe(it.strip()) + "</p>")
                .collect(Collectors.joining("\n"));
        return out -> out.writeContent(html);
    }

    /** What follows the heading without an empty line is its first paragraph. */
    private static String heading(String block) {
        var end = block.indexOf('\n');
        return end < 0 ? "<h3>" + Html.safe(block.substring(3)) + "</h3>"
                : "<h3>" + Html.safe(block.substring(3, end)) + "</h3>\n<p>" + Html.safe(block.substring(end + 1).strip()) + "</p>";
    }
}
