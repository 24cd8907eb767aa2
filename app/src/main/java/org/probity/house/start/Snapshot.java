package org.probity.house.start;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import org.postgresql.PGConnection;

/** A connection on which rows are spelled the same on every server, and the counting and hashing of those spellings. */
final class Snapshot {
    private Snapshot() {}

    static void spellAlike(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    SET timezone = 'UTC';
                    SET datestyle = 'ISO, YMD';
                    SET intervalstyle = 'iso_8601';
                    SET bytea_output = 'hex';
                    SET extra_float_digits = 1;
                    SET statement_timeout = 0;
                    SET search_path = ''
                    """);
        }
    }

    /** Writes the table's rows and says how many there were and what they hash to. */
    static Manifest.Part write(Connection connection, Tables.Table table, String entry, OutputStream out)
            throws SQLException, IOException {
        var digest = sha256();
        var hashed = new DigestOutputStream(out, digest);
        table.putOn(connection);
        var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), hashed);
        table.takeOff(connection);
        hashed.flush();
        return new Manifest.Part(table.schema() + "." + table.name(), entry, rows, HexFormat.of().formatHex(digest.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
