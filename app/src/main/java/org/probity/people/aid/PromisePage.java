package org.probity.people.aid;

import org.probity.house.ui.Page;

/** Who sees what. */
public record PromisePage() implements Page {}
