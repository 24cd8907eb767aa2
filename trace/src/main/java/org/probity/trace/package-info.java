/**
 * Which material is in which item, and how much of it.
 *
 * <p>A {@code Book} is kept for one material (silicon in grams, tin in milligrams). It knows items and what happened to them: steps, each with inputs, outputs
 * and scrap by whole units of mass, under a declared way of sharing inputs among outputs. Items are numbered from nought in the order in which they came, so
 * what was made together lies together. A pool or a melt has a new state with each thing poured into it, so the graph has no circle, even where reclaimed
 * silicon goes round. Only a {@code Correction} changes what stands, and it says what is different because of it.
 *
 * <p>The book is derived from steps and can be built again from them at any time. What holds always: inputs = outputs + scrap + stock + a named remainder that nobody accounts for, to the gram, for every step and so for the whole book.
 */
@NullMarked
package org.probity.trace;

import org.jspecify.annotations.NullMarked;
