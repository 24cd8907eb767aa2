package org.probity.people.subsidy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.house.ui.Lang;

/** What somebody claims and what it came to. @param outcome null: nobody has answered @param payment number of the list in which it is paid; null: none yet */
public record Claim(
        UUID id, String number, UUID scheme, String schemeEn, String schemeZh, UUID person, String staffNumber, String nameEn, String nameZh, LocalDate fromDay, LocalDate untilDay, BigDecimal amount, String invoice, String words,
        UUID claimedBy, Instant claimedAt, @Nullable String outcome, @Nullable BigDecimal agreed, @Nullable String reason, @Nullable Instant answeredAt, boolean gone, @Nullable String payment, @Nullable UUID paymentId) {
    public enum State { CLAIMED, AGREED, REFUSED, PAID, WITHDRAWN }

    public State state() {
        return payment != null ? State.PAID : outcome != null ? State.valueOf(outcome) : gone ? State.WITHDRAWN : State.CLAIMED;
    }

    public String person(Lang lang) {
        return Scheme.said(lang, nameEn, nameZh);
    }

    public String scheme(Lang lang) {
        return Scheme.said(lang, schemeEn, schemeZh);
    }
}
