package org.probity.disclosure.statement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What outside assurers concluded and everybody may read. A bean of this type speaks on the public page of a figure. */
public interface Opinions {
    /**
     * @param clean whether no exception was found
     * @param reasonable whether the assurance is reasonable rather than limited
     */
    record Opinion(String firm, boolean clean, boolean reasonable, int lookedAt, int exceptions, Instant at) {}

    List<Opinion> shown(UUID edition, String figure);
}
