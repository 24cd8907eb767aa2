package org.probity.customs;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.probity.proof.Json;
import org.probity.proof.Malformed;

/** The members of one JSON object, each asked for once; what was not asked for should not be there. */
final class Line {
    private final Json.Obj members;
    private final Set<String> asked = new HashSet<>();

    private Line(Json.Obj members) {
        this.members = members;
    }

    static Line of(Json json) {
        if (json instanceof Json.Obj it) {
            return new Line(it);
        }
        throw new Malformed("json.shape", "no object where one belongs");
    }

    boolean has(String name) {
        return members.get(name).isPresent();
    }

    Json any(String name) {
        asked.add(name);
        return members.get(name).orElseThrow(() -> new Malformed("json.shape", "nothing called " + name));
    }

    String text(String name) {
        return any(name) instanceof Json.Str(String it) ? it : wrong(name);
    }

    long whole(String name) {
        if (any(name) instanceof Json.Num(java.math.BigDecimal it) && it.signum() >= 0 && it.stripTrailingZeros().scale() <= 0 && it.precision() - it.scale() < 17) {
            return it.longValueExact();
        }
        throw new Malformed("json.shape", "no whole number in " + name);
    }

    List<Json> list(String name) {
        if (any(name) instanceof Json.Arr(List<Json> items)) {
            return items;
        }
        throw new Malformed("json.shape", "no list in " + name);
    }

    void noOthers() {
        for (var name : members.members().keySet()) {
            if (!asked.contains(name)) {
                throw new Malformed("json.shape", "nobody knows a member " + name);
            }
        }
    }

    private static String wrong(String name) {
        throw new Malformed("json.shape", "no text in " + name);
    }
}
