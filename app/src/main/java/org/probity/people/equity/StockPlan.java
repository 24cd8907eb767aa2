package org.probity.people.equity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.probity.house.ui.Lang;
import org.probity.vest.Ocf;
import org.probity.vest.Terms;
import org.probity.vest.UnitPlan;

/**
 * A plan of restricted stock or options.
 *
 * @param shares that stand ready under it @param price what a share costs its holder @param reference the price that the market's rule compares it with
 * @param terms steps in the open cap-table format @param pauses kinds of leave that move what comes by time @param pauseDays shorter leave moves nothing
 * @param leaving what a reason to leave makes of what is not one's own yet
 */
public record StockPlan(UUID id, UUID proposal, String code, String nameEn, String nameZh, Kind kind, Market market, long capital, long shares, BigDecimal price, BigDecimal reference, LocalDate fromDay,
        LocalDate untilDay, String terms, String pauses, int pauseDays, String leaving, String source, boolean agreed) {
    static final String TERMS = "terms";

    public enum Kind { RESTRICTED, OPTION }

    /** Where the shares are listed: on the main board, or a market for growth with limits of its own. */
    public enum Market { MAIN, GROWTH }

    /** What becomes of shares that are not one's own yet. */
    public enum Leaving { LAPSES, GOES_ON, AT_ONCE }

    public enum Pause {
        FAMILY("MATERNITY", "PATERNITY", "PARENTAL"), SICK("SICK");

        private final List<String> kinds;

        Pause(String... kinds) {
            this.kinds = List.of(kinds);
        }
    }

    public String name(Lang lang) {
        return lang == Lang.ZH ? nameZh : nameEn;
    }

    public Terms steps() {
        return steps(terms, TERMS);
    }

    static Terms steps(String json, String id) {
        return switch (Ocf.read(List.of(json.getBytes(StandardCharsets.UTF_8)))) {
            case Ocf.Reading.Read it -> it.terms().values().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow().terms();
            case Ocf.Reading.Unreadable it -> throw new IllegalStateException("terms that were kept are not read: " + it);
        };
    }

    static String written(String id, String name, Terms terms) {
        return new String(Ocf.write(List.of(new Ocf.Named(id, name, name, terms)), List.of()), StandardCharsets.UTF_8);
    }

    Map<UnitPlan.Reason, Leaving> left() {
        return left(leaving).orElseThrow();
    }

    static Optional<Map<UnitPlan.Reason, Leaving>> left(String words) {
        var all = new EnumMap<UnitPlan.Reason, Leaving>(UnitPlan.Reason.class);
        for (var it : words.split(",")) {
            if (it.isEmpty()) {
                continue;
            }
            var parts = it.split("=", 2);
            var reason = Arrays.stream(UnitPlan.Reason.values()).filter(one -> one.name().equals(parts[0])).findFirst();
            var leaving = Arrays.stream(Leaving.values()).filter(one -> parts.length > 1 && one.name().equals(parts[1])).findFirst();
            if (reason.isEmpty() || leaving.isEmpty() || all.put(reason.get(), leaving.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    static boolean fits(String words, int longest) {
        return !words.isBlank() && words.strip().length() <= longest;
    }

    static BigFraction exact(BigDecimal number) {
        var plain = number.setScale(Math.max(0, number.scale()));
        return BigFraction.of(plain.unscaledValue(), BigInteger.TEN.pow(plain.scale()));
    }

    /** In the words of the room of leave. */
    List<String> leaveKinds() {
        return pausing().flatMap(it -> it.kinds.stream()).toList();
    }

    Stream<Pause> pausing() {
        return Arrays.stream(Pause.values()).filter(it -> List.of(pauses.split(",")).contains(it.name()));
    }
}
