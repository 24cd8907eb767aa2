package org.probity.proof;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** One pass over the text, RFC 8259 to the letter; places in messages count characters from 0. */
final class JsonReader {

    /** Longer numbers are no numbers that anybody meant, and cost quadratic time. */
    private static final int NUMBER_LENGTH_MAX = 1_000;

    private final String text;
    private int at;

    JsonReader(byte[] utf8) {
        text = utf8(utf8);
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new Malformed("utf8", "not valid UTF-8");
        }
    }

    Json whole() {
        Json value = value(0);
        space();
        if (at < text.length()) {
            throw refused("json.syntax", "something follows the value");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > Json.DEPTH_MAX) {
            throw refused("json.depth", "deeper than " + Json.DEPTH_MAX + " levels");
        }
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Str(string());
            case 't' -> literal("true", new Json.Bool(true));
            case 'f' -> literal("false", new Json.Bool(false));
            case 'n' -> literal("null", new Json.Null());
            default -> number();
        };
    }

    private Json object(int depth) {
        at++;
        TreeMap<String, Json> members = new TreeMap<>();
        space();
        if (peek() == '}') {
            at++;
            return new Json.Obj(members);
        }
        while (true) {
            space();
            expect('"');
            at--;
            String key = string();
            space();
            expect(':');
            if (members.put(key, value(depth + 1)) != null) {
                throw refused("json.duplicate", "the key \"" + key + "\" stands twice");
            }
            space();
            if (peek() == '}') {
                at++;
                return new Json.Obj(members);
            }
            expect(',');
        }
    }

    private Json array(int depth) {
        at++;
        List<Json> items = new ArrayList<>();
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
            expect(',');
        }
    }

    private Json literal(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw refused("json.syntax", "no JSON value");
        }
        at += word.length();
        return value;
    }

    private String string() {
        int start = ++at;
        StringBuilder unescaped = null;
        boolean surrogates = false;
        while (true) {
            char c = peek();
            if (c == '"') {
                String value = unescaped == null ? text.substring(start, at) : unescaped.append(text, start, at).toString();
                at++;
                return unescaped != null || surrogates ? whole(value) : value;
            }
            surrogates |= Character.isSurrogate(c);
            if (c < 0x20) {
                throw refused("json.syntax", "a control character inside a string");
            }
            at++;
            if (c == '\\') {
                unescaped = unescaped == null ? new StringBuilder() : unescaped;
                unescaped.append(text, start, at - 1).append(escaped());
                start = at;
            }
        }
    }

    /** RFC 7493 section 2.1: a surrogate without its partner is no character. */
    private String whole(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw refused("json.surrogate", "half of a surrogate pair");
            }
        }
        return value;
    }

    private char escaped() {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int unit = 0;
                for (int i = 0; i < 4; i++) {
                    char h = peek();
                    int digit = h < 128 ? Character.digit(h, 16) : -1;
                    if (digit < 0) {
                        throw refused("json.syntax", "\\u needs four hexadecimal digits");
                    }
                    unit = unit * 16 + digit;
                    at++;
                }
                yield (char) unit;
            }
            default -> throw refused("json.syntax", "an unknown escape");
        };
    }

    private Json number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        if (at - start > NUMBER_LENGTH_MAX) {
            throw refused("json.number", "a number of " + (at - start) + " characters");
        }
        try {
            return new Json.Num(new BigDecimal(text.substring(start, at)));
        } catch (NumberFormatException exponentTooLarge) {
            throw refused("json.number", "a number out of range");
        }
    }

    private void digits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw refused("json.syntax", "no JSON value");
        }
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw refused("json.syntax", "the text ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw refused("json.syntax", "'" + wanted + "' is missing");
        }
        at++;
    }

    private Malformed refused(String code, String what) {
        return new Malformed(code, what + " at character " + at);
    }
}
