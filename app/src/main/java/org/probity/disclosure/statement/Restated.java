package org.probity.disclosure.statement;

import java.util.List;
import org.probity.proof.Report.RowChange;

/** A value that a later edition replaced. */
public record Restated(Edition by, FigureView before, FigureView after, List<RowChange> rows) {}
