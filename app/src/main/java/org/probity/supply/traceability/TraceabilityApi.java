package org.probity.supply.traceability;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.api.Stream;
import org.probity.house.ui.Answer;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Replies;
import org.probity.supply.traceability.Capture.Faulty;
import org.probity.supply.traceability.Capture.Form;
import org.probity.supply.traceability.Capture.Outcome;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.UriComponentsBuilder;

/** The REST binding of EPCIS 2.0 (clause 12), as far as this house has it. */
@RestController
class TraceabilityApi {
    private static final String ALL = "/api/traceability";
    private static final String CAPTURE = ALL + "/capture";
    private static final String EVENTS = ALL + "/events";
    private static final String JSON_LD = "application/ld+json";
    private static final Map<String, String> SPOKEN = Map.of("GS1-EPCIS-Version", "2.0.0", "GS1-CBV-Version", "2.0.0");
    private static final int JOBS_MOST = 1_000;
    /** Of one document: some three million events; a disk that is full takes nobody's. */
    static final long MOST = 2L << 30;
    private static final String PROCEED = "proceed";
    private static final String ROLLBACK = "rollback";

    /**
     * A capture job, as the standard has it, with what was counted.
     *
     * @param errors the first thousand
     */
    record CaptureJob(
            UUID captureID, Instant createdAt, @Nullable Instant finishedAt, boolean running, @Nullable Boolean success, String captureErrorBehaviour, long events, long taken, long duplicates,
            long declared, long refused, List<CaptureError> errors) {}

    /**
     * What is wrong with an event of a file.
     *
     * @param type as the standard names it
     * @param event its number in the file, from 1; 0 for the file itself
     * @param path of the field inside it
     * @param key by which a program decides what it is
     * @param text what its person reads, in the language that the program asks for
     */
    record CaptureError(String type, long event, String path, String key, String text, String value) {}

    @Configuration
    static class Streamed implements WebMvcConfigurer, HandlerInterceptor {
        @Bean
        Stream capturesAreStreams() {
            return new Stream(CAPTURE);
        }

        @Override
        public void addInterceptors(InterceptorRegistry interceptors) {
            interceptors.addInterceptor(this).addPathPatterns(ALL, ALL + "/**");
        }

