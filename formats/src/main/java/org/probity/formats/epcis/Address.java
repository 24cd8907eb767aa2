package org.probity.formats.epcis;

import java.nio.charset.StandardCharsets;

/// What can be the name of a thing or place: a URI (RFC 3986), looked at only as far as it keeps nonsense out.
final class Address {

    /// By octet of UTF-8: cannot stand in an address.
    private static final boolean[] BARRED = new boolean[256];
    /// By octet of UTF-8: can stand in a scheme.
    private static final boolean[] SCHEME = new boolean[256];

    static {
        for (char sign = 0; sign <= ' '; sign++) {
            BARRED[sign] = true;
        }
        for (char sign : "<>\"\\\u007f".toCharArray()) {
            BARRED[sign] = true;
        }
        for (char sign : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-._".toCharArray()) {
            SCHEME[sign] = true;
        }
    }

    private Address() {
    }

    /// A scheme, a colon and something behind it, without blanks and controls. Letters of all alphabets may stand in it (RFC 3987).
    static boolean isUri(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        int at = 0;
        while (at < octets.length && SCHEME[octets[at] & 0xff]) {
            at++;
        }
        if (at == 0 || at >= octets.length - 1 || octets[at] != ':' || octets[0] < 'A') {
            return false;
        }
        while (++at < octets.length) {
            if (BARRED[octets[at] & 0xff]) {
                return false;
            }
        }
        return true;
    }
}
