package org.probity.house.start;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every table of ours, told by the catalogue, each after the tables it refers to. Left out: Flyway's own, because a restored house is
 * migrated anew, and tables whose comment says {@code Not in backups.} A table in partitions is one table: where its rows lie is the business of the
 * house that holds them.
 */
final class Tables {
    /**
     * One table.
     *
     * @param columns what can be written, in order; computed columns compute themselves again
     * @param order what makes its rows come out in the same order everywhere, whatever the server's language
     * @param owner the role it belongs to, if that is another than the one who is connected; null: it is theirs
     */
    record Table(String schema, String name, List<String> columns, String order, @Nullable String owner) {
        Table {
            columns = List.copyOf(columns);
        }

        String full() {
            return quoted(schema) + "." + quoted(name);
        }

        String list() {
            return columns.stream().map(Tables::quoted).collect(Collectors.joining(", "));
        }

        /** From here on as the role that the table belongs to, until {@link #takeOff} or the end of the transaction. */
        void putOn(Connection connection) throws SQLException {
            if (owner != null) {
                execute(connection, "SET LOCAL ROLE " + quoted(owner));
            }
        }

        void takeOff(Connection connection) throws SQLException {
            if (owner != null) {
                execute(connection, "SET LOCAL ROLE NONE");
            }
        }

        /** Lets the one who is connected empty it together with the rest, or no longer. */
        void mayBeEmptied(Connection connection, boolean may) throws SQLException {
            if (owner != null) {
                putOn(connection);
                execute(connection, may ? "GRANT TRUNCATE ON " + full() + " TO SESSION_USER" : "REVOKE TRUNCATE ON " + full() + " FROM SESSION_USER");
                takeOff(connection);
            }
        }

        String copyOut() {
            return "COPY (SELECT " + list() + " FROM " + full() + " ORDER BY " + order + ") TO STDOUT (FORMAT csv, HEADER true)";
        }

        String copyIn() {
            return "COPY " + full() + " (" + list() + ") FROM STDIN (FORMAT csv, HEADER match)";
        }
    }

    private static final String OURS = """
            n.nspname NOT LIKE 'pg\\_%'
              AND n.nspname NOT IN ('information_schema', 'house')
              AND c.relkind IN ('r', 'p')
              AND NOT c.relispartition
              AND COALESCE(obj_description(c.oid, 'pg_class'), '') NOT LIKE 'Not in backups.%'
            """;

    private Tables() {}

    static List<Table> in(Connection connection) throws SQLException {
        var tables = new LinkedHashMap<String, Table>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT n.nspname, c.relname,
                       array_agg(a.attname ORDER BY a.attnum) FILTER (WHERE a.attgenerated = ''),
                       string_agg(
                           quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END, ', '
                           ORDER BY COALESCE(array_position(k.conkey, a.attnum), 1000), a.attnum)
                           FILTER (WHERE k.conkey IS NULL OR a.attnum = ANY (k.conkey)),
                       nullif(pg_get_userbyid(c.relowner), current_user)
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                  LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
                 WHERE """ + " " + OURS + """
                 GROUP BY n.nspname, c.relname, c.relowner
                 ORDER BY n.nspname COLLATE "C", c.relname COLLATE "C"
                """)) {
            while (rows.next()) {
                var columns = List.of((String[]) rows.getArray(3).getArray());
                var table = new Table(rows.getString(1), rows.getString(2), columns, rows.getString(4), rows.getString(5));
                tables.put(table.full(), table);
            }
        }
        return inOrder(tables, references(connection));
    }

    /** From a table to the tables it refers to. */
    private static Map<String, Set<String>> references(Connection connection) throws SQLException {
        var references = new LinkedHashMap<String, Set<String>>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery("""
                SELECT n.nspname, c.relname, tn.nspname, t.relname
                  FROM pg_constraint k
                  JOIN pg_class c ON c.oid = k.conrelid
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  JOIN pg_class t ON t.oid = k.confrelid
                  JOIN pg_namespace tn ON tn.oid = t.relnamespace
                 WHERE k.contype = 'f'
                   AND k.conrelid <> k.confrelid
                """)) {
            while (rows.next()) {
                references.computeIfAbsent(quoted(rows.getString(1)) + "." + quoted(rows.getString(2)), any -> new LinkedHashSet<>())
                        .add(quoted(rows.getString(3)) + "." + quoted(rows.getString(4)));
            }
        }
        return references;
    }

    private static List<Table> inOrder(Map<String, Table> tables, Map<String, Set<String>> references) {
        var ordered = new ArrayList<Table>();
        var left = new LinkedHashMap<>(tables);
        while (!left.isEmpty()) {
            var ready = left.values().stream()
                    .filter(table -> references.getOrDefault(table.full(), Set.of()).stream().noneMatch(left::containsKey))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("these tables refer to each other in a circle: " + left.keySet());
            }
            ordered.addAll(ready);
            ready.forEach(table -> left.remove(table.full()));
        }
        return ordered;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
