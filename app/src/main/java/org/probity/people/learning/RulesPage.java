package org.probity.people.learning;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** What counts as completed, from how many answers satisfaction is shown, what passes a quiz: with every earlier number, and those that wait for a second person. */
public record RulesPage(RulesView view) implements Page {}
