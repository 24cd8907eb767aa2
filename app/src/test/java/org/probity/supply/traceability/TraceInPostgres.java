package org.probity.supply.traceability;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.probity.house.start.TestDatabase;

/// The second half of `./probity bench trace [--quick]`: the graph and the questions that the first half left in a folder, asked of PostgreSQL (PostgreSQL
/// licence) by recursive SQL over two covering indexes. Each question is asked once before it is timed, so that what it reads lies in memory.
///
/// Ends with 0 when the goals are met, 1 when one is short, 2 when it could not run.
public final class TraceInPostgres {
    private static final String REACH = """
            WITH RECURSIVE reach(node) AS (
                SELECT CAST(? AS int)
                 UNION
                SELECT edge.%2$s
                  FROM reach
                  JOIN edge ON edge.%1$s = reach.node)
            SELECT count(*) FILTER (WHERE node < ?) - 1
              FROM reach
            """;

    private TraceInPostgres() {}

    public static void main(String[] args) {
        try {
            System.exit(run(Path.of(args[0])) ? 0 : 1);
        } catch (IOException | SQLException | RuntimeException e) {
            System.out.println("trace could not ask PostgreSQL: " + e);
            System.exit(2);
        }
    }

    private static boolean run(Path folder) throws IOException, SQLException {
        System.out.printf(Locale.ROOT, "# PostgreSQL beside it: JDK %s, %d processors, load %.1f%n", Runtime.version(), Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        try (var db = TestDatabase.durable().getConnection(); var sql = db.createStatement()) {
            sql.execute("CREATE SCHEMA bench");
            sql.execute("SET search_path = bench");
            sql.execute("SET work_mem = '256MB'");
            sql.execute("SET maintenance_work_mem = '512MB'");
            sql.execute("CREATE TABLE edge (source int NOT NULL, target int NOT NULL)");
            var start = System.nanoTime();
            var edges = copy(db, folder.resolve("edges"));
            var copied = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            sql.execute("CREATE INDEX edge_down ON edge (source) INCLUDE (target)");
            sql.execute("CREATE INDEX edge_up ON edge (target) INCLUDE (source)");
            sql.execute("VACUUM ANALYZE edge");
            var indexed = (System.nanoTime() - start) / 1e9;
            try (var facts = sql.executeQuery("SELECT version(), pg_total_relation_size('edge'), current_setting('shared_buffers')")) {
                facts.next();
                System.out.printf(Locale.ROOT, "# %s; %,d edges in by COPY in %.1f s, indexes in %.1f s, %.0f bytes an edge, shared_buffers %s%n",
                        facts.getString(1).replaceAll(" on .*", ""), edges, copied, indexed, (double) facts.getLong(2) / edges, facts.getString(3));
            }
            return ask(db, folder);
        }
    }

    private static boolean ask(Connection db, Path folder) throws IOException, SQLException {
        var items = Integer.parseInt(Files.readString(folder.resolve("items")).strip());
        double[] sums = new double[2];
        var ups = 0;
        var met = true;
        for (var line : Files.readAllLines(folder.resolve("ours"))) {
            var words = line.split(" ");
            var ours = Double.parseDouble(words[3]);
            var up = words[0].equals("up");
            double theirs;
            try (var reach = db.prepareStatement(up ? REACH.formatted("target", "source") : REACH.formatted("source", "target"))) {
                reach.setInt(1, Integer.parseInt(words[1]));
                reach.setInt(2, items);
                theirs = micros(reach, Integer.parseInt(words[2]), line, 2);
            }
            if (up) {
                ups++;
                sums[0] += ours;
                sums[1] += theirs;
            } else {
                met &= goal(words[2] + " items downstream, ms: ours " + Math.round(ours / 10) / 100.0 + ", PostgreSQL " + Math.round(theirs / 10) / 100.0 + ", times faster",
                        theirs / ours, 30);
            }
        }
        return goal("one module upstream, us, mean of " + ups + ": ours " + Math.round(sums[0] / ups) + ", PostgreSQL " + Math.round(sums[1] / ups) + ", times faster",
                sums[1] / sums[0], 50) && met;
    }

    private static double micros(PreparedStatement reach, int expected, String line, int times) throws SQLException {
        var micros = new double[times];
        for (var i = 0; i < times; i++) {
            var start = System.nanoTime();
            try (var rows = reach.executeQuery()) {
                rows.next();
                if (rows.getInt(1) != expected) {
                    throw new IllegalStateException("PostgreSQL finds " + rows.getInt(1) + " for " + line);
                }
            }
            micros[i] = (System.nanoTime() - start) / 1e3;
        }
        return Arrays.stream(micros).min().orElseThrow();
    }

    private static boolean goal(String what, double ratio, double bound) {
        System.out.printf(Locale.ROOT, "trace %s, %.0f, >= %.0f x, %s%n", what, ratio, bound, ratio >= bound ? "met" : "short");
        return ratio >= bound;
    }

    /** As COPY reads binary rows: a head, for each row its fields with their lengths, an end. */
    private static long copy(Connection db, Path file) throws IOException, SQLException {
        var edges = Files.size(file) / 8;
        var copy = db.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY edge FROM STDIN (FORMAT binary)");
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            var bytes = new ByteArrayOutputStream(1 << 17);
            var out = new DataOutputStream(bytes);
            out.writeBytes("PGCOPY\n");
            out.write(0xff);
            out.writeBytes("\r\n");
            out.write(new byte[9]);
            for (long i = 0; i < edges; i++) {
                out.writeShort(2);
                out.writeInt(4);
                out.writeInt(in.readInt());
                out.writeInt(4);
                out.writeInt(in.readInt());
                if (bytes.size() > 1 << 16) {
                    copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
                    bytes.reset();
                }
            }
            out.writeShort(-1);
            copy.writeToCopy(bytes.toByteArray(), 0, bytes.size());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return edges;
    }
}
