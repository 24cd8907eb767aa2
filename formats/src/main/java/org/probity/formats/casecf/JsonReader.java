package org.probity.formats.casecf;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Reads JSON (RFC 8259) within limits. A member that stands twice, half a pair of surrogates, or bytes that are no UTF-8 make the file damaged: programs
/// differ in what they would read there.
final class JsonReader {

    private final String text;
    private final Limits limits;
    private int at;
    private int values;

    private JsonReader(String text, Limits limits) {
        this.text = text;
        this.limits = limits;
    }

    static Json read(byte[] file, Limits limits) throws Refused {
        if (file.length > limits.fileBytes()) {
            throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.FILE, limits.fileBytes());
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Refused(Reading.Reason.NOT_JSON);
        }
        if (text.startsWith("\ufeff")) {
            text = text.substring(1);
        }
        if (text.isBlank()) {
            throw new Refused(Reading.Reason.EMPTY);
        }
        if (!text.stripLeading().startsWith("{")) {
            throw new Refused(Reading.Reason.NOT_JSON);
        }
        JsonReader reader = new JsonReader(text, limits);
        Json whole = reader.value(0);
        reader.space();
        if (reader.at < text.length()) {
            throw reader.damaged();
        }
        return whole;
    }

    private Json value(int depth) throws Refused {
        if (depth > limits.depth()) {
            throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.DEPTH, limits.depth());
        }
        if (++values > limits.values()) {
            throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.VALUES, limits.values());
        }
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> new Json.Str(words());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", new Json.Null());
            default -> number();
        };
    }

    private Json object(int depth) throws Refused {
        LinkedHashMap<String, Json> members = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return new Json.Obj(members);
        }
        while (true) {
            space();
            String name = words();
            space();
            take(':');
            if (members.put(name, value(depth + 1)) != null) {
                throw damaged();
            }
            space();
            if (peek() == '}') {
                at++;
                return new Json.Obj(members);
            }
            take(',');
        }
    }

    private Json list(int depth) throws Refused {
        List<Json> items = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return new Json.Arr(items);
        }
        while (true) {
            items.add(value(depth + 1));
            space();
            if (peek() == ']') {
                at++;
                return new Json.Arr(items);
            }
            take(',');
        }
    }

    private String words() throws Refused {
        take('"');
        StringBuilder words = new StringBuilder();
        while (true) {
            char sign = peek();
            at++;
            if (sign == '"') {
                break;
            }
            if (sign < 0x20) {
                throw damaged();
            }
            words.append(sign == '\\' ? escaped() : sign);
            if (words.length() > limits.textChars()) {
                throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.TEXT, limits.textChars());
            }
        }
        String whole = words.toString();
        for (int i = 0; i < whole.length(); i++) {
            if (Character.isHighSurrogate(whole.charAt(i)) && i + 1 < whole.length() && Character.isLowSurrogate(whole.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(whole.charAt(i)) || whole.charAt(i) == 0) {
                throw damaged();
            }
        }
        return whole;
    }

    private char escaped() throws Refused {
        char sign = peek();
        at++;
        return switch (sign) {
            case '"', '\\', '/' -> sign;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    throw damaged();
                }
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> throw damaged();
        };
    }

    /// Digits without end are no number that somebody means.
    private Json number() throws Refused {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.length() > 40 || !digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")) {
            throw damaged();
        }
        return new Json.Num(new BigDecimal(digits));
    }

    private Json word(String word, Json value) throws Refused {
        if (!text.startsWith(word, at)) {
            throw damaged();
        }
        at += word.length();
        return value;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Refused {
        if (at >= text.length()) {
            throw damaged();
        }
        return text.charAt(at);
    }

    private void take(char sign) throws Refused {
        if (peek() != sign) {
            throw damaged();
        }
        at++;
    }

    private Refused damaged() {
        return new Refused(Reading.Reason.DAMAGED, (int) text.substring(0, Math.min(at, text.length())).lines().count());
    }
}
