package org.probity.house.ui;

import java.time.Instant;

/**
 * A request that came to nothing.
 *
 * @param reference stands in the log beside the cause; empty where there is nothing to look up
 */
public record TroublePage(Trouble trouble, String reference, Instant at) implements Page {}
