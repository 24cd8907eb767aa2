package org.probity.supply.supplier;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A company we buy from.
 *
 * @param number its number in the ERP
 * @param nameOther in the script of its country, when that is neither Chinese nor Latin
 * @param country ISO 3166-1 alpha-2
 * @param creditCode unified social credit identifier, GB 32100-2015
 * @param lei legal entity identifier, ISO 17442
 * @param lastDay of the relation, when it was ended
 */
public record Supplier(
        UUID id,
        String number,
        String nameEn,
        String nameZh,
        String nameOther,
        String country,
        String category,
        String categoryEn,
        String categoryZh,
        @Nullable String creditCode,
        @Nullable String lei,
        Instant registeredAt,
        @Nullable LocalDate lastDay) {

    public String name(Lang lang) {
        return switch (lang) {
            case EN -> nameEn;
            case ZH -> nameZh;
        };
    }

    public String category(Lang lang) {
        return switch (lang) {
            case EN -> categoryEn;
            case ZH -> categoryZh;
        };
    }

    /** In the reader's language, or else as it is known. */
    static String name(Lang lang, String en, String zh) {
        return switch (lang) {
            case EN -> en.isEmpty() ? zh : en;
            case ZH -> zh.isEmpty() ? en : zh;
        };
    }

    /** The names that {@link #name} does not say. */
    public List<String> otherNames(Lang lang) {
        return List.of(name(lang == Lang.EN ? Lang.ZH : Lang.EN), nameOther).stream()
                .filter(it -> !it.isEmpty() && !it.equals(name(lang))).distinct().toList();
    }

    /** A kind of thing we buy. @param untilDay closed since; null: it is not */
    public record Category(String code, String nameEn, String nameZh, @Nullable LocalDate untilDay, long suppliers) {
        public String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn;
                case ZH -> nameZh;
            };
        }
    }

    /** What a contact is for. */
    public enum For { MANAGEMENT, SALES, QUALITY, COMPLIANCE }

    /** A person at the supplier whom we write to. Who has left keeps the row, with whom they handed over to. */
    public record Contact(
            UUID id, UUID supplier, String name, String email, String phone, LocalDate fromDay, @Nullable LocalDate untilDay, List<For> roles) {}

    /** Where they make or ship what we buy. */
    public record Site(UUID id, UUID supplier, String name, String address, String country, LocalDate fromDay, @Nullable LocalDate untilDay) {
        public boolean open(LocalDate on) {
            return Optional.ofNullable(untilDay).map(last -> !last.isBefore(on)).orElse(true);
        }
    }

    /**
     * Something we buy from them.
     *
     * @param tinShare share of tin in its mass, 0 to 1, as known now; nothing is known when absent
     * @param fromDay first day we bought it; null: nobody said
     * @param lastDay of buying it; null: it goes on
     */
    public record Material(
            UUID id, UUID supplier, String number, String nameEn, String nameZh, @Nullable BigDecimal tinShare,
            @Nullable LocalDate fromDay, @Nullable LocalDate lastDay) {
        public String name(Lang lang) {
            return switch (lang) {
                case EN -> nameEn;
                case ZH -> nameZh;
            };
        }
    }

    /** Why a relation ended. */
    public enum Why { NO_DEMAND, QUALITY, COMPLIANCE, PRICE, CLOSED, OTHER }

    /** The end of a relation. @param words what somebody added to the reason */
    public record Ending(UUID id, UUID supplier, LocalDate lastDay, Why reason, String words, UUID endedBy, Instant endedAt) {}

    /** A name or number it bore until then. @param recordOf the record that bore it: its own, or one that was merged into it */
    public record Former(String field, String words, Instant untilAt, UUID recordOf) {}

    /** Something the register says otherwise since. */
    public record Change(String field, String was, String becomes, UUID by, Instant at) {}
}
