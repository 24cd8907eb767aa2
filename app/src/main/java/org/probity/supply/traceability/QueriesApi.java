package org.probity.supply.traceability;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Replies;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Named queries of EPCIS 2.0 (12.6) and who is told what comes of them. */
@RestController
@For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
class QueriesApi {
    private static final String ALL = "/api/traceability/queries";
    private static final String ONE = ALL + "/{name}";

    /** A query to be kept. @param query parameters of SimpleEventQuery: a word, a number or a list of words each */
    record Wanted(@Nullable String name, @Nullable Map<String, Object> query) {}

    record Kept(String name, Map<String, List<String>> query, Instant createdAt) {}

    /**
     * A wish to be told.
     *
     * @param dest an https address on a listed host
     * @param stream true: as events are recorded; a schedule is not offered
     * @param initialRecordTime what was recorded since then is told, too
     */
    record Wish(@Nullable String dest, @Nullable Boolean stream, @Nullable Instant initialRecordTime) {}

    /** @param signatureToken what messages are signed with, as Standard Webhooks has it; said this once */
    record Told(UUID subscriptionID, String dest, String signatureToken) {}

    /** @param waiting events recorded since the last one that was looked at for it */
    record Receiving(UUID subscriptionID, String dest, Instant createdAt, boolean stopped, long waiting) {}

    private final Queries queries;
    private final Subscriptions subscriptions;
    private final TraceabilityApi api;
    private final Replies replies;

    QueriesApi(Queries queries, Subscriptions subscriptions, TraceabilityApi api, Replies replies) {
        this.queries = queries;
        this.subscriptions = subscriptions;
        this.api = api;
        this.replies = replies;
    }

    /** Keeps a query under a name. */
    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping(ALL)
    ResponseEntity<?> keep(@RequestBody Wanted wanted, Me me, HttpServletRequest request) {
        return switch (queries.keep(wanted.name() == null ? "" : wanted.name(), parameters(wanted.query()), me)) {
            case Answer.Done<NamedQuery>(var it) -> ResponseEntity.created(URI.create(ALL + "/" + it.name())).body(kept(it));
            case Answer.Refused<NamedQuery> refused -> (taken(refused) ? EpcisProblem.ALREADY_EXISTS : EpcisProblem.QUERY_PARAMETER).named(replies.of(refused, request, it -> it));
        };
    }

    /** The queries that have a name, by name. */
    @GetMapping(ALL)
    List<Kept> all() {
        return queries.all().stream().map(QueriesApi::kept).toList();
    }

    /** What a query asks. */
    @GetMapping(ONE)
    Kept one(@PathVariable String name) {
        return kept(find(name));
    }

    /** Ends a query of which nobody is told any more. */
    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @DeleteMapping(ONE)
    ResponseEntity<?> end(@PathVariable String name, Me me, HttpServletRequest request) {
        return gone(queries.end(find(name), me), request);
    }

    /** What comes of a query: events, perPage of them; the next page is in the header Link. */
    @GetMapping(path = ONE + "/events", produces = {MediaType.APPLICATION_JSON_VALUE, "application/ld+json"})
    ResponseEntity<?> events(@PathVariable String name, @RequestParam Optional<String> perPage, @RequestParam Optional<String> nextPageToken, HttpServletRequest request) {
        var parameters = new LinkedHashMap<>(find(name).parameters());
        MultiValueMap<String, String> paging = new LinkedMultiValueMap<>();
        perPage.ifPresent(it -> paging.set("perPage", it));
        nextPageToken.ifPresent(it -> paging.set("nextPageToken", it));
        parameters.putAll(paging);
        return switch (EventQuery.of(parameters)) {
            case Answer.Done<EventQuery>(var query) -> api.answered(query, paging, ALL + "/" + name + "/events", name);
            case Answer.Refused<EventQuery> refused -> EpcisProblem.QUERY_PARAMETER.named(replies.of(refused, request, it -> it));
        };
    }

    /** Tells an address what comes of a query, as it is recorded. Its secret is in this answer and nowhere else. */
    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @PostMapping(ONE + "/subscriptions")
    ResponseEntity<?> subscribe(@PathVariable String name, @RequestBody Wish wish, Me me, HttpServletRequest request) {
        if (!Boolean.TRUE.equals(wish.stream())) {
            return EpcisProblem.SUBSCRIPTION_CONTROLS.named(replies.of(Answer.refused("stream", "traceability.told-schedule"), request, it -> it));
        }
        if (wish.initialRecordTime() != null && !EventQuery.isATime(wish.initialRecordTime())) {
            return EpcisProblem.SUBSCRIPTION_CONTROLS.named(replies.of(Answer.refused("initialRecordTime", "traceability.query-value", wish.initialRecordTime()), request, it -> it));
        }
        var dest = wish.dest() == null ? "" : wish.dest();
        return switch (subscriptions.open(find(name), dest, Optional.ofNullable(wish.initialRecordTime()), me)) {
            case Answer.Done<Subscriptions.Opened>(var it) -> ResponseEntity.created(URI.create(ALL + "/" + name + "/subscriptions/" + it.id())).body(new Told(it.id(), dest, it.secret()));
            case Answer.Refused<Subscriptions.Opened> refused -> EpcisProblem.SUBSCRIPTION_CONTROLS.named(replies.of(refused, request, it -> it));
        };
    }

    /** Who is told what comes of a query. */
    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @GetMapping(ONE + "/subscriptions")
    List<Receiving> told(@PathVariable String name) {
        return subscriptions.of(find(name)).stream().map(QueriesApi::subscription).toList();
    }

    /** Whether an address is told, and how much waits for it. */
    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @GetMapping(ONE + "/subscriptions/{id}")
    Receiving told(@PathVariable String name, @PathVariable UUID id) {
        return subscription(line(name, id));
    }

    /** Tells an address nothing any more. */
    @For({Role.PROCESS, Role.QUALITY, Role.SOURCING_OFFICER})
    @DeleteMapping(ONE + "/subscriptions/{id}")
    ResponseEntity<?> unsubscribe(@PathVariable String name, @PathVariable UUID id, Me me, HttpServletRequest request) {
        return gone(subscriptions.end(line(name, id), me), request);
    }

    private ResponseEntity<?> gone(Answer<UUID> answer, HttpServletRequest request) {
        return switch (answer) {
            case Answer.Done<UUID> done -> ResponseEntity.noContent().build();
            case Answer.Refused<UUID> refused -> replies.of(refused, request, it -> it);
        };
    }

    private static boolean taken(Answer.Refused<?> refused) {
        return refused.reasons().stream().anyMatch(it -> it.key().equals("traceability.query-there"));
    }

    private static Map<String, List<String>> parameters(@Nullable Map<String, Object> query) {
        var all = new TreeMap<String, List<String>>();
        if (query != null) {
            query.forEach((name, said) -> {
                if (!name.equals("@context") && said != null) {
                    all.put(name, said instanceof List<?> several ? several.stream().map(String::valueOf).toList() : List.of(String.valueOf(said)));
                }
            });
        }
        return all;
    }

    private NamedQuery find(String name) {
        return queries.find(name).orElseThrow(() -> new NotThere("query " + name));
    }

    private Subscription line(String name, UUID id) {
        return subscriptions.of(find(name)).stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> new NotThere("subscription " + id));
    }

    private static Kept kept(NamedQuery it) {
        return new Kept(it.name(), it.parameters(), it.madeAt());
    }

    private static Receiving subscription(Subscription it) {
        return new Receiving(it.id(), it.url(), it.madeAt(), it.stopped(), it.left());
    }
}
