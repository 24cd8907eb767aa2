package org.probity.supply.payment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An invoice of a supplier.
 *
 * @param receivedDay from which the term runs
 * @param dueDay the last day that was agreed
 * @param amount in CNY
 * @param size of the supplier, as the ERP has it
 * @param paidDay null: not paid when it was reported
 */
public record Invoice(String number, UUID supplier, LocalDate receivedDay, LocalDate dueDay, BigDecimal amount, Size size, @Nullable LocalDate paidDay) {
    /** Whether the law calls them small or medium-sized. */
    public enum Size { SMALL, OTHER }
}
