package org.probity.supply.audit;

import java.util.Optional;
import java.util.UUID;

/** What a room knows that ties one of us to a supplier, so that they cannot audit it. A bean of this type is asked. */
public interface Ties {
    /** @return the message key of a sentence that says the tie to whoever composes the team; nothing when there is none */
    Optional<String> between(UUID supplier, UUID account);
}
