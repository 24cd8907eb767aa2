package org.probity.formats.casecf;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// Whether two frameworks mean the same, however they are written: order of members and of nodes, null or not there, a link as address or as object,
/// numbers as texts, definitions as an object or a list of one.
public final class Sameness {

    private static final Set<String> NUMBERS = Set.of("sequenceNumber", "position", "score");

    private Sameness() {
    }

    public static boolean of(Framework one, Framework other) {
        return plain(one).equals(plain(other));
    }

    private static Json plain(Framework it) {
        Map<String, Json> whole = new TreeMap<>(((Json.Obj) Interpreter.whole(it, Framework.Version.V1_0)).members());
        List.of("CFItems", "CFAssociations", "CFRubrics").forEach(name -> whole.computeIfPresent(name, (_, value) -> sorted(plain(name, value))));
        whole.computeIfPresent("CFDefinitions", (_, value) -> value instanceof Json.Arr(List<Json> items) && items.size() == 1 ? items.getFirst() : value);
        return plain("", new Json.Obj(new LinkedHashMap<>(whole)));
    }

    private static Json sorted(Json list) {
        return list instanceof Json.Arr(List<Json> items)
                ? new Json.Arr(items.stream().sorted(Comparator.comparing((Json it) -> it instanceof Json.Obj node ? node.text("identifier") : "")).toList()) : list;
    }

    private static Json plain(String name, Json value) {
        return switch (value) {
            case Json.Obj(SequencedMap<String, Json> members) when name.endsWith("URI") && members.get("uri") instanceof Json.Str uri -> uri;
            case Json.Obj(SequencedMap<String, Json> members) -> {
                TreeMap<String, Json> kept = new TreeMap<>();
                members.forEach((member, it) -> {
                    if (!(it instanceof Json.Null)) {
                        kept.put(member, plain(member, it));
                    }
                });
                yield new Json.Obj(new LinkedHashMap<>(kept));
            }
            case Json.Arr(List<Json> items) -> new Json.Arr(items.stream().map(it -> plain("", it)).toList());
            case Json.Str(String words) when NUMBERS.contains(name) && words.strip().matches("[0-9]{1,9}") -> new Json.Num(new BigDecimal(words.strip()).stripTrailingZeros());
            case Json.Num(BigDecimal number) -> new Json.Num(number.stripTrailingZeros());
            case Json.Str _, Json.Bool _, Json.Null _ -> value;
        };
    }
}
