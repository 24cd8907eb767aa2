package org.probity.supply.supplier;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.supply.supplier.Merging.Moves;
import org.probity.supply.supplier.Merging.Part;
import org.probity.supply.supplier.Merging.Stays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of two records that become one, in all rooms: which would go, which went, and how they go back. Each row that went is noted; rows that
 * came since stay with the record they came to.
 */
@Component
class MergedRows {
    private final JdbcClient db;
    private final List<Part> parts;

    MergedRows(JdbcClient db, List<Merging> rooms) {
        this.db = db;
        this.parts = rooms.stream().flatMap(it -> it.parts().stream()).toList();
    }

    /** What would happen if these two were merged now. */
    Merge.Preview preview(UUID gone, UUID stays) {
        return new Merge.Preview(parts.stream().map(it -> line(it, gone, stays)).filter(it -> it.moves() + it.stays() > 0).toList());
    }

    private Merge.Line line(Part part, UUID gone, UUID stays) {
        return switch (part) {
            case Stays it -> new Merge.Line(it.title(), 0, 0,
                    db.sql("SELECT count(*) FROM " + it.table() + " WHERE " + it.column() + " = :gone").param("gone", gone).query(Long.class).single(), null);
            case Moves it -> db.sql("SELECT count(*) FILTER (WHERE NOT " + or(it.stays()) + ") AS moves, count(*) FILTER (WHERE NOT " + or(it.stays())
                            + " AND " + or(it.taken()) + ") AS renamed, count(*) FILTER (WHERE " + or(it.stays()) + ") AS stays, coalesce(bool_or(" + or(it.against())
                            + "), FALSE) AS against FROM " + it.table() + " AS it WHERE it." + it.column() + " = :gone AND :stays::uuid IS NOT NULL")
                    .param("gone", gone).param("stays", stays)
                    .query((row, n) -> new Merge.Line(it.title(), row.getLong("moves"), row.getLong("renamed"), row.getLong("stays"),
                            row.getBoolean("against") ? it.why() : null)).single();
        };
    }

    private static String or(@Nullable String expression) {
        return expression == null ? "FALSE" : "(" + expression + ")";
    }

    /** Rows go, each with a note of where it was. @return how many of each table, by its name and column */
    TreeMap<String, Object> go(Merge merge, String number) {
        var counts = new TreeMap<String, Object>();
        for (var part : parts) {
            if (part instanceof Moves moves) {
                var rows = move(moves, merge, number);
                if (rows > 0) {
                    counts.put(relation(moves), rows);
                }
            }
        }
        return counts;
    }

    private int move(Moves it, Merge merge, String number) {
        var renaming = it.renamed() == null ? "" : ", " + it.renamed() + " = CASE WHEN " + or(it.taken()) + " THEN it." + it.renamed() + " || ' (' || :number || ')' ELSE it." + it.renamed() + " END";
        var was = it.renamed() == null ? "NULL" : "CASE WHEN " + or(it.taken()) + " THEN it." + it.renamed() + " END";
        return db.sql("WITH going AS MATERIALIZED (SELECT it.ctid AS place, " + key(it) + " AS key, " + was + " AS was FROM " + it.table() + " AS it WHERE it." + it.column()
                        + " = :gone AND NOT " + or(it.stays()) + "), noted AS (INSERT INTO supplier.moved (merge, relation, key, was) SELECT :merge, :relation, key, was FROM going)"
                        + " UPDATE " + it.table() + " AS it SET " + it.column() + " = :stays" + renaming + " FROM going WHERE it.ctid = going.place AND :number::text <> ''")
                .param("gone", merge.gone()).param("stays", merge.stays()).param("merge", merge.id()).param("relation", relation(it)).param("number", number)
                .update();
    }

    private static String relation(Moves it) {
        return it.table() + "." + it.column();
    }

    private static String key(Moves it) {
        return "jsonb_build_array(it." + String.join(", it.", it.key()) + ")";
    }

    /** Those that went go back, in the other order. */
    void goBack(Merge merge) {
        for (var part : parts.reversed()) {
            if (part instanceof Moves moves) {
                var renaming = moves.renamed() == null ? "" : ", " + moves.renamed() + " = coalesce(moved.was, it." + moves.renamed() + ")";
                db.sql("UPDATE " + moves.table() + " AS it SET " + moves.column() + " = :gone" + renaming
                                + " FROM supplier.moved WHERE moved.merge = :merge AND moved.relation = :relation AND moved.key = " + key(moves) + " AND it." + moves.column() + " = :stays")
                        .param("gone", merge.gone()).param("stays", merge.stays()).param("merge", merge.id()).param("relation", relation(moves)).update();
            }
        }
    }

    /** How many rows of each kind went, by title. */
    List<Merge.Line> went(UUID merge) {
        var counts = new TreeMap<String, Long>();
        db.sql("SELECT relation, count(*) FROM supplier.moved WHERE merge = :merge GROUP BY relation").param("merge", merge).query(row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        var lines = new ArrayList<Merge.Line>();
        for (var part : parts) {
            if (part instanceof Moves it && counts.containsKey(relation(it))) {
                lines.add(new Merge.Line(it.title(), counts.get(relation(it)), 0, 0, null));
            }
        }
        return lines;
    }

    /** What is still with the record that went, by title. */
    List<Merge.Line> kept(UUID gone) {
        return parts.stream().map(it -> new Merge.Line(it.title(), 0, 0,
                db.sql("SELECT count(*) FROM " + it.table() + " WHERE " + it.column() + " = :gone").param("gone", gone).query(Long.class).single(), null))
                .filter(it -> it.stays() > 0).toList();
    }
}
