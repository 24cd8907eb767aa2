package org.probity.formats.casecf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A framework of competencies: a document, its items, what ties them, and rubrics that say what levels ask.
///
/// @param version whether the file wraps everything in `CFPackage`
/// @param rest members beside those that are known, as they stand in the file
public record Framework(
        Version version, Document document, List<Item> items, List<Association> associations, List<Rubric> rubrics, Json.Obj rest) {

    public enum Version { V1_0, V1_1 }

    public Framework {
        items = List.copyOf(items);
        associations = List.copyOf(associations);
        rubrics = List.copyOf(rubrics);
    }

    public record Document(Json.Obj json) {

        public static Document of(String identifier, String uri, String title, String creator, String language, String notes, String changed) {
            LinkedHashMap<String, Json> members = new LinkedHashMap<>();
            members.put("identifier", new Json.Str(identifier));
            members.put("uri", new Json.Str(uri));
            members.put("creator", new Json.Str(creator));
            members.put("title", new Json.Str(title));
            members.put("lastChangeDateTime", new Json.Str(changed));
            members.put("language", new Json.Str(language));
            members.put("adoptionStatus", new Json.Str("Adopted"));
            members.put("notes", new Json.Str(notes));
            return new Document(Json.object(members));
        }

        public String identifier() {
            return json.text("identifier");
        }

        public String title() {
            return json.text("title");
        }

        public String notes() {
            return json.text("notes");
        }
    }

    public record Item(Json.Obj json) {

        /// @param code as people call it @param type of the item @param label the same in another language @param levels at which it is asked
        public static Item of(String identifier, String uri, String statement, String code, String type, String label, List<String> levels, String changed) {
            LinkedHashMap<String, Json> members = new LinkedHashMap<>();
            members.put("identifier", new Json.Str(identifier));
            members.put("uri", new Json.Str(uri));
            members.put("fullStatement", new Json.Str(statement));
            members.put("alternativeLabel", new Json.Str(label));
            members.put("CFItemType", new Json.Str(type));
            members.put("humanCodingScheme", new Json.Str(code));
            members.put("educationLevel", new Json.Arr(levels.stream().map(it -> (Json) new Json.Str(it)).toList()));
            members.put("lastChangeDateTime", new Json.Str(changed));
            return new Item(Json.object(members));
        }

        public String identifier() {
            return json.text("identifier");
        }

        public String statement() {
            return json.text("fullStatement");
        }

        public String label() {
            return json.text("alternativeLabel");
        }

        public String code() {
            return json.text("humanCodingScheme");
        }

        public String type() {
            return json.text("CFItemType");
        }

        /// Some programs write `educationalLevel`, and one level as a text with commas.
        public List<String> levels() {
            String name = json.get("educationLevel").isPresent() ? "educationLevel" : "educationalLevel";
            return json.get(name).filter(Json.Arr.class::isInstance).isPresent()
                    ? json.list(name).stream().filter(Json.Str.class::isInstance).map(it -> ((Json.Str) it).words().strip()).toList()
                    : List.of(json.text(name).split(",")).stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        }
    }

    public record Association(Json.Obj json) {

        public static final String CHILD = "isChildOf";

        public static Association of(String identifier, String uri, String type, String origin, String originUri, String destination, String destinationUri, int sequence, String changed) {
            LinkedHashMap<String, Json> members = new LinkedHashMap<>();
            members.put("identifier", new Json.Str(identifier));
            members.put("uri", new Json.Str(uri));
            members.put("associationType", new Json.Str(type));
            members.put("sequenceNumber", new Json.Num(BigDecimal.valueOf(sequence)));
            members.put("originNodeURI", link(origin, originUri));
            members.put("destinationNodeURI", link(destination, destinationUri));
            members.put("lastChangeDateTime", new Json.Str(changed));
            return new Association(Json.object(members));
        }

        private static Json link(String identifier, String uri) {
            LinkedHashMap<String, Json> members = new LinkedHashMap<>();
            members.put("title", new Json.Str(identifier));
            members.put("identifier", new Json.Str(identifier));
            members.put("uri", new Json.Str(uri));
            return Json.object(members);
        }

        public String identifier() {
            return json.text("identifier");
        }

        public String type() {
            return json.text("associationType");
        }

        public String origin() {
            return target("originNodeURI");
        }

        public String destination() {
            return target("destinationNodeURI");
        }

        /// What a link leads to: the identifier of an object, or the last part of an address.
        private String target(String name) {
            return json.get(name).map(it -> it instanceof Json.Obj link && !link.text("identifier").isEmpty() ? link.text("identifier")
                    : last(it instanceof Json.Obj link ? link.text("uri") : json.text(name))).orElse("");
        }

        private static String last(String address) {
            return address.substring(address.lastIndexOf('/') + 1);
        }

        /// A number or a text of one; nothing stands behind all others.
        public int sequence() {
            String text = json.text("sequenceNumber").strip();
            return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
        }
    }

    /// What levels ask of an item.
    public record Rubric(Json.Obj json) {

        /// @param item the identifier of the item it is about
        public record Criterion(String item, List<Level> levels) {
        }

        /// @param quality its name, such as P4 @param feedback the same in another language
        public record Level(String quality, String description, String feedback) {
        }

        public static Rubric of(String identifier, String uri, String title, List<Criterion> criteria, String changed) {
            LinkedHashMap<String, Json> members = new LinkedHashMap<>();
            members.put("identifier", new Json.Str(identifier));
            members.put("uri", new Json.Str(uri));
            members.put("title", new Json.Str(title));
            members.put("lastChangeDateTime", new Json.Str(changed));
            List<Json> all = new ArrayList<>();
            for (Criterion criterion : criteria) {
                all.add(json(identifier, uri, criterion, all.size() + 1, changed));
            }
            members.put("CFRubricCriteria", new Json.Arr(all));
            return new Rubric(Json.object(members));
        }

        private static Json json(String rubric, String uri, Criterion criterion, int position, String changed) {
            LinkedHashMap<String, Json> members = new LinkedHashMap<>();
            members.put("identifier", new Json.Str(criterion.item()));
            members.put("uri", new Json.Str(uri + "/criteria/" + criterion.item()));
            members.put("CFItemURI", Association.link(criterion.item(), uri + "/items/" + criterion.item()));
            members.put("rubricId", new Json.Str(rubric));
            members.put("position", new Json.Num(BigDecimal.valueOf(position)));
            members.put("lastChangeDateTime", new Json.Str(changed));
            List<Json> levels = new ArrayList<>();
            for (Level level : criterion.levels()) {
                LinkedHashMap<String, Json> one = new LinkedHashMap<>();
                one.put("identifier", new Json.Str(criterion.item() + "-" + level.quality()));
                one.put("uri", new Json.Str(uri + "/criteria/" + criterion.item() + "/levels/" + level.quality()));
                one.put("description", new Json.Str(level.description()));
                one.put("quality", new Json.Str(level.quality()));
                one.put("feedback", new Json.Str(level.feedback()));
                one.put("position", new Json.Num(BigDecimal.valueOf(levels.size() + 1)));
                one.put("lastChangeDateTime", new Json.Str(changed));
                levels.add(Json.object(one));
            }
            members.put("CFRubricCriterionLevels", new Json.Arr(levels));
            return Json.object(members);
        }

        public String identifier() {
            return json.text("identifier");
        }

        public List<Criterion> criteria() {
            return json.list("CFRubricCriteria").stream().filter(Json.Obj.class::isInstance).map(it -> {
                Json.Obj criterion = (Json.Obj) it;
                String item = new Association(criterion).target("CFItemURI");
                return new Criterion(item, criterion.list("CFRubricCriterionLevels").stream().filter(Json.Obj.class::isInstance)
                        .map(level -> new Level(((Json.Obj) level).text("quality"), ((Json.Obj) level).text("description"), ((Json.Obj) level).text("feedback"))).toList());
            }).toList();
        }
    }

    /// Items that have none below them, in the order of the tree; those that hang nowhere stand at the end.
    public List<Item> leaves() {
        Set<String> parents = new HashSet<>();
        Map<String, List<Association>> below = new LinkedHashMap<>();
        for (Association it : associations) {
            if (it.type().equals(Association.CHILD)) {
                parents.add(it.destination());
                below.computeIfAbsent(it.destination(), _ -> new ArrayList<>()).add(it);
            }
        }
        below.values().forEach(children -> children.sort(Comparator.comparingInt(Association::sequence)));
        Map<String, Integer> order = new LinkedHashMap<>();
        // By hand and not by a method that calls itself: a tree from a stranger may be as deep as it has items.
        List<String> open = new ArrayList<>(List.of(document.identifier()));
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (order.putIfAbsent(next, order.size()) == null) {
                below.getOrDefault(next, List.of()).reversed().forEach(it -> open.add(it.origin()));
            }
        }
        return items.stream().filter(it -> !parents.contains(it.identifier()))
                .sorted(Comparator.comparingInt(it -> order.getOrDefault(it.identifier(), Integer.MAX_VALUE))).toList();
    }

    /// What levels ask of an item, wherever a rubric says so.
    public Optional<Rubric.Criterion> levels(Item item) {
        return rubrics.stream().flatMap(it -> it.criteria().stream()).filter(it -> it.item().equals(item.identifier())).findFirst();
    }
}
