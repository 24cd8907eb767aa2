package org.probity.disclosure.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.house.ui.Lang;
import org.probity.house.ui.Screens;

/** Between a number and what is counted Chinese puts a word that follows from the thing. */
class SayingWhatIsCountedTest {
    @ParameterizedTest
    @CsvSource({"通道,条", "岗位,个", "基地,个", "当年开设的课程,门", "当年场次,场", "调动,次", "款项,笔", "有到期款项的供应商,家", "标准,项", "在册及参训后离职的人员,位"})
    void theMeasureWordFollowsFromTheThing(String subject, String word) {
        assertThat(Counted.of(Screens.of(Lang.ZH), 3, subject)).isEqualTo("3 " + word + subject);
    }

    @Test
    void wordsThatWereFrozenWithTheirMeasureWordGetNoSecondOne() {
        assertThat(Counted.of(Screens.of(Lang.ZH), 3, "个岗位")).isEqualTo("3 个岗位");
    }

    @Test
    void englishHasNone() {
        assertThat(Counted.of(Screens.of(Lang.EN), 3, "tracks")).isEqualTo("3 tracks");
    }

    @Test
    void secondsAndYuanAreCalledByName() {
        assertThat(Screens.of(Lang.ZH).measure(BigDecimal.TEN, "s")).endsWith("秒");
        assertThat(Screens.of(Lang.ZH).measure(BigDecimal.TEN, "CNY")).endsWith("元");
    }
}
