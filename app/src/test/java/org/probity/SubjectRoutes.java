package org.probity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;

/**
 * The addresses of a room that name something, told by the room beside its tests: whose thing it is. {@link WalkingEverySubjectInEveryRoleTest}
 * finds every implementation and walks them; an address that no room tells fails there.
 */
public interface SubjectRoutes {
    /** Names nothing of one supplier: files of the house, days, kinds, people of the house, and what everybody may read. */
    default Set<String> ofNoSupplier() {
        return Set.of();
    }

    /** Kept from suppliers' contacts altogether, whatever they name. */
    default Set<String> keptFromContacts() {
        return Set.of();
    }

    /**
     * Addresses that name a thing of one supplier.
     *
     * @return for each the address of such a thing of a given supplier; the room makes one if there is none yet. A supplier that is not
     *     there has nothing: then any address of nothing.
     */
    default Map<String, Function<UUID, String>> ofASupplier(ApplicationContext house) {
        return Map.of();
    }
}
