package org.probity.formats.cmrt;

/// Text as XML wants it.
final class Xml {

    private Xml() {
    }

    /// Characters XML cannot hold become blanks.
    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
                    if (pair) {
                        escaped.append(c).append(text.charAt(++i));
                    } else {
                        escaped.append(c < ' ' && c != '\n' && c != '\t' || Character.isSurrogate(c) || c >= '\uFFFE' ? ' ' : c);
                    }
                }
            }
        }
        return escaped.toString();
    }
}
