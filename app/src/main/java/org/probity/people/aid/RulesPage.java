package org.probity.people.aid;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** The fund's numbers, with every earlier one and its source; for every member. */
public record RulesPage(RulesView view) implements Page {}
