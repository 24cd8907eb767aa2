/**
 * Numbers that somebody decided, from a day on: how long a level holds, how much of a cost a bond may ask back. Each room names its own as
 * {@link RuleKey}s, says in its words what they are, and brings their first rows with its tables; every number keeps its source and whoever set it, and what was
 * done before keeps the number it was done by. Numbers that say who has learned something are set by two
 * ({@code RulesByTwo}). It holds whole numbers and no formulas, and knows no room.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
