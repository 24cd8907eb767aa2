package org.probity.house.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Answered;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;

/**
 * A change to a unit: the form, and before it is done what was typed with what it means for others.
 *
 * @param place null: a new one
 * @param places that stand today, to choose from
 * @param told what it means for others; null: not asked yet
 */
public record UnitChangePage(
        Change change, @Nullable Place place, Form form, List<Place> places, Organisation.@Nullable Consequences told, List<Reason> reasons)
        implements Page {
    /** What can be done to a unit, as it stands in the address. */
    public enum Change {
        FOUND, DESCRIBE, MOVE, CLOSE, MERGE, APPOINT, RELIEVE;

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Change of(String path) {
            return Arrays.stream(values()).filter(it -> it != FOUND && it.path().equals(path)).findFirst()
                    .orElseThrow(() -> new NotThere("change of a unit " + path));
        }

        boolean describes() {
            return this == FOUND || this == DESCRIBE;
        }

        boolean names() {
            return this == MOVE || this == MERGE;
        }

        boolean leads() {
            return this == APPOINT || this == RELIEVE;
        }
    }

    /** As typed. @param other code of the unit above, or that takes this one in @param person staff number */
    public record Form(
            String code, String kind, String nameEn, String nameZh, String country, String region, String creditCode, String lei, String other,
            String person, String rank, String from, String reason, boolean sure) {}

    public String path() {
        return place == null ? "/app/directory/units/new" : "/app/directory/units/" + place.id() + "/" + change.path();
    }

    public String back() {
        return place == null ? "/app/directory" : "/app/directory/units/" + place.id();
    }

    public List<Link> crumbs(Screen s) {
        var all = new Link(s.t("directory.organisation"), "/app/directory");
        return place == null ? List.of(all) : List.of(all, new Link(place.name(s.lang()), back()));
    }

    public String title(Screen s) {
        return s.t(place == null ? "directory.found" : "directory.change." + change.path());
    }

    public Place.Kind kind() {
        return place == null ? Place.Kind.valueOf(form.kind()) : place.kind();
    }

    public boolean describes() {
        return change.describes();
    }

    public boolean names() {
        return change.names() || change == Change.FOUND;
    }

    public boolean leads() {
        return change.leads();
    }

    public List<Option> units(Screen s) {
        return places.stream()
                .filter(it -> place == null || !it.id().equals(place.id()))
                .map(it -> new Option(it.code(), "\u2003".repeat(it.depth()) + it.name(s.lang()) + " · " + it.code())).toList();
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Place.Kind.values()).map(it -> new Option(it.name(), s.t("directory.kind." + it))).toList();
    }

    public List<Option> ranks(Screen s) {
        return Arrays.stream(Place.Rank.values()).map(it -> new Option(it.name(), s.t("directory.rank." + it))).toList();
    }

    /** What was typed, to be looked over. */
    public List<Answered> answers(Screen s) {
        var answers = new ArrayList<Answered>();
        if (place != null) {
            add(answers, s.t("directory.unit"), place.name(s.lang()) + " · " + place.code());
        }
        if (describes()) {
            add(answers, s.t("directory.code"), form.code());
            add(answers, s.t("directory.kind"), s.t("directory.kind." + kind()));
            add(answers, s.t("directory.name-en"), form.nameEn());
            add(answers, s.t("directory.name-zh"), form.nameZh());
            add(answers, s.t("directory.country"), form.country());
            add(answers, s.t("directory.region"), form.region());
            add(answers, s.t("directory.credit-code"), form.creditCode());
            add(answers, s.t("directory.lei"), form.lei());
        }
        if (names()) {
            var other = places.stream().filter(it -> it.code().equals(form.other())).findFirst();
            add(answers, s.t(change == Change.MERGE ? "directory.into" : "directory.parent"), other.map(it -> it.name(s.lang()) + " · " + it.code()).orElse(""));
        }
        if (leads()) {
            add(answers, s.t("directory.rank"), s.t("directory.rank." + form.rank()));
            add(answers, s.t("directory.number"), form.person());
        }
        add(answers, s.t("directory.from"), form.from());
        add(answers, s.t("directory.reason"), form.reason());
        if (told != null && (change == Change.MERGE || change == Change.MOVE)) {
            add(answers, s.t("directory.concerns"), s.t("directory.concerns.text", told.people(), told.subunits()));
        }
        return answers;
    }

    private static void add(List<Answered> answers, String question, String answer) {
        if (!answer.isBlank()) {
            answers.add(new Answered(question, answer, ""));
        }
    }

    /** What the second form carries on from the first. */
    public List<Option> typed() {
        return List.of(new Option("code", form.code()), new Option("kind", form.kind()), new Option("nameEn", form.nameEn()),
                new Option("nameZh", form.nameZh()), new Option("country", form.country()), new Option("region", form.region()),
                new Option("creditCode", form.creditCode()), new Option("lei", form.lei()), new Option("other", form.other()),
                new Option("person", form.person()), new Option("rank", form.rank()), new Option("from", form.from()),
                new Option("reason", form.reason()));
    }

    public boolean harms() {
        return change == Change.CLOSE || change == Change.MERGE;
    }
}
