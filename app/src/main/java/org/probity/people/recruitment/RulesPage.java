package org.probity.people.recruitment;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** How many letters a day one address gets. */
public record RulesPage(RulesView view) implements Page {}
