package org.probity.shapes.figure;

/**
 * Each row of the figure is about one person, though its subject is something else: a move, a result, a payment. A room makes a bean of it, so that a report
 * does not count three of them. Figures whose subjects are people need none.
 *
 * @param figure its key
 */
public record OfPeople(String figure) {}
