package org.probity.disclosure.statement;

import java.util.List;
import java.util.Optional;
import org.probity.house.ui.Page;

/**
 * A figure as the records give it now, for those who work on it.
 *
 * @param years for which there may be records
 * @param aim the target that holds now
 * @param edition the newest published edition of the year, if any
 */
public record LiveFigurePage(FigureView view, int year, List<Integer> years, Optional<Aim> aim, @org.jspecify.annotations.Nullable Edition edition) implements Page {}
