package org.probity.supply.screening;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;
import org.probity.screen.Link;

/** A supplier that is like an entry of a list, and how that stands. */
public record Alert(
        UUID id, UUID supplier, String number, String supplierEn, String supplierZh, UUID list, String listEn, String listZh, UUID entry, String code, int score,
        String name, String listedName, String inCommon, Instant openedAt, Standing state, Instant since) {
    public enum Standing { OPEN, FALSE_HIT, TRUE_HIT, CLOSED }

    /** What happened to it. @param by nobody: a rule, whose message key the reason is */
    public record Step(int no, Standing state, @Nullable UUID by, @Nullable UUID second, Instant at, String reason) {}

    /** The entry as it stood when the alert was opened. */
    public record Listed(List<Named> names, List<String> numbers, String country, String detail, boolean now) {}

    public record Named(String text, String sort) {}

    /** All that is known of one. */
    public record Whole(Alert alert, Listed listed, List<String> names, List<String> numbers, String country, List<Link> links, List<Step> steps) {}

    public String supplier(Lang lang) {
        return lang == Lang.EN ? supplierEn : supplierZh;
    }

    public String list(Lang lang) {
        return lang == Lang.EN ? listEn : listZh;
    }

    public State state(Screen s) {
        var words = s.t("screening.state." + state);
        return switch (state) {
            case OPEN -> State.warn(words);
            case FALSE_HIT -> State.good(words);
            case TRUE_HIT -> State.bad(words);
            case CLOSED -> State.none(words);
        };
    }

    /** Thousandths as a share, which people read more easily. */
    static String likeness(int score) {
        return score / 10 + "." + score % 10 + " %";
    }
}
