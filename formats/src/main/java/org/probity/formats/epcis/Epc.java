package org.probity.formats.epcis;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.DigitalLink.Key;

/// Reads and writes EPC URIs, class URIs and patterns (EPC Tag Data Standard, clauses 6 and 8).
final class Epc {

    private static final String ID = "urn:epc:id:";
    private static final String CLASS = "urn:epc:class:";
    private static final String PATTERN = "urn:epc:idpat:";

    private Epc() {
    }

    static @Nullable DigitalLink read(String epc) {
        if (epc.startsWith(ID)) {
            return of(epc, ID.length(), false);
        }
        if (epc.startsWith(PATTERN)) {
            return of(epc, PATTERN.length(), true);
        }
        return epc.startsWith("lgtin:", CLASS.length()) && epc.startsWith(CLASS) ? product(epc, CLASS.length() + 6, "10", 20, false) : null;
    }

    private static @Nullable DigitalLink of(String epc, int from, boolean pattern) {
        int colon = epc.indexOf(':', from);
        if (colon < 0) {
            return null;
        }
        int at = colon + 1;
        return switch (epc.substring(from, colon)) {
            case "sgtin" -> product(epc, at, "21", 20, pattern);
            case "upui" -> product(epc, at, "235", 28, pattern);
            case "itip" -> pieces(epc, at, pattern);
            case "grai" -> serialised(Key.GRAI, epc, at, 16, pattern);
            case "gdti" -> serialised(Key.GDTI, epc, at, 17, pattern);
            case "sgcn" -> serialised(Key.GCN, epc, at, 12, pattern);
            case "cpi" -> part(epc, at, pattern);
            case "sscc" -> pattern ? null : shipping(epc, at);
            case "sgln" -> pattern ? null : place(epc, at);
            case "pgln" -> pattern ? null : whole(Key.PARTY, epc, at, 12);
            case "gsrn" -> pattern ? null : whole(Key.GSRN, epc, at, 17);
            case "gsrnp" -> pattern ? null : whole(Key.GSRNP, epc, at, 17);
            case "gsin" -> pattern ? null : whole(Key.GSIN, epc, at, 16);
            case "giai" -> pattern ? null : free(Key.GIAI, epc, at);
            case "ginc" -> pattern ? null : free(Key.GINC, epc, at);
            default -> null;
        };
    }

    /// The point behind the company prefix, if that has 6 to 12 digits and it and what follows up to the next point have so many together.
    private static int prefixEnd(String epc, int from, int digits) {
        int point = epc.indexOf('.', from);
        if (point < from + 6 || point > from + 12 || epc.length() < from + digits + 1) {
            return -1;
        }
        for (int i = from; i <= from + digits; i++) {
            if (i != point && (epc.charAt(i) < '0' || epc.charAt(i) > '9')) {
                return -1;
            }
        }
        return point;
    }

    private static @Nullable DigitalLink product(String epc, int from, String qualifier, int signs, boolean pattern) {
        int point = prefixEnd(epc, from, 13);
        int detail = from + 15;
        if (point < 0 || epc.length() <= detail || epc.charAt(detail - 1) != '.') {
            return null;
        }
        String gtin = gtin(epc, from, point);
        if (pattern) {
            return isStar(epc, detail) ? new DigitalLink(Key.GTIN, gtin, null, "") : null;
        }
        return fits(epc, detail, signs) ? new DigitalLink(Key.GTIN, gtin, qualifier, Percent.one(epc, detail, epc.length())) : null;
    }

    /// The indicator stands behind the company prefix, but before it in the GTIN.
    private static String gtin(String epc, int from, int point) {
        StringBuilder digits = new StringBuilder(14);
        digits.append(epc.charAt(point + 1)).append(epc, from, point).append(epc, point + 2, from + 14);
        return digits.append(DigitalLink.checkDigit(digits)).toString();
    }

