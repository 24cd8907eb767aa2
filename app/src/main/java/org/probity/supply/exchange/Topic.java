package org.probity.supply.exchange;

import java.util.Arrays;
import java.util.List;

/** What campaigns and exchanges are about. */
public enum Topic {
    ENVIRONMENT, CLIMATE, SAFETY, INTEGRITY, INFORMATION_SECURITY, PRIVACY,
    MINERALS, HUMAN_RIGHTS, SUNNY_SOURCING, LOW_CARBON;

    /** The six that every supplier and everybody in procurement learns; exchanges are about more. */
    static final List<Topic> TAUGHT = List.of(ENVIRONMENT, CLIMATE, SAFETY, INTEGRITY, INFORMATION_SECURITY, PRIVACY);

    static List<String> names(List<Topic> topics) {
        return topics.stream().map(Enum::name).toList();
    }

    static List<String> all() {
        return names(Arrays.asList(values()));
    }
}
