package org.probity.shapes.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * A rule of our own.
 *
 * @param code what people call it by, for good
 * @param responsible the account that answers for it
 * @param acknowledgeDays so many days whoever is bound has to read a version
 * @param renewMonths so long an acknowledgement holds
 */
public record Policy(UUID id, String code, Kind kind, Area area, UUID responsible, int acknowledgeDays, int renewMonths) {
    public enum Kind { POLICY, PROCEDURE, REGULATION, STANDARD, STATEMENT, CODE_OF_CONDUCT }

    public enum Area { SUPPLY, PEOPLE, COMPANY }

    /** Where a version stands; it follows from what happened to it and from the day. */
    public enum Stage { DRAFT, PROPOSED, COMING, IN_FORCE, REPLACED, WITHDRAWN }

    /**
     * One version.
     *
     * @param fromDay its first day; as wished, until it is published
     * @param open the proposal that waits for a second person
     * @param publishedAt null until it was approved
     */
    public record Version(
            UUID id, UUID policy, int no, String titleEn, String titleZh, String changeEn, String changeZh, LocalDate fromDay, UUID draftedBy,
            Instant draftedAt, @Nullable UUID open, @Nullable UUID evidence, @Nullable UUID publishedBy, @Nullable Instant publishedAt, @Nullable UUID record, Stage stage) {
        public String title(Lang lang) {
            return in(lang, titleEn, titleZh);
        }

        public String change(Lang lang) {
            return in(lang, changeEn, changeZh);
        }

        public boolean published() {
            return publishedAt != null;
        }
    }

    /** A clause as one version words it. */
    public record Clause(UUID id, String policy, String code, String headingEn, String headingZh, String textEn, String textZh) {
        /** How other rooms call it, such as {@code supplier-code/child-labour}. */
        public String name() {
            return policy + "/" + code;
        }

        public String heading(Lang lang) {
            return in(lang, headingEn, headingZh);
        }

        public String text(Lang lang) {
            return in(lang, textEn, textZh);
        }
    }

    /** The end of a rule. */
    public record Withdrawal(LocalDate lastDay, String reason, UUID withdrawnBy, Instant withdrawnAt) {}

    /** Whom a rule binds. */
    public record Bound(UUID id, String circle, String value) {}

    static String in(Lang lang, String en, String zh) {
        return switch (lang) {
            case EN -> en;
            case ZH -> zh;
        };
    }
}
