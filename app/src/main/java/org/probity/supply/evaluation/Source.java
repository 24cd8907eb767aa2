package org.probity.supply.evaluation;

/**
 * Where the measure of a criterion comes from. A bean of this type is asked whenever grades are computed; for a gate any number of rooms may
 * have one, and the gate is shut when one of them has a row.
 *
 * @param criterion its code in the scheme; a source whose criterion the scheme does not know is not asked
 * @param sql one row a supplier: supplier, over, under (the measure is over/under; a gate gives 0 and 1), facts (jsonb, what a person reads),
 *     records (uuid[], entries of the log it rests on); may use :from_day, :until_day, :known_at
 */
public record Source(String criterion, String sql) {}
