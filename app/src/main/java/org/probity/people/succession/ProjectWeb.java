package org.probity.people.succession;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Accounts;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Projects for people of high potential, for human resources: members, consultants, findings and the nine-box. */
@Controller
@For(Role.HR)
class ProjectWeb {
    static final String ROOM = "/app/succession/projects";
    private static final String ONE = ROOM + "/{id:[0-9a-f-]{36}}";
    private static final String CONSULTANT = ONE + "/consultants/{account:[0-9a-f-]{36}}";
    private static final String MEMBERS = "/app/succession/members/";
    private static final int LOOKS_MOST = 50;

    private final Projects projects;
    private final Consultants consultants;
    private final NineBox nineBox;
    private final Positions positions;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Pages pages;

    ProjectWeb(Projects projects, Consultants consultants, NineBox nineBox, Positions positions, Accounts accounts, AuditTrail trail, Pages pages) {
        this.projects = projects;
        this.consultants = consultants;
        this.nineBox = nineBox;
        this.positions = positions;
        this.accounts = accounts;
        this.trail = trail;
        this.pages = pages;
    }

    @GetMapping(ROOM)
    Object all() {
        return pages.view(new ProjectsPage(projects.all(), positions.today(), Map.of(), List.of()));
    }

    @PostMapping(ROOM)
    Object open(@RequestParam Map<String, String> typed, Me me) {
        var from = Typed.day(typed.get("fromDay"));
        var until = Typed.day(typed.get("untilDay"));
        var answer = from.isEmpty() || until.isEmpty() ? Answer.<UUID>refused(from.isEmpty() ? "fromDay" : "untilDay", "succession.day-wrong")
                : projects.open(typed.getOrDefault("titleEn", ""), typed.getOrDefault("titleZh", ""), from.get(), until.get(), me);
        return switch (answer) {
            case Answer.Done<UUID>(var id) -> pages.done(ROOM + "/" + id, "succession.project-opened");
            case Answer.Refused<UUID>(var reasons) -> pages.view(new ProjectsPage(projects.all(), positions.today(), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Project found(UUID id) {
        return projects.find(id).orElseThrow(() -> new NotThere("project " + id));
    }

    @GetMapping(ONE)
    Object one(@PathVariable UUID id) {
        return pages.view(page(found(id), Map.of(), List.of()));
    }

    private ProjectPage page(Project it, Map<String, String> typed, List<Reason> reasons) {
        var accesses = consultants.of(it);
        var looks = accesses.stream().flatMap(access -> trail.notes(new AuditTrail.Filter(access.account(), "succession.looked", null, null, null), LOOKS_MOST).stream())
                .filter(note -> it.number().equals(note.details().get("project"))).sorted(java.util.Comparator.comparing(AuditTrail.Note::at).reversed()).limit(LOOKS_MOST).toList();
        return new ProjectPage(it, projects.members(it.id()), accesses, looks, accounts.names(accesses.stream().map(Consultants.Access::account).collect(Collectors.toSet())), positions.today(), typed,
                reasons);
    }

    @PostMapping(ONE + "/members")
    Object ask(@PathVariable UUID id, @RequestParam(defaultValue = "") String number, Me me) {
        return answered(projects.ask(id, number, me), id, Map.of("number", number), "succession.was-asked");
    }

    @StepUp
    @PostMapping(ONE + "/consultants")
    Object invite(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        var form = new Consultants.Form(typed.getOrDefault("firm", ""), typed.getOrDefault("name", ""), typed.getOrDefault("email", ""), typed.getOrDefault("language", ""),
                typed.getOrDefault("lastDay", ""));
        return answered(consultants.invite(id, form, me), id, typed, "succession.was-invited");
    }

    @StepUp
    @PostMapping(CONSULTANT + "/day")
    Object prolong(@PathVariable UUID id, @PathVariable UUID account, @RequestParam(defaultValue = "") String lastDay, Me me) {
        ofProject(id, account);
        return answered(consultants.prolong(account, lastDay, me), id, Map.of(), "succession.was-prolonged");
    }

    @StepUp
    @PostMapping(CONSULTANT + "/end")
    Object end(@PathVariable UUID id, @PathVariable UUID account, Me me) {
        ofProject(id, account);
        return answered(consultants.end(account, me), id, Map.of(), "succession.access-was-ended");
    }

    private void ofProject(UUID id, UUID account) {
        consultants.of(account).filter(it -> it.project().equals(id)).orElseThrow(() -> new NotThere("consultant " + account + " of " + id));
    }

    private Object answered(Answer<?> answer, UUID id, Map<String, String> typed, String said) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done(ROOM + "/" + id, said);
            case Answer.Refused<?>(var reasons) -> pages.view(page(found(id), typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping(ONE + "/grid")
    Object grid(@PathVariable UUID id, Me me) {
        var project = found(id);
        return pages.view(new GridPage(project, nineBox.look(project, me)));
    }

    @GetMapping(MEMBERS + "{naming:[0-9a-f-]{36}}")
    Object member(@PathVariable UUID naming, Me me) {
        return pages.view(member(naming, me, Map.of(), List.of()));
    }

    private MemberPage member(UUID naming, Me me, Map<String, String> typed, List<Reason> reasons) {
        var file = projects.file(naming, me).orElseThrow(() -> new NotThere("member " + naming));
        return new MemberPage(file, ROOM, MEMBERS + naming, accounts.names(file.findings().stream().map(Project.Finding::by).collect(Collectors.toSet())), positions.today(), typed, reasons);
    }

    @PostMapping(MEMBERS + "{naming:[0-9a-f-]{36}}")
    Object find(@PathVariable UUID naming, @RequestParam Map<String, String> typed, Me me) {
        return switch (projects.find(naming, typed.getOrDefault("aspect", ""), Typed.number(typed.get("found"), 0), typed.getOrDefault("words", ""), me)) {
            case Answer.Done<UUID> done -> pages.done(MEMBERS + naming, "succession.was-found");
            case Answer.Refused<UUID>(var reasons) -> pages.view(member(naming, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }
}
