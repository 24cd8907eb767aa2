package org.probity.screen;

import org.jspecify.annotations.Nullable;

/**
 * Somebody on the list who may be who was looked for, and the whole reason.
 *
 * @param score     thousandths; 1000 for a number in common
 * @param name      the name of who was looked for that came nearest, and the entry's that it came near to
 * @param number    the number both have, when that decided
 * @param alignment the two names side by side, also when a number decided
 */
public record Hit(Party listed, int score, String name, Naming listedName, @Nullable Identifier number, Alignment alignment) {}
