package org.probity.supply.clearance;

import java.time.LocalDate;
import java.util.Set;

/**
 * One rule that can stop or warn. A room makes a bean of each of its own, in its own package; nobody calls them but {@link Clearances}.
 *
 * @param key such as {@code blacklist.ban}; the message under it names the rule to people
 * @param version changes when its meaning does; kept with every answer
 * @param since the day from which this version holds
 * @param source the law, clause or sentence it comes from; shown with the reason
 * @param acts what it speaks to; it is asked about nothing else
 * @param sql a query over the relation {@code question(no int, supplier uuid, category text NULL, site uuid NULL, act text, day date)}, which
 *     holds only questions of its acts. Each row objects to one question: {@code (no int, verdict text, reason text, words jsonb, record uuid
 *     NULL, until_day date NULL)}. The verdict is {@code WARN}, {@code STOP}, or {@code BAR} for a stop that no exception lifts; the reason
 *     is a message key of the room and the words an array of its arguments (a text, a number, or an object with {@code en} and {@code zh});
 *     the record is the log's record of the deciding fact; the day is the last one on which the reason stands, if that is known. A question
 *     without a row is one it does not mind. It goes by committed rows and {@code question.day} alone, never by the database's clock, and uses an index on the supplier: it is asked 2,000
 *     times a second. For each table it reads a migration of its room says whose answers a changed row changes ({@code clearance.listen}).
 */
public record Rule(String key, int version, LocalDate since, String source, Set<Act> acts, String sql) {
    public Rule {
        acts = Set.copyOf(acts);
        if (!key.matches("[a-z]+(\\.[a-z-]+)+") || version < 1 || acts.isEmpty() || sql.isBlank() || sql.contains(";") || sql.contains("?")) {
            throw new IllegalArgumentException("not a rule: " + key + " " + version + " " + acts + " " + sql);
        }
    }
}
