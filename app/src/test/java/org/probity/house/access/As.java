package org.probity.house.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who sends a request in a test: {@code browser.post().uri("/app/bans").with(As.a(Role.BUYER))}. Brings the form's token along. */
public final class As {
    private As() {}

    /** Somebody of the house who holds these roles, and just confirmed that it is them. Not in the table of accounts. */
    public static RequestPostProcessor a(Role... roles) {
        return me(new Me(UUID.randomUUID(), "Someone", Arrays.stream(roles).collect(Collectors.toSet()), Optional.empty()));
    }

    public static RequestPostProcessor contactOf(UUID supplier) {
        return me(new Me(UUID.randomUUID(), "A contact", Set.of(Role.SUPPLIER), Optional.of(supplier)));
    }

    public static RequestPostProcessor me(Me me) {
        return visit(me, Instant.now());
    }

    /** Signed in long ago: binding acts ask them to confirm. */
    public static RequestPostProcessor stale(Me me) {
        return visit(me, Instant.now().minusSeconds(3600));
    }

    private static RequestPostProcessor visit(Me me, Instant confirmed) {
        var visit = new Visit(UUID.randomUUID(), me, Visit.Way.PASSWORD, confirmed, confirmed);
        return request -> csrf().postProcessRequest(authentication(visit).postProcessRequest(request));
    }
}
