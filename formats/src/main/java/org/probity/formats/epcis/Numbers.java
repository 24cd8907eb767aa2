package org.probity.formats.epcis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers as both syntaxes write them, exact and within reason.
final class Numbers {

    private static final int DIGITS = 30;

    private Numbers() {
    }

    /// The number, or null if it is none or needs more than 30 digits before or after the point.
    static @Nullable BigDecimal exact(String text) {
        int length = text.length();
        if (length == 0 || length > 2 * DIGITS + 8 || !isNumber(text)) {
            return null;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(text);
        } catch (NumberFormatException exponentBeyondInt) {
            return null;
        }
        if (number.scale() > DIGITS || (long) number.precision() - number.scale() > DIGITS) {
            return null;
        }
        // One form for one number, so that 10 and 10.0 are the same value.
        number = number.scale() == 0 ? number : number.stripTrailingZeros();
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /// A sign, digits with at most one point, an exponent.
    static boolean isNumber(String text) {
        int at = 0;
        int length = text.length();
        if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int digits = 0;
        boolean point = false;
        for (; at < length; at++) {
            char sign = text.charAt(at);
            if (sign >= '0' && sign <= '9') {
                digits++;
            } else if (sign == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return false;
        }
        if (at == length) {
            return true;
        }
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        at++;
        if (at < length && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
            at++;
        }
        int from = at;
        while (at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at == length && at > from;
    }

    /// Without trailing zeros and without an exponent.
    static String plain(BigDecimal number) {
        return (number.scale() > 0 ? number.stripTrailingZeros() : number).toPlainString();
    }

    /// Two or three capitals or digits, as the codes of UN/ECE Recommendation 20 are.
    static boolean isUnit(String text) {
        int length = text.length();
        if (length < 2 || length > 3) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char sign = text.charAt(i);
            if (!(sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9')) {
                return false;
            }
        }
        return true;
    }
}
