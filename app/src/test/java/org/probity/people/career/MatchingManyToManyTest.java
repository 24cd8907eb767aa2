package org.probity.people.career;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.people.career.Matching.Post;

/** Many to many: nobody and no post would both rather have each other, in thousands of drawn markets. */
class MatchingManyToManyTest {
    static UUID id(int n) {
        return new UUID(0, n);
    }

    @Test
    void aPostTakesTheBestOfThoseWhoAsk() {
        var choices = Map.of(id(1), List.of(id(11), id(12)), id(2), List.of(id(11)), id(3), List.of(id(12), id(11)));
        var posts = List.of(new Post(id(11), 1, List.of(id(2), id(1), id(3))), new Post(id(12), 1, List.of(id(1), id(3))));
        assertThat(Matching.of(choices, posts)).as("2 puts 1 out of its first choice, and 1 puts 3 out of its own").isEqualTo(Map.of(id(1), id(12), id(2), id(11)));
        assertThat(Matching.blocking(choices, posts, Map.of(id(1), id(11), id(3), id(12)))).as("2 and 11 would both rather").extracting(Matching.Blocking::applicant).contains(id(2));
        assertThatThrownBy(() -> new Post(id(11), 0, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private record Market(Map<UUID, List<UUID>> choices, List<Post> posts) {}

    private static Market drawn(long seed) {
        var random = new Random(seed);
        var applicants = 1 + random.nextInt(30);
        var many = 1 + random.nextInt(8);
        var choices = new LinkedHashMap<UUID, List<UUID>>();
        for (var a = 0; a < applicants; a++) {
            var wanted = new ArrayList<UUID>();
            for (var p = 0; p < many; p++) {
                if (random.nextInt(3) > 0) {
                    wanted.add(id(1_000 + p));
                }
            }
            Collections.shuffle(wanted, random);
            choices.put(id(a), wanted);
        }
        var posts = new ArrayList<Post>();
        for (var p = 0; p < many; p++) {
            var order = new ArrayList<UUID>();
            for (var a = 0; a < applicants; a++) {
                if (random.nextInt(5) > 0) {
                    order.add(id(a));
                }
            }
            Collections.shuffle(order, random);
            posts.add(new Post(id(1_000 + p), 1 + random.nextInt(4), order));
        }
        return new Market(choices, posts);
    }

    /** Five thousand markets: no pair blocks, no post is over its seats, nobody is where they did not ask or may not be, and the order of asking changes nothing. */
    @Test
    void noPairBlocksWhateverTheMarket() {
        for (var seed = 0; seed < 5_000; seed++) {
            var market = drawn(seed);
            var matched = Matching.of(market.choices(), market.posts());
            assertThat(Matching.blocking(market.choices(), market.posts(), matched)).as("seed " + seed).isEmpty();
            for (var post : market.posts()) {
                var here = matched.entrySet().stream().filter(it -> it.getValue().equals(post.id())).map(Map.Entry::getKey).toList();
                assertThat(here.size()).as("seed " + seed).isLessThanOrEqualTo(post.seats());
                assertThat(post.order()).as("seed " + seed).containsAll(here);
                assertThat(here).as("seed " + seed).allMatch(it -> market.choices().get(it).contains(post.id()));
            }
            var turned = new LinkedHashMap<UUID, List<UUID>>();
            market.choices().entrySet().stream().toList().reversed().forEach(it -> turned.put(it.getKey(), it.getValue()));
            assertThat(Matching.of(turned, market.posts().reversed())).as("seed " + seed).isEqualTo(matched);
        }
    }

    /** Among all results without a blocking pair nobody finds one that is better for them: tried out whole for small markets. */
    @Test
    void nobodyCouldDoBetterInAnotherStableResult() {
        var compared = 0;
        for (var seed = 0; seed < 20_000 && compared < 400; seed++) {
            var market = drawn(seed);
            if (market.choices().size() > 5 || market.posts().size() > 3) {
                continue;
            }
            compared++;
            var matched = Matching.of(market.choices(), market.posts());
            for (var other : all(List.copyOf(market.choices().keySet()), market, new HashMap<>())) {
                if (Matching.blocking(market.choices(), market.posts(), other).isEmpty()) {
                    for (var choice : market.choices().entrySet()) {
                        assertThat(rank(choice.getValue(), matched.get(choice.getKey()))).as("seed " + seed).isLessThanOrEqualTo(rank(choice.getValue(), other.get(choice.getKey())));
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
    }

    private static int rank(List<UUID> choices, UUID post) {
        return post == null ? choices.size() : choices.indexOf(post);
    }

    private static List<Map<UUID, UUID>> all(List<UUID> left, Market market, Map<UUID, UUID> soFar) {
        if (left.isEmpty()) {
            return List.of(new HashMap<>(soFar));
        }
        var found = new ArrayList<Map<UUID, UUID>>();
        var one = left.getFirst();
        var rest = left.subList(1, left.size());
        found.addAll(all(rest, market, soFar));
        for (var post : market.posts()) {
            if (market.choices().get(one).contains(post.id()) && post.order().contains(one) && soFar.values().stream().filter(post.id()::equals).count() < post.seats()) {
                soFar.put(one, post.id());
                found.addAll(all(rest, market, soFar));
                soFar.remove(one);
            }
        }
        return found;
    }
}
