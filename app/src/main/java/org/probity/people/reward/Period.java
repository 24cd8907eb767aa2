package org.probity.people.reward;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a period brought, as finance says it.
 *
 * @param no 1, and more for what was said again
 * @param cost of labour, or hours; null: the formula asks for none
 * @param settled whether it was shared out
 * @param release its pool is what stands held back, and nothing that it brought
 */
public record Period(UUID id, UUID plan, LocalDate fromDay, LocalDate untilDay, int no, @Nullable BigDecimal cost, BigDecimal output, @Nullable BigDecimal wage, String source, UUID file, Instant broughtAt,
        boolean settled, boolean release) {}