    private static @Nullable DigitalLink pieces(String epc, int from, boolean pattern) {
        int point = prefixEnd(epc, from, 13);
        int detail = from + 21;
        if (point < 0 || epc.length() <= detail || epc.charAt(from + 14) != '.' || epc.charAt(from + 17) != '.' || epc.charAt(detail - 1) != '.'
                || !isDigits(epc, from + 15, from + 17) || !isDigits(epc, from + 18, from + 20)) {
            return null;
        }
        String itip = gtin(epc, from, point) + epc.substring(from + 15, from + 17) + epc.substring(from + 18, from + 20);
        if (pattern) {
            return isStar(epc, detail) ? new DigitalLink(Key.ITIP, itip, null, "") : null;
        }
        return fits(epc, detail, 20) ? new DigitalLink(Key.ITIP, itip, "21", Percent.one(epc, detail, epc.length())) : null;
    }

    /// An asset, document or coupon: its kind with a check digit, and the serial right behind it.
    private static @Nullable DigitalLink serialised(Key key, String epc, int from, int signs, boolean pattern) {
        int point = prefixEnd(epc, from, 12);
        int detail = from + 14;
        if (point < 0 || epc.length() <= detail || epc.charAt(detail - 1) != '.') {
            return null;
        }
        StringBuilder digits = new StringBuilder(32);
        if (key == Key.GRAI) {
            digits.append('0');
        }
        digits.append(epc, from, point).append(epc, point + 1, detail - 1);
        digits.append(DigitalLink.checkDigit(digits));
        if (pattern) {
            return isStar(epc, detail) ? new DigitalLink(key, digits.toString(), null, "") : null;
        }
        if (!fits(epc, detail, signs) || key == Key.GCN && !isDigits(epc, detail, epc.length())) {
            return null;
        }
        return new DigitalLink(key, digits.append(Percent.one(epc, detail, epc.length())).toString(), null, "");
    }

    private static @Nullable DigitalLink part(String epc, int from, boolean pattern) {
        int point = epc.indexOf('.', from);
        int last = epc.lastIndexOf('.');
        if (point < from + 6 || point > from + 12 || last <= point + 1 || !isDigits(epc, from, point)) {
            return null;
        }
        int signs = Percent.length(epc.getBytes(StandardCharsets.UTF_8), point + 1, last);
        if (signs < 0 || signs > 30 - (point - from)) {
            return null;
        }
        String value = epc.substring(from, point) + Percent.one(epc, point + 1, last);
        if (pattern) {
            return isStar(epc, last + 1) ? new DigitalLink(Key.CPID, value, null, "") : null;
        }
        int digits = epc.length() - last - 1;
        return digits >= 1 && digits <= 12 && isDigits(epc, last + 1, epc.length())
                ? new DigitalLink(Key.CPID, value, "8011", epc.substring(last + 1))
                : null;
    }

    private static @Nullable DigitalLink shipping(String epc, int from) {
        int point = prefixEnd(epc, from, 17);
        if (point < 0 || epc.length() != from + 18) {
            return null;
        }
        StringBuilder digits = new StringBuilder(18);
        digits.append(epc.charAt(point + 1)).append(epc, from, point).append(epc, point + 2, epc.length());
        return new DigitalLink(Key.SSCC, digits.append(DigitalLink.checkDigit(digits)).toString(), null, "");
    }

    private static @Nullable DigitalLink place(String epc, int from) {
        int point = prefixEnd(epc, from, 12);
        int detail = from + 14;
        if (point < 0 || epc.length() <= detail || epc.charAt(detail - 1) != '.' || !fits(epc, detail, 20)) {
            return null;
        }
        StringBuilder digits = new StringBuilder(13);
        digits.append(epc, from, point).append(epc, point + 1, detail - 1);
        String gln = digits.append(DigitalLink.checkDigit(digits)).toString();
        // The extension 0 says that the whole place is meant.
        return isOnly(epc, detail, '0') ? new DigitalLink(Key.GLN, gln, null, "")
                : new DigitalLink(Key.GLN, gln, "254", Percent.one(epc, detail, epc.length()));
    }

    private static @Nullable DigitalLink whole(Key key, String epc, int from, int length) {
        int point = prefixEnd(epc, from, length);
        if (point < 0 || epc.length() != from + length + 1) {
            return null;
        }
        StringBuilder digits = new StringBuilder(18);
        digits.append(epc, from, point).append(epc, point + 1, epc.length());
        return new DigitalLink(key, digits.append(DigitalLink.checkDigit(digits)).toString(), null, "");
    }

