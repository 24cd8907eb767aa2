package org.probity.house.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.Authentication;

/**
 * A person's stay in one browser, read anew at every request, so that a changed role, a revoked session or a disabled account counts at
 * once.
 *
 * @param confirmedAt when they last showed that it is them: by signing in, or again since
 */
public record Visit(UUID id, Me me, Way way, Instant beganAt, Instant confirmedAt) implements Authentication {
    /** How somebody signed in. */
    public enum Way {
        PASSWORD,
        PASSKEY,
        LINK,
        /** A program with a key that may read; no stay in a browser, and never written down as one. */
        READING_TOKEN,
        /** A program with a key that may also write. */
        WRITING_TOKEN
    }

    @Override
    public String getName() {
        return me.account().toString();
    }

    @Override
    public Me getPrincipal() {
        return me;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return me.roles().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role)).toList();
    }

    @Override
    public Object getCredentials() {
        return List.of();
    }

    @Override
    public Object getDetails() {
        return way;
    }

    @Override
    public boolean isAuthenticated() {
        return true;
    }

    @Override
    public void setAuthenticated(boolean authenticated) {
        throw new IllegalArgumentException("a visit ends by ending it");
    }
}
