package org.probity.supply.green;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/**
 * What is asked of the goods of a category from a day on.
 *
 * @param threshold points from which a supplier's goods count as green
 * @param approvedBy null: it waits for another person, or was rejected
 */
public record Book(
        UUID id, String category, LocalDate fromDay, int threshold, String source, UUID proposal, UUID proposedBy, @Nullable UUID approvedBy, boolean open,
        List<Criterion> criteria) {
    public Book {
        criteria = List.copyOf(criteria);
    }

    /** How much is behind a proof. */
    public enum Strength {
        THIRD_PARTY, SIGNED, STATEMENT
    }

    /** What is sent. */
    public enum Kind {
        CERTIFICATE(Strength.THIRD_PARTY), EPD(Strength.THIRD_PARTY), SIGNED_STATEMENT(Strength.SIGNED), STATEMENT(Strength.STATEMENT);

        final Strength strength;

        Kind(Strength strength) {
            this.strength = strength;
        }

        /** Whether somebody else issues it, with a number. */
        public boolean issued() {
            return strength == Strength.THIRD_PARTY;
        }
    }

    /** @param code stays the same from one set to the next, so that a proof goes on counting; @param strength the weakest that shows it */
    public record Criterion(String code, String titleEn, String titleZh, Strength strength, int points) {
        public String title(Lang lang) {
            return switch (lang) {
                case EN -> titleEn;
                case ZH -> titleZh;
            };
        }

        boolean shownBy(Kind kind) {
            return kind.strength.ordinal() <= strength.ordinal();
        }
    }

    public int possible() {
        return criteria.stream().mapToInt(Criterion::points).sum();
    }

    Optional<Criterion> criterion(String code) {
        return criteria.stream().filter(it -> it.code().equals(code)).findFirst();
    }
}
