package org.probity.shapes.gathering;

import java.util.List;
import java.util.Set;
import org.probity.house.access.Me;
import org.probity.house.access.Role;

/**
 * A kind of occasion, as the room tells it that holds them: a bean each. Its words are messages of that room: {@code <key>} what it is ("Exchange"),
 * and for topics {@code <topicWords><TOPIC>}.
 *
 * @param key such as {@code exchange.exchange}
 * @param letters before its numbers
 * @param hosts who of us opens one, keeps its list, writes minutes and settles follow-ups
 * @param topics what it can be about
 * @param home where the room lists them
 * @param minuted whether minutes and follow-ups belong to it
 */
public record OccasionKind(String key, String letters, Set<Role> hosts, List<String> topics, String topicWords, String home, boolean minuted) {
    public OccasionKind(String key, String letters, Set<Role> hosts, List<String> topics, String topicWords, String home) {
        this(key, letters, hosts, topics, topicWords, home, true);
    }

    public OccasionKind {
        hosts = Set.copyOf(hosts);
        topics = List.copyOf(topics);
    }

    public boolean heldBy(Me me) {
        return hosts.stream().anyMatch(me::is);
    }

    /** What it becomes part of in the log. */
    String opened() {
        return key + ".opened";
    }
}
