package org.probity.house.health;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.probity.house.access.For;
import org.probity.house.access.Open;
import org.probity.house.access.Role;
import org.probity.house.log.Log;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /health/live}: the program runs. {@code /health}: it can answer, its database too; 503 while it cannot, also while it
 * ends; it says too whether this node has the log's key, without which it reads and never signs. {@code /app/metrics}: for an administrator. {@code /metrics}: for programs on this machine, as long as no proxy is named, because
 * behind a proxy everybody seems to come from this machine.
 */
@RestController
@Open
class HealthWeb {
    private static final int PATIENCE_SECONDS = 2;

    private final DataSource database;
    private final ApplicationAvailability availability;
    private final PrometheusMeterRegistry metrics;
    private final Log log;
    private final boolean proxied;

    HealthWeb(
            DataSource database,
            ApplicationAvailability availability,
            PrometheusMeterRegistry metrics,
            Log log,
            @Value("${server.forward-headers-strategy:none}") String forwarded) {
        this.database = database;
        this.availability = availability;
        this.metrics = metrics;
        this.log = log;
        this.proxied = !forwarded.equalsIgnoreCase("none");
    }

    @GetMapping(value = "/health/live", produces = MediaType.APPLICATION_JSON_VALUE)
    String live() {
        return "{\"status\":\"UP\"}";
    }

    @GetMapping("/health")
    ResponseEntity<String> ready() {
        var up = availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC && databaseAnswers();
        return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .contentType(MediaType.APPLICATION_JSON)
                .body("{\"status\":\"" + (up ? "UP" : "DOWN") + "\",\"log\":\"" + (log.hasKey() ? "has its key" : "reads only: no log.key here") + "\"}");
    }

    @GetMapping("/app/metrics")
    @For(Role.ADMINISTRATOR)
    ResponseEntity<String> metrics() {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/plain;version=0.0.4;charset=UTF-8")).body(metrics.scrape());
    }

    @GetMapping("/metrics")
    ResponseEntity<String> metricsNearby(HttpServletRequest request) throws UnknownHostException {
        var nearby = !proxied && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        return nearby ? metrics() : ResponseEntity.status(HttpStatus.FORBIDDEN).build();
    }

    private boolean databaseAnswers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException down) {
            return false;
        }
    }
}
