package org.probity.supply.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.probity.proof.Hash;
import org.probity.proof.Json;
import org.probity.screen.Identifier;
import org.probity.screen.Kind;
import org.probity.screen.Naming;
import org.probity.screen.Party;

/** Entries and suppliers as canonical JSON, and by what hash they are known. */
final class Entries {
    private Entries() {}

    static Json content(Party it) {
        return Json.of(Map.of(
                "kind", it.kind().name(), "country", it.country(), "detail", it.detail(),
                "names", it.names().stream().map(name -> Map.of("text", name.text(), "sort", name.sort().name())).toList(),
                "numbers", it.identifiers().stream().map(number -> Map.of("scheme", number.scheme().name(), "value", number.value())).toList()));
    }

    /** Of all that is compared, and nothing else: a new remark on an entry asks nobody again. */
    static String likeness(Party it) {
        return hash(((Json.Obj) content(it)).without("detail").without("country"));
    }

    static String hash(Json content) {
        return Hash.sha256(content.canonical()).hex();
    }

    static Party party(String code, String content) {
        var read = (Json.Obj) Json.parse(content);
        var names = new ArrayList<Naming>();
        for (var name : list(read, "names")) {
            names.add(new Naming(text(name, "text"), Naming.Sort.valueOf(text(name, "sort"))));
        }
        var numbers = new ArrayList<Identifier>();
        for (var number : list(read, "numbers")) {
            numbers.add(new Identifier(Identifier.Scheme.valueOf(text(number, "scheme")), text(number, "value")));
        }
        return new Party(code, Kind.valueOf(text(read, "kind")), names, numbers, text(read, "country"), text(read, "detail"));
    }

    static List<Json.Obj> list(Json.Obj of, String key) {
        return ((Json.Arr) of.get(key).orElseThrow()).items().stream().map(Json.Obj.class::cast).toList();
    }

    static String text(Json.Obj of, String key) {
        return ((Json.Str) of.get(key).orElseThrow()).value();
    }
}
