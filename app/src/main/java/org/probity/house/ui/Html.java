package org.probity.house.ui;

import gg.jte.Content;

/** Text made safe to stand in HTML, for the few pieces that are written in Java instead of a template. */
public final class Html {
    private Html() {}

    /** For text and for attribute values in double quotes. */
    public static String safe(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    public static Content words(String text) {
        return out -> out.writeContent(safe(text));
    }
}
