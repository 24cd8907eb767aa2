package org.probity.supply.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screens;

class TellingASupplierItsGradeTest {
    @Test
    void weReadOnHowManyListsItIsAndTheSupplierThatTwoOfUsConfirmedSomething() {
        for (var lang : Lang.values()) {
            var s = Screens.of(lang);
            var list = lang == Lang.EN ? "2 lists of restricted parties" : "2 份受限名单";
            assertThat(text(CardView.of(EvaluationPages.SCHEME, EvaluationPages.D, false), s)).contains(list);
            assertThat(text(CardView.of(EvaluationPages.SCHEME, EvaluationPages.D, true), s)).doesNotContain(lang == Lang.EN ? "list" : "名单")
                    .contains(lang == Lang.EN ? "two of us confirmed" : "两人确认");
        }
    }

    private static String text(CardView card, org.probity.house.ui.Screen s) {
        var out = new gg.jte.output.StringOutput();
        card.table(s).lines().forEach(line -> line.cells().forEach(cell -> cell.content().writeTo(out)));
        return out.toString();
    }
}
