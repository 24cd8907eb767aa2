package org.probity.supply.traceability;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A question with a name.
 *
 * @param parameters of SimpleEventQuery, as {@link EventQuery} takes them
 */
public record NamedQuery(UUID id, String name, Map<String, List<String>> parameters, UUID madeBy, Instant madeAt) {
    /** One a line, as people type them. */
    public String words() {
        return parameters.entrySet().stream().map(it -> it.getKey() + " = " + String.join(" | ", it.getValue())).collect(Collectors.joining("\n"));
    }
}
