package org.probity.formats.casecf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.probity.formats.casecf.Framework.Association;

/// What a value of JSON is as a framework, or why it is none.
final class Interpreter {

    private static final String WRAPPER = "CFPackage";

    private Interpreter() {
    }

    static Framework framework(Json whole, Limits limits) throws Refused {
        if (!(whole instanceof Json.Obj outer)) {
            throw new Refused(Reading.Reason.NOT_A_FRAMEWORK);
        }
        Optional<Json> wrapped = outer.get(WRAPPER);
        Json.Obj inner = wrapped.isPresent() && wrapped.get() instanceof Json.Obj pack ? pack : outer;
        if (!(inner.get("CFDocument").orElse(null) instanceof Json.Obj document)) {
            throw new Refused(Reading.Reason.NOT_A_FRAMEWORK);
        }
        List<Json.Obj> items = list(inner, "CFItems");
        List<Json.Obj> associations = list(inner, "CFAssociations");
        List<Json.Obj> rubrics = list(inner, "CFRubrics");
        if (items.size() + associations.size() + rubrics.size() > limits.nodes()) {
            throw new Refused(Reading.Reason.TOO_BIG, Reading.Measure.NODES, limits.nodes());
        }
        Set<String> met = new HashSet<>();
        identified("CFDocument", List.of(document), met);
        identified("CFItems", items, met);
        identified("CFAssociations", associations, new HashSet<>());
        identified("CFRubrics", rubrics, new HashSet<>());
        LinkedHashMap<String, Json> rest = new LinkedHashMap<>(inner.members());
        List.of("CFDocument", "CFItems", "CFAssociations", "CFRubrics").forEach(rest::remove);
        Framework framework = new Framework(inner == outer ? Framework.Version.V1_0 : Framework.Version.V1_1, new Framework.Document(document),
                made(items, Framework.Item::new), made(associations, Association::new), made(rubrics, Framework.Rubric::new), new Json.Obj(rest));
        noCircle(framework);
        return framework;
    }

    private static <T> List<T> made(List<Json.Obj> all, Function<Json.Obj, T> make) {
        return all.stream().map(make).toList();
    }

    private static List<Json.Obj> list(Json.Obj in, String name) throws Refused {
        Optional<Json> found = in.get(name);
        if (found.isEmpty()) {
            return List.of();
        }
        if (!(found.get() instanceof Json.Arr(List<Json> all)) || all.stream().anyMatch(it -> !(it instanceof Json.Obj))) {
            throw new Refused(Reading.Reason.WRONG_FORM, name);
        }
        return all.stream().map(it -> (Json.Obj) it).toList();
    }

    private static void identified(String kind, List<Json.Obj> all, Set<String> met) throws Refused {
        for (Json.Obj it : all) {
            if (it.text("identifier").isBlank()) {
                throw new Refused(Reading.Reason.NO_IDENTIFIER, kind);
            }
            if (!met.add(it.text("identifier"))) {
                throw new Refused(Reading.Reason.TWICE, it.text("identifier"));
            }
        }
    }

    /// Whoever follows parents upwards comes to an end. An item may have several parents, so each is walked once.
    private static void noCircle(Framework it) throws Refused {
        Map<String, List<String>> up = new HashMap<>();
        it.associations().stream().filter(tie -> tie.type().equals(Association.CHILD))
                .forEach(tie -> up.computeIfAbsent(tie.origin(), _ -> new ArrayList<>()).add(tie.destination()));
        Set<String> done = new HashSet<>();
        for (String start : up.keySet()) {
            Set<String> way = new HashSet<>();
            List<String> open = new ArrayList<>(List.of(start));
            while (!open.isEmpty()) {
                String here = open.getLast();
                if (done.contains(here)) {
                    open.removeLast();
                } else if (way.add(here)) {
                    for (String parent : up.getOrDefault(here, List.of())) {
                        if (way.contains(parent)) {
                            throw new Refused(Reading.Reason.CIRCLE, parent);
                        }
                        open.add(parent);
                    }
                } else {
                    // All above it were walked.
                    open.removeLast();
                    way.remove(here);
                    done.add(here);
                }
            }
        }
    }

    static Json whole(Framework it, Framework.Version version) {
        LinkedHashMap<String, Json> members = new LinkedHashMap<>();
        members.put("CFDocument", it.document().json());
        members.put("CFItems", new Json.Arr(List.copyOf(it.items().stream().map(Framework.Item::json).toList())));
        members.put("CFAssociations", new Json.Arr(List.copyOf(it.associations().stream().map(Association::json).toList())));
        members.putAll(it.rest().members());
        if (!it.rubrics().isEmpty()) {
            members.put("CFRubrics", new Json.Arr(List.copyOf(it.rubrics().stream().map(Framework.Rubric::json).toList())));
        }
        Json.Obj pack = new Json.Obj(members);
        return switch (version) {
            case V1_0 -> pack;
            case V1_1 -> new Json.Obj(new LinkedHashMap<>(Map.of(WRAPPER, pack)));
        };
    }
}
