package org.probity.formats.epcis;

/// What can be the name of a thing or place: a URI (RFC 3986), looked at only as far as it keeps nonsense out.
final class Address {

    /// By ASCII sign: cannot stand in an address.
    private static final boolean[] BARRED = new boolean[128];
    /// By ASCII sign: can stand in a scheme.
    private static final boolean[] SCHEME = new boolean[128];

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
        int length = text.length();
        int at = 0;
        while (at < length && text.charAt(at) < 128 && SCHEME[text.charAt(at)]) {
            at++;
        }
        if (at == 0 || at >= length - 1 || text.charAt(at) != ':' || text.charAt(0) < 'A') {
            return false;
        }
        while (++at < length) {
            char sign = text.charAt(at);
            if (sign < 128 && BARRED[sign]) {
                return false;
            }
        }
        return true;
    }
}
