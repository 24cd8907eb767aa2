package org.probity.disclosure.statement;

/**
 * What an edition says of a figure.
 *
 * @param replaced whether a later edition of the year says otherwise
 */
public record Past(Edition edition, Shown said, boolean replaced) {}
