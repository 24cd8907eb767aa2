package org.probity.supply.clearance;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.probity.house.crowd.Crowd;
import org.probity.supply.clearance.Clearances.Asked;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts questions of many programs that come within the same moment into one statement. That statement begins after the question came, so it
 * sees whatever was committed before the question, and the answer is given when PostgreSQL says that it is kept. Nothing is remembered: a
 * process that dies has answered nothing it has not kept.
 *
 * <p>The lanes have connections of their own. PostgreSQL needs twenty milliseconds and more to plan a statement of all rooms' rules and one to run
 * it; it plans anew on each connection for its first ten questions, and again whenever a table was analysed. On sixteen connections that is
 * what the slowest hundredth of askers waits for. On these it is planned once, for any question.
 */
@Component
class Asking {
    /** A statement takes so many at the most; more wait for the next, a millisecond later. */
    private static final int TOGETHER = 200;

    private final HikariDataSource connections;
    private final Crowd<Asked, Optional<Clearance>> crowd;

    Asking(Clearances clearances, DataSource house, @Value("${probity.clearance.lanes:2}") int lanes) throws SQLException {
        this.connections = connections(house.unwrap(HikariDataSource.class), lanes);
        var db = JdbcClient.create(connections);
        this.crowd = new Crowd<>(lanes, TOGETHER, all -> {
            var answers = clearances.answer(db, all).stream().collect(Collectors.toMap(Clearance::id, it -> it));
            return all.stream().map(it -> Optional.ofNullable(answers.get(it.id()))).toList();
        });
    }

    /** None is opened before somebody asks. */
    private static HikariDataSource connections(HikariDataSource house, int lanes) {
        var own = new HikariConfig();
        own.setPoolName("clearance");
        own.setJdbcUrl(house.getJdbcUrl());
        own.setUsername(house.getUsername());
        own.setPassword(house.getPassword());
        own.setDataSourceProperties(house.getDataSourceProperties());
        own.addDataSourceProperty("prepareThreshold", "1");
        own.setConnectionInitSql("SET plan_cache_mode = force_generic_plan");
        own.setMaximumPoolSize(lanes);
        own.setMinimumIdle(0);
        own.setConnectionTimeout(house.getConnectionTimeout());
        own.setValidationTimeout(house.getValidationTimeout());
        own.setInitializationFailTimeout(-1);
        return new HikariDataSource(own);
    }

    /** The answer, kept; empty when the register knows no such supplier, category or site. */
    Optional<Clearance> ask(Asked asked) {
        return crowd.ask(asked);
    }

    @PreDestroy
    void close() {
        connections.close();
    }
}
