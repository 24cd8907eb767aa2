package org.probity.house.ui.parts;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a cell, and what to write there.
 *
 * @param cell its address, such as Smelter List!B6
 * @param what the sentence that follows the address
 * @param more how one knows, what to do; empty for nothing
 * @param act a button, or null
 */
public record Finding(int no, Mark mark, String cell, String what, String more, @Nullable Content act) {}
