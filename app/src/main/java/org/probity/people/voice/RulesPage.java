package org.probity.people.voice;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** The clocks of reports, with every earlier number and its source. */
public record RulesPage(RulesView view) implements Page {}
