package org.probity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.house.access.As;
import org.probity.house.access.Me;
import org.probity.house.access.Role;
import org.probity.house.start.WholeHouse;
import org.probity.house.ui.Answer;
import org.probity.house.ui.Answer.Done;
import org.probity.shapes.obligation.Obligation;
import org.probity.shapes.obligation.Obligations;
import org.probity.supply.minerals.Minerals;
import org.probity.supply.minerals.PaperKind;
import org.probity.supply.supplier.Suppliers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Each route that names something, asked for by each role for a supplier's own thing, another supplier's and nothing at all. A supplier's
 * contact never learns whether another's thing exists: the answer is the one for nothing. A route that is not in the map here fails.
 */
@WholeHouse(own = true)
class WalkingEverySubjectInEveryRoleTest {
    /** Names nothing of one supplier: files of the house, days, kinds, people of the house, and what everybody may read. */
    private static final Set<String> OF_NO_SUPPLIER = Set.of(
            "/assets/{name}", "/app/account/passkeys/{key}/remove", "/app/account/stays/{stay}/end", "/app/accounts/{account}",
            "/app/accounts/{account}/roles", "/app/accounts/{account}/disable", "/app/accounts/{account}/enable", "/app/accounts/{account}/letter",
            "/app/suppliers/categories/{code}/close", "/app/suppliers/import/{kind}", "/app/suppliers/import/{kind}/template",
            "/app/suppliers/import/{kind}/{batch}", "/app/portal/samples/{which}.xlsx", "/report/{year:20[0-9]{2}}",
            "/report/{year:20[0-9]{2}}/{key:[a-z0-9-]+}", "/report/{year:20[0-9]{2}}/package.zip",
            "/report/{year:20[0-9]{2}}/editions/{no:[0-9]+}", "/report/{year:20[0-9]{2}}/editions/{no:[0-9]+}/package.zip", "/app/figures/{key}", "/app/figures/{key}/stated",
            "/app/statement/{id}/publication", "/app/statement/{id}/rejection", "/app/statement/{id}/withdrawal",
            "/app/views/{id}/remove", "/app/chapters/{key:[a-z][a-z0-9-]{1,39}}",
            "/app/levels/{id}/approval", "/app/levels/{id}/rejection", "/app/levels/{id}/withdrawal",
            "/app/targets/{id}/approval", "/app/targets/{id}/rejection", "/app/targets/{id}/withdrawal", "/app/account/tokens/{token}/revoke",
            "/app/portal/admission/{leg:[a-z0-9-]+}", "/app/portal/admission/agreements/{leg:[a-z]+}",
            "/app/portal/admission/agreements/{leg:[a-z]+}/paper", "/app/portal/admission/agreements/{leg:[a-z]+}/{lang}.pdf",
            "/api/figures/{key}", "/api/reports/{year}", "/api/reports/{year}/{key}");

