package org.probity.house.start;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;
import org.probity.house.start.Options.Name;

/**
 * A house that stands already, open or closed: reached through the server at {@code --db}, through the PostgreSQL that a running
 * {@code serve} keeps, or through one started for the moment.
 */
record Standing(Optional<Home> home, Optional<Database> server) {
    static Standing of(Options options) {
        if (options.value(Name.DB).isPresent()) {
            return new Standing(Optional.empty(),
                    Optional.of(Database.at(options.value(Name.DB).get(), Serve.environment("PROBITY_DB_PASSWORD"))));
        }
        var folder = options.home();
        if (!Files.exists(folder.resolve("postgres/data/PG_VERSION"))) {
            throw new Stop("There is no house in " + folder + ". Name its home with --home, or its database with --db.");
        }
        return new Standing(Optional.of(Home.at(folder)), Optional.empty());
    }

    <T> T use(Function<Database, T> work) {
        if (server.isPresent()) {
            return work.apply(server.get());
        }
        var home = this.home.orElseThrow();
        try (var held = home.tryHold().orElse(null)) {
            if (held == null) {
                return work.apply(Postgres.running(home.postgres()));
            }
            try (var postgres = Postgres.in(home.postgres())) {
                return work.apply(postgres.database());
            }
        } catch (IOException e) {
            throw new Stop("The home " + home.folder() + " cannot be used: " + e, e);
        }
    }
}
