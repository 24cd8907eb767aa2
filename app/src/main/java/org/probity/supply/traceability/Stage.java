package org.probity.supply.traceability;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tables of the transaction into which the lines of a file are copied before statements take them all at once. */
@Component
class Stage {
    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient db;
    private final DataSource source;

    Stage(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void clear() {
        db.sql("""
                CREATE TEMPORARY TABLE came_event (no bigint, hash bytea, kind text, action text, happened_at timestamptz, given_id text, biz_step text, disposition text, read_point text,
                                                   biz_location text, material text, sharing text, pool text, scrap_grams bigint, body bytea, declared_at timestamptz, error_reason text,
                                                   instead text[]) ON COMMIT DROP
                """).update();
        db.sql("CREATE TEMPORARY TABLE came_item (no bigint, role text, place int, uri text, article text, grams bigint) ON COMMIT DROP").update();
        db.sql("CREATE TEMPORARY TABLE came_document (no bigint, uri text, type text) ON COMMIT DROP").update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void copy(StringBuilder lines, String table) {
        if (lines.isEmpty()) {
            return;
        }
        var connection = DataSourceUtils.getConnection(source);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " FROM STDIN", new StringReader(lines.toString()));
            lines.setLength(0);
        } catch (SQLException e) {
            throw new IllegalStateException(table + " could not be staged", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    /** Without it the planner takes a hundred thousand events for none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void complete() {
        db.sql("ANALYZE came_event").update();
        db.sql("ANALYZE came_item").update();
        db.sql("ANALYZE came_document").update();
    }

    /** As COPY reads a text; zero bytes, which no text of the database holds, go. */
    static void text(StringBuilder to, @Nullable String value) {
        if (value == null) {
            to.append("\\N");
            return;
        }
        for (var i = 0; i < value.length(); i++) {
            switch (value.charAt(i)) {
                case '\\' -> to.append("\\\\");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\t' -> to.append("\\t");
                case '\0' -> {}
                default -> to.append(value.charAt(i));
            }
        }
    }

    static void bytes(StringBuilder to, byte[] value) {
        to.append("\\\\x").append(HEX.formatHex(value));
    }

    /** Quoted for the array and then for COPY. */
    static void list(StringBuilder to, List<String> values) {
        var array = new StringBuilder("{");
        for (var value : values) {
            array.append(array.length() == 1 ? "\"" : ",\"").append(value.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
        }
        text(to, array.append('}').toString());
    }
}
