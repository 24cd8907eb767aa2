package org.probity.supply.supplier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * An address that names a supplier which was merged leads to the one that stands for it, in every room: what somebody noted or mailed goes on
 * working. With {@code ?old} it shows what stayed with the old record. Nothing is written to a record that was merged: who still had its form
 * open is led to the other, and told.
 */
@Component
class MovedOn implements WebMvcConfigurer, HandlerInterceptor {
    static final String OLD = "old";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final JdbcClient db;

    MovedOn(JdbcClient db) {
        this.db = db;
    }

    /** Behind the gate, so that nobody learns from it what they may not see. */
    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).addPathPatterns("/app/**", "/api/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        var reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var address = request.getRequestURI() + (reads && request.getQueryString() != null ? "?" + request.getQueryString() : "");
        var named = Stream.concat(ID.matcher(address).results().map(it -> it.group()), reads ? Stream.empty() : Stream.ofNullable(request.getParameter("supplier")))
                .filter(it -> ID.matcher(it).matches()).map(UUID::fromString).distinct().toArray(UUID[]::new);
        if (named.length == 0 || request.getParameter(OLD) != null && reads) {
            return true;
        }
        var moved = new HashMap<String, String>();
        db.sql("SELECT id, merged_into FROM supplier.supplier WHERE id = ANY (:ids) AND merged_into IS NOT NULL").param("ids", named)
                .query(row -> {
                    moved.put(row.getString(1), row.getString(2));
                });
        // The pages about a merge itself speak of both.
        if (moved.isEmpty() || request.getRequestURI().startsWith(MergesPage.PATH)) {
            return true;
        }
        if (reads) {
            response.sendRedirect(replaced(address, moved));
        } else if (request.getRequestURI().startsWith("/api/")) {
            response.sendError(HttpServletResponse.SC_CONFLICT);
        } else {
            response.sendRedirect(RegisterWeb.path(UUID.fromString(moved.values().iterator().next())) + "?since=1");
        }
        return false;
    }

    private static String replaced(String address, Map<String, String> moved) {
        return ID.matcher(address).replaceAll(it -> moved.getOrDefault(it.group(), it.group()));
    }
}
