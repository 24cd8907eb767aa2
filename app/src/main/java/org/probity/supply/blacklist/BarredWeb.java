package org.probity.supply.blacklist;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The blacklist for those who do not decide: every colleague who asks and declares, the supplier that is heard, and what went wrong. */
@Controller
class BarredWeb {
    private final Matters matters;
    private final Blacklist blacklist;
    private final Dealings dealings;
    private final Incidents incidents;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    BarredWeb(Matters matters, Blacklist blacklist, Dealings dealings, Incidents incidents, Accounts accounts, Pages pages, Clock clock) {
        this.matters = matters;
        this.blacklist = blacklist;
        this.dealings = dealings;
        this.incidents = incidents;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    /** The seed: all company employees are prohibited; so every one of them may look. */
    @For({Role.EMPLOYEE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.ADMINISTRATOR})
    @GetMapping("/app/barred")
    Object may(@RequestParam(defaultValue = "") String who, Me me) {
        return pages.view(new BarredPage(who, dealings.may(who), dealings.of(me.account()), BarredPage.Form.EMPTY, List.of()));
    }

    @For({Role.EMPLOYEE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.ADMINISTRATOR})
    @PostMapping("/app/barred/dealings")
    Object declare(
            @RequestParam(defaultValue = "") String party, @RequestParam(defaultValue = "") String number, @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String words, Me me) {
        return switch (dealings.declare(party, number, kind, words, me)) {
            case Answer.Done<Dealing>(var it) -> pages.done("/app/barred", it.refused() ? "blacklist.was-refused" : "blacklist.was-declared");
            case Answer.Refused<Dealing>(var reasons) -> pages.view(
                    new BarredPage("", List.of(), dealings.of(me.account()), new BarredPage.Form(party, number, kind, words), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.LEGAL, Role.EHS})
    @GetMapping("/app/blacklist/dealings")
    Object all() {
        var all = dealings.all();
        return pages.view(new DealingsPage(all, accounts.names(all.stream().map(Dealing::account).collect(Collectors.toSet()))));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.ASSURER})
    @GetMapping("/app/blacklist/incidents")
    Object incidents(Me me) {
        return pages.view(incidentsPage(me, List.of()));
    }

    private IncidentsPage incidentsPage(Me me, List<Reason> reasons) {
        var all = incidents.all();
        return new IncidentsPage(all, me.is(Role.LEGAL) || me.is(Role.SOURCING_OFFICER),
                accounts.names(all.stream().map(Incident::closedBy).filter(Objects::nonNull).collect(Collectors.toSet())), reasons);
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/blacklist/incidents/{id}")
    Object close(@PathVariable UUID id, @RequestParam(defaultValue = "") String cause, @RequestParam(defaultValue = "") String words, Me me) {
        incidents.find(id).orElseThrow(() -> new NotThere("incident " + id));
        return switch (incidents.close(id, cause, words, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/blacklist/incidents", "blacklist.incident-was-closed");
            case Answer.Refused<UUID>(var reasons) -> pages.view(incidentsPage(me, BlacklistWeb.ofThePage(reasons)), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For(Role.SUPPLIER)
    @GetMapping("/app/portal/blacklist/{id}")
    Object held(@PathVariable UUID id, Me me) {
        return pages.view(page(theirs(id, me), "", List.of()));
    }

    @For(Role.SUPPLIER)
    @PostMapping("/app/portal/blacklist/{id}")
    Object answer(@PathVariable UUID id, @RequestParam(defaultValue = "") String words, @RequestParam(required = false) @Nullable MultipartFile file, Me me) throws IOException {
        var it = theirs(id, me);
        var upload = file == null || file.isEmpty() ? Optional.<Matters.Upload>empty() : Optional.of(BlacklistWeb.upload(file));
        return switch (matters.answer(id, words, upload, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/portal/blacklist/" + id, "blacklist.portal.was-sent");
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(it, words, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** Another supplier's case, or one it was not told of, does not exist for them. */
    private Matter theirs(UUID id, Me me) {
        return matters.find(id).filter(it -> me.supplier().filter(it.supplier()::equals).isPresent() && it.dueDay() != null).orElseThrow(() -> new NotThere("case " + id));
    }

    private StandingPage page(Matter it, String words, List<Reason> reasons) {
        return new StandingPage(it, matters.statements(it.id()), blacklist.bans(it.id()).stream().filter(ban -> ban.outcome() == Outcome.APPROVED).toList(),
                LocalDate.now(clock), words, reasons);
    }

    @Configuration(proxyBeanMethods = false)
    static class Menu {
        @Bean
        MenuEntry mayIDealInTheMenu() {
            return MenuEntry.of(Wing.MINE, 40, "blacklist.may-i-title", "/app/barred", Role.EMPLOYEE, Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL,
                    Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.UNION, Role.HR, Role.ADMINISTRATOR);
        }
    }
}
