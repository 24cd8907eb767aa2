package org.probity.house.ui;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.probity.house.access.Me;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Remembers for the length of a request who sent it. When the server turns to the page that tells what went wrong, the door has already
 * forgotten them, and they would lose their menu.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class Presence extends OncePerRequestFilter {
    private static final String ME = Presence.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Me me) {
            request.setAttribute(ME, me);
        }
        rest.doFilter(request, response);
    }

    static Optional<Me> of(HttpServletRequest request) {
        return request.getAttribute(ME) instanceof Me me ? Optional.of(me) : Optional.empty();
    }
}
