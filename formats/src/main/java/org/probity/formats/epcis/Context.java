package org.probity.formats.epcis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the short names of a document stand for: the `@context` of JSON-LD. The context of the standard is known; no other is fetched.
final class Context {

    private static final Map<String, String> STANDARD = Map.of(
            "gs1", Cbv.MEASUREMENTS,
            "cbv", Cbv.VOCABULARY,
            "epcis", "https://ref.gs1.org/epcis/",
            "cbvmda", "urn:epcglobal:cbv:mda");

    private final @Nullable Context outer;
    private final Map<String, String> meanings = new HashMap<>();
    private final Set<String> ignored = new HashSet<>();
    private @Nullable String vocabulary;

    Context(@Nullable Context outer) {
        this.outer = outer;
    }

    void define(String name, String meaning) {
        if (name.equals("@vocab")) {
            vocabulary = meaning;
        } else if (!name.startsWith("@")) {
            meanings.put(name, meaning);
        }
    }

    @Nullable String meaning(String name) {
        String own = meanings.get(name);
        return own != null ? own : outer != null ? outer.meaning(name) : STANDARD.get(name);
    }

    /// A repository says of fields it added itself that they are no part of events: its `...:ignoreFields`.
    void ignore(String field) {
        ignored.add(field);
    }

    boolean ignores(String field) {
        return ignored.contains(field) || outer != null && outer.ignores(field);
    }

    @Nullable String vocabulary() {
        return vocabulary != null || outer == null ? vocabulary : outer.vocabulary();
    }
}
