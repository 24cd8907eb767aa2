package org.probity.proof;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;

/** RFC 8785 section 3.2: no white space, keys sorted, strings and numbers as ECMAScript's {@code JSON.stringify} writes them. */
final class JsonWriter {

    private static final BigDecimal SAFE = BigDecimal.valueOf((1L << 53) - 1);
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private JsonWriter() {}

    static void write(Json value, StringBuilder out) {
        switch (value) {
            case Json.Obj(Map<String, Json> members) -> {
                int start = out.append('{').length();
                members.forEach((key, member) -> {
                    if (out.length() > start) {
                        out.append(',');
                    }
                    string(key, out);
                    out.append(':');
                    write(member, out);
                });
                out.append('}');
            }
            case Json.Arr(var items) -> {
                out.append('[');
                for (int i = 0; i < items.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    write(items.get(i), out);
                }
                out.append(']');
            }
            case Json.Str(String text) -> string(text, out);
            case Json.Num(BigDecimal number) -> number(number, out);
            case Json.Bool(boolean bool) -> out.append(bool);
            case Json.Null() -> out.append("null");
        }
    }

    /** Section 3.2.2.2. Most strings need no escape and are taken whole. */
    static void string(String text, StringBuilder out) {
        int plain = 0;
        while (plain < text.length() && text.charAt(plain) >= 0x20 && text.charAt(plain) != '"' && text.charAt(plain) != '\\') {
            plain++;
        }
        out.append('"').append(text, 0, plain);
        for (int i = plain; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static void number(BigDecimal number, StringBuilder out) {
        if (number.scale() == 0 && number.abs().compareTo(SAFE) <= 0) {
            out.append(number.longValue());
        } else {
            out.append(ecmaScript(number.doubleValue()));
        }
    }

    /** Section 3.2.2.3: Number.prototype.toString of ECMA-262, built from the shortest digits that give the same double. */
    static String ecmaScript(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new Malformed("json.number", "a number out of range");
        }
        if (number == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(number)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int k = digits.length();
        int n = k - shortest.scale();
        StringBuilder out = new StringBuilder(number < 0 ? "-" : "");
        if (k <= n && n <= 21) {
            out.append(digits).repeat('0', n - k);
        } else if (0 < n && n <= 21) {
            out.append(digits, 0, n).append('.').append(digits, n, k);
        } else if (-6 < n && n <= 0) {
            out.append("0.").repeat('0', -n).append(digits);
        } else {
            out.append(digits.charAt(0));
            if (k > 1) {
                out.append('.').append(digits, 1, k);
            }
            out.append('e').append(n > 0 ? "+" : "-").append(Math.abs(n - 1));
        }
        return out.toString();
    }

    /** Java insists on two digits (4.9E-324) where ECMAScript is content with one (5e-324). */
    private static BigDecimal shortest(double number) {
        BigDecimal two = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (two.precision() == 2) {
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN,
                    RoundingMode.DOWN, RoundingMode.UP}) {
                BigDecimal one = two.round(new MathContext(1, mode));
                if (one.doubleValue() == number) {
                    return one;
                }
            }
        }
        return two;
    }
}
