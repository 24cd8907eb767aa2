package org.probity.people.labour;

/**
 * Something the law asks, as a query over what a run has gathered: {@code at_work} (who is engaged where), {@code law} (numbers by place), {@code spent} (days worked,
 * with overtime) and {@code nights} (days with work at night of those who are guarded). It gives person, place, about, rule, key and args of each hit.
 *
 * @param code as it stands in addresses and messages
 * @param named whether a hit names a person; {@code false}: a place
 */
record Check(String code, Severity severity, boolean named, String sql) {
    /** What follows: it must stop, somebody should look, or something is owed. */
    enum Severity { BLOCK, WARN, OWED }
}
