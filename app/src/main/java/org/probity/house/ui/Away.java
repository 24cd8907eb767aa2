package org.probity.house.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * While the database is away or recovering every address says so: 503, when to ask again, and one sentence; a page for people, text for
 * readers of the log, a problem document for programs.
 *
 * <p>Spring takes a database that hangs up in the middle of a commit for a reader who hung up (an end of file lies among the causes), calls
 * that handled, and lets an empty 200 go out: a yes to something that was not kept. So what a handler throws is looked at here first.
 *
 * <p>It stands outside of everything that asks the database: sessions, keys, the messages carried from one page to the next, the company's
 * name. Whatever they were about to answer is thrown away, because the server's own way to an error page leads through all of them once
 * more, waits for the database at each, and then answers with whatever was left on the response.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Away extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Away.class);

    /** A recovery takes from less than one second to ten. */
    static final String RETRY_AFTER_SECONDS = "5";

    /** What the walls said of the answer holds for this one too; what the handler said of its content does not. */
    private static final List<String> WALLS = List.of("Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
            "Permissions-Policy", "Referrer-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "X-Frame-Options");

    private static final String STATE = Away.class.getName();

    private record Header(String name, String value) {}

    /** Before every other one: what it finds it leaves to the filter, with nothing written. */
    @Component
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class FromHandlers implements HandlerExceptionResolver {
        @Override
        public @Nullable ModelAndView resolveException(HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
            var state = state(e);
            state.ifPresent(known -> request.setAttribute(STATE, known));
            return state.isPresent() ? new ModelAndView() : null;
        }
    }

    private final Pages pages;
    private final JsonMapper json;

    Away(Pages pages, JsonMapper json) {
        this.pages = pages;
        this.json = json;
    }

    /** What was refused with a bare status is drawn afterwards, and asks the database too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws ServletException, IOException {
        try {
            request.removeAttribute(STATE);
            rest.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            var state = state(e);
            if (state.isEmpty() || response.isCommitted()) {
                throw e;
            }
            request.setAttribute(STATE, state.get());
        }
        if (request.getAttribute(STATE) instanceof String state) {
            if (response.isCommitted()) {
                throw new IllegalStateException("the database went away, SQLSTATE " + state + ", after a part of the answer had left");
            }
            // Not the stack: while it lasts, every request ends here.
            LOG.warn("{} {} was answered with 503, the database is away: SQLSTATE {}", request.getMethod(), request.getRequestURI(), state);
            answer(request, response);
        }
    }

    /**
     * The SQLSTATE when what failed is the way to the database and not what was asked of it: class 08 (connection), 57P01 to 57P03 (it is
     * ended, crashed, or not yet up), 53300 (no place left), and what the pool says, which has none: no connection to be had, or one
     * that was closed under whoever held it.
     */
    static Optional<String> state(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = Optional.ofNullable(sql.getSQLState()).orElse("");
                if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
                    return Optional.of(state);
                }
                if (state.isEmpty() && !(sql instanceof BatchUpdateException)) {
                    return Optional.of("unknown to the pool");
                }
            }
        }
        return Optional.empty();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var kept = WALLS.stream().filter(response::containsHeader).map(name -> new Header(name, response.getHeader(name))).toList();
        response.reset();
        kept.forEach(header -> response.setHeader(header.name(), header.value()));
        response.setStatus(Trouble.AWAY.status().value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "Cookie, Accept-Language");
        var screen = pages.bare(request);
        response.setLocale(Locale.forLanguageTag(screen.lang().tag()));
        var path = screen.path();
        if (path.startsWith("/api/")) {
            write(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, json.writeValueAsString(TroubleWeb.problem(Trouble.AWAY, "", screen)));
        } else if (path.startsWith("/log/") || path.equals("/health") || path.equals("/metrics")) {
            write(response, MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8", screen.t(Trouble.AWAY.key() + ".text") + "\n");
        } else {
            write(response, MediaType.TEXT_HTML_VALUE + ";charset=UTF-8", pages.html(new TroublePage(Trouble.AWAY, "", screen.now().toInstant()), screen));
        }
    }

    private static void write(HttpServletResponse response, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        response.setContentType(type);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
