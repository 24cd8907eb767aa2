package org.probity.people.succession;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.Account;
import org.probity.house.access.Accounts;
import org.probity.house.access.AuditTrail;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.directory.Passes;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a consultant from outside sees: the people of their project who said yes, one by one. Each look is noted, under whom it was at. */
@Controller
@For(Role.CONSULTANT)
class ConsultantWeb {
    static final String ROOM = "/app/consultant";
    private static final String ONE = ROOM + "/people/{naming:[0-9a-f-]{36}}";

    private final Projects projects;
    private final Consultants consultants;
    private final Positions positions;
    private final Passes passes;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final Pages pages;

    ConsultantWeb(Projects projects, Consultants consultants, Positions positions, Passes passes, Accounts accounts, AuditTrail trail, Pages pages) {
        this.projects = projects;
        this.consultants = consultants;
        this.positions = positions;
        this.passes = passes;
        this.accounts = accounts;
        this.trail = trail;
        this.pages = pages;
    }

    /** The role counts only while access runs; whoever comes here without is nobody's consultant. */
    private Project project(Me me) {
        return consultants.project(me.account()).flatMap(projects::find).orElseThrow(() -> new NotThere("a project of " + me.account()));
    }

    @GetMapping(ROOM)
    @Transactional
    public Object people(Me me) {
        var project = project(me);
        trail.note("succession.looked", me.account(), null, Map.of("project", project.number()));
        return pages.view(new ConsultantPage(project, projects.members(me), consultants.of(me.account()).orElseThrow().lastDay()));
    }

    @GetMapping(ONE)
    @Transactional
    public Object one(@PathVariable UUID naming, Me me) {
        var project = project(me);
        var page = page(naming, me, Map.of(), List.of());
        trail.note("succession.looked", me.account(), passes.of(page.file().member().person()).map(Account::id).orElse(null), Map.of("project", project.number()));
        return pages.view(page);
    }

    private MemberPage page(UUID naming, Me me, Map<String, String> typed, List<Reason> reasons) {
        var file = projects.file(naming, me).orElseThrow(() -> new NotThere("member " + naming));
        return new MemberPage(file, ROOM, ROOM + "/people/" + naming, accounts.names(file.findings().stream().map(Project.Finding::by).collect(Collectors.toSet())), positions.today(), typed, reasons);
    }

    @PostMapping(ONE)
    Object find(@PathVariable UUID naming, @RequestParam Map<String, String> typed, Me me) {
        project(me);
        page(naming, me, Map.of(), List.of());
        return switch (projects.find(naming, typed.getOrDefault("aspect", ""), Typed.number(typed.get("found"), 0), typed.getOrDefault("words", ""), me)) {
            case Answer.Done<UUID> done -> pages.done(ROOM + "/people/" + naming, "succession.was-found");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(naming, me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry projectOfAConsultant() {
            return MenuEntry.of(Wing.MINE, 5, "succession.members", ROOM, Role.CONSULTANT);
        }
    }
}
