package org.probity.formats.epcis;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads what short names stand for: a `@context`.
final class JsonContext {

    private JsonContext() {
    }

    /// An address, an object of short names, or a list of both. The reader stands at its first token.
    static void read(JsonParser in, Context into) {
        switch (in.currentToken()) {
            case START_ARRAY -> {
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    read(in, into);
                }
            }
            case START_OBJECT -> {
                for (String name = in.nextName(); name != null; name = in.nextName()) {
                    switch (in.nextToken()) {
                        case VALUE_STRING -> into.define(name, in.getString());
                        case START_OBJECT -> term(in, name, into);
                        default -> in.skipChildren();
                    }
                }
            }
            // Addresses of contexts are not followed; that of the standard is known.
            default -> in.skipChildren();
        }
    }

    /// A name with its meaning and type: `{"@id": "https://...", "@type": "@id"}`.
    private static void term(JsonParser in, String name, Context into) {
        for (String key = in.nextName(); key != null; key = in.nextName()) {
            JsonToken value = in.nextToken();
            if (key.equals("@id") && value == JsonToken.VALUE_STRING) {
                into.define(name, in.getString());
            } else {
                in.skipChildren();
            }
        }
    }
}
