/**
 * Finds names on lists of restricted parties and says why it thinks so: {@link Listing} searches, {@link Names} compares two names, {@link Alignment}
 * is the reason, word by word. Numbers first, then names in hanzi, pinyin, translation and other scripts. Whole numbers only, no model, no network:
 * the same names give the same answer everywhere and always. It decides nothing; people do.
 */
@NullMarked
package org.probity.screen;

import org.jspecify.annotations.NullMarked;
