package org.probity.people.succession;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.probity.house.access.AuditTrail;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Page;
import org.probity.house.ui.Screen;
import org.probity.house.ui.Table;
import org.probity.house.ui.parts.Link;
import org.probity.house.ui.parts.Option;
import org.probity.house.ui.parts.State;

/** A project: who was asked, which consultant looks and until when, and every look. */
public record ProjectPage(
        Project it, List<Project.Member> members, List<Consultants.Access> accesses, List<AuditTrail.Note> looks, Map<UUID, String> names, LocalDate today, Map<String, String> typed,
        List<Reason> reasons) implements Page {
    public String path() {
        return "/app/succession/projects/" + it.id();
    }

    public List<State> tags(Screen s) {
        return List.of(ProjectsPage.state(s, it, today).asTag());
    }

    public boolean over() {
        return it.untilDay().isBefore(today);
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public Table<Project.Member> table(Screen s) {
        return Table.of(s, members)
                .caption(s.t("succession.members"))
                .head("succession.person", it -> it.state() == Naming.State.AGREED ? new Link(it.name(s.lang()), "/app/succession/members/" + it.naming()) : it.name(s.lang()))
                .id("succession.staff-number", Project.Member::number)
                .text("succession.unit", it -> it.unit(s.lang()))
                .state("succession.answer", it -> PositionPage.state(s, it.state()))
                .text("succession.aspects", it -> it.state() == Naming.State.AGREED ? s.t("succession.aspects-of", it.aspects(), Project.Aspect.values().length) : "")
                .day("succession.since", Project.Member::day);
    }

    public boolean runs(Consultants.Access access) {
        return !access.lastDay().isBefore(today) && it.runs(today);
    }

    public String name(UUID account) {
        return names.getOrDefault(account, "–");
    }

    public Table<Consultants.Access> consultants(Screen s) {
        return Table.of(s, accesses)
                .caption(s.t("succession.consultants"), s.t("succession.consultants-text"))
                .head("succession.consultant", it -> name(it.account()))
                .text("succession.firm", Consultants.Access::firm)
                .day("succession.last-day", Consultants.Access::lastDay)
                .state("succession.state", it -> runs(it) ? State.good(s.t("succession.access-runs")) : State.none(s.t("succession.access-over")));
    }

    public Table<AuditTrail.Note> looked(Screen s) {
        return Table.of(s, looks)
                .caption(s.t("succession.looks"), s.t("succession.looks-text"))
                .head("succession.at", AuditTrail.Note::at)
                .text("succession.by", it -> it.byName() == null ? "–" : it.byName())
                .text("succession.person", it -> it.subjectName() == null ? s.t("succession.the-list") : it.subjectName());
    }

    public List<Option> languages() {
        return List.of(new Option("en", "English"), new Option("zh", "中文"));
    }

    public List<String> language() {
        return List.of(of("language").isEmpty() ? "zh" : of("language"));
    }
}
