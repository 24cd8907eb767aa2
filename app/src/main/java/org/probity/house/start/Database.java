package org.probity.house.start;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where the records are: an address and who may enter. */
record Database(String url, String user, String password) {
    /**
     * Understands {@code postgresql://user@host:5432/name} and JDBC addresses. A password in the address can be seen by everyone on the
     * machine, so the environment's {@code PROBITY_DB_PASSWORD} is asked first.
     */
    static Database at(String address, String passwordFromEnvironment) {
        if (address.startsWith("jdbc:postgresql:")) {
            return new Database(address, System.getenv().getOrDefault("PROBITY_DB_USER", "probity"), passwordFromEnvironment);
        }
        if (!address.startsWith("postgresql://") && !address.startsWith("postgres://")) {
            throw new Stop("--db wants an address such as postgresql://probity@db.example.org:5432/probity, not " + address);
        }
        var uri = URI.create(address);
        var who = uri.getRawUserInfo() == null ? new String[] {"probity"} : uri.getRawUserInfo().split(":", 2);
        var password = passwordFromEnvironment.isEmpty() && who.length == 2 ? decode(who[1]) : passwordFromEnvironment;
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return new Database("jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + query, decode(who[0]), password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return user + " at " + url;
    }
}
