/**
 * The description of what programs can ask below {@code /api} (OpenAPI 3.1), as generated from the rooms' own handlers. It answers nothing
 * else: each room has its own {@code XApi} beside its {@code XWeb}, both calling the same use cases, so that a program is refused what a
 * person would be refused and for the same reasons.
 */
@ApplicationModule
@NullMarked
package org.probity.house.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
