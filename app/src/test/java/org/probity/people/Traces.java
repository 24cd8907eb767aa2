package org.probity.people;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where in all tables of the house a word still stands: texts, lists of texts, JSON, and bytes of files. */
public final class Traces {
    private record Column(String schema, String table, String name, String type) {}

    public static List<String> of(JdbcClient db, String word) {
        var found = new ArrayList<String>();
        db.sql("""
                SELECT columns.table_schema AS schema, columns.table_name AS table, columns.column_name AS name, columns.udt_name AS type
                  FROM information_schema.columns
                  JOIN information_schema.tables USING (table_schema, table_name)
                 WHERE tables.table_type = 'BASE TABLE'
                   AND columns.table_schema NOT IN ('pg_catalog', 'information_schema')
                   AND columns.udt_name IN ('text', 'varchar', 'jsonb', 'json', '_text', 'bytea')
                 ORDER BY 1, 2, 3
                """)
                .query(Column.class).list().forEach(it -> {
                    var has = it.type().equals("bytea") ? "position(convert_to(:word, 'UTF8') IN \"" + it.name() + "\") > 0" : "position(:word IN \"" + it.name() + "\"::text) > 0";
                    if (db.sql("SELECT EXISTS (SELECT FROM \"" + it.schema() + "\".\"" + it.table() + "\" WHERE " + has + ")").param("word", word).query(Boolean.class).single()) {
                        found.add(it.schema() + "." + it.table() + "." + it.name());
                    }
                });
        return found;
    }

    private Traces() {}
}