    /**
     * Leads to a supplier's thing by another name, or to the house's own people, and is kept from contacts altogether: an edition's rows
     * under pseudonyms, what programs read with a key of their person, the company's own declaration, the directory.
     */
    private static final Set<String> KEPT_FROM_CONTACTS = Set.of(
            "/app/customers/{account}", "/app/customers/{account}/day", "/app/customers/{account}/end", "/app/customer/{edition}/{figure}",
            "/app/customer/{edition}/package.zip",
            "/app/admission/suppliers/{supplier}",
            "/app/admission/{id:[0-9a-f-]+}",
            "/app/admission/{id:[0-9a-f-]+}/stop",
            "/app/admission/{id:[0-9a-f-]+}/going-on",
            "/app/admission/{id:[0-9a-f-]+}/motion",
            "/app/admission/{id:[0-9a-f-]+}/ruling",
            "/app/admission/{id:[0-9a-f-]+}/condition",
            "/app/admission/proofs/{id}",
            "/app/admission/proofs/{id}/ruling",
            "/app/admission/proofs/{id}/step",
            "/app/admission/proofs/{id}/withdrawal",
            "/app/admission/proofs/{id}/condition",
            "/app/admission/proofs/{id}/files/{no}",
            "/app/admission/agreements/{id}",
            "/app/admission/agreements/{id}/countersignature",
            "/app/admission/agreements/{id}/check",
            "/app/admission/agreements/{id}/paper",
            "/app/admission/agreements/{id}/end",
            "/app/admission/agreements/{id}/{lang}.pdf",
            "/app/admission/agreements/{id}/words.txt",
            "/app/admission/agreements/{id}/steps/{no}",
            "/app/admission/signatories/{id}",
            "/app/admission/signatories/{id}/file",
            "/app/admission/templates/{id}",
            "/app/admission/requirements/{proposal}",
            "/app/assurance/samples/{id}", "/app/assurance/samples/{id}/result", "/app/assurance/samples/{id}/{code}",
            "/app/assurance/samples/{id}/{code}/finding", "/app/assurance/samples/{id}/{code}/reply", "/app/assurance/{id}/package.zip",
            "/app/assurance/{id}/{figure}", "/app/assurance/{id}/{figure}/conclusion", "/app/assurance/{id}/{figure}/rows/{code}",
            "/app/assurance/{id}/{figure}/rows/{code}/{sha256:[0-9a-f]{64}}", "/app/assurance/{id}/{figure}/samples",
            "/app/assurance/{id}/{figure}/showing", "/api/suppliers/{id}",
            "/app/screening/alerts/{id}", "/app/screening/alerts/{id}/false", "/app/screening/alerts/{id}/none", "/app/screening/alerts/{id}/ruling",
            "/app/screening/alerts/{id}/true", "/app/screening/drafts/{id}", "/app/screening/lists/{id}", "/app/screening/lists/{id}/setting", "/app/screening/lists/{id}/setting/{setting}/approval",
            "/app/screening/lists/{id}/setting/{setting}/rejection", "/app/screening/lists/{id}/setting/{setting}/withdrawal",
            "/app/screening/lists/{id}/versions", "/app/screening/results/{run}/{supplier}/{version}", "/app/screening/suppliers/{id}",
            "/app/minerals/own/{year}", "/app/minerals/own/{year}/file", "/app/directory/import/template/{kind}", "/app/directory/import/{batch}",
            "/app/directory/people/{person}", "/app/directory/people/{person}/account", "/app/directory/people/{person}/erasure",
            "/app/directory/people/{person}/erasure/confirmation", "/app/directory/people/{person}/{change}", "/app/directory/units/{unit}",
            "/app/directory/units/{unit}/{change}", "/app/webhooks/{id}", "/app/webhooks/{id}/rotation", "/app/webhooks/{id}/trial",
            "/app/webhooks/{id}/stop", "/app/webhooks/{id}/resume", "/app/webhooks/{id}/messages/{message}");

    /** What belongs to one supplier, to fill the address with. */
    record Things(UUID supplier, UUID contact, UUID material, UUID obligation, UUID paper) {
        static Things nothing() {
            return new Things(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        }
    }

    static final Map<String, Function<Things, String>> CASES = Map.ofEntries(
            Map.entry("/app/suppliers/{id}", it -> "/app/suppliers/" + it.supplier()),
            Map.entry("/app/suppliers/{id}/{tab}", it -> "/app/suppliers/" + it.supplier() + "/minerals"),
            Map.entry("/app/suppliers/{id}/edit", it -> "/app/suppliers/" + it.supplier() + "/edit"),
            Map.entry("/app/suppliers/{id}/end", it -> "/app/suppliers/" + it.supplier() + "/end"),
            Map.entry("/app/suppliers/{id}/resume", it -> "/app/suppliers/" + it.supplier() + "/resume"),
            Map.entry("/app/suppliers/{id}/contacts", it -> "/app/suppliers/" + it.supplier() + "/contacts"),
            Map.entry("/app/suppliers/{id}/contacts/{contact}/hand-over", it -> "/app/suppliers/" + it.supplier() + "/contacts/" + it.contact() + "/hand-over"),
            Map.entry("/app/suppliers/{id}/sites", it -> "/app/suppliers/" + it.supplier() + "/sites"),
            Map.entry("/app/suppliers/{id}/sites/{site}/close", it -> "/app/suppliers/" + it.supplier() + "/sites/" + it.contact() + "/close"),
            Map.entry("/app/suppliers/{id:[0-9a-f-]{36}}/materials", it -> "/app/suppliers/" + it.supplier() + "/materials"),
            Map.entry("/app/suppliers/{id}/materials/{material}", it -> "/app/suppliers/" + it.supplier() + "/materials/" + it.material()),
            Map.entry("/app/suppliers/{id}/materials/{material}/stop", it -> "/app/suppliers/" + it.supplier() + "/materials/" + it.material() + "/stop"),
            Map.entry("/app/portal/contacts/{id}/hand-over", it -> "/app/portal/contacts/" + it.contact() + "/hand-over"),
            Map.entry("/app/portal/minerals/{id}", it -> "/app/portal/minerals/" + it.obligation()),
            Map.entry("/app/minerals/papers/{id}", it -> "/app/minerals/papers/" + it.paper()),
            Map.entry("/app/minerals/papers/{id}/acceptance", it -> "/app/minerals/papers/" + it.paper() + "/acceptance"),
            Map.entry("/app/minerals/papers/{id}/return", it -> "/app/minerals/papers/" + it.paper() + "/return"),
            Map.entry("/app/minerals/papers/{id}/difference", it -> "/app/minerals/papers/" + it.paper() + "/difference"),
            Map.entry("/app/minerals/papers/{id}/file", it -> "/app/minerals/papers/" + it.paper() + "/file"));

