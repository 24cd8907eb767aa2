package org.probity.house.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;

/**
 * A change to a person or a stretch of theirs.
 *
 * @param person null: somebody the house does not know yet
 * @param stretch the one that is ended, continued elsewhere or corrected
 */
public record PersonChangePage(
        Change change, Directory.@Nullable Person person, Directory.@Nullable Stretch stretch, Form form, List<Place> places, List<Reason> reasons)
        implements Page {
    /** What can be done, as it stands in the address. */
    public enum Change {
        TAKE_ON, NAME, ENGAGE, END, TRANSFER, CORRECT;

        static Change of(String path) {
            return Arrays.stream(values()).filter(it -> it != TAKE_ON && it.path().equals(path)).findFirst()
                    .orElseThrow(() -> new NotThere("change of a person " + path));
        }

        String path() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean ofAStretch() {
            return this == END || this == TRANSFER || this == CORRECT;
        }

        boolean whole() {
            return this == TAKE_ON || this == ENGAGE || this == CORRECT;
        }
    }

    /** As typed. @param unit its code */
    public record Form(
            String number, String nameZh, String nameEn, String email, String kind, String unit, String title, String from, String until, String reason) {}

    public String path() {
        return person == null ? "/app/directory/people/new"
                : "/app/directory/people/" + person.id() + "/" + change.path() + (stretch == null ? "" : "?engagement=" + stretch.id());
    }

    public String back() {
        return person == null ? "/app/directory/people" : "/app/directory/people/" + person.id();
    }

    public List<Link> crumbs(Screen s) {
        var all = new Link(s.t("directory.people"), "/app/directory/people");
        return person == null ? List.of(all) : List.of(all, new Link(person.name(s.lang()), back()));
    }

    public String title(Screen s) {
        return s.t(person == null ? "directory.take-on" : "directory.person." + change.path());
    }

    /** Who and which stretch it is about. */
    public String about(Screen s) {
        if (person == null) {
            return "";
        }
        return stretch == null ? person.name(s.lang()) : s.t("directory.about", person.name(s.lang()), s.t("directory.engagement." + stretch.kind()),
                Place.name(s.lang(), stretch.unitEn(), stretch.unitZh()), stretch.fromDay());
    }

    public boolean asksIdentity() {
        return change == Change.TAKE_ON || change == Change.NAME;
    }

    public boolean asksKind() {
        return change.whole();
    }

    public boolean asksUnit() {
        return change.whole() || change == Change.TRANSFER;
    }

    public boolean asksUntil() {
        return change.whole() || change == Change.END;
    }

    public boolean isNew() {
        return change == Change.TAKE_ON;
    }

    public List<Option> units(Screen s) {
        return places.stream().map(it -> new Option(it.code(), "\u2003".repeat(it.depth()) + it.name(s.lang()) + " · " + it.code())).toList();
    }

    public List<Option> kinds(Screen s) {
        return Arrays.stream(Engagement.values()).map(it -> new Option(it.name(), s.t("directory.engagement." + it))).toList();
    }
}
