package org.probity.house.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Where somebody goes next, when the address comes from outside: only into this house's signed-in part, or nowhere. */
public final class Doors {
    private Doors() {}

    /** A path below {@code /app}, taken from a parameter or a Referer. Another host, a scheme or a trick with slashes is empty. */
    public static Optional<String> local(String asked, HttpServletRequest request) {
        if (asked == null || asked.length() > 2000 || asked.chars().anyMatch(c -> c <= ' ' || c == '\\')) {
            return Optional.empty();
        }
        try {
            var uri = URI.create(asked);
            if (uri.isOpaque() || uri.getRawAuthority() != null && !uri.getRawAuthority().equals(request.getHeader("Host"))) {
                return Optional.empty();
            }
            var path = Optional.ofNullable(uri.getRawPath()).orElse("");
            if (!uri.normalize().getRawPath().equals(path) || !(path.equals("/app") || path.startsWith("/app/"))) {
                return Optional.empty();
            }
            return Optional.of(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
