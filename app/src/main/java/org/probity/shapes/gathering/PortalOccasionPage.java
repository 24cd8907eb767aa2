package org.probity.shapes.gathering;

import org.probity.house.ui.Page;

/** The same for a company that was there: what was said, to be read, and what it took on. */
public record PortalOccasionPage(OccasionPage page) implements Page {}
