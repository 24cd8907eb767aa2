package org.probity.formats.epcis;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.formats.epcis.Reading.Reason;

/// Reads fields that the standard does not have. Each needs a namespace; what it holds does not.
final class JsonFields {

    private final JsonTokens in;
    private final Draft draft;
    private Context context = new Context(null);

    JsonFields(JsonTokens in, Draft draft) {
        this.in = in;
        this.draft = draft;
    }

    void use(Context context) {
        this.context = context;
    }

    /// The reader stands on the field's value.
    void read(String path, String name, List<Extension> into) {
        if (name.equals("comment") || name.equals("rdfs:comment") || context.ignores(name)) {
            in.skip();
        } else if (Name.of(name, context) instanceof Name known) {
            value(known, into, 1);
        } else {
            unknown(path, name);
        }
    }

    void unknown(String path, String name) {
        draft.refuse(path, Reason.UNKNOWN_FIELD, name);
        in.skip();
    }

    private void value(Name name, List<Extension> into, int depth) {
        in.deeper(depth);
        switch (in.current()) {
            case START_ARRAY -> {
                while (in.item()) {
                    value(name, into, depth + 1);
                }
            }
            case START_OBJECT -> into.add(nested(name, depth));
            // JSON-LD takes a null for a field that is not there.
            case VALUE_NULL -> {
            }
            default -> into.add(new Extension(name.namespace(), name.local(), Extension.textOrNull(in.scalar()), List.of()));
        }
    }

    private Extension nested(Name name, int depth) {
        List<Extension> fields = new ArrayList<>();
        String text = null;
        for (String key = in.name(); key != null; key = in.name()) {
            in.next();
            if (key.equals("comment") || key.equals("rdfs:comment")) {
                in.skip();
            } else if ((key.equals("#text") || key.equals("@value")) && in.current().isScalarValue()) {
                text = Extension.textOrNull(in.scalar());
            } else {
                Name known = Name.of(key, context);
                value(known == null ? new Name("", key) : known, fields, depth + 1);
            }
        }
        return new Extension(name.namespace(), name.local(), text, fields);
    }

    /// What a prefixed name or a whole address says. A prefix that nobody declares is the scheme of an address, as JSON-LD has it.
    record Name(String namespace, String local) {

        static @Nullable Name of(String written, Context context) {
            int colon = written.indexOf(':');
            if (colon < 0) {
                String meaning = context.meaning(written);
                // What a prefix stands for is no field.
                boolean term = meaning != null && !meaning.endsWith("/") && !meaning.endsWith("#") && !meaning.endsWith(":");
                return term ? split(meaning) : context.vocabulary() != null ? new Name(context.vocabulary(), written) : null;
            }
            String meaning = context.meaning(written.substring(0, colon));
            return meaning != null ? new Name(meaning, written.substring(colon + 1)) : split(written);
        }

        private static Name split(String address) {
            int end = Math.max(address.lastIndexOf('#'), address.lastIndexOf('/'));
            end = end > 0 && end < address.length() - 1 ? end : address.lastIndexOf(':', address.length() - 2);
            return new Name(address.substring(0, end + 1), address.substring(end + 1));
        }
    }
}
