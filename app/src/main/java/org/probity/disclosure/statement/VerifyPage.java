package org.probity.disclosure.statement;

import org.probity.house.ui.Page;

/**
 * How to check a package without us.
 *
 * @param log the log's name
 */
public record VerifyPage(String fingerprint, String log) implements Page {}
