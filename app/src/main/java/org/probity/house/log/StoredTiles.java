package org.probity.house.log;

import java.util.Optional;
import org.probity.proof.Tile;
import org.probity.proof.Tiles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tree's hashes in the database. */
record StoredTiles(JdbcClient db) {

    Tiles tree(long size) {
        return new Tiles(size, tile -> read(tile).orElseThrow(() -> new IllegalStateException("the log lost " + tile)));
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
