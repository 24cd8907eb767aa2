package org.probity.shapes.figure;

/**
 * A figure that is about people though its rows' subjects are something else: each row a move, a result or a payment of one person, or a posting with how many
 * people it brought. A room makes a bean of it, so that a report does not count three of them. Figures whose subjects are people need none.
 *
 * @param figure its key
 * @param input how many people a row is about; empty: one
 */
public record OfPeople(String figure, String input) {
    public OfPeople(String figure) {
        this(figure, "");
    }
}
