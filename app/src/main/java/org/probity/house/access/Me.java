package org.probity.house.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The person at the screen. A handler that takes a {@code Me} gets the signed-in one.
 *
 * @param account the account's id; what other rooms store as "by whom"
 * @param name as shown on screens
 * @param supplier the supplier they speak for, if they are a supplier's contact
 */
public record Me(UUID account, String name, Set<Role> roles, Optional<UUID> supplier) {
    public Me {
        roles = Set.copyOf(roles);
        if (roles.contains(Role.SUPPLIER) != supplier.isPresent()) {
            throw new IllegalArgumentException("a supplier's contact and only they belong to a supplier: " + account);
        }
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** A supplier's matters are shown to its own contacts and to everybody who is not some supplier's contact. To others they do not exist. */
    public boolean sees(UUID anySupplier) {
        return supplier.isEmpty() || supplier.get().equals(anySupplier);
    }
}
