package org.probity.people.dialogue;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** By when a letter is answered, with every earlier number and its source. */
public record RulesPage(RulesView view) implements Page {}
