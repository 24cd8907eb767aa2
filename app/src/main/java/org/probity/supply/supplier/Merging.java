package org.probity.supply.supplier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a room does with its rows when two records in the register turn out to be one company. A room with a table that names a supplier makes
 * a bean of this type; a table that nobody spoke of fails a test, so that no merge ever leaves rows behind unseen.
 */
public interface Merging {
    List<Part> parts();

    /** A table, and what becomes of its rows. @param title message key of what a row is to people, such as "Agreements" */
    sealed interface Part {
        String table();

        String column();

        String title();
    }

    /**
     * Rows that go to the record that stays.
     *
     * <p>Expressions speak of the row as {@code it}, of the record that goes as {@code :gone} and of the one that stays as {@code :stays}.
     *
     * @param column which names the supplier
     * @param key columns that tell a row from all others, without {@code column}
     * @param stays an expression: rows for which it is true stay with the old record, because the other has one in their place
     * @param renamed a column of text that must differ from the other record's; it gets the old record's number behind it where it does not
     * @param taken an expression: whether it has to
     * @param against an expression: while it is true of a row nobody merges these two; {@code why} is the message key that says what to do first
     */
    record Moves(
            String table, String column, String title, List<String> key, @Nullable String stays, @Nullable String renamed, @Nullable String taken,
            @Nullable String against, @Nullable String why) implements Part {
        public Moves {
            key = List.copyOf(key);
            if (!table.matches("[a-z_]+\\.[a-z_]+") || key.isEmpty() || (renamed == null) != (taken == null) || (against == null) != (why == null)) {
                throw new IllegalArgumentException("not a part of a merge: " + table + " " + key);
            }
        }

        /** All of them, whatever the other has. */
        public static Moves all(String table, String title, String... key) {
            return new Moves(table, "supplier", title, List.of(key), null, null, null, null, null);
        }

        public Moves in(String column) {
            return new Moves(table, column, title, key, stays, renamed, taken, against, why);
        }

        public Moves unless(String stays) {
            return new Moves(table, column, title, key, stays, renamed, taken, against, why);
        }

        public Moves renaming(String renamed, String taken) {
            return new Moves(table, column, title, key, stays, renamed, taken, against, why);
        }

        public Moves notWhile(String against, String why) {
            return new Moves(table, column, title, key, stays, renamed, taken, against, why);
        }
    }

    /** Rows that stay with the old record, because they say what was seen, said or allowed of it. */
    record Stays(String table, String column, String title) implements Part {
        public static Stays all(String table, String title) {
            return new Stays(table, "supplier", title);
        }
    }
}
