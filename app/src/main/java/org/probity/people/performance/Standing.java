package org.probity.people.performance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/** How a member of a cycle stands. What is null has not happened; nothing stands for it. */
public record Standing(
        UUID cycle, UUID person, String number, String nameEn, String nameZh, String kind, UUID unit, UUID scheme, UUID manager, @Nullable UUID second,
        @Nullable UUID openSheet, @Nullable Instant signedAt, @Nullable UUID sheet, @Nullable Instant agreedAt, @Nullable Instant midEmployeeAt,
        @Nullable Instant midManagerAt, @Nullable Instant selfAt, @Nullable UUID assessment, @Nullable Integer no, @Nullable String rating, @Nullable String origin,
        @Nullable Instant lookedAt, @Nullable Instant talkAt, @Nullable Instant acknowledgedAt, @Nullable UUID appeal, @Nullable String appealOutcome) {

    /** What comes next for somebody; the first that is missing. */
    public enum Next { COMMIT, AGREE, SELF, RATE, LOOK, CLOSE, TALK, ACKNOWLEDGE, ANSWER, DONE }

    public String name(Lang lang) {
        return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
    }

    public Next next(Cycle cycle) {
        if (appeal != null && appealOutcome == null) {
            return Next.ANSWER;
        }
        if (acknowledgedAt != null) {
            return Next.DONE;
        }
        if (assessment != null) {
            return cycle.closed() ? talkAt == null ? Next.TALK : Next.ACKNOWLEDGE : lookedAt == null && second != null && "MANAGER".equals(origin) ? Next.LOOK : Next.CLOSE;
        }
        if (sheet == null) {
            return signedAt == null ? Next.COMMIT : Next.AGREE;
        }
        return selfAt == null ? Next.SELF : Next.RATE;
    }

    /** As somebody of human resources sees themselves in a list before the talk. */
    Standing withoutRating() {
        return new Standing(cycle, person, number, nameEn, nameZh, kind, unit, scheme, manager, second, openSheet, signedAt, sheet, agreedAt, midEmployeeAt, midManagerAt, selfAt, assessment, no, null,
                origin, lookedAt, talkAt, acknowledgedAt, appeal, appealOutcome);
    }

    /** The rating is told in the talk, not by a screen before it. */
    public boolean told() {
        return talkAt != null;
    }
}
