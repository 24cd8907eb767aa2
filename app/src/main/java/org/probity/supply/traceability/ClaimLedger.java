package org.probity.supply.traceability;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.trace.Claims;
import org.probity.trace.Claims.Model;

/** The ledger of claims beside a book, with everything that was entered and claimed before, in its order. */
record ClaimLedger(Claims claims, Map<UUID, Claims.Account> accounts) {
    private static final long DAY = 86_400L;
    private static final BigDecimal UNITS = BigDecimal.TEN.pow(18);

    /** An entry in an account, or a claim. @param share from nought to one */
    record Said(boolean entry, int item, @Nullable Model model, @Nullable BigDecimal share, @Nullable UUID account, OffsetDateTime saidAt) {}

    static ClaimLedger of(Shelf shelf, Set<Integer> certified, List<Claimed.Account> accounts, List<Said> said) {
        var claims = new Claims(shelf.book, certified::contains);
        var all = new HashMap<UUID, Claims.Account>();
        accounts.forEach(it -> all.put(it.id(), it.model() == Model.CREDIT ? claims.credit(it.days() * DAY, it.perMille()) : claims.rollingAverage(it.days() * DAY, it.perMille())));
        var ledger = new ClaimLedger(claims, all);
        for (var it : said) {
            if (it.entry()) {
                Objects.requireNonNull(all.get(it.account())).enter(it.item(), it.saidAt().toEpochSecond());
            } else {
                ledger.claim(it.item(), Objects.requireNonNull(it.model()), Objects.requireNonNull(it.share()), it.account(), it.saidAt().toEpochSecond());
            }
        }
        return ledger;
    }

    Claims.Answer claim(int item, Model model, BigDecimal share, @Nullable UUID account, long when) {
        var units = share.multiply(UNITS).longValueExact();
        return switch (model) {
            case IDENTITY_PRESERVED -> claims.identityPreserved(item);
            case SEGREGATED -> claims.segregated(item);
            case CONTROLLED_BLENDING -> claims.controlledBlending(item, units);
            case ROLLING_AVERAGE, CREDIT -> Objects.requireNonNull(accounts.get(account)).claim(item, units, when);
        };
    }

    static boolean ofAnAccount(Model model) {
        return switch (model) {
            case ROLLING_AVERAGE, CREDIT -> true;
            case IDENTITY_PRESERVED, SEGREGATED, CONTROLLED_BLENDING -> false;
        };
    }
}
