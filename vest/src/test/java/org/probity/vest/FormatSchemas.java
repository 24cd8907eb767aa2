package org.probity.vest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** As much of JSON Schema as the schemas of the open cap-table format use: enough to say what of an object they would not take. */
final class FormatSchemas {
    private final Path folder;
    private final Map<String, JsonNode> known = new HashMap<>();
    private final Map<String, JsonNode> byType = new HashMap<>();

    FormatSchemas(Path folder) throws java.io.IOException {
        this.folder = folder;
        try (Stream<Path> files = Files.walk(folder.resolve("objects"))) {
            for (var file : files.filter(it -> it.toString().endsWith(".json")).sorted().toList()) {
                var schema = JsonMapper.shared().readTree(file.toFile());
                var type = schema.path("properties").path("object_type");
                if (type.path("const").isString()) {
                    byType.put(type.path("const").stringValue(), schema);
                }
                type.path("enum").forEach(it -> byType.putIfAbsent(it.stringValue(), schema));
            }
        }
    }

    /** What is wrong with an object of the format; empty: nothing. */
    List<String> wrong(JsonNode object) {
        var schema = byType.get(object.path("object_type").asString(""));
        return schema == null ? List.of("no type " + object.path("object_type")) : wrong(object, schema, object.path("object_type").asString(""));
    }

    private JsonNode at(String ref) {
        return known.computeIfAbsent(ref, it -> JsonMapper.shared().readTree(folder.resolve(it.substring(it.indexOf("/schema/") + 8)).toFile()));
    }

    private List<String> wrong(JsonNode value, JsonNode schema, String where) {
        if (schema.path("$ref").isString()) {
            return wrong(value, at(schema.path("$ref").stringValue()), where);
        }
        var wrong = new ArrayList<String>();
        if (schema.path("type").isString() && !is(value, schema.path("type").stringValue())) {
            wrong.add(where + " is no " + schema.path("type"));
        }
        if (schema.has("const") && !schema.get("const").equals(value) || schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            wrong.add(where + " is none of what it may be: " + value);
        }
        if (schema.path("pattern").isString() && value.isString() && !java.util.regex.Pattern.compile(schema.path("pattern").stringValue()).matcher(value.stringValue()).find()) {
            wrong.add(where + " has another form: " + value);
        }
        schema.path("required").forEach(it -> {
            if (!value.has(it.stringValue())) {
                wrong.add(where + " lacks " + it);
            }
        });
        for (var it : schema.path("allOf")) {
            wrong.addAll(wrong(value, it, where));
        }
        for (var choice : List.of("anyOf", "oneOf")) {
            if (schema.has(choice) && schema.get(choice).valueStream().noneMatch(it -> wrong(value, it, where).isEmpty())) {
                wrong.add(where + " is none of " + choice);
            }
        }
        if (schema.has("not") && wrong(value, schema.get("not"), where).isEmpty()) {
            wrong.add(where + " is what it may not be");
        }
        if (value.isObject()) {
            value.properties().forEach(it -> {
                var of = schema.path("properties").path(it.getKey());
                if (!of.isMissingNode()) {
                    wrong.addAll(wrong(it.getValue(), of, where + "." + it.getKey()));
                } else if (schema.path("additionalProperties").isBoolean() && !schema.path("additionalProperties").booleanValue()) {
                    wrong.add(where + " does not know " + it.getKey());
                }
            });
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(it -> wrong.addAll(wrong(it, schema.get("items"), where + "[]")));
        }
        return wrong;
    }

    private static boolean is(JsonNode value, String type) {
        return switch (type) {
            case "string" -> value.isString();
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> true;
        };
    }
}
