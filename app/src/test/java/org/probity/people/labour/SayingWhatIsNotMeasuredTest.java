package org.probity.people.labour;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screens;

/** The published figure names each sign of forced labour that nothing here measures, and none that something does: its words are sealed with it. */
class SayingWhatIsNotMeasuredTest {
    @ParameterizedTest
    @EnumSource(Lang.class)
    void theFigureSaysWhichSignsItDoesNotSee(Lang lang) {
        var screen = Screens.of(lang);
        var said = screen.t("labour.forced-labour-cases.silent").toLowerCase(Locale.ROOT);
        for (var sign : Indicators.Indicator.values()) {
            assertThat(said.contains(screen.t("labour.indicator." + sign).toLowerCase(Locale.ROOT))).as(sign.name()).isEqualTo(!sign.measured());
        }
    }
}
