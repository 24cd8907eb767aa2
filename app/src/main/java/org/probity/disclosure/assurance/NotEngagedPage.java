package org.probity.disclosure.assurance;

import org.probity.house.ui.Page;

/** An assurer whom nobody has engaged, or whose engagement has ended. */
public record NotEngagedPage() implements Page {}
