package org.probity.house.log;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The log as a node has it that was not given its key: it reads, and signs nothing. */
public final class ALogThatIsSilent {
    private ALogThatIsSilent() {}

    /** @param home an empty folder */
    public static Log over(DataSource source, Path home) {
        var db = JdbcClient.create(source);
        var key = new LogKey(home, "", db, Clock.systemUTC());
        var sequencer = new Sequencer(db, new JdbcTransactionManager(source), key, new OutsideMemory("", home, db, key), Clock.systemUTC());
        return new Log(db, Clock.systemUTC(), event -> {}, sequencer, key);
    }
}
