import java.io.DataInputStream;
import java.io.BufferedInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.duckdb.DuckDBConnection;

/**
 * The questions of {@code ./probity bench trace}, asked of DuckDB (MIT). Run as a source file over the jars of the pom beside it: {@code DuckRival FOLDER ITEMS},
 * where the folder has {@code edges} (pairs of ints, from and to) and {@code questions} (lines {@code up|down NODE}), and
 * nodes from ITEMS on are no items. It prints a line for each answer.
 */
public final class DuckRival {
    private static final String REACH = """
            WITH RECURSIVE reach(node) AS (
                SELECT CAST(? AS INTEGER)
                 UNION
                SELECT edge.%2$s FROM reach JOIN edge ON edge.%1$s = reach.node)
            SELECT count(*) FILTER (WHERE node < ?) - 1 FROM reach
            """;

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (var db = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("duck"));
                var ask = db.createStatement()) {
            ask.execute("SET threads = 2");
            try (var version = ask.executeQuery("SELECT version()")) {
                version.next();
                System.out.println("version " + version.getString(1));
            }
            ask.execute("CREATE TABLE edge (source INTEGER, target INTEGER)");
            long start = System.nanoTime();
            long edges = Files.size(folder.resolve("edges")) / 8;
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve("edges")), 1 << 20));
                    var appender = db.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "edge")) {
                for (long i = 0; i < edges; i++) {
                    appender.beginRow();
                    appender.append(in.readInt());
                    appender.append(in.readInt());
                    appender.endRow();
                }
            }
            ask.execute("CHECKPOINT");
            System.out.println("load " + (System.nanoTime() - start) / 1_000);
            System.out.println("bytes " + Files.size(folder.resolve("duck")));
            for (String question : Files.readAllLines(folder.resolve("questions"))) {
                String[] words = question.split(" ");
                try (var reach = db.prepareStatement(words[0].equals("up") ? REACH.formatted("target", "source") : REACH.formatted("source", "target"))) {
                    reach.setInt(1, Integer.parseInt(words[1]));
                    reach.setInt(2, Integer.parseInt(args[1]));
                    start = System.nanoTime();
                    try (var rows = reach.executeQuery()) {
                        rows.next();
                        System.out.println(question + " " + rows.getLong(1) + " " + (System.nanoTime() - start) / 1_000);
                    }
                }
            }
        }
    }
}
