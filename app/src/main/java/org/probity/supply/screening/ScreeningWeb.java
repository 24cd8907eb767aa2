package org.probity.supply.screening;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.probity.house.access.Accounts;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Typed;
import org.probity.house.ui.Wing;
import org.probity.shapes.decision.Decisions.Outcome;
import org.probity.supply.supplier.Suppliers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Alerts, what was decided about them, and what was seen on a day. */
@Controller
class ScreeningWeb {
    private final Alerts alerts;
    private final WatchLists lists;
    private final Runs runs;
    private final Results results;
    private final Asking asking;
    private final Suppliers suppliers;
    private final Accounts accounts;
    private final Pages pages;
    private final Clock clock;

    ScreeningWeb(Alerts alerts, WatchLists lists, Runs runs, Results results, Asking asking, Suppliers suppliers, Accounts accounts, Pages pages, Clock clock) {
        this.alerts = alerts;
        this.lists = lists;
        this.runs = runs;
        this.results = results;
        this.asking = asking;
        this.suppliers = suppliers;
        this.accounts = accounts;
        this.pages = pages;
        this.clock = clock;
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/screening")
    Object alerts(Query query, Me me) {
        var sought = new Alerts.Sought(query.filter("state"), query.filter("list"), query.filter("q"));
        var order = query.orderBy(Map.of("score", "alert.score", "supplier", "name.name_en", "since", "standing.at"), "CASE standing.state WHEN 'OPEN' THEN 0 ELSE 1 END, alert.score DESC");
        var page = new AlertsPage(alerts.list(sought, order, query.limit(), query.offset()), query, lists.all(), alerts.count(sought), alerts.open(),
                runs.latest(5), results.coverage(), today(), decides(me));
        return query.format().map(format -> (Object) pages.file(format, "screening", page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/screening/alerts/{id}")
    Object alert(@PathVariable UUID id, Me me) {
        return pages.view(page(id, me, "", List.of()));
    }

    private AlertPage page(UUID id, Me me, String reason, List<Reason> reasons) {
        var whole = alerts.whole(id).orElseThrow(() -> new NotThere("alert " + id));
        var waiting = alerts.waiting(id).orElse(null);
        var people = Stream.concat(whole.steps().stream().flatMap(it -> Stream.of(Optional.ofNullable(it.by()), Optional.ofNullable(it.second()))).flatMap(Optional::stream),
                Optional.ofNullable(waiting).map(it -> it.proposedBy()).stream()).collect(Collectors.toSet());
        return new AlertPage(whole, waiting, accounts.names(people), decides(me), waiting != null && waiting.proposedBy().equals(me.account()), reason, reasons);
    }

    /** The acts of the page of an alert; a language chosen after a refusal returns to it. */
    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @GetMapping({"/app/screening/alerts/{id}/false", "/app/screening/alerts/{id}/true", "/app/screening/alerts/{id}/none", "/app/screening/alerts/{id}/ruling"})
    Object decided(@PathVariable UUID id) {
        return "redirect:/app/screening/alerts/" + id;
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/alerts/{id}/false")
    Object falseHit(@PathVariable UUID id, @RequestParam String reason, Me me) {
        return after(id, alerts.falseHit(id, reason, me), "screening.said-false", me, reason);
    }

    @StepUp
    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/alerts/{id}/true")
    Object trueHit(@PathVariable UUID id, @RequestParam String reason, Me me) {
        return after(id, alerts.proposeTrue(id, reason, me), "screening.proposed-true", me, reason);
    }

    @StepUp
    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/alerts/{id}/none")
    Object none(@PathVariable UUID id, @RequestParam String reason, Me me) {
        return after(id, alerts.proposeNone(id, reason, me), "screening.proposed-none", me, reason);
    }

    @StepUp
    @For({Role.LEGAL, Role.SOURCING_OFFICER})
    @PostMapping("/app/screening/alerts/{id}/ruling")
    Object rule(
            @PathVariable UUID id, @RequestParam String outcome, @RequestParam(defaultValue = "") String proposal, @RequestParam(defaultValue = "") String reason, Me me) {
        // A form that does not say what was looked at speaks of nothing.
        var seen = proposal.matches("[0-9a-f-]{36}") ? UUID.fromString(proposal) : new UUID(0, 0);
        var ruling = switch (outcome) {
            case "APPROVED" -> Outcome.APPROVED;
            case "WITHDRAWN" -> Outcome.WITHDRAWN;
            default -> Outcome.REJECTED;
        };
        return after(id, alerts.rule(id, seen, ruling, reason, me), "screening.ruled." + ruling, me, reason);
    }

    private Object after(UUID id, Answer<?> answer, String said, Me me, String reason) {
        return switch (answer) {
            case Answer.Done<?> done -> pages.done("/app/screening/alerts/" + id, said);
            case Answer.Refused<?>(var reasons) -> {
                if (alerts.find(id).isEmpty()) {
                    throw new NotThere("alert " + id);
                }
                yield pages.view(page(id, me, reason, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/screening/suppliers/{id}")
    Object onDay(@PathVariable UUID id, @RequestParam(defaultValue = "") String day) {
        var supplier = suppliers.find(id).orElseThrow(() -> new NotThere("supplier " + id));
        var asked = Typed.day(day);
        return pages.view(new OnDayPage(supplier, asked.orElse(today()), results.onDay(id, asked.orElse(today()))));
    }

    /** What an outsider needs to check one result, also one that found nothing. */
    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/screening/results/{run}/{supplier}/{version}")
    ResponseEntity<byte[]> proof(@PathVariable UUID run, @PathVariable UUID supplier, @PathVariable UUID version) {
        var proof = results.proof(run, supplier, version).orElseThrow(() -> new NotThere("result of " + run));
        return ResponseEntity.ok().header("Content-Disposition", "attachment; filename=\"screening-" + supplier + ".json\"").header("Content-Type", "application/octet-stream")
                .header("Content-Security-Policy", "default-src 'none'; sandbox").body(proof.canonical());
    }

    @For({Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER})
    @GetMapping("/app/screening/ask")
    Object ask(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String number) {
        return pages.view(new AskPage(name, number, asking.ask(name, number)));
    }

    static boolean decides(Me me) {
        return me.is(Role.LEGAL) || me.is(Role.SOURCING_OFFICER);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry screeningInTheMenu(Alerts alerts) {
            return MenuEntry.of(Wing.SUPPLY, 45, "screening.menu", "/app/screening",
                            Role.LEGAL, Role.SOURCING_OFFICER, Role.BUYER, Role.QUALITY, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER)
                    .counting(me -> decides(me) ? alerts.open() : 0);
        }
    }
}
