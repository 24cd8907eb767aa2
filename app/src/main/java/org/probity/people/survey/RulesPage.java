package org.probity.people.survey;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** From how many people on anything is told, with every earlier number and its source. */
public record RulesPage(RulesView view) implements Page {}
