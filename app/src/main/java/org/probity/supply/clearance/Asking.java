package org.probity.supply.clearance;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.probity.house.crowd.Crowd;
import org.probity.house.time.DayHasBegun;
import org.probity.supply.clearance.Clearances.Asked;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts questions of many programs that come within the same moment into one statement. That statement begins after the question came, so it
 * sees whatever was committed before the question, and the answer is given when PostgreSQL says that it is kept: a process that dies has answered
 * nothing it has not kept.
 *
 * <p>Many questions have been answered before on the same day, and no fact came since. Those are not computed again; but that no fact came is
 * asked of PostgreSQL by the statement that keeps the answer, which begins after the question as well. So the first question after a commit sees it.
 *
 * <p>The lanes have connections of their own. PostgreSQL needs twenty milliseconds and more to plan a statement of all rooms' rules and one to run
 * it; it plans anew on each connection for its first ten questions, and again whenever a table was analysed. On sixteen connections that is
 * what the slowest hundredth of askers waits for. On these it is planned once, for any question.
 */
@Component
class Asking {
    /** A statement takes so many at the most; more wait for the next, a millisecond later. */
    private static final int TOGETHER = 200;

    private final Clearances clearances;
    private final JdbcClient house;
    private final Clock clock;
    private final HikariDataSource connections;
    private final JdbcClient db;
    private final Remembered remembered = new Remembered();
    private final Crowd<Asked, Optional<Clearance>> crowd;

    Asking(Clearances clearances, JdbcClient house, DataSource houses, Clock clock, @Value("${probity.clearance.lanes:2}") int lanes) throws SQLException {
        this.house = house;
        this.connections = connections(houses.unwrap(HikariDataSource.class), lanes);
        this.db = JdbcClient.create(connections);
        this.clearances = clearances;
        this.clock = clock;
        this.crowd = new Crowd<>(lanes, TOGETHER, this::answers);
    }

    /** What was answered lately is given again where PostgreSQL says that nothing came since; the rest is computed. */
    private List<Optional<Clearance>> answers(List<Asked> all) {
        var day = LocalDate.now(clock);
        var known = new ArrayList<Asked>();
        var earlier = new ArrayList<Remembered.Earlier>();
        for (var it : all) {
            remembered.of(it, day).ifPresent(answer -> {
                known.add(it);
                earlier.add(answer);
            });
        }
        var answers = new HashMap<UUID, Clearance>();
        if (!known.isEmpty()) {
            clearances.again(db, known, earlier).forEach(it -> answers.put(it.id(), it));
        }
        var unknown = all.stream().filter(it -> !answers.containsKey(it.id())).collect(Collectors.toMap(Asked::id, it -> it, (one, _) -> one, LinkedHashMap::new));
        if (!unknown.isEmpty()) {
            clearances.compute(db, List.copyOf(unknown.values()), day).forEach(it -> {
                remembered.keep(unknown.get(it.clearance().id()), day, it);
                answers.put(it.clearance().id(), it.clearance());
            });
        }
        return all.stream().map(it -> Optional.ofNullable(answers.get(it.id()))).toList();
    }

    /** Answers are remembered for an hour, so nobody compares with older news. */
    @EventListener
    void forget(DayHasBegun begun) {
        house.sql("DELETE FROM clearance.news WHERE at < now() - interval '2 days'").update();
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
