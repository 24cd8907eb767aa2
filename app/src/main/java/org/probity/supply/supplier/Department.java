package org.probity.supply.supplier;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A department of the supply side: a unit of the directory, known by the unit's code and name of the day.
 *
 * @param untilDay the last day on which it does this; null: it goes on
 */
public record Department(UUID id, UUID unit, String code, Kind kind, String nameEn, String nameZh, LocalDate fromDay, @Nullable LocalDate untilDay) {
    /** The departments that work side by side in procurement, and quality operations. */
    public enum Kind { INTEGRATED, SILICON, EQUIPMENT, SITE, QUALITY }

    /** What a department answers for in a category. */
    public enum Charge { BUYING, QUALITY }

    public String name(Lang lang) {
        return Supplier.name(lang, nameEn, nameZh);
    }

    /**
     * Who answers for a category.
     *
     * @param site the buying site it is said for; null: all sites that have no department of their own for it
     */
    public record Accountable(
            UUID id, String category, Charge charge, @Nullable UUID site, String siteEn, String siteZh, Department department, LocalDate fromDay,
            @Nullable LocalDate untilDay) {
        public String site(Lang lang) {
            return Supplier.name(lang, siteEn, siteZh);
        }
    }
}
