package org.probity.house.start;

import static java.lang.Integer.parseInt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that lives in one folder and dies with this program.
 *
 * <p>It listens on loopback alone, asks for a password, checks every page's checksum, and writes to disk before it says yes. PostgreSQL
 * refuses to run as root, so for root it runs as the user with number 65534, who owns nothing but the data. When it ends unasked it is
 * started again; when this program is killed the kernel tells it to shut down ({@code pdeathsig}), and what is left over of an
 * earlier run is ended before the next start.
 *
 * <p>{@code pdeathsig} fires when the <em>thread</em> that started the process ends, so a platform thread stays with it for life.
 */
final class Postgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Postgres.class);
    private static final Pattern KERNEL = Pattern.compile("^(\\d{1,4})\\.(\\d{1,4})");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=60",
            "timezone=UTC",
            "log_timezone=UTC",
            "jit=off",
            // What ten thousand suppliers owe lies in it whole; the kernel gives the memory as it is used, so a small house takes little.
            "shared_buffers=512MB",
            "logging_collector=on",
            "log_directory=../log",
            "log_filename=postgres-%a.log",
            "log_rotation_age=1d",
            "log_rotation_size=0",
            "log_truncate_on_rotation=on",
            "log_connections=",
            // A failed statement carries people's data; its text and details stay out of the log file.
            "log_min_error_statement=panic",
            "log_error_verbosity=terse");

    /** For tests: quick, forgetful in a power cut, and room for the pools of many contexts. */
    private static final List<String> UNSAFE = List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=400");

    /**
     * After a crash PostgreSQL first flushes every file it has, one by one, which takes seconds for thousands of files that hardly changed;
     * the kernel can flush the whole file system in one call. Kernels before 5.8 may keep an error of that call to themselves.
     */
    private static final List<String> QUICK_RECOVERY = List.of("recovery_init_sync_method=syncfs");

    private final Path folder;
    private final Path data;
    private final Path programs;
    private final String password;
    private final boolean durable;
    private final DatabaseOwner owner;
    private final Leftovers leftovers;
    private final CompletableFuture<Integer> firstStart = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile @Nullable Process process;
    private volatile int port;

    private Postgres(Path folder, Path programs, String password, boolean durable) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.programs = programs;
        this.password = password;
        this.durable = durable;
        this.owner = new DatabaseOwner(folder.resolve("start.log"));
        this.leftovers = new Leftovers(data);
    }

    /** Starts the server whose data is below this folder, making it first if there is none, and waits until it answers. */
    static Postgres in(Path folder) {
        return in(folder, folder, true);
    }

    /**
     * @param programs where the programs are unpacked; several servers may share them
     * @param durable false only where losing everything in a power cut does not matter: in tests
     */
    static Postgres in(Path folder, Path programs, boolean durable) {
        try {
            var real = Folders.create(folder, DatabaseOwner.root() ? "rwx--x--x" : "rwx------").toRealPath();
            var postgres = new Postgres(real, Unpacked.in(programs), password(real), durable);
            postgres.mustBeReachable();
            postgres.prepare();
            Thread.ofPlatform().name("postgres").daemon().start(postgres::keepRunning);
            postgres.firstStart.get();
            postgres.makeRoleAndDatabase();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL in " + folder, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL was starting", e);
        }
    }

    /** The database of a server that another program keeps in this folder. */
    static Database running(Path folder) {
        try {
            var port = Files.readString(folder.resolve("port")).strip();
            return new Database("jdbc:postgresql://127.0.0.1:" + port + "/probity", "probity", Files.readString(folder.resolve("password")).strip());
        } catch (IOException e) {
            throw new Stop("The PostgreSQL in " + folder + " cannot be reached: " + e, e);
        }
    }

    /** The house's own database, entered without a superuser's rights. */
    Database database() {
        return new Database(url("probity"), "probity", password);
    }

    /** A superuser's door, for making databases. */
    Database maintenance() {
        return new Database(url("postgres"), "postgres", password);
    }

    long pid() {
        var running = process;
        return running == null ? -1 : running.pid();
    }

    @Override
    public void close() {
        stopping = true;
        try {
            leftovers.end();
        } catch (IOException e) {
            throw new UncheckedIOException("stopping PostgreSQL in " + folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String url(String name) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    private static String password(Path folder) throws IOException {
        var file = folder.resolve("password");
        if (!Files.exists(file)) {
            var random = new byte[24];
            new SecureRandom().nextBytes(random);
            Folders.writeSecret(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        }
        return Files.readString(file).strip();
    }

    private void mustBeReachable() throws IOException, InterruptedException {
        if (DatabaseOwner.root() && owner.run(List.of("test", "-x", programs.resolve("bin/postgres").toString()), Duration.ofSeconds(10)) != 0) {
            throw new Stop("PostgreSQL does not run as root; it runs as user " + DatabaseOwner.NOBODY + ", who cannot enter " + folder
                    + ". Choose a home whose parent folders everyone may enter (chmod o+x), for example below /var/lib/probity.");
        }
    }

    /** A new cluster is made beside its place and moved there when it is whole. */
    private void prepare() throws IOException, InterruptedException {
        leftovers.end();
        DatabaseOwner.own(Folders.create(folder.resolve("log"), "rwx------"));
        if (Files.exists(data.resolve("PG_VERSION"))) {
            var made = Files.readString(data.resolve("PG_VERSION")).strip();
            var carried = programs.getFileName().toString().split("\\.")[0];
            if (!made.equals(carried)) {
                throw new Stop("The records in " + folder + " were written by PostgreSQL " + made + " and this build carries " + carried
                        + ". Make a backup with the version you used before, and restore it into a new home.");
            }
            return;
        }
        var unfinished = folder.resolve("data.new");
        Folders.delete(unfinished);
        DatabaseOwner.own(Folders.create(unfinished, "rwx------"));
        var passwordFile = unfinished.resolveSibling("password.new");
        Folders.writeSecret(passwordFile, password);
        DatabaseOwner.own(passwordFile);
        try {
            var initdb = new ArrayList<>(List.of(programs.resolve("bin/initdb").toString(), "-D", unfinished.toString(), "-U", "postgres",
                    "--data-checksums", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--encoding=UTF8", "--locale=C",
                    "--auth=scram-sha-256", "--pwfile=" + passwordFile));
            if (!durable) {
                initdb.add("--no-sync");
            }
            if (owner.run(initdb, PATIENCE) != 0) {
                throw new Stop("PostgreSQL could not make its database in " + folder + ": " + lastWords());
            }
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, data);
    }

    private void keepRunning() {
        try {
            port = rememberedPort();
            while (!stopping) {
                var started = launch();
                process = started;
                awaitReady(started);
                firstStart.complete(port);
                var code = started.waitFor();
                if (!stopping) {
                    log.warn("PostgreSQL ended unasked with code {}; starting it again", code);
                    leftovers.end();
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (!firstStart.completeExceptionally(e) && !stopping) {
                log.error("PostgreSQL could not be started again; stop the program and look into {}", folder.resolve("log"), e);
            }
        }
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", "" + port));
        Stream.of(SETTINGS, durable ? List.<String>of() : UNSAFE, tellsOfFailedFlushes(System.getProperty("os.version")) ? QUICK_RECOVERY : List.<String>of())
                .flatMap(List::stream)
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(DatabaseOwner.command(command))
                .directory(programs.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("start.log").toFile())
                .start();
    }

    static boolean tellsOfFailedFlushes(String kernel) {
        var found = KERNEL.matcher(kernel);
        return found.find() && (parseInt(found.group(1)) > 5 || parseInt(found.group(1)) == 5 && parseInt(found.group(2)) >= 8);
    }

    private void awaitReady(Process started) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            if (!started.isAlive()) {
                throw new Stop("PostgreSQL did not start: " + lastWords());
            }
            var state = leftovers.postmasterFile();
            if (state.size() >= 8 && state.get(0).equals("" + started.pid()) && state.get(7).strip().equals("ready")) {
                return;
            }
            Thread.sleep(20);
        }
        throw new Stop("PostgreSQL was not ready after " + PATIENCE.toSeconds() + " seconds: " + lastWords());
    }

    /** The port of the last start, so that people's tools keep working, unless somebody else has taken it. */
    private int rememberedPort() throws IOException {
        var file = folder.resolve("port");
        if (Files.exists(file)) {
            var remembered = Integer.parseInt(Files.readString(file).strip());
            if (free(remembered) > 0) {
                return remembered;
            }
        }
        var chosen = free(0);
        Files.writeString(file, chosen + "\n");
        return chosen;
    }

    /** @return the port that was asked for, any free one for 0, and -1 when it is taken */
    private static int free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            return -1;
        }
    }

    private void makeRoleAndDatabase() {
        try (var connection = maintenance().connect(); var statement = connection.createStatement()) {
            if (!statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = 'probity'").next()) {
                // The password is ours and of the URL alphabet, so it needs no quoting.
                statement.execute("CREATE ROLE probity LOGIN PASSWORD '" + password + "'");
            }
            if (!statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = 'probity_pay'").next()) {
                // What people are paid belongs to it; the house may put it on for a statement and has none of its rights otherwise (house/vault).
                statement.execute("CREATE ROLE probity_pay NOLOGIN");
                statement.execute("GRANT probity_pay TO probity WITH INHERIT FALSE, SET TRUE");
            }
            if (!statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = 'probity'").next()) {
                statement.execute("CREATE DATABASE probity OWNER probity");
            }
        } catch (SQLException e) {
            close();
            throw new Stop("PostgreSQL in " + folder + " does not let us in: " + e.getMessage(), e);
        }
    }

    private String lastWords() throws IOException {
        var said = Files.readAllLines(folder.resolve("start.log"));
        return String.join(" / ", said.subList(Math.max(0, said.size() - 4), said.size()));
    }
}