    private static final Set<String> PORTAL_LISTS = Set.of("GET /app/portal/contacts/{id}/hand-over");

    record Route(HttpMethod method, String pattern) {
        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;
    @Autowired MockMvc browser;
    @Autowired Suppliers suppliers;
    @Autowired Minerals minerals;
    @Autowired Obligations obligations;
    @Autowired Clock clock;
    @Autowired ApplicationContext house;

    final Me officer = new Me(UUID.randomUUID(), "Officer", Set.of(Role.SOURCING_OFFICER), Optional.empty());
    Things own;
    Things others;
    Map<String, Function<Things, String>> addresses = Map.of();

    @BeforeEach
    void twoSuppliers() {
        var one = supplier();
        var another = supplier();
        done(minerals.open(LocalDate.now(clock).getYear(), LocalDate.now(clock), officer));
        own = things(one);
        others = things(another);
        addresses = everyCase();
    }

    List<Route> routes() {
        var routes = new ArrayList<Route>();
        handlers.getHandlerMethods().forEach((address, handler) -> {
            var methods = address.getMethodsCondition().getMethods().isEmpty() ? Set.of(RequestMethod.GET) : address.getMethodsCondition().getMethods();
            address.getPatternValues().stream().filter(pattern -> pattern.contains("{"))
                    .forEach(pattern -> methods.forEach(method -> routes.add(new Route(HttpMethod.valueOf(method.name()), pattern))));
        });
        return routes;
    }

    /** What the rooms tell of themselves, beside what stands above; looking for them reads every class of the house, once. */
    private static final List<SubjectRoutes> ROOMS = rooms();

    private static List<SubjectRoutes> rooms() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(SubjectRoutes.class));
        var rooms = new ArrayList<SubjectRoutes>();
        for (var found : scanner.findCandidateComponents("org.probity")) {
            try {
                var constructor = Class.forName(found.getBeanClassName()).getDeclaredConstructor();
                constructor.setAccessible(true);
                rooms.add((SubjectRoutes) constructor.newInstance());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(found.getBeanClassName() + " needs a constructor without arguments", e);
            }
        }
        return rooms;
    }

    private static boolean keptFromContacts(String pattern) {
        return KEPT_FROM_CONTACTS.contains(pattern) || ROOMS.stream().anyMatch(it -> it.keptFromContacts().contains(pattern));
    }

    private Map<String, Function<Things, String>> everyCase() {
        var all = new HashMap<>(CASES);
        ROOMS.forEach(room -> room.ofASupplier(house).forEach((pattern, address) -> all.put(pattern, things -> address.apply(things.supplier()))));
        return all;
    }

    @Test
    void whatIsKeptFromContactsIsDeniedToThem() throws Exception {
        for (var route : routes()) {
            if (keptFromContacts(route.pattern())) {
                var path = route.pattern().replace("{sha256:[0-9a-f]{64}}", "0".repeat(64)).replace("[0-9a-f-]{36}", "").replaceAll("\\{year:[^/]+}", "2001").replaceAll("\\{\\w+:\\[0-9]\\{[^}]+}}", "0").replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
                var request = route.method() == HttpMethod.POST ? MockMvcRequestBuilders.multipart(path) : MockMvcRequestBuilders.request(route.method(), path);
                var answer = browser.perform(request.with(As.contactOf(own.supplier()))).andReturn().getResponse();
                assertThat(answer.getStatus()).as(route.toString()).isEqualTo(403);
            }
        }
    }

