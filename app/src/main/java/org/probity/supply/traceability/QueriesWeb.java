package org.probity.supply.traceability;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Questions with a name, and the systems that are told what comes of them. */
@Controller
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class QueriesWeb {
    private static final String ALL = "/app/traceability/queries";
    private static final String ONE = ALL + "/{id:[0-9a-f-]{36}}";
    private static final int NEWEST = 10;

    private final Queries queries;
    private final Subscriptions subscriptions;
    private final Events events;
    private final Items items;
    private final Pages pages;

    QueriesWeb(Queries queries, Subscriptions subscriptions, Events events, Items items, Pages pages) {
        this.queries = queries;
        this.subscriptions = subscriptions;
        this.events = events;
        this.items = items;
        this.pages = pages;
    }

    @GetMapping(ALL)
    Object all(Me me) {
        return pages.view(page(me, Map.of(), List.of()));
    }

    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping(ALL)
    Object keep(@RequestParam Map<String, String> typed, Me me) {
        return switch (queries.keep(typed.getOrDefault("name", "").strip(), parameters(typed.getOrDefault("parameters", "")), me)) {
            case Answer.Done<NamedQuery>(var it) -> pages.done(ALL + "/" + it.id(), "traceability.query-kept");
            case Answer.Refused<NamedQuery>(var reasons) -> pages.view(page(me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** A language chosen after an act returns to the question. */
    @GetMapping({ONE, ONE + "/subscriptions"})
    Object one(@PathVariable UUID id, Me me) {
        return pages.view(page(find(id), me, "", Map.of(), List.of()));
    }

    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping(ONE + "/end")
    Object end(@PathVariable UUID id, Me me) {
        return said(id, queries.end(find(id), me), ALL, "traceability.query-ended", me);
    }

    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @StepUp
    @PostMapping(ONE + "/subscriptions")
    Object subscribe(@PathVariable UUID id, @RequestParam Map<String, String> typed, Me me) {
        return switch (subscriptions.open(find(id), typed.getOrDefault("url", ""), Optional.empty(), me)) {
            case Answer.Done<Subscriptions.Opened>(var opened) -> pages.view(page(find(id), me, opened.secret(), Map.of(), List.of()));
            case Answer.Refused<Subscriptions.Opened>(var reasons) -> pages.view(page(find(id), me, "", typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping(ONE + "/subscriptions/{subscription:[0-9a-f-]{36}}/end")
    Object unsubscribe(@PathVariable UUID id, @PathVariable UUID subscription, Me me) {
        return said(id, subscriptions.end(line(id, subscription), me), ALL + "/" + id, "traceability.told-ended", me);
    }

    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping(ONE + "/subscriptions/{subscription:[0-9a-f-]{36}}/resume")
    Object resume(@PathVariable UUID id, @PathVariable UUID subscription, Me me) {
        return said(id, subscriptions.resume(line(id, subscription), me), ALL + "/" + id, "traceability.told-resumed", me);
    }

    private Object said(UUID id, Answer<UUID> answer, String to, String key, Me me) {
        return switch (answer) {
            case Answer.Done<UUID> done -> pages.done(to, key);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(find(id), me, "", Map.of(), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    /** As people type them: one a line, values after the first sign of equality. */
    static Map<String, List<String>> parameters(String typed) {
        var all = new LinkedHashMap<String, List<String>>();
        typed.lines().map(String::strip).filter(it -> !it.isEmpty()).forEach(line -> {
            var at = line.indexOf('=');
            all.put(at < 0 ? line : line.substring(0, at).strip(), at < 0 ? List.of("1") : List.of(line.substring(at + 1).split("\\|")).stream().map(String::strip).filter(it -> !it.isEmpty()).toList());
        });
        return all;
    }

    private NamedQuery find(UUID id) {
        return queries.find(id).orElseThrow(() -> new NotThere("query " + id));
    }

    private Subscription line(UUID query, UUID id) {
        return subscriptions.of(find(query)).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> new NotThere("subscription " + id));
    }

    private QueriesPage page(Me me, Map<String, String> typed, List<Reason> reasons) {
        return new QueriesPage(queries.all(), keeps(me), typed, reasons);
    }

    private QueryPage page(NamedQuery query, Me me, String fresh, Map<String, String> typed, List<Reason> reasons) {
        var newest = events.page(Queries.asked(query), NEWEST, 0);
        var sites = items.sites(newest.stream().map(Events.Line::place).collect(Collectors.toSet()));
        sites.replaceAll((uri, site) -> site.as(me));
        return new QueryPage(query, newest, sites, subscriptions.of(query), keeps(me), fresh, typed, reasons);
    }

    private static boolean keeps(Me me) {
        return Queries.KEEPERS.stream().anyMatch(me::is);
    }
}
