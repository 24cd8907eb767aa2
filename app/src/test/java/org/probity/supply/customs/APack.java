package org.probity.supply.customs;

import java.time.Duration;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A pack that somebody asked for. */
public final class APack {
    private APack() {}

    /** Waits until it is made. The scheduler may have been quicker: then it is made when it is our turn. */
    public static CustomsPack made(ApplicationContext house, UUID id) {
        house.getBean(PackMaking.class).make(id, Duration.ofMinutes(2));
        return house.getBean(CustomsPacks.class).find(id).orElseThrow();
    }
}
