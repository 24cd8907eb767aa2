package org.probity.house.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much a program may say at once. Files have their limit from the server and forms too; JSON has none, and becomes many times its size in
 * memory, which all share. What does not say beforehand how long it is, is turned away as well. A room that reads a body as a stream, piece by piece, makes
 * a bean of its address ({@link Stream}).
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Bounds extends OncePerRequestFilter {
    /** Some fifty thousand lines of an order. */
    static final long MOST = 8 << 20;

    private final List<Stream> streams;

    Bounds(List<Stream> streams) {
        this.streams = streams;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return streams.stream().anyMatch(it -> it.path().equals(request.getRequestURI()));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws ServletException, IOException {
        var type = Optional.ofNullable(request.getContentType()).orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("json") && request.getContentLengthLong() > MOST) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else if (type.contains("json") && request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") != null) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else {
            rest.doFilter(request, response);
        }
    }
}
