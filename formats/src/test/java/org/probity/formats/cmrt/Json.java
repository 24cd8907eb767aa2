package org.probity.formats.cmrt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Just enough JSON to read the saved cases.
final class Json {

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(String text) {
        return new Json(text).value();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) Objects.requireNonNull(value);
    }

    private char peek() {
        while (Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return text.charAt(at);
    }

    private Object value() {
        return switch (peek()) {
            case '{' -> {
                Map<String, Object> object = new LinkedHashMap<>();
                at++;
                while (peek() != '}') {
                    String name = string();
                    peek();
                    at++;
                    object.put(name, value());
                    if (peek() == ',') {
                        at++;
                    }
                }
                at++;
                yield object;
            }
            case '[' -> {
                List<Object> list = new ArrayList<>();
                at++;
                while (peek() != ']') {
                    list.add(value());
                    if (peek() == ',') {
                        at++;
                    }
                }
                at++;
                yield list;
            }
            case '"' -> string();
            default -> {
                int from = at;
                while (at < text.length() && "+-.0123456789eEtrufalsn".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
                String word = text.substring(from, at);
                yield switch (word) {
                    case "true" -> true;
                    case "false" -> false;
                    case "null" -> "";
                    default -> Double.valueOf(word);
                };
            }
        };
    }

    private String string() {
        peek();
        StringBuilder string = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char c = text.charAt(at);
            if (c == '\\') {
                c = text.charAt(++at);
                switch (c) {
                    case 'n' -> string.append('\n');
                    case 't' -> string.append('\t');
                    case 'r' -> string.append('\r');
                    case 'u' -> {
                        string.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
                        at += 4;
                    }
                    default -> string.append(c);
                }
            } else {
                string.append(c);
            }
        }
        at++;
        return string.toString();
    }
}
