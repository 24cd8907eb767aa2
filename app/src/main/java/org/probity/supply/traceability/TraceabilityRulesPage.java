package org.probity.supply.traceability;

import org.probity.house.ui.Page;
import org.probity.shapes.rule.RulesView;

/** The numbers that verdicts go by, with every earlier one and where each is from, and those that wait for a second person. */
public record TraceabilityRulesPage(RulesView view) implements Page {}
