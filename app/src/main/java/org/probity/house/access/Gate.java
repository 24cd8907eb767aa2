package org.probity.house.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Every request passes here on its way to its handler. The handler says who may use it; what says nothing is denied to all.
 *
 * <p>A stranger who asks for a page is sent to sign in and comes back to it; one who posts is refused, because what was typed is lost
 * anyway. A program is told to show a key. A person with the wrong role is told so. Whose record it is (own, another's) is the room's question, and its answer is "not
 * found".
 */
class Gate implements HandlerInterceptor {
    static final String SIGN_IN = "/app/sign-in";
    static final String CONFIRM = "/app/confirm";
    private static final String API = "/api/";

    /** What a handler asks of whoever comes. */
    sealed interface Rule {
        record Anyone() implements Rule {}

        record SomeoneSignedIn() implements Rule {}

        record Roles(Set<Role> roles) implements Rule {}
    }

    private final Visits visits;

    Gate(Visits visits) {
        this.visits = visits;
    }

    /** Empty: the handler says nothing. The method's word goes before its class's. */
    static Optional<Rule> rule(HandlerMethod handler) {
        return rule(handler.getMethod()).or(() -> rule(handler.getBeanType()));
    }

    private static Optional<Rule> rule(AnnotatedElement place) {
        var roles = AnnotatedElementUtils.findMergedAnnotation(place, For.class);
        if (roles != null && roles.value().length > 0) {
            return Optional.of(new Rule.Roles(EnumSet.of(roles.value()[0], roles.value())));
        }
        if (AnnotatedElementUtils.hasAnnotation(place, SignedIn.class)) {
            return Optional.of(new Rule.SomeoneSignedIn());
        }
        if (AnnotatedElementUtils.hasAnnotation(place, Open.class)) {
            return Optional.of(new Rule.Anyone());
        }
        return Optional.empty();
    }

    static boolean asksToConfirm(HandlerMethod handler) {
        return handler.hasMethodAnnotation(StepUp.class)
                || AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), StepUp.class);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        return switch (handler) {
            case ResourceHttpRequestHandler styleOrScript -> true;
            case HandlerMethod method when ErrorController.class.isAssignableFrom(method.getBeanType()) -> true;
            case HandlerMethod method -> mayPass(request, response, method);
            default -> refuse(response);
        };
    }

    private boolean mayPass(HttpServletRequest request, HttpServletResponse response, HandlerMethod method) throws IOException {
        var rule = rule(method);
        if (rule.isEmpty()) {
            return refuse(response);
        }
        var visit = Visits.current();
        var passes = switch (rule.get()) {
            case Rule.Anyone() -> true;
            case Rule.SomeoneSignedIn() -> visit.isPresent();
            case Rule.Roles(var roles) -> visit.isPresent() && visit.get().me().roles().stream().anyMatch(roles::contains);
        };
        if (isForPrograms(request)) {
            return passes ? mayProgramPass(visit, request, response, method) : visit.isPresent() ? refuse(response) : askForKey(response);
        }
        if (!passes) {
            return visit.isPresent() ? refuse(response) : sendTo(SIGN_IN, request, response);
        }
        if (asksToConfirm(method) && !visits.confirmed(visit.orElseThrow())) {
            return sendTo(CONFIRM, request, response);
        }
        return true;
    }

    /** By the handler's own address: the one that was asked for may spell a letter as {@code %61} and comes to the same handler. */
    private static boolean isForPrograms(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)).startsWith(API);
    }

    /** Binding acts want a person who has just shown that it is them; a key that only reads changes nothing. */
    private static boolean mayProgramPass(Optional<Visit> visit, HttpServletRequest request, HttpServletResponse response, HandlerMethod method)
            throws IOException {
        var readsOnly = visit.map(Visit::way).filter(Visit.Way.READING_TOKEN::equals).isPresent();
        return asksToConfirm(method) || readsOnly && !reads(request) ? refuse(response) : true;
    }

    /** RFC 6750, 3: what a program without a good key is told. */
    private static boolean askForKey(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        return false;
    }

    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean refuse(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
        return false;
    }

    /** Back to the page itself afterwards; after a post, to the page it was sent from. */
    private static boolean sendTo(String door, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reads = reads(request);
        if (!reads && door.equals(SIGN_IN)) {
            return refuse(response);
        }
        var next = reads ? asked(request) : Doors.local(request.getHeader("Referer"), request).orElse("/app");
        var to = door + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", to);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            response.sendRedirect(to);
        }
        return false;
    }

    private static String asked(HttpServletRequest request) {
        return request.getQueryString() == null ? request.getRequestURI() : request.getRequestURI() + "?" + request.getQueryString();
    }
}
