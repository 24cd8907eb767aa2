package org.probity.formats.epcis;

import java.nio.charset.StandardCharsets;

/// Percent-encoding of what stands in links and EPCs: each `%` with two hex digits counts as one sign.
final class Percent {

    private Percent() {
    }

    /// For a link (GS1 Digital Link URI syntax, table 7-1), from plain text.
    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char sign = (char) (octet & 0xff);
            if (sign <= ' ' || sign > '~' || "#%&/<>?\"".indexOf(sign) >= 0) {
                hex(out, sign);
            } else {
                link(out, sign);
            }
        }
        return out.toString();
    }

    /// For a link, from what stands in an EPC, where some signs are encoded already and others need not be.
    static String fromEpc(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (needsEncoding(text.charAt(i))) {
                StringBuilder out = new StringBuilder(to - from + 8);
                for (int j = from; j < to; j++) {
                    link(out, text.charAt(j));
                }
                return out.toString();
            }
        }
        return text.substring(from, to);
    }

    /// How many signs stand there, or -1 if something there cannot stand in a name.
    static int length(String text, int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            char sign = text.charAt(i);
            if (sign == '%') {
                if (i + 2 >= to || !isHex(text.charAt(i + 1)) || !isHex(text.charAt(i + 2))) {
                    return -1;
                }
                i += 2;
            } else if (!isNameSign(sign)) {
                return -1;
            }
            length++;
        }
        return length;
    }

    /// Those of the 82 signs of GS1 that can stand in an EPC or a link as they are.
    private static boolean isNameSign(char sign) {
        return sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9' || "!'()*+,-.:;=_".indexOf(sign) >= 0;
    }

    private static boolean isHex(char sign) {
        return sign >= '0' && sign <= '9' || sign >= 'A' && sign <= 'F' || sign >= 'a' && sign <= 'f';
    }

    private static boolean needsEncoding(char sign) {
        return sign == '!' || sign >= '(' && sign <= ',' || sign == ':';
    }

    private static void link(StringBuilder out, char sign) {
        if (needsEncoding(sign)) {
            hex(out, sign);
        } else {
            out.append(sign);
        }
    }

    private static void hex(StringBuilder out, char sign) {
        out.append('%').append("0123456789ABCDEF".charAt(sign >> 4)).append("0123456789ABCDEF".charAt(sign & 15));
    }
}
