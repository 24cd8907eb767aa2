package org.probity.disclosure.statement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.probity.shapes.figure.Figure;
import org.probity.shapes.figure.Figures;
import org.probity.shapes.figure.SmallCells;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Figures that an edition goes without, because from them, or from two of them held against each other, one could tell of fewer people than are ever shown.
 * A package lets everybody recompute a value from its rows, so a number cannot be blurred: it is in the edition, or it is not and the edition says so.
 */
@Component
class KeptClosed {
    private final JdbcClient db;
    private final Figures figures;
    private final SmallCells cells;

    KeptClosed(JdbcClient db, Figures figures, SmallCells cells) {
        this.db = db;
        this.figures = figures;
        this.cells = cells;
    }

    /** Keys of those that may not be shown. */
    Set<String> among(List<Figures.Kept> frozen, int year) {
        return cells.closed(frozen, year);
    }

    void note(UUID edition, Set<String> closed) {
        closed.forEach(figure -> db.sql("INSERT INTO statement.edition_closed (edition, figure) VALUES (:edition, :figure)")
                .param("edition", edition).param("figure", figure)
                .update());
    }

    List<Figure> of(Edition edition) {
        return db.sql("SELECT figure FROM statement.edition_closed WHERE edition = :edition ORDER BY figure").param("edition", edition.id()).query(String.class).list()
                .stream().map(figures::find).flatMap(Optional::stream).toList();
    }
}
