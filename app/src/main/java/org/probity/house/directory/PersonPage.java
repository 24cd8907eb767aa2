package org.probity.house.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Account;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Html;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.State;

/**
 * One person. A colleague sees name, unit, site and work contact of who is here today; the person, whoever leads them and human resources
 * see the stretches too, also what was believed before.
 *
 * @param names of the accounts that recorded
 * @param hr what only human resources need; null for everybody else
 */
public record PersonPage(
        Directory.Person person, Sight sight, LocalDate today, List<Place> places, Directory.@Nullable Person manager, List<Place> leads,
        Map<UUID, String> names, @Nullable Records hr, List<Reason> reasons) implements Page {
    /** How much of somebody a person sees. */
    public enum Sight { CONTACT, ENGAGEMENTS }

    /** How far forgetting who they were has come. */
    public enum Erasing { KEPT, MAY_BE_ASKED, ASKED_BY_ME, ASKED }

    /** @param kept until the day before this one, by law; null while they are engaged */
    public record Records(@Nullable Account account, Erasing erasing, @Nullable LocalDate kept) {}

    public boolean whole() {
        return sight == Sight.ENGAGEMENTS;
    }

    public String path() {
        return "/app/directory/people/" + person.id();
    }

    public List<Directory.Stretch> now() {
        return person.stretches().stream().filter(it -> it.covers(today)).toList();
    }

    /** More than one stretch on this day, in different kinds: allowed, and worth knowing. */
    public boolean overlaps() {
        return now().size() > 1;
    }

    public State state(Screen s) {
        return now().isEmpty() ? State.none(s.t("directory.engagement.LEFT")) : State.good(s.t("directory.engagement." + now().getFirst().kind()));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<Fact>();
        for (var stretch : now()) {
            var place = places.stream().filter(it -> it.id().equals(stretch.unit())).findFirst();
            facts.add(new Fact(s.t("directory.unit"), new Link(Place.name(s.lang(), stretch.unitEn(), stretch.unitZh()), "/app/directory/units/" + stretch.unit())));
            place.map(Place::site).flatMap(this::place).ifPresent(site -> facts.add(new Fact(s.t("directory.site"), site.name(s.lang()))));
            if (whole()) {
                place.map(Place::entity).flatMap(this::place).ifPresent(entity -> facts.add(new Fact(s.t("directory.kind.ENTITY"), entity.name(s.lang()))));
            }
        }
        if (!person.email().isEmpty()) {
            facts.add(new Fact(s.t("directory.email"), new Link(person.email(), "mailto:" + person.email())));
        }
        if (whole()) {
            facts.add(new Fact(s.t("directory.number"), person.number()));
            facts.add(new Fact(s.t("directory.manager"), manager == null ? Html.words(s.t("directory.no-manager"))
                    : new Link(manager.name(s.lang()), "/app/directory/people/" + manager.id())));
        }
        leads.forEach(it -> facts.add(new Fact(s.t("directory.leads"), new Link(it.name(s.lang()), "/app/directory/units/" + it.id()))));
        return facts;
    }

    private Optional<Place> place(UUID id) {
        return places.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Table<Directory.Stretch> stretches(Screen s) {
        return rows(s, person.stretches().stream().filter(Directory.Stretch::holds).toList(), "directory.engagements", false);
    }

    public List<Directory.Stretch> superseded() {
        return person.stretches().stream().filter(it -> !it.holds()).toList();
    }

    public Table<Directory.Stretch> earlier(Screen s) {
        return rows(s, superseded(), "directory.superseded", true);
    }

    private Table<Directory.Stretch> rows(Screen s, List<Directory.Stretch> stretches, String caption, boolean superseded) {
        var table = Table.of(s, stretches)
                .caption(s.t(caption))
                .head("directory.engagement", it -> s.t("directory.engagement." + it.kind()))
                .text("directory.unit", it -> Place.name(s.lang(), it.unitEn(), it.unitZh()))
                .text("directory.title", it -> Optional.of(it.title()).filter(title -> !title.isEmpty()))
                .day("directory.from-day", Directory.Stretch::fromDay)
                .day("directory.until-day", it -> Optional.ofNullable(it.untilDay()))
                .day("directory.recorded", Directory.Stretch::recordedAt);
        if (superseded) {
            table.day("directory.superseded-at", it -> Optional.ofNullable(it.supersededAt()));
        }
        return table.why("directory.recorded-by", it -> (names.getOrDefault(it.by(), s.t("directory.the-house")) + " · " + it.why()).replaceAll(" · $", ""));
    }

    /** Why each field is kept. A field without a line here is not kept. */
    public List<Fact> purposes(Screen s) {
        return PersonalField.all().stream().map(field -> new Fact(s.t("directory.field." + field), s.t("directory.purpose." + field))).toList();
    }
}
