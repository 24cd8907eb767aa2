package org.probity.house.start;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which house this is: a demo with invented people, or a real one. Decided when it is founded, and written in the database, so that every
 * node agrees and nobody can turn one into the other. Beans that only a demo has are conditional on {@code probity.demo}.
 */
@Component
public class House {
    enum Kind {
        DEMO, REAL;

        String written() {
            return name().toLowerCase();
        }
    }

    private final boolean demo;

    House(JdbcClient db, @Value("${probity.demo:false}") boolean demo) {
        this.demo = demo;
        var wanted = demo ? Kind.DEMO : Kind.REAL;
        db.sql("INSERT INTO start.house (kind) VALUES (:kind) ON CONFLICT DO NOTHING").param("kind", wanted.written()).update();
        var written = db.sql("SELECT kind FROM start.house").query(String.class).single();
        if (!written.equals(wanted.written())) {
            throw new IllegalStateException("this house is " + written + " and was started as " + wanted.written());
        }
    }

    /** Whether people and figures here are invented. Every page of a demo says so. */
    public boolean demo() {
        return demo;
    }

    /** The kind of a house before it is opened; empty when nothing was founded in this database yet. */
    static Optional<Kind> kind(Database database) throws SQLException {
        try (var connection = database.connect(); var statement = connection.createStatement()) {
            var founded = statement.executeQuery("SELECT to_regclass('start.house') IS NOT NULL");
            founded.next();
            if (!founded.getBoolean(1)) {
                return Optional.empty();
            }
            var kind = statement.executeQuery("SELECT kind FROM start.house");
            return kind.next() ? Optional.of(Kind.valueOf(kind.getString(1).toUpperCase())) : Optional.empty();
        }
    }
}
