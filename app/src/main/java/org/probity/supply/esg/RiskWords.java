package org.probity.supply.esg;

import java.math.RoundingMode;
import java.util.Locale;
import org.probity.house.ui.Screen;
import org.probity.house.ui.parts.State;
import org.probity.proof.Json;
import org.probity.supply.esg.Risk.Band;

/** How risk is said on screens. */
final class RiskWords {
    private RiskWords() {}

    static State band(Screen s, Risk.Side it) {
        return band(s, it.band(), it.points());
    }

    static State band(Screen s, Band band, java.math.BigDecimal points) {
        var words = s.t("esg.band." + band) + " · " + s.number(points.setScale(0, RoundingMode.DOWN));
        return switch (band) {
            case LOW -> State.good(words);
            case MEDIUM -> State.warn(words);
            case HIGH -> State.bad(words);
        };
    }

    /** Self-assessment on people 2026: 71.4 of 100 */
    static String why(Screen s, Risk.Point it) {
        return s.t(it.reason(), ((Json.Arr) Json.parse(it.words())).items().stream().map(word -> switch (word) {
            case Json.Str(var text) -> it.reason().equals("esg.because.country") ? Locale.of("", text).getDisplayCountry(Locale.forLanguageTag(s.lang().tag())) : text;
            case Json.Num(var number) -> number.toPlainString();
            case Json.Obj names -> names.get("key").map(key -> s.t(text(key))).or(() -> names.get(s.lang().code()).map(RiskWords::text)).orElse("");
            case Json.Arr list -> list.text();
            case Json.Bool(var yes) -> String.valueOf(yes);
            case Json.Null() -> "–";
        }).toArray());
    }

    private static String text(Json word) {
        return word instanceof Json.Str(var text) ? text : word.text();
    }
}
