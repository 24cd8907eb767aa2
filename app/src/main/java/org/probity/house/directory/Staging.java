package org.probity.house.directory;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lines of a file about people or units, put into a table of the room that reads it: ten thousand in one go, within the caller's transaction, and nothing of them counts yet. */
@Component
public class Staging {
    private final DataSource source;
    private final JdbcClient db;
    private final JsonMapper json;
    private final Clock clock;

    Staging(DataSource source, JdbcClient db, JsonMapper json, Clock clock) {
        this.source = source;
        this.db = db;
        this.json = json;
        this.clock = clock;
    }

    /** @param room whose schema it is; never from outside @param fault as the room tells it */
    public <F> Batches<F> in(String room, Class<F> fault) {
        return new Batches<>(room, fault, this, db, json, clock);
    }

    /** @param table of the room, with columns {@code batch}, {@code line} and {@code fields} @param lines by their number, each with its fields */
    void copy(String table, UUID batch, Map<Integer, String[]> lines) {
        var text = new StringBuilder();
        lines.forEach((line, fields) -> {
            text.append(batch).append('\t').append(line).append("\t{");
            for (var i = 0; i < fields.length; i++) {
                // Quoted for the array and then for COPY, which a control sign would end.
                text.append(i == 0 ? "\"" : ",\"").append(fields[i].replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\\\\\").replace("\"", "\\\\\"")).append('"');
            }
            text.append("}\n");
        });
        var connection = DataSourceUtils.getConnection(source);
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " (batch, line, fields) FROM STDIN", new StringReader(text.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException("batch " + batch + " could not be staged", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
        // Without it the planner takes ten thousand lines for one.
        db.sql("ANALYZE " + table).update();
    }
}
