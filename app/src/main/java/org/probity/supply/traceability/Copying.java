package org.probity.supply.traceability;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Many rows at once into a table, in the transaction of whoever asks. */
@Component
class Copying {
    private final DataSource source;

    Copying(DataSource source) {
        this.source = source;
    }

    /** @param copy with FORMAT binary, as {@link Rows} are @param rows of which none is left here */
    @Transactional(propagation = Propagation.MANDATORY)
    public void copy(String copy, Rows rows) {
        if (rows.isEmpty()) {
            return;
        }
        var connection = DataSourceUtils.getConnection(source);
        try {
            var into = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
            try {
                rows.write(into::writeToCopy);
                into.endCopy();
            } finally {
                if (into.isActive()) {
                    into.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(copy, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
