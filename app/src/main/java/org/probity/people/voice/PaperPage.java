package org.probity.people.voice;

import java.util.List;
import org.probity.house.ui.Page;

/** A form to be written on by hand, for whoever has no script or no device they trust; what it cannot promise stands on it. */
public record PaperPage(List<Handler> union) implements Page {}
