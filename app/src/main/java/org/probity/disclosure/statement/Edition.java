package org.probity.disclosure.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;
import org.probity.proof.Report;

/**
 * One edition of a year's report, from its freezing on.
 *
 * @param no 1 for the first; a later one restates
 * @param cause why it restates
 * @param record its entry in the log, once two people have published it
 */
public record Edition(
        UUID id, int year, int no, UUID proposal, Report.@Nullable Cause cause, String reasonEn, String reasonZh,
        UUID preparedBy, Instant preparedAt, @Nullable UUID record, @Nullable Instant publishedAt, @Nullable UUID publishedBy) {

    public boolean published() {
        return publishedAt != null;
    }

    /** The day of publication, in the time of the house. */
    public LocalDate publishedDay(Screen s) {
        return LocalDate.ofInstant(Objects.requireNonNull(publishedAt), s.now().getZone());
    }

    /** The day up to which an edition speaks that was frozen before its year was over; empty for a whole year. */
    public Optional<LocalDate> asOf(ZoneId zone) {
        return asOf(year, preparedAt, zone);
    }

    static Optional<LocalDate> asOf(int year, Instant frozenAt, ZoneId zone) {
        var day = LocalDate.ofInstant(frozenAt, zone);
        return day.isAfter(LocalDate.of(year, 12, 31)) ? Optional.empty() : Optional.of(day);
    }

    /** Said wherever the edition is, so that nobody takes a part of a year for the whole. */
    public Optional<String> asOf(Screen s) {
        return asOf(s.now().getZone()).map(day -> s.t("statement.as-of", day));
    }

    public String reason(Lang lang) {
        return switch (lang) {
            case EN -> reasonEn;
            case ZH -> reasonZh;
        };
    }
}
