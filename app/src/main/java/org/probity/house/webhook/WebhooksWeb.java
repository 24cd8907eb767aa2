package org.probity.house.webhook;

import java.util.List;
import java.util.UUID;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.access.StepUp;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Wing;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Administrators say who is told. A secret is shown in the answer to its making and lies nowhere that it could be shown from again. */
@Controller
@For(Role.ADMINISTRATOR)
class WebhooksWeb {
    private static final int NEWEST = 100;

    @Component
    static class Lines {
        @Bean
        MenuEntry webhooksLine() {
            return MenuEntry.of(Wing.HOUSE, 35, "webhook.title", "/app/webhooks", Role.ADMINISTRATOR);
        }
    }

    private final Endpoints endpoints;
    private final Deliveries deliveries;
    private final Hosts hosts;
    private final Pages pages;

    WebhooksWeb(Endpoints endpoints, Deliveries deliveries, Hosts hosts, Pages pages) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.hosts = hosts;
        this.pages = pages;
    }

    @GetMapping({"/app/webhooks", "/app/webhooks/hosts"})
    Object all() {
        return pages.view(page(WebhooksPage.Typed.NOTHING, List.of()));
    }

    @StepUp
    @PostMapping("/app/webhooks")
    Object register(@RequestParam(defaultValue = "") String url, @RequestParam(defaultValue = "") List<String> kinds, Me me) {
        return switch (endpoints.register(url, kinds, me.account())) {
            case Answer.Done<Endpoints.Opened>(var opened) -> pages.view(page(find(opened.endpoint()), opened.secret().text(), List.of()));
            case Answer.Refused<Endpoints.Opened>(var reasons) ->
                    pages.view(page(new WebhooksPage.Typed(url, kinds, "", false), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @PostMapping("/app/webhooks/hosts")
    Object allow(@RequestParam(defaultValue = "") String host, @RequestParam(defaultValue = "false") boolean inside, Me me) {
        return switch (hosts.allow(host, inside, me.account())) {
            case Answer.Done<Host>(var allowed) -> pages.done("/app/webhooks", "webhook.allowed", allowed.name());
            case Answer.Refused<Host>(var reasons) ->
                    pages.view(page(new WebhooksPage.Typed("", List.of(), host, inside), reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @StepUp
    @PostMapping("/app/webhooks/hosts/strike")
    Object strike(@RequestParam(defaultValue = "") String host, Me me) {
        hosts.strike(host, me.account());
        return pages.done("/app/webhooks", "webhook.struck", host);
    }

    @GetMapping({"/app/webhooks/{id}", "/app/webhooks/{id}/rotation", "/app/webhooks/{id}/kinds"})
    Object one(@PathVariable UUID id) {
        return pages.view(page(find(id), "", List.of()));
    }

    @StepUp
    @PostMapping("/app/webhooks/{id}/rotation")
    Object rotate(@PathVariable UUID id, Me me) {
        var secret = endpoints.rotate(id, me.account()).orElseThrow(() -> new NotThere("webhook " + id));
        return pages.view(page(find(id), secret.text(), List.of()));
    }

    @StepUp
    @PostMapping("/app/webhooks/{id}/kinds")
    Object choose(@PathVariable UUID id, @RequestParam(defaultValue = "") List<String> kinds, Me me) {
        return switch (endpoints.choose(find(id), kinds, me.account())) {
            case Answer.Done<Endpoint> _ -> pages.done("/app/webhooks/" + id, "webhook.chosen");
            case Answer.Refused<Endpoint>(var reasons) -> pages.view(page(find(id), "", reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @PostMapping("/app/webhooks/{id}/trial")
    Object tryOut(@PathVariable UUID id) {
        return said(id, deliveries.tryOut(find(id)), "webhook.tried-out");
    }

    @PostMapping("/app/webhooks/{id}/messages/{message}")
    Object sendAgain(@PathVariable UUID id, @PathVariable UUID message, Me me) {
        return said(id, deliveries.sendAgain(find(id), message, me.account()), "webhook.sent-again");
    }

    @StepUp
    @PostMapping("/app/webhooks/{id}/stop")
    Object stop(@PathVariable UUID id, Me me) {
        endpoints.stop(find(id).id(), me.account());
        return pages.done("/app/webhooks/" + id, "webhook.stopped");
    }

    @StepUp
    @PostMapping("/app/webhooks/{id}/resume")
    Object resume(@PathVariable UUID id, Me me) {
        endpoints.resume(find(id).id(), me.account());
        return pages.done("/app/webhooks/" + id, "webhook.resumed");
    }

    private Object said(UUID id, Answer<UUID> answer, String done) {
        return switch (answer) {
            case Answer.Done<UUID> _ -> pages.done("/app/webhooks/" + id, done);
            case Answer.Refused<UUID>(var reasons) -> pages.view(page(find(id), "", reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private Endpoint find(UUID id) {
        return endpoints.find(id).orElseThrow(() -> new NotThere("webhook " + id));
    }

    private WebhooksPage page(WebhooksPage.Typed typed, List<Reason> reasons) {
        return new WebhooksPage(endpoints.all(), endpoints.kinds(), hosts.all(), typed, reasons);
    }

    private WebhookPage page(Endpoint endpoint, String fresh, List<Reason> reasons) {
        return new WebhookPage(endpoint, endpoints.kinds(), endpoints.changeOverUntil(endpoint.id()), fresh, deliveries.newest(endpoint.id(), NEWEST), reasons);
    }
}
