package org.probity.shapes.figure;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Messages;
import org.probity.proof.Json;
import org.probity.proof.Words;

/** The words of a figure's definition in both languages, by the ending of their message key; the title has none. */
public record Wording(Map<String, Words> words) {
    /** What every figure has words for. */
    public static final List<String> PARTS = List.of("", ".sentence", ".counts", ".met", ".silent", ".formula", ".subject", ".control", ".other");

    public Wording {
        words = Map.copyOf(words);
    }

    static Wording of(Figure figure, Messages messages) {
        var words = new TreeMap<String, Words>();
        PARTS.forEach(part -> words.put(part, new Words(messages.letter(Lang.EN, figure.messages() + part), messages.letter(Lang.ZH, figure.messages() + part))));
        return new Wording(words);
    }

    public Words words(String part) {
        return Objects.requireNonNull(words.get(part), part);
    }

    public String in(Lang lang, String part) {
        return switch (lang) {
            case EN -> words(part).en();
            case ZH -> words(part).zh();
        };
    }

    Json.Obj json() {
        var json = Json.object();
        for (var part : PARTS) {
            json = json.with(part.isEmpty() ? "title" : part.substring(1), words(part).json());
        }
        return json;
    }

    static Wording from(Json.Obj json) {
        var words = new TreeMap<String, Words>();
        PARTS.forEach(part -> {
            var both = (Json.Obj) json.get(part.isEmpty() ? "title" : part.substring(1)).orElseThrow();
            words.put(part, new Words(DefinitionVersion.text(both, "en"), DefinitionVersion.text(both, "zh")));
        });
        return new Wording(words);
    }
}
