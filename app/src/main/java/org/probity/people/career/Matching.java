package org.probity.people.career;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Who goes where, when many want to go to many: deferred acceptance with the applicants proposing. Each asks at their first choice; a post holds the best
 * of those who asked, as many as it has seats, by its published order; who is let go asks at their next. When nobody asks any more, no applicant and post
 * would both rather have each other than what they got, and no applicant could do better in any other result of which that is true.
 */
final class Matching {
    /** @param seats how many it takes @param order of all who may come, the first first: whoever is not in it may not */
    record Post(UUID id, int seats, List<UUID> order) {
        Post {
            order = List.copyOf(order);
            if (seats < 1) {
                throw new IllegalArgumentException("a post without a seat: " + id);
            }
        }
    }

    /** An applicant and a post that would both rather have each other: there must be none. */
    record Blocking(UUID applicant, UUID post) {}

    private Matching() {}

    /** @param choices of each applicant, the first first @return for each applicant who got one, the post */
    static Map<UUID, UUID> of(Map<UUID, List<UUID>> choices, List<Post> posts) {
        var places = new HashMap<UUID, Map<UUID, Integer>>();
        var seats = new HashMap<UUID, Integer>();
        var held = new HashMap<UUID, List<UUID>>();
        for (var post : posts) {
            places.put(post.id(), places(post.order()));
            seats.put(post.id(), post.seats());
            held.put(post.id(), new ArrayList<>());
        }
        var next = new HashMap<UUID, Integer>();
        // In the order of their ids, which changes nothing: the result is the same whoever asks first.
        var asking = new ArrayDeque<>(new TreeMap<>(choices).keySet());
        while (!asking.isEmpty()) {
            var applicant = asking.removeFirst();
            var turn = next.merge(applicant, 1, Integer::sum) - 1;
            if (turn >= choices.get(applicant).size()) {
                continue;
            }
            var post = choices.get(applicant).get(turn);
            var order = places.getOrDefault(post, Map.of());
            if (!order.containsKey(applicant)) {
                asking.addFirst(applicant);
                continue;
            }
            var here = held.get(post);
            here.add(applicant);
            if (here.size() > seats.get(post)) {
                var last = here.stream().max(Comparator.comparing(order::get)).orElseThrow();
                here.remove(last);
                asking.addFirst(last);
            }
        }
        var matched = new TreeMap<UUID, UUID>();
        held.forEach((post, applicants) -> applicants.forEach(it -> matched.put(it, post)));
        return matched;
    }

    /** Every pair that would rather have each other, by looking at all of them; the proof of a result is that there is none. */
    static List<Blocking> blocking(Map<UUID, List<UUID>> choices, List<Post> posts, Map<UUID, UUID> matched) {
        var found = new ArrayList<Blocking>();
        for (var post : posts) {
            var order = places(post.order());
            var here = matched.entrySet().stream().filter(it -> it.getValue().equals(post.id())).map(Map.Entry::getKey).toList();
            var last = here.stream().mapToInt(it -> order.getOrDefault(it, Integer.MAX_VALUE)).max().orElse(-1);
            for (var applicant : choices.entrySet()) {
                var place = order.get(applicant.getKey());
                var wish = applicant.getValue().indexOf(post.id());
                var has = matched.get(applicant.getKey());
                var rather = wish >= 0 && (has == null || wish < applicant.getValue().indexOf(has));
                if (place != null && rather && (here.size() < post.seats() || place < last)) {
                    found.add(new Blocking(applicant.getKey(), post.id()));
                }
            }
        }
        return found;
    }

    private static Map<UUID, Integer> places(List<UUID> order) {
        var places = new HashMap<UUID, Integer>();
        for (var i = 0; i < order.size(); i++) {
            places.put(order.get(i), i);
        }
        return places;
    }
}
