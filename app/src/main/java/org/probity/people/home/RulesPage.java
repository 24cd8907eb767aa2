package org.probity.people.home;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** The standard of a bed, what it may cost, the terms and the points, with every earlier number and its source. */
public record RulesPage(RulesView view) implements Page {}
