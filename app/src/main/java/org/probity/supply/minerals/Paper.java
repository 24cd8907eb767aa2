package org.probity.supply.minerals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A file that a supplier sent in answer to an obligation.
 *
 * @param readAt when a reader had read it; none while it waits to be read
 * @param unreadable why the workbook could not be read, as a message key of the reader; the sentence stands beside it
 * @param version the template's revision
 * @param effectiveDay the day from which the supplier stands by it
 * @param company who declares, as the workbook says
 */
public record Paper(
        UUID id,
        UUID obligation,
        UUID evidence,
        Instant receivedAt,
        UUID receivedBy,
        @Nullable Instant readAt,
        @Nullable String unreadable,
        @Nullable String unreadableEn,
        @Nullable String unreadableZh,
        @Nullable String version,
        @Nullable LocalDate effectiveDay,
        @Nullable String company,
        UUID record) {

    /** Why it could not be read and what to do now. */
    Optional<String> unreadable(Lang lang) {
        return Optional.ofNullable(switch (lang) {
            case EN -> unreadableEn;
            case ZH -> unreadableZh;
        });
    }

    /** One thing said about one cell. @param other the paper of another supplier that it is compared with; not for this supplier's eyes */
    public record Finding(
            UUID paper, int no, String key, Severity severity, String sheet, String address, String value, String wordsEn, String wordsZh,
            @Nullable UUID other) {
        public enum Severity { MUST_CORRECT, LOOK_AT }

        public String words(Lang lang) {
            return switch (lang) {
                case EN -> wordsEn;
                case ZH -> wordsZh;
            };
        }

        public int row() {
            return Integer.parseInt(address.replaceAll("[A-Z]", ""));
        }

        public String column() {
            return address.replaceAll("[0-9]", "");
        }
    }

    /** A smelter the workbook names; {@code smelter} is its identification on the reference list, empty when none was found. */
    public record NamedSmelter(int row, String metal, String smelter, String name, String country) {}

    static List<Finding> mustCorrect(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.severity() == Finding.Severity.MUST_CORRECT).toList();
    }
}
