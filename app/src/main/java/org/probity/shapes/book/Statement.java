package org.probity.shapes.book;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account held, what came and went, and what it holds then: {@code opening + received - given = closing}, all in the smallest unit.
 *
 * @param lines the first of them in order of their days; how many there are says {@code count}
 */
public record Statement(Account account, LocalDate from, LocalDate until, long opening, long received, long given, long closing, List<Line> lines, long count) {
    /** @param amount what it did to this account, less than zero when it gave @param other the account on the other side */
    public record Line(UUID entry, LocalDate day, String sourceKind, UUID source, long amount, String otherKind, @Nullable UUID other, @Nullable UUID reverses) {}

    public Statement {
        lines = List.copyOf(lines);
        if (opening + received - given != closing) {
            throw new IllegalStateException(account.id() + ": " + opening + " + " + received + " - " + given + " is not " + closing);
        }
    }
}
