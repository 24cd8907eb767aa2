package org.probity.house.webhook;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.probity.house.ui.Answer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for a room that says itself what a receiver is told, such as what comes out of a query. Hosts, secrets, signatures, tries and the pages of
 * administrators are those of every message. The room keeps how far it told and writes one message after another: {@link Ended} says that it may go on.
 */
@Service
public class Dispatch {
    /** @param secret as the receiver keeps it, to be shown once */
    public record Opened(UUID endpoint, String secret) {}

    /** In the transaction in which a message arrived, or was given up. */
    public record Ended(UUID endpoint, UUID message, boolean arrived) {}

    /** Something is sent there again. */
    public record Resumed(UUID endpoint) {}

    private final Endpoints endpoints;
    private final Deliveries deliveries;

    Dispatch(Endpoints endpoints, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    /**
     * Registers an address.
     *
     * <p>Refusals: {@code webhook.url-wrong}; {@code webhook.host-not-listed}. Where its host leads is looked at with each call.
     *
     * @param kind what a message is called; a bean that is not offered
     * @param page of the room that shows what is told there
     */
    public Answer<Opened> open(String url, EventKind kind, String page, UUID by) {
        return switch (endpoints.register(url, kind, page, by)) {
            case Answer.Done<Endpoints.Opened>(var it) -> Answer.done(new Opened(it.endpoint(), it.secret().text()));
            case Answer.Refused<Endpoints.Opened>(var reasons) -> new Answer.Refused<>(reasons);
        };
    }

    /** Writes a message; it is sent after the transaction. @return its id */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID write(UUID endpoint, EventKind kind, String body) {
        return deliveries.write(endpoint, kind, body);
    }

    public Optional<Endpoint> find(UUID endpoint) {
        return endpoints.find(endpoint);
    }

    public List<Delivery> newest(UUID endpoint, int most) {
        return deliveries.newest(endpoint, most);
    }

    public void stop(UUID endpoint, UUID by) {
        endpoints.stop(endpoint, by);
    }

    public void resume(UUID endpoint, UUID by) {
        endpoints.resume(endpoint, by);
    }
}
