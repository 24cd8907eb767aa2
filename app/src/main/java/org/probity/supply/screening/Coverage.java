package org.probity.supply.screening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far screening reaches today.
 *
 * @param all suppliers whose relation lasts
 * @param screened those looked for with every version in force
 * @param oldest since when the oldest open alert waits; nothing: none is open
 */
public record Coverage(long all, long screened, @Nullable Instant oldest) {}
