package org.probity.formats.epcis;

import java.nio.charset.StandardCharsets;

/// Percent-encoding of what stands in links and EPCs: each `%` with two hex digits counts as one sign.
final class Percent {

    /// Those of the 82 signs of GS1 that can stand in an EPC or a link as they are.
    private static final boolean[] NAME = new boolean[128];

    /// Those of them that a link has as they are.
    private static final boolean[] PLAIN = new boolean[128];

    static {
        for (char sign : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!'()*+,-.:;=_".toCharArray()) {
            NAME[sign] = true;
            PLAIN[sign] = !needsEncoding(sign);
        }
    }

    private Percent() {
    }

    /// For a link (GS1 Digital Link URI syntax, table 7-1), from plain text.
    static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            append(out, (char) (octet & 0xff));
        }
        return out.toString();
    }

    /// Letters and digits of an address as they are, which mean the same encoded (RFC 3986, clause 6.2.2.2).
    static String withLetters(String address) {
        int at = address.indexOf('%');
        if (at < 0) {
            return address;
        }
        StringBuilder out = new StringBuilder(address.length());
        for (int i = 0; i < address.length(); i++) {
            int sign = address.charAt(i) == '%' && i + 2 < address.length() ? 16 * Character.digit(address.charAt(i + 1), 16) + Character.digit(address.charAt(i + 2), 16) : -1;
            if (sign >= '0' && sign <= 'z' && Character.isLetterOrDigit(sign)) {
                out.append((char) sign);
                i += 2;
            } else {
                out.append(address.charAt(i));
            }
        }
        return out.toString();
    }

    /// In the one form for a link, from what stands in a link or an EPC, where each sign can stand as it is or encoded: as they are what table 7-1 lets, in
    /// capitals what it does not.
    static String one(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == '%' || !PLAIN[text.charAt(i)]) {
                return again(text, from, to);
            }
        }
        return text.substring(from, to);
    }

    private static String again(String text, int from, int to) {
        StringBuilder out = new StringBuilder(to - from + 16);
        for (int i = from; i < to; i++) {
            char sign = text.charAt(i);
            if (sign == '%') {
                sign = (char) (16 * Character.digit(text.charAt(i + 1), 16) + Character.digit(text.charAt(i + 2), 16));
                i += 2;
            }
            append(out, sign);
        }
        return out.toString();
    }

    /// Whether it already has its one form.
    ///
    /// @param text in UTF-8, of which [#length] was found to be 0 or more
    static boolean isOne(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] == '%') {
                int sign = 16 * capital(text[i + 1]) + capital(text[i + 2]);
                if (sign < 0 || sign < 128 && PLAIN[sign]) {
                    return false;
                }
                i += 2;
            } else if (!PLAIN[text[i]]) {
                return false;
            }
        }
        return true;
    }

    private static int capital(byte sign) {
        return sign >= '0' && sign <= '9' ? sign - '0' : sign >= 'A' && sign <= 'F' ? sign - 'A' + 10 : -1_000;
    }

    /// How many signs stand there, or -1 if something there cannot stand in a name.
    ///
    /// @param text in UTF-8; a name has only ASCII
    static int length(byte[] text, int from, int to) {
        int length = 0;
        for (int i = from; i < to; i++) {
            byte sign = text[i];
            if (sign == '%') {
                if (i + 2 >= to || !isHex(text[i + 1]) || !isHex(text[i + 2])) {
                    return -1;
                }
                i += 2;
            } else if (sign < 0 || !NAME[sign]) {
                return -1;
            }
            length++;
        }
        return length;
    }

    private static boolean isHex(byte sign) {
        return sign >= '0' && sign <= '9' || sign >= 'A' && sign <= 'F' || sign >= 'a' && sign <= 'f';
    }

    private static boolean needsEncoding(char sign) {
        return sign == '!' || sign >= '(' && sign <= ',' || sign == ':';
    }

    private static void append(StringBuilder out, char sign) {
        if (sign < 128 && PLAIN[sign]) {
            out.append(sign);
        } else {
            out.append('%').append("0123456789ABCDEF".charAt(sign >> 4)).append("0123456789ABCDEF".charAt(sign & 15));
        }
    }
}
