package org.probity.disclosure.statement;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.probity.proof.Words;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.FrozenFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What pages show of an edition without reading the rows of its figures: there are tens of thousands of them. An edition never changes, so what
 * was read of it once is kept by each node.
 */
@Component
class Briefs {
    private record Part(UUID frozen, Figure.Level level, @Nullable String acceptedEn, @Nullable String acceptedZh) {}

    private final JdbcClient db;
    private final FrozenFigures figures;
    private final Map<UUID, List<Drawn>> drawn = new ConcurrentHashMap<>();
    private final Map<UUID, Optional<Backed>> best = new ConcurrentHashMap<>();

    /** A figure of an edition and the papers behind its rows. */
    record Backed(Shown said, long papers) {}

    Briefs(JdbcClient db, FrozenFigures figures) {
        this.db = db;
        this.figures = figures;
    }

    /** The figures of an edition, in the order of their numbers. */
    List<Shown> of(Edition edition) {
        return parts(edition).stream().map(this::shown)
                .sorted(Comparator.comparing(it -> it.figure().code())).toList();
    }

    Optional<Shown> of(Edition edition, String figure) {
        return of(edition).stream().filter(it -> it.figure().key().equals(figure)).findFirst();
    }

    /** Of the figures whose rows everybody may see the one with most papers behind it; where nobody may, of all. */
    Optional<Backed> best(Edition edition) {
        return best.computeIfAbsent(edition.id(), id -> parts(edition).stream()
                .sorted(Comparator.comparing(part -> shown(part).figure().code()))
                .max(Comparator.comparing((Part part) -> part.level() == Figure.Level.PUBLIC).thenComparing(part -> figures.papers(part.frozen())))
                .map(part -> new Backed(shown(part), figures.papers(part.frozen()))));
    }

    private Shown shown(Part part) {
        var it = figures.numbered(part.frozen());
        var number = it.number().at(part.level());
        return new Shown(part.acceptedEn() == null || part.acceptedZh() == null ? number : number.accepted(new Words(part.acceptedEn(), part.acceptedZh())), Optional.of(it.wording()));
    }

    /** The pictures of an edition; those whose figure counts nothing, or keeps its facts from the public, are not among them. */
    List<Drawn> drawn(Edition edition) {
        return drawn.computeIfAbsent(edition.id(), id -> draw(edition));
    }

    private List<Drawn> draw(Edition edition) {
        var byFigure = new HashMap<String, Part>();
        parts(edition).forEach(it -> byFigure.put(figures.numbered(it.frozen()).number().figure().key(), it));
        return Arrays.stream(Drawn.Kind.values())
                .flatMap(kind -> Optional.ofNullable(byFigure.get(kind.figure())).stream()
                        .filter(part -> !kind.fromFacts() || part.level() == Figure.Level.PUBLIC)
                        .map(part -> new Drawn(kind, figures.alike(part.frozen(), kind.paths()))))
                .filter(it -> !it.alike().isEmpty()).toList();
    }

    private List<Part> parts(Edition edition) {
        return db.sql("SELECT frozen, coalesce(level, 'PUBLIC') AS level, accepted_en, accepted_zh FROM statement.edition_figure WHERE edition = :edition").param("edition", edition.id())
                .query(Part.class).list();
    }
}
