package org.probity.supply.esg;

/**
 * One source of risk. A room makes a bean of it; its query gives a row for each reason of a supplier, and each of these leads to a record or stands on a dated rule.
 *
 * @param key what it is called, in the room's word
 * @param sql gives {@code (supplier uuid, pillar 'E'|'S'|'G', points numeric, reason text, words jsonb, record uuid)}; reason is a message key and words its arguments
 *     in order, each a text, a number, or an object with {@code en} and {@code zh}; may use :day, and join the relation {@code rule (key, points)}
 */
public record Factor(String key, String sql) {}
