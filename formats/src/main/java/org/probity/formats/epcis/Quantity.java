package org.probity.formats.epcis;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// An amount of things that are not named one by one (clause 7.3.3.3).
///
/// @param epcClass a lot or a product
/// @param amount exact, above 0; null where the sender does not say
/// @param unit a code of UN/ECE Recommendation 20 (`KGM`); null counts pieces
public record Quantity(String epcClass, @Nullable BigDecimal amount, @Nullable String unit) {

    /// So many pieces.
    public static Quantity pieces(String epcClass, long number) {
        return new Quantity(epcClass, BigDecimal.valueOf(number), null);
    }

    /// A mass in whole grams, said in kilograms: 535200 g are 535.2 KGM.
    public static Quantity grams(String epcClass, long grams) {
        return new Quantity(epcClass, BigDecimal.valueOf(grams, 3).stripTrailingZeros(), "KGM");
    }
}
