package org.probity.shapes.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Html;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Page;
import org.probity.house.ui.Query;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Event;
import org.probity.house.ui.parts.Fact;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Mark;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;
import org.probity.shapes.decision.Decisions.Decision;
import org.probity.shapes.policy.Acknowledgements.Rate;
import org.probity.shapes.policy.Acknowledgements.Reading;
import org.probity.shapes.policy.Policy.Clause;
import org.probity.shapes.policy.Policy.Version;
import org.probity.shapes.policy.Policy.Withdrawal;

/**
 * One rule: its text in both languages, its versions and how they differ, what hangs on its clauses, and who has read it.
 *
 * @param shown the version whose text stands here; null while nothing has been written
 * @param before the one it is compared with
 * @param readings of the shown version, as far as whoever looks may see them
 * @param circles by key: what may be chosen, and what it is called
 */
public record PolicyPage(
        Policy policy, Tab tab, List<Version> versions, @Nullable Version shown, List<Clause> clauses, @Nullable Version before, List<Clause> beforeClauses,
        List<Naming.Named> named, Rate rate, Readings readings, List<Grip> bound, List<CircleChoice> circles, Map<UUID, String> names,
        @Nullable Withdrawal withdrawal, @Nullable Decision ending, May may, List<Reason> reasons) implements Page {
    public enum Tab { TEXT, VERSIONS, DIFFERENCE, CLAUSES, ACKNOWLEDGEMENTS }

    /** What whoever looks may do. @param mine whether they proposed what waits */
    public record May(boolean keep, boolean approve, UUID me) {}

    /** One page of those who were asked. */
    public record Readings(List<Reading> page, Map<UUID, Circle.Name> names, Query query, long all, List<Signatures.Taken> sheets) {}

    /** Whom it binds, in words. */
    public record Grip(UUID id, String circle, String value) {}

    public record CircleChoice(String key, String title, List<Option> choices) {}

    public String path() {
        return PolicyWeb.path(policy);
    }

    public String title(Screen s) {
        return shown == null ? policy.code() : shown.title(s.lang());
    }

    public List<State> tags(Screen s) {
        return shown == null ? List.of() : List.of(PoliciesPage.stage(s, shown.stage()));
    }

    public List<org.probity.house.ui.parts.Tab> tabs(Screen s) {
        return Arrays.stream(Tab.values()).map(it -> new org.probity.house.ui.parts.Tab(s.t("policy.tab." + it),
                path() + "?tab=" + it.name().toLowerCase(Locale.ROOT) + (shown == null ? "" : "&version=" + shown.no()), it == tab)).toList();
    }

    /** The version that waits for a second person. */
    public Optional<Version> waiting() {
        return versions.stream().filter(it -> it.stage() == Policy.Stage.PROPOSED).findFirst();
    }

    public boolean hasDraft() {
        return versions.stream().anyMatch(it -> it.stage() == Policy.Stage.DRAFT);
    }

    public boolean inForce() {
        return versions.stream().anyMatch(it -> it.stage() == Policy.Stage.IN_FORCE);
    }

    public boolean wrongSheet() {
        return reasons.stream().anyMatch(it -> it.field().equals("sheet") || it.field().equals("stated"));
    }

    public List<Fact> facts(Screen s) {
        var facts = new ArrayList<>(List.of(
                new Fact(s.t("policy.code"), policy.code()),
                new Fact(s.t("policy.kind"), s.t("policy.kind." + policy.kind())),
                new Fact(s.t("policy.area"), s.t("policy.area." + policy.area())),
                new Fact(s.t("policy.responsible"), name(policy.responsible()))));
        if (shown != null) {
            facts.add(new Fact(s.t("policy.version"), String.valueOf(shown.no())));
            facts.add(new Fact(s.t("policy.from-day"), s.time(shown.fromDay())));
            facts.add(new Fact(s.t("policy.drafted"), name(shown.draftedBy())));
            facts.add(new Fact(s.t("policy.approved"), shown.publishedBy() == null ? "–" : name(shown.publishedBy())));
        }
        facts.add(new Fact(s.t("policy.renews"), s.t("policy.every-months", policy.renewMonths())));
        facts.add(new Fact(s.t("policy.read-by"), rate.asked() == 0 ? Html.words("–") : new Link(s.t("policy.done-of", rate.done(), rate.asked()), path() + "?tab=acknowledgements")));
        return facts;
    }

    public String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    public Table<Version> versionTable(Screen s) {
        return Table.of(s, versions)
                .caption(s.t("policy.tab.VERSIONS"))
                .head("policy.version", it -> new Link(s.t("policy.version-no", it.no()), path() + "?tab=text&version=" + it.no()))
                .state("policy.stage", it -> PoliciesPage.stage(s, it.stage()))
                .day("policy.from-day", Version::fromDay)
                .why("policy.change", it -> Optional.of(it.change(s.lang())).filter(words -> !words.isEmpty()))
                .text("policy.drafted", it -> name(it.draftedBy()))
                .text("policy.approved", it -> Optional.ofNullable(it.publishedBy()).map(this::name))
                .text("policy.differs", it -> it.no() == 1 ? Optional.empty() : Optional.of(new Link(s.t("policy.from-before", it.no() - 1), path() + "?tab=difference&version=" + it.no())));
    }

    public List<Difference> differences(Lang lang) {
        return Difference.between(beforeClauses, clauses, lang);
    }

    public State mark(Screen s, Difference it) {
        var words = s.t("policy.diff." + it.kind());
        return switch (it.kind()) {
            case SAME -> State.none(words);
            case NEW -> State.good(words);
            case CHANGED -> State.warn(words);
            case GONE -> State.bad(words);
        };
    }

    public Table<Clause> clauseTable(Screen s) {
        return Table.of(s, clauses)
                .caption(s.t("policy.tab.CLAUSES"))
                .id("policy.clause", Clause::name)
                .head("policy.heading", it -> it.heading(s.lang()))
                .text("policy.hangs", it -> {
                    var hanging = named.stream().filter(one -> one.clause().equals(it.id())).toList();
                    return hanging.isEmpty() ? Optional.empty() : Optional.of((gg.jte.Content) out -> {
                        for (var i = 0; i < hanging.size(); i++) {
                            out.writeContent(i == 0 ? "" : "<br>");
                            new Link(hanging.get(i).what().in(s), hanging.get(i).href()).writeTo(out);
                        }
                    });
                });
    }

    public Table<Reading> readingTable(Screen s) {
        return Table.of(s, readings.page())
                .caption(s.t("policy.tab.ACKNOWLEDGEMENTS"))
                .head("policy.who", it -> Optional.ofNullable(readings.names().get(it.party())).map(name -> name.in(s.lang())).orElse("–"))
                .state("policy.standing", it -> MyRulesPage.state(s, it, s.now().toLocalDate()))
                .day("policy.due", Reading::dueDay)
                .text("policy.at", it -> it.state() == org.probity.shapes.obligation.State.MET ? Optional.of(it.at().toInstant()) : Optional.empty())
                .paged(readings.query(), readings.all()).downloads();
    }

    public Table<Signatures.Taken> sheetTable(Screen s) {
        return Table.of(s, readings.sheets())
                .caption(s.t("policy.sheets"))
                .head("policy.sheet", it -> new Link(s.t("policy.sheet-of", it.no()), path() + "/signatures/" + it.id()))
                .number("policy.sheet-stated", it -> (long) it.stated())
                .number("policy.sheet-met", it -> (long) it.met())
                .text("policy.sheet-by", it -> name(it.by()))
                .text("policy.at", it -> it.at());
    }

    public List<Event> events(Screen s) {
        var events = new ArrayList<Event>();
        if (withdrawal != null) {
            events.add(new Event(Mark.BAD, s.t("policy.stage.WITHDRAWN"), s.t("policy.last-day", withdrawal.lastDay(), withdrawal.reason()),
                    s.instant(withdrawal.withdrawnAt()) + " · " + name(withdrawal.withdrawnBy())));
        }
        versions.stream().filter(Version::published).forEach(it -> events.add(new Event(Mark.GOOD, s.t("policy.version-no", it.no()),
                s.t("policy.counts-from", it.fromDay()), s.instant(Objects.requireNonNull(it.publishedAt())) + " · " + name(Objects.requireNonNull(it.publishedBy())))));
        return events;
    }
}
