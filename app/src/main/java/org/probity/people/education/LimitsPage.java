package org.probity.people.education;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** What law allows of service bonds, with every earlier number and its source. */
public record LimitsPage(RulesView view) implements Page {}
