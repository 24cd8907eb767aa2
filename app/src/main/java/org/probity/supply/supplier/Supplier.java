package org.probity.supply.supplier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A company we buy from.
 *
 * @param number its number in the ERP
 * @param country ISO 3166-1 alpha-2
 * @param creditCode unified social credit identifier, GB 32100-2015
 * @param lei legal entity identifier, ISO 17442
 */
public record Supplier(
        UUID id,
        String number,
        String nameEn,
        String nameZh,
        String country,
        String category,
        @Nullable String creditCode,
        @Nullable String lei,
        Instant registeredAt) {

    public String name(Lang lang) {
        return switch (lang) {
            case EN -> nameEn;
            case ZH -> nameZh;
        };
    }

    /** A person at the supplier whom we write to. Who has left keeps the row, with whom they handed over to. */
    public record Contact(UUID id, UUID supplier, String name, String email, String phone, LocalDate fromDay, @Nullable LocalDate untilDay) {}

    public record Site(UUID id, UUID supplier, String name, String address, String country) {}

    /**
     * Something we buy from them.
     *
     * @param tinShare share of tin in its mass, 0 to 1, as known now; nothing is known when absent
     */
    public record Material(UUID id, UUID supplier, String number, String nameEn, String nameZh, java.math.@Nullable BigDecimal tinShare) {
        public String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn;
                case ZH -> nameZh;
            };
        }
    }
}
