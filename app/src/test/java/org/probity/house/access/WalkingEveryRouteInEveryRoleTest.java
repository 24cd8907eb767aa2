package org.probity.house.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.house.start.Whole;
import org.probity.house.start.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The whole map: each route the house has, asked for by each role and by a stranger; the gate lets through whom the handler names. One of those, another from route to
 * route, comes to the handler as well; the others turn back behind the gate. Those whom it keeps out come as one person who holds all their roles, and one in turn alone.
 * {@code ./probity trial routes} lets everybody come alone and all who may to the handler.
 */
@WholeHouse(own = true)
@Import(BehindTheGate.class)
class WalkingEveryRouteInEveryRoleTest {
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers;
    @Autowired MockMvc browser;
    @Autowired JdbcClient db;

    final Map<Role, Me> someones = new EnumMap<>(Role.class);

    /** What failed on our side, by route: whoever may look is never shown that. */
    final Set<String> broken = new TreeSet<>();

    record Route(HttpMethod method, String path, Gate.Rule rule) {
        boolean open() {
            return rule instanceof Gate.Rule.Anyone;
        }

        boolean mayBeUsedBy(Role role) {
            return switch (rule) {
                case Gate.Rule.Anyone(), Gate.Rule.SomeoneSignedIn() -> true;
                case Gate.Rule.Roles(var roles) -> roles.contains(role);
            };
        }
    }

    List<Route> routes() {
        var routes = new ArrayList<Route>();
        handlers.getHandlerMethods().forEach((address, handler) -> {
            if (ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                return;
            }
            var rule = Gate.rule(handler).orElseThrow(() -> new AssertionError(handler + " is open to nobody and says so to nobody"));
            var methods = address.getMethodsCondition().getMethods().isEmpty() ? List.of(RequestMethod.GET) : address.getMethodsCondition().getMethods();
            for (var path : address.getPatternValues()) {
                for (var method : methods) {
                    routes.add(new Route(HttpMethod.valueOf(method.name()), filled(path), rule));
                }
            }
        });
        return routes;
    }

    /** Ids of nothing: what is not there is "not found" to whoever may look, and the gate comes first. */
    static String filled(String path) {
        return path.replace("{sha256:[0-9a-f]{64}}", "0".repeat(64))
                .replaceAll("\\{year:[^/]+}", "2001")
                .replaceAll("\\{\\w+:\\[0-9]\\{[^}]+}}", "0")
                .replaceAll("\\{key:[^/]+}|\\{\\w+:\\[a-z]\\+}", "nothing")
                .replaceAll("\\{\\*[^}]+}", "x")
                .replaceAll("\\{[^/]+}", UUID.randomUUID().toString());
    }

    /** Whether the gate let the request through to its handler; what the handler then says is the room's. */
    boolean passes(Route route, RequestPostProcessor who) {
        try {
            var answer = asked(route, who);
            if (answer.getStatus() >= 500) {
                broken.add(answer.getStatus() + " at " + route.method() + " " + route.path());
            }
            var to = answer.getRedirectedUrl();
            return answer.getStatus() != 401 && answer.getStatus() != 403 && (to == null || !to.startsWith("/app/sign-in?next="));
        } catch (Exception handlerFailed) {
            broken.add(handlerFailed + " at " + route.method() + " " + route.path());
            return true;
        }
    }

    /** Whether the gate opens: all filters and the gate are asked, nothing behind it. */
    boolean opens(Route route, RequestPostProcessor who) {
        try {
            return asked(route, request -> BehindTheGate.turnBack().postProcessRequest(who.postProcessRequest(request))).getStatus() == BehindTheGate.OPENED;
        } catch (Exception gateFailed) {
            throw new IllegalStateException("before the handler of " + route, gateFailed);
        }
    }

    private MockHttpServletResponse asked(Route route, RequestPostProcessor who) throws Exception {
        // As a form with files: a handler that takes nothing else would not be found otherwise.
        var request = route.method() == HttpMethod.POST ? MockMvcRequestBuilders.multipart(route.path()) : MockMvcRequestBuilders.request(route.method(), route.path());
        return browser.perform(request.with(who)).andReturn().getResponse();
    }

    /** With an account, as whoever is signed in has; a contact speaks for a company that is not on the register. */
    Me someone(Role role) {
        return someones.computeIfAbsent(role, it -> {
            var id = UUID.randomUUID();
            db.sql("INSERT INTO access.account (id, name, email, language, invited_at, invited_by) VALUES (:id, 'Someone', :email, 'en', now(), :id)").param("id", id).param("email", id + "@helia.example").update();
            return new Me(id, "Someone", Set.of(it), it == Role.SUPPLIER ? Optional.of(UUID.randomUUID()) : Optional.empty());
        });
    }

    private static Me holdingAll(List<Role> roles) {
        return new Me(UUID.randomUUID(), "Someone", Set.copyOf(roles), roles.contains(Role.SUPPLIER) ? Optional.of(UUID.randomUUID()) : Optional.empty());
    }

    @Test
    void everyRoleComesExactlyWhereItMay() {
        var wrong = new ArrayList<String>();
        var walked = 0;
        for (var route : routes()) {
            // What is open is open: one role and, below, the stranger are enough.
            var roles = route.open() ? List.of(Role.UNION) : List.of(Role.values());
            var allowed = roles.stream().filter(route::mayBeUsedBy).toList();
            var denied = roles.stream().filter(role -> !allowed.contains(role)).toList();
            for (var role : allowed) {
                var who = As.me(someone(role));
                if (!(Whole.WANTED || role == allowed.get(walked % allowed.size()) ? passes(route, who) : opens(route, who))) {
                    wrong.add(role + " is kept from " + route.method() + " " + route.path());
                }
            }
            if (!denied.isEmpty()) {
                // Whoever holds all of them comes wherever one of them does. Each by itself when that is so, and one in turn in any case.
                var together = opens(route, As.me(holdingAll(denied)));
                for (var role : together || Whole.WANTED ? denied : List.of(denied.get(walked % denied.size()))) {
                    if (opens(route, As.me(someone(role)))) {
                        wrong.add(role + " comes to " + route.method() + " " + route.path());
                    }
                }
                if (together) {
                    wrong.add(denied + " together come to " + route.method() + " " + route.path());
                }
            }
            walked++;
        }
        assertThat(wrong).isEmpty();
        assertThat(broken).isEmpty();
        assertThat(walked).isGreaterThan(200);
    }

    @Test
    void aStrangerComesOnlyWhereItIsOpen() {
        var wrong = routes().stream()
                .filter(route -> passes(route, csrf()) != route.open())
                .map(route -> route.method() + " " + route.path()).toList();
        assertThat(wrong).isEmpty();
        assertThat(broken).isEmpty();
    }
}