    /// A company prefix and whatever the company says.
    private static @Nullable DigitalLink free(Key key, String epc, int from) {
        int point = epc.indexOf('.', from);
        if (point < from + 6 || point > from + 12 || !isDigits(epc, from, point) || !fits(epc, point + 1, 30 - (point - from))) {
            return null;
        }
        return new DigitalLink(key, epc.substring(from, point) + Percent.one(epc, point + 1, epc.length()), null, "");
    }

    private static boolean fits(String epc, int from, int signs) {
        int length = Percent.length(epc.getBytes(StandardCharsets.UTF_8), from, epc.length());
        return length > 0 && length <= signs;
    }

    private static boolean isStar(String epc, int from) {
        return isOnly(epc, from, '*');
    }

    private static boolean isOnly(String epc, int from, char sign) {
        return epc.length() == from + 1 && epc.charAt(from) == sign;
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /// The EPC of a link whose company prefix has so many digits, or null where EPCs have no such name.
    static @Nullable String write(DigitalLink link, int prefix) {
        String value = link.value();
        String detail = link.detail();
        return switch (link.key()) {
            case SSCC -> ID + "sscc:" + value.substring(1, 1 + prefix) + '.' + value.charAt(0) + value.substring(1 + prefix, 17);
            case GTIN -> switch (link.qualifier()) {
                case "21" -> ID + "sgtin:" + item(value, prefix) + '.' + detail;
                case "235" -> ID + "upui:" + item(value, prefix) + '.' + detail;
                case "10" -> CLASS + "lgtin:" + item(value, prefix) + '.' + detail;
                case null, default -> PATTERN + "sgtin:" + item(value, prefix) + ".*";
            };
            case ITIP -> (link.qualifier() == null ? PATTERN : ID) + "itip:" + item(value, prefix) + '.' + value.substring(14, 16) + '.'
                    + value.substring(16, 18) + '.' + (link.qualifier() == null ? "*" : detail);
            case GDTI -> serialised("gdti:", value, 0, prefix);
            case GCN -> serialised("sgcn:", value, 0, prefix);
            case GRAI -> serialised("grai:", value, 1, prefix);
            case GLN -> ID + "sgln:" + value.substring(0, prefix) + '.' + value.substring(prefix, 12) + '.' + (detail.isEmpty() ? "0" : detail);
            case PARTY -> ID + "pgln:" + value.substring(0, prefix) + '.' + value.substring(prefix, 12);
            case GSRN -> ID + "gsrn:" + value.substring(0, prefix) + '.' + value.substring(prefix, 17);
            case GSRNP -> ID + "gsrnp:" + value.substring(0, prefix) + '.' + value.substring(prefix, 17);
            case GSIN -> ID + "gsin:" + value.substring(0, prefix) + '.' + value.substring(prefix, 16);
            case GIAI -> free("giai:", value, prefix);
            case GINC -> free("ginc:", value, prefix);
            case CPID -> value.length() <= prefix ? null
                    : (link.qualifier() == null ? PATTERN : ID) + "cpi:" + value.substring(0, prefix) + '.' + value.substring(prefix) + '.'
                            + (link.qualifier() == null ? "*" : detail);
        };
    }

    private static String item(String gtin, int prefix) {
        return gtin.substring(1, 1 + prefix) + '.' + gtin.charAt(0) + gtin.substring(1 + prefix, 13);
    }

    private static String serialised(String scheme, String value, int from, int prefix) {
        String kind = value.substring(from, from + prefix) + '.' + value.substring(from + prefix, from + 12) + '.';
        String serial = value.substring(from + 13);
        return serial.isEmpty() ? PATTERN + scheme + kind + '*' : ID + scheme + kind + serial;
    }

    private static @Nullable String free(String scheme, String value, int prefix) {
        return value.length() <= prefix ? null : ID + scheme + value.substring(0, prefix) + '.' + value.substring(prefix);
    }
}
