package org.probity.customs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.probity.proof.Json;

/** What people said the addresses in events stand for, as a pack holds it: articles with their place in the making, and places with country, owner and standing. */
public record Names(List<Article> articles, List<Place> places) {
    /** In the order of making; the step of a paper or a flow has the number of its tier. */
    public static final List<String> TIERS = List.of("QUARTZ", "METALLURGICAL", "POLYSILICON", "RECLAIM", "ROD", "BRICK", "WAFER", "CELL", "MODULE", "PACKAGE", "OTHER");
    static final String QUARTZ = "QUARTZ";

    /** How the owner of a place stood on the day of the lists. */
    public enum Standing { NONE, ALERT, BARRED }

    public record Article(String uri, String tier, String en, String zh) {}

    /**
     * @param owner number and names of the supplier it belongs to; none for our own and for places of others
     * @param index of the log's entry by which it was said
     */
    public record Place(String uri, String en, String zh, String country, String region, String whose, Optional<Owner> owner, Standing standing, long index) {}

    public record Owner(String number, String en, String zh) {}

    public Names {
        articles = List.copyOf(articles);
        places = List.copyOf(places);
    }

    Map<String, Article> byArticle() {
        return articles.stream().collect(Collectors.toMap(Article::uri, Function.identity()));
    }

    Map<String, Place> byPlace() {
        return places.stream().collect(Collectors.toMap(Place::uri, Function.identity()));
    }

    byte[] bytes() {
        return Json.object("articles", articles.stream().map(it -> Json.object("en", it.en(), "tier", it.tier(), "uri", it.uri(), "zh", it.zh())).toList(),
                "places", places.stream().map(Names::json).toList()).canonical();
    }

    private static Json json(Place it) {
        var json = Json.object("country", it.country(), "en", it.en(), "index", it.index(), "region", it.region(), "standing", it.standing().name(), "uri", it.uri(), "whose", it.whose(), "zh", it.zh());
        return it.owner().map(owner -> json.with("owner", Json.object("en", owner.en(), "number", owner.number(), "zh", owner.zh()))).orElse(json);
    }

    static Names from(Json json) {
        var names = Line.of(json);
        var articles = names.list("articles").stream().map(Line::of).map(it -> {
            var article = new Article(it.text("uri"), it.text("tier"), it.text("en"), it.text("zh"));
            it.noOthers();
            return article;
        }).toList();
        var places = names.list("places").stream().map(Line::of).map(it -> {
            var owner = it.has("owner") ? Optional.of(Line.of(it.any("owner"))) : Optional.<Line>empty();
            var place = new Place(it.text("uri"), it.text("en"), it.text("zh"), it.text("country"), it.text("region"), it.text("whose"),
                    owner.map(one -> new Owner(one.text("number"), one.text("en"), one.text("zh"))), Standing.valueOf(it.text("standing")), it.whole("index"));
            owner.ifPresent(Line::noOthers);
            it.noOthers();
            return place;
        }).toList();
        names.noOthers();
        return new Names(articles, places);
    }
}
