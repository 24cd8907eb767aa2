package org.probity.disclosure.customer;

import org.probity.disclosure.statement.Edition;
import org.probity.disclosure.statement.FigureView;
import org.probity.house.ui.Page;

/** A published figure as a customer may see it: codes and evidence of its rows where its level opens them, never a name. */
public record CustomerFigurePage(Edition edition, FigureView view) implements Page {}