    @Test
    void everyRouteThatNamesSomethingHasACase() {
        var known = new HashSet<>(OF_NO_SUPPLIER);
        known.addAll(KEPT_FROM_CONTACTS);
        ROOMS.forEach(it -> {
            known.addAll(it.ofNoSupplier());
            known.addAll(it.keptFromContacts());
        });
        known.addAll(everyCase().keySet());
        assertThat(routes()).extracting(Route::pattern).isNotEmpty();
        assertThat(routes()).extracting(Route::pattern).as("tell them in the room's SubjectRoutes").isSubsetOf(known);
        assertThat(routes()).extracting(Route::pattern).as("no case of a route that is gone").containsAll(everyCase().keySet());
    }

    @Test
    void aSuppliersContactGetsForAnothersThingTheAnswerForNothing() {
        var wrong = new ArrayList<String>();
        var contact = As.contactOf(own.supplier());
        for (var route : cases()) {
            var foreign = status(route, others, contact);
            var nothing = status(route, Things.nothing(), contact);
            var mine = status(route, own, contact);
            if (foreign != nothing || foreign < 400 && !PORTAL_LISTS.contains(route.toString())) {
                wrong.add(route + " says " + foreign + " for another's and " + nothing + " for nothing");
            }
            if (mine == 404 || mine >= 500) {
                wrong.add(route + " says " + mine + " for one's own");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void theHouseFindsWhatIsThereAndNotWhatIsNot() {
        var wrong = new ArrayList<String>();
        for (var route : cases()) {
            for (var role : Role.values()) {
                if (role == Role.SUPPLIER) {
                    continue;
                }
                var there = status(route, own, As.a(role));
                var nothing = status(route, Things.nothing(), As.a(role));
                // Behind the gate a thing is there or is not found, unless the address only leads back to the page that looks; before it
                // everything is kept from them alike.
                var leadsBack = route.method() == HttpMethod.GET && there == 302 && nothing == 302;
                if (there == 403 ? nothing != 403 : !leadsBack && nothing != 404 || there >= 500) {
                    wrong.add(role + " " + route + " says " + there + " for what is there and " + nothing + " for nothing");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<Route> cases() {
        var all = everyCase().keySet();
        return routes().stream().filter(route -> all.contains(route.pattern())).toList();
    }

    private int status(Route route, Things things, RequestPostProcessor who) {
        var path = addresses.get(route.pattern()).apply(things);
        var request = route.method() == HttpMethod.POST
                ? MockMvcRequestBuilders.multipart(path).file(new MockMultipartFile("file", "f.pdf", "application/pdf", new byte[0]))
                        .param("validUntil", "").param("reason", "").param("grounds", "")
                : MockMvcRequestBuilders.request(route.method(), path);
        try {
            return browser.perform(request.with(who)).andReturn().getResponse().getStatus();
        } catch (Exception handlerFailed) {
            throw new IllegalStateException(route + " for " + path, handlerFailed);
        }
    }

    private UUID supplier() {
        var number = "W" + UUID.randomUUID();
        var id = done(suppliers.register(new Suppliers.Registration(number, "Walked " + number, "走" + number, "CN", "solder", null, null), officer));
        suppliers.sayContent(suppliers.addMaterial(id, "M1", "Ribbon", "焊带"), Suppliers.TIN, new BigDecimal("0.6"), LocalDate.of(2024, 1, 1));
        suppliers.addContact(id, "Contact", UUID.randomUUID() + "@walked.example", "");
        return id;
    }

    private Things things(UUID supplier) {
        var owed = obligations.of(supplier).stream().filter(it -> !it.kind().equals(PaperKind.CMRT.obligation())).findFirst().map(Obligation::id).orElseThrow();
        var contact = new Me(UUID.randomUUID(), "Contact", Set.of(Role.SUPPLIER), Optional.of(supplier));
        var paper = done(minerals.send(owed, "paper.pdf", ("%PDF-1.4 " + supplier).getBytes(), contact)).id();
        return new Things(supplier, suppliers.contacts(supplier).getFirst().id(), suppliers.materials(supplier).getFirst().id(), owed, paper);
    }

    private static <T> T done(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Done.class);
        return ((Done<T>) answer).value();
    }
}
