package org.probity.house.log;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.probity.house.access.Open;
import org.probity.proof.Tile;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The log as witnesses and assurers read it, C2SP tlog-tiles. Nothing here names anybody. */
@Open
@RestController
class LogWeb {
    private static final CacheControl FOR_EVER = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Log log;
    private final LogKey key;
    private final JdbcClient db;

    LogWeb(Log log, LogKey key, JdbcClient db) {
        this.log = log;
        this.key = key;
        this.db = db;
    }

    @GetMapping(path = "/log/checkpoint", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> checkpoint() {
        return ResponseEntity.of(log.newest().map(signed -> signed.note().bytes()));
    }

    /** The verifier key, as a policy file names it. */
    @GetMapping(path = "/log/key", produces = MediaType.TEXT_PLAIN_VALUE)
    String key() {
        return key.verifier().vkey() + "\n";
    }

    @GetMapping(path = "/log/tile/**", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> tile(HttpServletRequest request) {
        var bytes = Tile.atPath(request.getRequestURI().substring("/log/".length())).flatMap(this::read);
        return bytes.map(found -> ResponseEntity.ok().cacheControl(FOR_EVER).body(found))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<byte[]> read(Tile tile) {
        if (tile.level() != Tile.ENTRIES) {
            return new StoredTiles(db).read(tile).map(hashes -> Arrays.copyOf(hashes, 32 * tile.width()));
        }
        List<byte[]> entries = db.sql("SELECT bytes FROM log.entry WHERE index >= :from AND index < :until ORDER BY index")
                .param("from", tile.index() * Tile.WIDTH).param("until", tile.index() * Tile.WIDTH + tile.width())
                .query(byte[].class).list();
        return entries.size() == tile.width() ? Optional.of(Tile.bundle(entries)) : Optional.empty();
    }
}
