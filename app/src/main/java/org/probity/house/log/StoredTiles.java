package org.probity.house.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.probity.proof.Tile;
import org.probity.proof.Tiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree's hashes in the database. */
record StoredTiles(JdbcClient db) {

    Tiles tree(long size) {
        return new Tiles(size, tile -> read(tile).orElseThrow(() -> new IllegalStateException("the log lost " + tile)));
    }

    /** The same tree, with the tiles that a proof for this leaf needs fetched at once: on each level the leaf's own and the last. */
    Tiles treeAround(long index, long size) {
        var levels = new ArrayList<Integer>();
        var indexes = new ArrayList<Long>();
        for (int level = 0; size >> (8 * level) > 0; level++) {
            for (long hash : new long[] {index >> (8 * level), (size >> (8 * level)) - 1}) {
                levels.add(level);
                indexes.add(hash / Tile.WIDTH);
            }
        }
        Map<String, byte[]> fetched = new HashMap<>();
        db.sql("""
                SELECT tile.level, tile.index, tile.hashes
                  FROM unnest(:levels, :indexes) AS wanted (level, index)
                  JOIN log.tile USING (level, index)
                """)
                .param("levels", levels.toArray(Integer[]::new)).param("indexes", indexes.toArray(Long[]::new))
                .query(row -> {
                    fetched.put(row.getInt(1) + "/" + row.getLong(2), row.getBytes(3));
                });
        return new Tiles(size, tile -> Optional.ofNullable(fetched.get(tile.level() + "/" + tile.index())).or(() -> read(tile))
                .orElseThrow(() -> new IllegalStateException("the log lost " + tile)));
    }

    /** The stored state of a tile, at least as wide as asked. */
    Optional<byte[]> read(Tile tile) {
        return db.sql("SELECT hashes FROM log.tile WHERE level = :level AND index = :index AND width >= :width")
                .param("level", tile.level()).param("index", tile.index()).param("width", tile.width())
                .query(byte[].class).optional();
    }

    void write(Tiles.Stored stored) {
        db.sql("""
                INSERT INTO log.tile (level, index, width, hashes)
                VALUES (:level, :index, :width, :hashes)
                ON CONFLICT (level, index)
                DO UPDATE SET width = excluded.width, hashes = excluded.hashes
                """)
                .param("level", stored.tile().level()).param("index", stored.tile().index()).param("width", stored.tile().width())
                .param("hashes", stored.hashes())
                .update();
    }
}
