/**
 * Forms that somebody else fills in: versioned sets of questions, each with its reason; answers kept as they are typed; what was sent, whole; and the
 * score, by gates and then weights.
 *
 * <p>A room brings its forms as files of its own words and says who may fill in what. This shape knows neither suppliers nor who judges an answer. It asks
 * nothing without a stated reason, gives no mark for a claim that needs a proof and has none, and no score where nothing was answered.
 */
@ApplicationModule
@NullMarked
package org.probity.shapes.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
