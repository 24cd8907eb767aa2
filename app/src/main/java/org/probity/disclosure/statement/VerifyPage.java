package org.probity.disclosure.statement;

import org.probity.house.ui.Page;

/** How to check a package without us. */
public record VerifyPage(String fingerprint) implements Page {}
