package org.probity.supply.traceability;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the books know of addresses: where events happened, and of which article items are. Few of each, by number, so that millions of items can be judged without asking the database. */
final class Names {
    /** Where an event says that it happened: the place of business, and the point within it or on the way. Either may be missing. */
    record Spot(String location, String point) {
        List<String> uris() {
            return point.isEmpty() || point.equals(location) ? location.isEmpty() ? List.of() : List.of(location) : location.isEmpty() ? List.of(point) : List.of(location, point);
        }

        boolean any(Predicate<String> of) {
            return uris().stream().anyMatch(of);
        }
    }

    private final List<Spot> spots = new ArrayList<>();
    private final Map<Spot, Integer> spotNumbers = new HashMap<>();
    private final List<String> articles = new ArrayList<>();
    private final Map<String, Integer> articleNumbers = new HashMap<>();
    private int[] article = new int[1 << 10];
    private int items;

    /** Writes down all of it. */
    void keep(DataOutputStream out) throws IOException {
        out.writeInt(spots.size());
        for (var spot : spots) {
            out.writeUTF(spot.location());
            out.writeUTF(spot.point());
        }
        out.writeInt(articles.size());
        for (var each : articles) {
            out.writeUTF(each);
        }
        Written.put(out, Arrays.copyOf(article, items));
    }

    static Names kept(DataInputStream in) throws IOException {
        var names = new Names();
        for (var left = in.readInt(); left > 0; left--) {
            names.spot(in.readUTF(), in.readUTF());
        }
        for (var left = in.readInt(); left > 0; left--) {
            names.articles.add(in.readUTF());
            names.articleNumbers.put(names.articles.getLast(), names.articles.size() - 1);
        }
        var article = Written.ints(in);
        names.items = article.length;
        names.article = article.length < names.article.length ? Arrays.copyOf(article, names.article.length) : article;
        return names;
    }

    int spot(@Nullable String location, @Nullable String point) {
        return spotNumbers.computeIfAbsent(new Spot(location == null ? "" : location, point == null ? "" : point), it -> {
            spots.add(it);
            return spots.size() - 1;
        });
    }

    Spot spot(int number) {
        return spots.get(number);
    }

    /** The spots of which something is true. */
    BitSet spots(Predicate<Spot> of) {
        var all = new BitSet();
        for (var no = 0; no < spots.size(); no++) {
            all.set(no, of.test(spots.get(no)));
        }
        return all;
    }

    /** The next item, in the order of numbers. */
    void item(String ofArticle) {
        if (items == article.length) {
            article = Arrays.copyOf(article, items + (items >> 1));
        }
        article[items++] = articleNumbers.computeIfAbsent(ofArticle, it -> {
            articles.add(it);
            return articles.size() - 1;
        });
    }

    /** One of some, where the others do not matter. */
    void item(int number, String ofArticle) {
        while (items <= number) {
            item("");
        }
        article[number] = articleNumbers.computeIfAbsent(ofArticle, it -> {
            articles.add(it);
            return articles.size() - 1;
        });
    }

    int items() {
        return items;
    }

    /** Of each item, by number: of which article it is. */
    String article(int item) {
        return articles.get(article[item]);
    }

    /** Items of an article, the newest first. */
    List<Integer> newest(String ofArticle, int limit) {
        var newest = new ArrayList<Integer>();
        var wanted = articleNumbers.get(ofArticle);
        for (var item = items - 1; wanted != null && item >= 0 && newest.size() < limit; item--) {
            if (article[item] == wanted) {
                newest.add(item);
            }
        }
        return newest;
    }

    /** The items of some articles. */
    BitSet items(Predicate<String> ofArticle) {
        var wanted = new BitSet();
        for (var no = 0; no < articles.size(); no++) {
            wanted.set(no, ofArticle.test(articles.get(no)));
        }
        var all = new BitSet(items);
        for (var item = 0; item < items; item++) {
            if (wanted.get(article[item])) {
                all.set(item);
            }
        }
        return all;
    }
}
