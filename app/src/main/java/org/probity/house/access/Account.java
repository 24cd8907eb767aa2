package org.probity.house.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person who can be let in.
 *
 * @param supplier the supplier they speak for, if they are a supplier's contact
 * @param language of mail to them: en or zh
 * @param disabledAt since when they are kept out; null: they are not
 * @param settled whether they have a password or a passkey; a supplier's contact needs neither
 */
public record Account(
        UUID id,
        String name,
        String email,
        Set<Role> roles,
        Optional<UUID> supplier,
        String language,
        Instant invitedAt,
        @Nullable Instant disabledAt,
        boolean settled) {

    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean disabled() {
        return disabledAt != null;
    }
}
