package org.probity.people.community;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** The numbers of the community, with every earlier one and its source. */
public record RulesPage(RulesView view) implements Page {}