        /** Each answer of the binding says which version it speaks (12.2). */
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            SPOKEN.forEach(response::setHeader);
            return true;
        }
    }

    private final Captures captures;
    private final Events events;
    private final Replies replies;
    private final Clock clock;

    TraceabilityApi(Captures captures, Events events, Replies replies, Clock clock) {
        this.captures = captures;
        this.events = events;
        this.replies = replies;
        this.clock = clock;
    }

    /** What this house speaks, and how much it takes at once. It reads EPCIS 1.2, too, but answers in 2.0. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER, Role.SUPPLIER})
    @RequestMapping(path = {ALL, CAPTURE, EVENTS, ALL + "/queries"}, method = RequestMethod.OPTIONS)
    ResponseEntity<Void> spoken() {
        return ResponseEntity.noContent().header("GS1-EPCIS-Min", "2.0.0").header("GS1-EPCIS-Max", "2.0.0").header("GS1-CBV-Min", "2.0.0").header("GS1-CBV-Max", "2.0.0")
                .header("GS1-EPCIS-Capture-File-Size-Limit", String.valueOf(MOST)).header("GS1-Capture-Error-Behaviour", ROLLBACK).header("GS1-EPC-Format", "No_Preference").build();
    }

    /**
     * Takes a document of EPCIS, JSON or XML, of up to two gibibytes. It is kept and acknowledged with 202 and the address of its job; then it is read. Without the
     * header GS1-Capture-Error-Behaviour, or with "rollback", a document counts whole or not at all; with "proceed" its good events count. A key of a
     * supplier's contact brings events that happened at that supplier's own places.
     */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER, Role.SUPPLIER})
    @PostMapping(CAPTURE)
    ResponseEntity<?> capture(@RequestHeader(name = "GS1-Capture-Error-Behaviour", defaultValue = ROLLBACK) String behaviour, Me me, HttpServletRequest request) throws IOException {
        if (!behaviour.equals(ROLLBACK) && !behaviour.equals(PROCEED)) {
            return EpcisProblem.VALIDATION.named(replies.of(Answer.refused("GS1-Capture-Error-Behaviour", "traceability.query-value", behaviour), request, it -> it));
        }
        var type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            // What curl calls a body when nobody says what it is; it has been read as a form, and nothing is left of it.
            return EpcisProblem.MEDIA_TYPE.named(replies.of(Answer.refused("Content-Type", "traceability.capture-type"), request, it -> it));
        }
        var kept = Files.createTempFile("probity-capture", null);
        try {
            if (request.getContentLengthLong() > MOST || !copied(request.getInputStream(), kept, MOST)) {
                // Nothing of it is kept: whoever sends so much sends it in parts.
                return EpcisProblem.CAPTURE_LIMIT.named(replies.of(Answer.refused("", "traceability.file-too-long"), request, it -> it));
            }
            return switch (captures.receive(Form.EPCIS, "capture", kept, behaviour.equals(PROCEED) ? Faulty.TAKE_GOOD : Faulty.REFUSE_ALL, me)) {
                case Answer.Done<Capture>(var it) -> ResponseEntity.accepted().location(URI.create(CAPTURE + "/" + it.id())).body(job(it, request));
                case Answer.Refused<Capture> refused -> EpcisProblem.VALIDATION.named(replies.of(refused, request, it -> it));
            };
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    /** @return whether all of it went into so many bytes */
    static boolean copied(InputStream from, Path to, long most) throws IOException {
        try (var out = Files.newOutputStream(to)) {
            var buffer = new byte[1 << 16];
            var all = 0L;
            for (int read; (read = from.read(buffer)) >= 0;) {
                all += read;
                if (all > most) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
            return true;
        }
    }

    /** The newest capture jobs, perPage of them (fifty), a supplier's key shows its own. The next page is in the header Link. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER, Role.ASSURER, Role.SUPPLIER})
    @GetMapping(CAPTURE)
    ResponseEntity<?> jobs(@RequestParam(defaultValue = "1") String page, @RequestParam(defaultValue = "50") String perPage, Me me, HttpServletRequest request) {
        var wrong = java.util.stream.Stream.of(new Answer.Reason("page", "traceability.query-value", List.of(page)), new Answer.Reason("perPage", "traceability.query-value", List.of(perPage)))
                .filter(it -> !String.valueOf(it.args().getFirst()).matches("[1-9][0-9]{0,5}")).toList();
        if (!wrong.isEmpty()) {
            return EpcisProblem.QUERY_PARAMETER.named(replies.of(new Answer.Refused<>(wrong), request, it -> it));
        }
        var many = Math.min(JOBS_MOST, Integer.parseInt(perPage));
        var found = captures.page(me.supplier(), many + 1, (Integer.parseInt(page) - 1L) * many);
        var answer = ResponseEntity.ok();
        if (found.size() > many) {
            answer.header("Link", "<" + CAPTURE + "?perPage=" + many + "&page=" + (Integer.parseInt(page) + 1) + ">; rel=\"next\"");
        }
        return answer.body(found.stream().limit(many).map(it -> job(it, request)).toList());
    }

    /** A capture job: whether it runs, what was counted, and what is wrong, event by event. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER, Role.ASSURER, Role.SUPPLIER})
    @GetMapping(CAPTURE + "/{id}")
    CaptureJob job(@PathVariable UUID id, Me me, HttpServletRequest request) {
        return captures.find(id).filter(it -> me.supplier().isEmpty() || me.supplier().equals(Optional.ofNullable(it.supplier()))).map(it -> job(it, request)).orElseThrow(() -> new NotThere("capture " + id));
    }

    private CaptureJob job(Capture it, HttpServletRequest request) {
        var done = it.done();
        return new CaptureJob(it.id(), it.sentAt(), done.map(Capture.Done::at).orElse(null), it.waits(), done.map(one -> one.outcome() == Outcome.TAKEN && one.refused() == 0).orElse(null),
                it.faulty() == Faulty.TAKE_GOOD ? PROCEED : ROLLBACK, done.map(Capture.Done::events).orElse(0L), done.map(Capture.Done::taken).orElse(0L),
                done.map(Capture.Done::duplicates).orElse(0L), done.map(Capture.Done::declared).orElse(0L), done.map(Capture.Done::refused).orElse(0L),
                captures.faults(it.id(), Storing.FAULTS_MOST, 0).stream().map(fault -> new CaptureError(EpcisProblem.VALIDATION.type(), fault.event(), fault.place(), fault.key(), replies.words(fault.key(), request), fault.value())).toList());
    }

    /**
     * Events by the parameters of SimpleEventQuery: eventType, EQ_action, EQ_bizStep, EQ_disposition, EQ_readPoint, EQ_bizLocation, EQ_bizTransaction, EQ_eventID, GE_ and LT_ of
     * eventTime and recordTime, MATCH_epc, MATCH_epcClass, MATCH_anyEPC, MATCH_inputEPC, MATCH_outputEPC, MATCH_parentID and those of classes, EXISTS_errorDeclaration,
     * orderBy, orderDirection, perPage up to 1,000. Values of one parameter are separated by |. The next page is in the header Link.
     */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping(path = EVENTS, produces = {MediaType.APPLICATION_JSON_VALUE, JSON_LD})
    ResponseEntity<?> events(@RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        return switch (EventQuery.of(parameters)) {
            case Answer.Done<EventQuery>(var query) -> answered(query, parameters, EVENTS, "SimpleEventQuery");
            case Answer.Refused<EventQuery> refused -> EpcisProblem.QUERY_PARAMETER.named(replies.of(refused, request, it -> it));
        };
    }

    /** A page of events. @param name of the query */
    ResponseEntity<byte[]> answered(EventQuery query, MultiValueMap<String, String> parameters, String path, String name) {
        var found = events.answer(query);
        var page = found.subList(0, Math.min(found.size(), query.perPage()));
        var answer = ResponseEntity.ok();
        if (found.size() > page.size()) {
            var next = new LinkedMultiValueMap<>(parameters);
            next.set("nextPageToken", new EventQuery.Place(query.time(page.getLast()), page.getLast().id()).token());
            answer.header("Link", "<" + UriComponentsBuilder.fromPath(path).queryParams(next).encode().toUriString() + ">; rel=\"next\"");
        }
        return answer.body(Events.document(page, clock.instant(), name, null));
    }

    /** One event by the 64 hexadecimal digits of its hash, as JSON-LD. */
    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping(path = EVENTS + "/{hash}", produces = {MediaType.APPLICATION_JSON_VALUE, JSON_LD})
    ResponseEntity<byte[]> event(@PathVariable String hash) {
        var it = events.find(hash).orElseThrow(() -> new NotThere("event " + hash));
        return ResponseEntity.ok(Events.document(List.of(it), clock.instant()));
    }
}
