package org.probity.people.succession;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** How many criteria make a post key, when it counts as covered, and how long what is missing takes. */
public record RulesPage(RulesView view) implements Page {}
