package org.probity.supply.traceability;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.house.access.For;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Reason;
import org.probity.house.ui.Attachment;
import org.probity.house.ui.MenuEntry;
import org.probity.house.ui.NotThere;
import org.probity.house.ui.Pages;
import org.probity.house.ui.Query;
import org.probity.house.ui.Wing;
import org.probity.shapes.evidence.Evidence;
import org.probity.supply.supplier.PortalPlace;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Items, their chains, events, coverage and names, on our screens. */
@Controller
class TraceabilityWeb {
    private static final int FOUND = 50;
    private static final int NAMED = 200;
    private static final int EVENTS = 50;

    private final Captures captures;
    private final Events events;
    private final Items items;
    private final Chains chains;
    private final Flows flows;
    private final Contamination contamination;
    private final Coverage coverage;
    private final Affected affected;
    private final Whereabouts whereabouts;
    private final Documents documents;
    private final Evidence evidence;
    private final MaterialBooks books;
    private final Disputes disputes;
    private final Places places;
    private final Suppliers suppliers;
    private final Pages pages;
    private final Clock clock;
    private final String url;

    TraceabilityWeb(
            Captures captures, Events events, Items items, Chains chains, Flows flows, Contamination contamination, Coverage coverage, Affected affected, Whereabouts whereabouts, Documents documents, Evidence evidence,
            MaterialBooks books, Disputes disputes, Places places, Suppliers suppliers, Pages pages, Clock clock,
            @Value("${probity.url:http://localhost:8080}") String url) {
        this.captures = captures;
        this.events = events;
        this.items = items;
        this.chains = chains;
        this.flows = flows;
        this.contamination = contamination;
        this.coverage = coverage;
        this.affected = affected;
        this.whereabouts = whereabouts;
        this.documents = documents;
        this.evidence = evidence;
        this.books = books;
        this.disputes = disputes;
        this.places = places;
        this.suppliers = suppliers;
        this.pages = pages;
        this.clock = clock;
        this.url = url;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability")
    Object all() {
        var counts = events.counts();
        return pages.view(new TraceabilityPage(counts.get("events"), counts.get("items"), counts.get("declared"), captures.waiting(), books.state(),
                books.contradictions().values().stream().mapToInt(List::size).sum(), captures.page(Optional.empty(), 1, 0)));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/items")
    Object items(Query query) {
        var found = items.search(query.filter("item"), FOUND);
        return found.size() == 1 && !query.filter("item").isEmpty() ? "redirect:/app/traceability/items/" + found.getFirst().number() : pages.view(new ItemsPage(found, query));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/items/{number:[0-9]{1,9}}")
    Object item(@PathVariable int number, Query query, Me me) {
        var it = items.find(number).orElseThrow(() -> new NotThere("item " + number));
        var materials = chains.materials(number);
        var material = materials.contains(query.filter("material")) ? query.filter("material") : materials.isEmpty() || materials.contains(Reading.SILICON) ? Reading.SILICON : materials.getFirst();
        var whole = chains.of(it, material);
        var chain = whole.map(one -> one.as(me));
        var down = query.has("way", "down") || query.filter("way").isEmpty() && chain.filter(one -> one.upstream().length == 0).isPresent();
        var listed = chain.map(one -> items.of(down ? one.downstream() : one.upstream(), query.limit(), query.offset())).orElse(List.of());
        var named = naming(it);
        var page = new ItemPage(it, chain, whole.flatMap(one -> contamination.of(one, me)), query.format().isPresent() ? Optional.empty() : flows.of(number, material).map(one -> one.as(me)), named, placed(named, me), listed, query,
                down, materials, CardsWeb.outside(it.uri()).isEmpty() ? "" : url + CardsWeb.outside(it.uri()));
        return query.format().map(format -> (Object) pages.file(format, it.shortName() + (down ? "-downstream" : "-upstream"), page::list)).orElseGet(() -> pages.view(page));
    }

    private List<Events.Line> naming(Items.Item it) {
        return switch (EventQuery.of(Map.of("MATCH_anyEPC", List.of(it.uri())))) {
            case Answer.Done<EventQuery>(var asked) -> events.page(asked, EVENTS, 0);
            case Answer.Refused<EventQuery>(var reasons) -> List.of();
        };
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/events")
    Object events(Query query, Me me) {
        var asked = new LinkedHashMap<String, List<String>>();
        Map.of("kind", "eventType", "step", "EQ_bizStep", "item", "MATCH_anyEPC", "place", EventQuery.PLACE, "capture", EventQuery.CAPTURE, "paper", "EQ_bizTransaction").forEach((filter, parameter) -> {
            if (!query.filter(filter).isEmpty()) {
                asked.put(parameter, filter.equals("item") ? called(query.filter(filter)) : List.of(query.filter(filter)));
            }
        });
        return switch (EventQuery.of(asked)) {
            case Answer.Done<EventQuery>(var it) -> {
                var found = events.page(it, query.limit(), query.offset());
                var page = new EventsPage(found, placed(found, me), query, events.count(it));
                yield query.format().map(format -> (Object) pages.file(format, "events", page::table)).orElseGet(() -> pages.view(page));
            }
            case Answer.Refused<EventQuery>(var reasons) -> pages.view(new EventsPage(List.of(), Map.of(), query, 0));
        };
    }

    private Map<String, Items.Site> placed(List<Events.Line> events, Me me) {
        var sites = items.sites(events.stream().map(Events.Line::place).collect(Collectors.toSet()));
        sites.replaceAll((uri, site) -> site.as(me));
        return sites;
    }

    /** People type a serial number, events hold addresses. */
    private List<String> called(String words) {
        var found = words.indexOf(':') < 0 ? items.search(words, FOUND).stream().map(Items.Item::uri).toList() : List.<String>of();
        return found.isEmpty() ? List.of(words) : found;
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/events/{id:[0-9]{1,18}}")
    Object event(@PathVariable long id, Me me) {
        return pages.view(event(id, me, List.of()));
    }

    private EventPage event(long id, Me me, List<Reason> reasons) {
        var it = events.find(id).orElseThrow(() -> new NotThere("event " + id));
        return new EventPage(it, events.items(id, NAMED), events.items(id), events.documents(id), Optional.ofNullable(items.sites(Set.of(it.place())).get(it.place())).map(site -> site.as(me)),
                captures.find(it.capture()), disputes.of(it), Documents.keeps(me), reasons);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/affected")
    Object affected(Query query, Me me) {
        var by = Arrays.stream(Affected.By.values()).filter(it -> query.has("by", it.name())).findFirst().orElse(Affected.By.LISTS);
        var question = new Affected.Question(by, by == Affected.By.LISTS ? "" : by == Affected.By.SUPPLIER ? query.filter("value").strip() : query.filter("value").strip().toUpperCase(Locale.ROOT));
        var wrong = switch (by) {
            case LISTS -> Listed.seesAlerts(me) ? "" : "traceability.lists-withheld-text";
            case SUPPLIER -> suppliers.byNumber(question.value()).isEmpty() ? "traceability.supplier-unknown" : "";
            case COUNTRY -> question.value().matches("[A-Z]{2}") ? "" : "traceability.country-wrong";
            case REGION -> question.value().matches("[A-Z]{2}-[A-Z0-9]{1,3}") ? "" : "traceability.asked-region-wrong";
        };
        var found = wrong.isEmpty() ? affected.ask(question, Reading.SILICON) : Optional.<Affected.Found>empty();
        var where = found.flatMap(it -> whereabouts.of(it.touched(), Reading.SILICON));
        var only = Arrays.stream(Whereabouts.Where.values()).filter(it -> query.has("where", it.name())).findFirst();
        var shown = found.map(it -> only.isEmpty() || where.isEmpty() ? it : new Affected.Found(it.modules(), it.sources(), where.get().of(only.get()), it.unknown(), it.clean()));
        var lines = shown.map(it -> affected.lines(question, Reading.SILICON, it, Math.min(query.limit(), Affected.FILE), query.offset())).orElse(List.of());
        var page = new AffectedPage(question, found, where, lines, query, wrong);
        return query.format().map(format -> (Object) pages.file(format, "affected-modules", page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER})
    @PostMapping("/app/traceability/events/{id:[0-9]{1,18}}/documents")
    Object bring(@PathVariable long id, @RequestParam(defaultValue = "") String document, @RequestParam(required = false) @Nullable MultipartFile file, Me me) throws IOException {
        var name = file == null ? "" : Optional.ofNullable(file.getOriginalFilename()).filter(it -> !it.isBlank()).orElse("document");
        return switch (documents.bring(id, document, name, file == null ? new byte[0] : file.getBytes(), me)) {
            case Answer.Done<UUID> done -> pages.done("/app/traceability/events/" + id, "traceability.document-kept");
            case Answer.Refused<UUID>(var reasons) -> pages.view(event(id, me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/events/{id:[0-9]{1,18}}/documents/{item:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> document(@PathVariable long id, @PathVariable UUID item) {
        var kept = events.documents(id).stream().filter(it -> item.equals(it.evidence())).findFirst().flatMap(it -> evidence.find(item)).orElseThrow(() -> new NotThere("document " + item));
        return Attachment.of(kept.name(), evidence.bytes(kept));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/contradictions")
    Object contradictions(Query query) {
        var all = books.contradictions();
        return pages.view(new ContradictionsPage(ContradictionsPage.lines(all, query, items), query, all.values().stream().mapToInt(List::size).sum()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/coverage")
    Object coverage(Query query, Me me) {
        var page = coverage(query, me, List.of());
        return query.format().map(format -> (Object) pages.file(format, "traced-silicon-" + page.year(), page::table)).orElseGet(() -> pages.view(page));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/lots/{subject:[0-9a-f-]{36}}")
    String lot(@PathVariable UUID subject) {
        return "redirect:/app/traceability/items/" + coverage.lot(subject).orElseThrow(() -> new NotThere("lot " + subject));
    }

    private CoveragePage coverage(Query query, Me me, List<Reason> reasons) {
        var years = new ArrayList<>(coverage.years());
        var year = query.filter("year").matches("20[0-9]{2}") ? Integer.parseInt(query.filter("year")) : years.isEmpty() ? LocalDate.now(clock).getYear() : years.getFirst();
        return new CoveragePage(year, years, coverage.sum(year), places.stated(year), coverage.gaps(year, query.limit(), query.offset()), query,
                me.is(Role.PROCESS) || me.is(Role.QUALITY) || me.is(Role.SOURCING_OFFICER), places.ours(), reasons);
    }

    @For({Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER})
    @PostMapping("/app/traceability/coverage")
    Object state(@RequestParam(defaultValue = "") String site, @RequestParam(defaultValue = "") String month, @RequestParam(defaultValue = "") String kilograms,
            @RequestParam(defaultValue = "") String source, Me me) {
        return switch (places.state(site, month, kilograms, source, me)) {
            case Answer.Done<UUID> done -> pages.done("/app/traceability/coverage", "traceability.was-said");
            case Answer.Refused<UUID>(var reasons) -> pages.view(coverage(Query.all("/app/traceability/coverage"), me, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER})
    @GetMapping("/app/traceability/places")
    Object places(Query query, Me me) {
        return pages.view(places(query, me, Map.of(), List.of()));
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER})
    @PostMapping("/app/traceability/places")
    Object name(@RequestParam Map<String, String> typed, Me me) {
        var whose = Arrays.stream(Places.Whose.values()).filter(it -> it.name().equals(typed.get("whose"))).findFirst();
        var number = typed.getOrDefault("supplier", "").strip();
        var supplier = number.isEmpty() ? Optional.<UUID>empty() : Optional.of(suppliers.byNumber(number).map(it -> it.id()).orElse(new UUID(0, 0)));
        if (whose.isEmpty()) {
            return pages.view(places(Query.all("/app/traceability/places"), me, typed, List.of(new Reason("whose", "traceability.whose-missing", List.of()))), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return said(places.say(new Places.Said(typed.getOrDefault("uri", "").strip(), typed.getOrDefault("nameEn", ""), typed.getOrDefault("nameZh", ""), whose.get(), supplier,
                code(typed, "country"), code(typed, "region")), me), typed, me);
    }

    @For({Role.BUYER, Role.QUALITY, Role.PROCESS, Role.SOURCING_OFFICER})
    @PostMapping("/app/traceability/articles")
    Object call(@RequestParam Map<String, String> typed, Me me) {
        return said(places.call(new Places.Article(typed.getOrDefault("article", ""), typed.getOrDefault("tier", ""), typed.getOrDefault("articleEn", ""), typed.getOrDefault("articleZh", "")), me),
                typed, me);
    }

    /** Codes of countries are written large, however they are typed. */
    private static String code(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "").strip().toUpperCase(Locale.ROOT);
    }

    private Object said(Answer<String> answer, Map<String, String> typed, Me me) {
        return switch (answer) {
            case Answer.Done<String> done -> pages.done("/app/traceability/places", "traceability.was-said");
            case Answer.Refused<String>(var reasons) -> pages.view(places(Query.all("/app/traceability/places"), me, typed, reasons), HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private PlacesPage places(Query query, Me me, Map<String, String> typed, List<Reason> reasons) {
        return new PlacesPage(places.page(query.limit(), query.offset()), places.articles(NAMED), query, places.count(),
                me.is(Role.BUYER) || me.is(Role.SOURCING_OFFICER) || me.is(Role.QUALITY) || me.is(Role.PROCESS), typed, reasons);
    }

    @Configuration
    static class Menu {
        @Bean
        MenuEntry traceabilityInTheMenu() {
            return MenuEntry.of(Wing.SUPPLY, 58, "traceability.title", "/app/traceability",
                    Role.BUYER, Role.QUALITY, Role.PROCESS, Role.EHS, Role.LEGAL, Role.SOURCING_OFFICER, Role.REVIEWER, Role.PUBLISHER, Role.ASSURER);
        }

        @Bean
        PortalPlace traceabilityOnThePortal() {
            return new PortalPlace("traceability.portal-title", "/app/portal/traceability");
        }
    }
}
