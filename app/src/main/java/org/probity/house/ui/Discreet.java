package org.probity.house.ui;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * A failure of the database as the log may keep it: where it happened, its SQLSTATE, and the names of constraint, table and column.
 * PostgreSQL's own sentences repeat what somebody typed ("invalid input syntax for type date: ...", "Failing row contains ..."), and so
 * does everything thrown around them, so of those only the kind stays.
 */
final class Discreet extends Exception {
    private final String kind;

    private Discreet(Throwable thrown, String said, @Nullable Throwable cause) {
        super(said, cause);
        kind = thrown.getClass().getName();
        setStackTrace(thrown.getStackTrace());
    }

    /** The failure itself when the database has no part in it. */
    static Throwable of(Throwable thrown) {
        return ofTheDatabase(thrown) ? told(thrown) : thrown;
    }

    private static boolean ofTheDatabase(Throwable thrown) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                return true;
            }
        }
        return false;
    }

    private static Discreet told(Throwable thrown) {
        var cause = thrown.getCause();
        return new Discreet(thrown, thrown instanceof SQLException sql ? names(sql) : "", cause == null ? null : told(cause));
    }

    private static String names(SQLException e) {
        var said = new StringBuilder("SQLSTATE ").append(e.getSQLState());
        if (e instanceof PSQLException postgres && postgres.getServerErrorMessage() != null) {
            var server = postgres.getServerErrorMessage();
            name(said, "constraint", server.getConstraint());
            name(said, "table", server.getTable());
            name(said, "column", server.getColumn());
        }
        return said.toString();
    }

    private static void name(StringBuilder said, String what, @Nullable String name) {
        if (name != null) {
            said.append(", ").append(what).append(' ').append(name);
        }
    }

    @Override
    public String toString() {
        return getMessage().isEmpty() ? kind : kind + ": " + getMessage();
    }
}
