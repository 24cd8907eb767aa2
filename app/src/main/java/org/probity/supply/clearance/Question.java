package org.probity.supply.clearance;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * May we do this with that supplier?
 *
 * @param category what is bought, by the register's code; null when the whole supplier is meant
 * @param site one of the supplier's own sites; null when any is meant
 */
public record Question(UUID supplier, @Nullable String category, @Nullable UUID site, Act act) {}
