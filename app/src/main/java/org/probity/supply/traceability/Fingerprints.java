package org.probity.supply.traceability;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Modules that came about by the same chain: the same sites at each step, from quartz on. An authority that has let one chain pass may take a short report for the next
 * shipment by it. The fingerprint is the same in every house and on every node, because it is made of addresses.
 */
@Service
class Fingerprints {
    private static final int SHOWN = 200;

    /** A step at a place. @param uri empty where no event says where */
    record Stage(Tier tier, String uri) {}

    /** @param whole whether nothing in it came from where nobody recorded @param sample one of the modules */
    record Group(String fingerprint, List<Stage> stages, long modules, int sample, boolean whole) {}

    private record Mark(String article, List<String> places) {}

    private record Counted(int[] marks, long modules, int sample) {}

    private final MaterialBooks books;
    private final Listed listed;
    private final JdbcClient db;

    Fingerprints(MaterialBooks books, Listed listed, JdbcClient db) {
        this.books = books;
        this.listed = listed;
        this.db = db;
    }

    /** The chains of most modules first. @return nothing while the books are being read */
    Optional<List<Group>> modules(String material) {
        var modules = listed.articles(Tier.MODULE);
        var tiers = new HashMap<String, Tier>();
        db.sql("SELECT uri, tier FROM traceability.articles('infinity') AS article").query((RowCallbackHandler) row -> tiers.put(row.getString("uri"), Tier.valueOf(row.getString("tier"))));
        var marks = new ArrayList<Mark>();
        return books.ask(material, shelf -> {
            var numbers = new HashMap<Mark, Integer>();
            var chains = new org.probity.trace.Chains(shelf.book, item -> numbers.computeIfAbsent(mark(shelf, item), it -> {
                marks.add(it);
                return marks.size() - 1;
            }));
            var counted = new HashMap<Integer, long[]>();
            var all = shelf.names.items(modules::contains);
            for (var module = all.nextSetBit(0); module >= 0; module = all.nextSetBit(module + 1)) {
                var it = counted.computeIfAbsent(chains.of(module), none -> new long[] {0, -1});
                it[0]++;
                it[1] = it[1] < 0 ? module : it[1];
            }
            return counted.entrySet().stream().sorted(Comparator.comparing((Map.Entry<Integer, long[]> it) -> -it.getValue()[0])).limit(SHOWN)
                    .map(it -> new Counted(chains.marks(it.getKey()), it.getValue()[0], (int) it.getValue()[1])).toList();
        }).map(all -> all.stream().map(it -> group(it, marks, tiers)).toList());
    }

    private static Mark mark(Shelf shelf, int item) {
        var places = new TreeSet<String>();
        shelf.makings.spots(item, spot -> places.add(shelf.names.spot(spot).uris().stream().findFirst().orElse("")));
        return new Mark(shelf.names.article(item), List.copyOf(places));
    }

    private static Group group(Counted it, List<Mark> marks, Map<String, Tier> tiers) {
        var known = Arrays.stream(it.marks()).filter(mark -> mark >= 0).mapToObj(marks::get).toList();
        var stages = known.stream().flatMap(mark -> (mark.places().isEmpty() ? List.of("") : mark.places()).stream().map(uri -> new Stage(tiers.getOrDefault(mark.article(), Tier.OTHER), uri))).distinct()
                .sorted(Comparator.comparing(Stage::tier).thenComparing(Stage::uri)).toList();
        var whole = known.size() == it.marks().length && !stages.isEmpty() && stages.getFirst().tier().isOrigin() && stages.stream().noneMatch(stage -> stage.uri().isEmpty());
        return new Group(fingerprint(stages), stages, it.modules(), it.sample(), whole);
    }

    /** SHA-256 over each step and its place with their lengths before them, in their order. */
    static String fingerprint(List<Stage> stages) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (var text : stages.stream().flatMap(it -> List.of(it.tier().name(), it.uri()).stream()).toList()) {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
