package org.probity.formats.casecf;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A value of a file, with members in the order in which they stand there.
public sealed interface Json {

    record Obj(SequencedMap<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(members));
        }

        /// The member, unless it is not there or null: files use both for "nothing".
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name)).filter(it -> !(it instanceof Null));
        }

        /// As words; empty for nothing, and for what is no text.
        public String text(String name) {
            return get(name).map(it -> switch (it) {
                case Str(String words) -> words;
                case Num(BigDecimal number) -> number.toPlainString();
                case Obj _, Arr _, Bool _, Null _ -> "";
            }).orElse("");
        }

        public List<Json> list(String name) {
            return get(name).filter(Arr.class::isInstance).map(it -> ((Arr) it).items()).orElse(List.of());
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String words) implements Json {
    }

    record Num(BigDecimal number) implements Json {
    }

    record Bool(boolean yes) implements Json {
    }

    record Null() implements Json {
    }

    /// An object from names and values; what is empty is left out.
    static Obj object(Map<String, Json> members) {
        LinkedHashMap<String, Json> kept = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (!(value instanceof Str(String words) && words.isEmpty()) && !(value instanceof Arr(List<Json> items) && items.isEmpty())) {
                kept.put(name, value);
            }
        });
        return new Obj(kept);
    }

    default String written() {
        StringBuilder out = new StringBuilder();
        write(this, out);
        return out.toString();
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Obj(SequencedMap<String, Json> members) -> {
                out.append('{');
                String between = "";
                for (Map.Entry<String, Json> member : members.entrySet()) {
                    out.append(between);
                    quote(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    between = ",";
                }
                out.append('}');
            }
            case Arr(List<Json> items) -> {
                out.append('[');
                String between = "";
                for (Json item : items) {
                    out.append(between);
                    write(item, out);
                    between = ",";
                }
                out.append(']');
            }
            case Str(String words) -> quote(words, out);
            case Num(BigDecimal number) -> out.append(number);
            case Bool(boolean yes) -> out.append(yes);
            case Null() -> out.append("null");
        }
    }

    private static void quote(String words, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < words.length(); i++) {
            char sign = words.charAt(i);
            switch (sign) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (sign < 0x20) {
                        out.append("\\u%04x".formatted((int) sign));
                    } else {
                        out.append(sign);
                    }
                }
            }
        }
        out.append('"');
    }
}
