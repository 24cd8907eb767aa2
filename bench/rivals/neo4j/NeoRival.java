import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.Direction;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Transaction;

/**
 * The questions of {@code ./probity bench trace}, asked of Neo4j community (GPL-3) inside this process, by its core API. Run as a source file over the jars of
 * the pom beside it: {@code NeoRival FOLDER ITEMS NODES}, where the folder has {@code edges} (pairs of ints, from and to) and {@code questions} (lines
 * {@code up|down NODE}), and nodes from ITEMS on are no items. It prints a line for each answer.
 */
public final class NeoRival {
    private static final RelationshipType INTO = RelationshipType.withName("INTO");
    private static final int AT_ONCE = 100_000;

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        var service = new DatabaseManagementServiceBuilder(folder.resolve("neo4j"))
                .setConfig(GraphDatabaseSettings.pagecache_memory, 1L << 30)
                .build();
        try {
            var db = service.database("neo4j");
            System.out.println("version " + org.neo4j.kernel.internal.Version.getNeo4jVersion());
            long start = System.nanoTime();
            String[] ids = new String[Integer.parseInt(args[2])];
            for (int from = 0; from < ids.length; from += AT_ONCE) {
                try (Transaction tx = db.beginTx()) {
                    for (int i = from; i < Math.min(ids.length, from + AT_ONCE); i++) {
                        ids[i] = tx.createNode().getElementId();
                    }
                    tx.commit();
                }
            }
            var items = new HashSet<>(Arrays.asList(ids).subList(0, Integer.parseInt(args[1])));
            long edges = Files.size(folder.resolve("edges")) / 8;
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(folder.resolve("edges")), 1 << 20))) {
                for (long from = 0; from < edges; from += AT_ONCE) {
                    try (Transaction tx = db.beginTx()) {
                        for (long i = from; i < Math.min(edges, from + AT_ONCE); i++) {
                            Node one = tx.getNodeByElementId(ids[in.readInt()]);
                            one.createRelationshipTo(tx.getNodeByElementId(ids[in.readInt()]), INTO);
                        }
                        tx.commit();
                    }
                }
            }
            System.out.println("load " + (System.nanoTime() - start) / 1_000);
            for (int round = 0; round < 2; round++) {
                for (String question : Files.readAllLines(folder.resolve("questions"))) {
                    String[] words = question.split(" ");
                    try (Transaction tx = db.beginTx()) {
                        Node node = tx.getNodeByElementId(ids[Integer.parseInt(words[1])]);
                        start = System.nanoTime();
                        var reached = reach(node, words[0].equals("up") ? Direction.INCOMING : Direction.OUTGOING);
                        long took = System.nanoTime() - start;
                        if (round == 1) {
                            long found = reached.stream().map(Node::getElementId).filter(items::contains).count();
                            System.out.println(question + " " + found + " " + took / 1_000);
                        }
                    }
                }
            }
        } finally {
            service.shutdown();
        }
    }

    private static Set<Node> reach(Node from, Direction direction) {
        var seen = new HashSet<Node>();
        var next = new ArrayDeque<Node>();
        next.add(from);
        while (!next.isEmpty()) {
            try (var relationships = next.remove().getRelationships(direction, INTO)) {
                for (var relationship : relationships) {
                    Node other = direction == Direction.INCOMING ? relationship.getStartNode() : relationship.getEndNode();
                    if (seen.add(other)) {
                        next.add(other);
                    }
                }
            }
        }
        return seen;
    }
}
