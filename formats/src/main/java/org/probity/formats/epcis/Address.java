package org.probity.formats.epcis;

/// What can be the name of a thing or place: a URI (RFC 3986), looked at only as far as it keeps nonsense out.
final class Address {

    private Address() {
    }

    /// A scheme, a colon and something behind it, without blanks and controls. Letters of all alphabets may stand in it (RFC 3987).
    static boolean isUri(String text) {
        int length = text.length();
        int colon = -1;
        for (int i = 0; i < length; i++) {
            char sign = text.charAt(i);
            if (sign <= ' ' || sign == '<' || sign == '>' || sign == '"' || sign == 0x7f || sign == '\\') {
                return false;
            }
            if (colon < 0) {
                if (sign == ':') {
                    colon = i;
                } else if (!(sign >= 'a' && sign <= 'z' || sign >= 'A' && sign <= 'Z' || i > 0 && (sign >= '0' && sign <= '9' || "+-.".indexOf(sign) >= 0
                        || sign == '_'))) {
                    return false;
                }
            }
        }
        return colon > 0 && colon < length - 1;
    }
}
