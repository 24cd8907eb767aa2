package org.probity.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a report says in words: its chapters in their order. In the package it is {@code words.json}. */
public record ReportWords(List<Chapter> chapters) {

    static final String FILE = "words.json";

    /** @param figures the keys of those that stand in it */
    public record Chapter(String key, List<String> figures, List<Passage> passages) {
        public Chapter {
            figures = List.copyOf(figures);
            passages = List.copyOf(passages);
        }
    }

    /** @param part which place of the chapter the words stand in, such as strategy */
    public record Passage(String part, Words words) {}

    /** A passage that came, went or was worded otherwise since the edition before. */
    public record Change(String chapter, String part, Optional<Words> before, Optional<Words> after) {

        Json.Obj json() {
            Json.Obj json = Json.object("chapter", chapter, "part", part);
            json = before.isEmpty() ? json : json.with("before", before.get().json());
            return after.isEmpty() ? json : json.with("after", after.get().json());
        }

        static Change from(Json item) {
            Fields fields = Fields.of(item, "words");
            Change change = new Change(fields.text("chapter"), fields.text("part"), words(fields, "before"), words(fields, "after"));
            fields.noOthers();
            if (!change.chapter.matches(Report.KEY) || !change.part.matches(Report.KEY)) {
                throw fields.wrong("part", "is no place of a chapter");
            }
            return change;
        }

        private static Optional<Words> words(Fields fields, String key) {
            return fields.has(key) ? Optional.of(fields.words(key)) : Optional.empty();
        }
    }

    public ReportWords {
        chapters = List.copyOf(chapters);
    }

    /** Passage by passage, in the order of the chapters now; what is gone comes last. */
    public static List<Change> changes(ReportWords before, ReportWords now) {
        Map<Place, Words> old = before.byPlace();
        List<Change> changes = new ArrayList<>();
        now.byPlace().forEach((place, words) -> {
            Optional<Words> was = Optional.ofNullable(old.remove(place));
            if (!was.equals(Optional.of(words))) {
                changes.add(new Change(place.chapter, place.part, was, Optional.of(words)));
            }
        });
        old.forEach((place, words) -> changes.add(new Change(place.chapter, place.part, Optional.of(words), Optional.empty())));
        return changes;
    }

    /** Where words stand. */
    private record Place(String chapter, String part) {}

    private Map<Place, Words> byPlace() {
        Map<Place, Words> words = new LinkedHashMap<>();
        chapters.forEach(chapter -> chapter.passages.forEach(passage -> words.put(new Place(chapter.key, passage.part), passage.words)));
        return words;
    }

    long passages() {
        return byPlace().size();
    }

    /** Whether a change from the edition before leads to the words of this one. */
    boolean follows(Change change) {
        Optional<Words> here = Optional.ofNullable(byPlace().get(new Place(change.chapter, change.part)));
        return here.equals(change.after) && !change.before.equals(change.after);
    }

    Json.Obj json() {
        return Json.object("chapters", chapters.stream().map(chapter -> Json.object("figures", chapter.figures, "key", chapter.key,
                "passages", chapter.passages.stream().map(passage -> passage.words.json().with("part", passage.part)).toList())).toList());
    }

    /** @param figures those of the report; a chapter speaks of no others */
    static ReportWords from(Json json, Set<String> figures) {
        Fields fields = Fields.of(json, "words");
        List<Chapter> chapters = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Json item : fields.list("chapters")) {
            Fields one = Fields.of(item, "chapters");
            List<String> standing = one.list("figures").stream().map(it -> it instanceof Json.Str(String key) && figures.contains(key) ? key : "").toList();
            List<Passage> passages = new ArrayList<>();
            for (Json line : one.list("passages")) {
                Fields passage = Fields.of(line, "passages");
                passages.add(new Passage(passage.text("part"), new Words(passage.text("en"), passage.text("zh"))));
                passage.noOthers();
            }
            Chapter chapter = new Chapter(one.text("key"), standing, passages);
            one.noOthers();
            Set<String> parts = passages.stream().map(Passage::part).filter(part -> part.matches(Report.KEY)).collect(Collectors.toSet());
            if (!chapter.key.matches(Report.KEY) || !keys.add(chapter.key) || standing.contains("") || Set.copyOf(standing).size() != standing.size()
                    || parts.size() != passages.size() || passages.stream().anyMatch(it -> it.words.en().isEmpty() || it.words.zh().isEmpty())) {
                throw one.wrong("key", "is that of a chapter with something twice, with another report's figure, or in one language");
            }
            chapters.add(chapter);
        }
        fields.noOthers();
        return new ReportWords(chapters);
    }
}
