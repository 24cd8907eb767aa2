package org.probity.supply.substances;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A file that a supplier sent in answer to a request.
 *
 * @param accreditor who accredited the laboratory
 * @param reportDay of the report, or of the answer in a declaration
 * @param articles what was tested, in the report's words
 * @param edition the candidate list it speaks of
 * @param readAt when a reader had read it; none while it waits to be read. What no reader reads counts as read
 * @param unreadable why the file could not be read, as a message key of the reader; the sentence stands beside it
 * @param company who declares, as the file says
 * @param sections the classes it holds, such as {@code D}
 */
public record Paper(
        UUID id, UUID obligation, PaperKind kind, UUID evidence, Instant receivedAt, UUID receivedBy, String laboratory, String accreditor,
        String accreditation, String reportNumber, @Nullable LocalDate reportDay, String articles, @Nullable Result result, @Nullable UUID edition,
        @Nullable Instant readAt, @Nullable String unreadable, @Nullable String unreadableEn, @Nullable String unreadableZh, @Nullable String company,
        @Nullable String sections, UUID record) {

    /** What the report found, as its sender says. */
    public enum Result { BELOW, ABOVE_EXEMPT, ABOVE }

    /** Months from its day for which a report stands for what is delivered: at least one a year. */
    static final int HOLDS_MONTHS = 12;

    /** Last day on which a report of a day holds. */
    static LocalDate holdsUntil(LocalDate reportDay) {
        return reportDay.plusMonths(HOLDS_MONTHS).minusDays(1);
    }

    Optional<String> unreadable(Lang lang) {
        return Optional.ofNullable(switch (lang) {
            case EN -> unreadableEn;
            case ZH -> unreadableZh;
        });
    }

    /**
     * One thing said about one place of it.
     *
     * @param path the element of the supplier's own file; empty when it concerns the whole
     * @param other the paper of another supplier that it is compared with; not for this supplier's eyes
     */
    public record Finding(
            UUID paper, int no, String key, Severity severity, String path, int line, String value, String wordsEn, String wordsZh, @Nullable UUID other) {
        public enum Severity { MUST_CORRECT, LOOK_AT }

        public String words(Lang lang) {
            return switch (lang) {
                case EN -> wordsEn;
                case ZH -> wordsZh;
            };
        }
    }

    /** A substance of a material, as declared. */
    public record Declared(
            int no, int articleNo, String article, java.math.@Nullable BigDecimal articleMg, String material, String substance, String cas,
            java.math.@Nullable BigDecimal mg, java.math.@Nullable BigDecimal ppm, int line, String path) {}

    /** What a person ruled. */
    public record Verdict(UUID paper, Said verdict, String department, String reason, UUID by, Instant at, UUID record) {
        public enum Said { ACCEPT, SEND_BACK }
    }

    static List<Finding> mustCorrect(List<Finding> findings) {
        return findings.stream().filter(it -> it.severity() == Finding.Severity.MUST_CORRECT).toList();
    }

    static List<Finding> lookAt(List<Finding> findings) {
        return findings.stream().filter(it -> it.severity() == Finding.Severity.LOOK_AT).toList();
    }
}
