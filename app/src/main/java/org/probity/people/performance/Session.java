package org.probity.people.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.people.performance.Scheme.Rating;

/** A panel that looks at the ratings of one group of employees below one unit. */
public record Session(UUID id, UUID cycle, UUID scheme, UUID unit, LocalDate heldOn, UUID openedBy, Instant openedAt, @Nullable Instant closedAt) {

    /** Why a rating is moved. There is no "other", and fitting shares is no reason. */
    public enum Code {
        /** Evidence the manager did not have. */
        EVIDENCE,
        /** The same result is rated otherwise elsewhere. */
        SAME_STANDARD,
        /** The task was harder or easier than agreed. */
        SCOPE,
        /** A slip. */
        ERROR
    }

    /** One of the panel. */
    public record Panelist(UUID person, String number, String nameEn, String nameZh) {
        String name(Lang lang) {
            return lang == Lang.ZH && !nameZh.isEmpty() || nameEn.isEmpty() ? nameZh : nameEn;
        }
    }

    /** Somebody takes no part when one person is spoken about. */
    public record Recusal(UUID panelist, UUID person, String words) {}

    /** A rating that was moved. */
    public record Moved(UUID assessment, UUID person, String was, String becomes, Code code, String words, List<UUID> spoke, int quorum, Instant at) {}

    /** How often a rating was given, held against the guideline; it warns and never blocks. @param compared whether the group is large enough */
    public record Share(Rating rating, long given, long of, boolean compared) {
        /** By whole numbers: a share of exactly the bound lies within it. */
        boolean outside() {
            var places = BigDecimal.valueOf(of);
            return compared && (rating.shareMin().multiply(places).compareTo(BigDecimal.valueOf(given)) > 0
                    || rating.shareMax().multiply(places).compareTo(BigDecimal.valueOf(given)) < 0);
        }
    }

    /**
     * How one manager's ratings lie beside all others of the session.
     *
     * @param deviation the mean of theirs less the mean of all, in places; above zero is milder. Exact
     */
    public record Severity(UUID manager, String nameEn, String nameZh, long rated, BigFraction deviation) {}

    public boolean closed() {
        return closedAt != null;
    }
}
