package org.probity.formats.ipc1752;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One element as it was met. The standard says everything in attributes, so text between tags is not kept.
///
/// @param name without prefix
/// @param depth 0 for the outermost
/// @param attributes by local name
record Element(String name, int depth, int line, Map<String, String> attributes) {

    /// An element with what is in it and its way down.
    record Node(Element element, Place at, List<Node> children) {

        Value value(String attribute) {
            return new Value(element.attributes().getOrDefault(attribute, "").strip(), at.at(attribute));
        }

        Stream<Node> all(String name) {
            return children.stream().filter(it -> it.element.name().equals(name));
        }

        Optional<Node> first(String... way) {
            Optional<Node> here = Optional.of(this);
            for (String name : way) {
                here = here.flatMap(it -> it.all(name).findFirst());
            }
            return here;
        }

        /// The attribute of a descendant; where it should stand when there is none.
        Value value(List<String> way, String attribute) {
            return first(way.toArray(String[]::new)).map(it -> it.value(attribute))
                    .orElseGet(() -> new Value("", at.below(String.join("/", way)).at(attribute)));
        }

        /// Of that name, at any depth.
        Stream<Node> within(String name) {
            return children.stream().flatMap(it -> Stream.concat(it.element.name().equals(name) ? Stream.of(it) : Stream.empty(), it.within(name)));
        }
    }

    /// The tree of what a reader met, which comes with the outermost first.
    static Node tree(List<Element> met) {
        return node(met, new int[] {0}, new Place(null, "", met.getFirst().line()));
    }

    private static Node node(List<Element> met, int[] next, Place mine) {
        Element here = met.get(next[0]++);
        Map<String, Integer> namesakes = new LinkedHashMap<>();
        for (int i = next[0]; i < met.size() && met.get(i).depth() > here.depth(); i++) {
            if (met.get(i).depth() == here.depth() + 1) {
                namesakes.merge(met.get(i).name(), 1, Integer::sum);
            }
        }
        Map<String, Integer> no = new LinkedHashMap<>();
        List<Node> children = new ArrayList<>();
        while (next[0] < met.size() && met.get(next[0]).depth() > here.depth()) {
            Element child = met.get(next[0]);
            int n = no.merge(child.name(), 1, Integer::sum);
            String step = namesakes.get(child.name()) == 1 ? child.name() : child.name() + "[" + n + "]";
            children.add(node(met, next, new Place(mine.step().isEmpty() ? null : mine, step, child.line())));
        }
        return new Node(here, mine, List.copyOf(children));
    }
}
