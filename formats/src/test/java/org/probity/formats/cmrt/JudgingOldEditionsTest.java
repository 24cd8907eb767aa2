package org.probity.formats.cmrt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Real workbooks labelled by those who sent them round: green, validation needed, high risk.
class JudgingOldEditionsTest {

    @TestFactory
    Stream<DynamicTest> everyLabelledWorkbookKeepsItsState() {
        return Stream.of("2.00", "2.01", "2.02", "2.03", "2.03a", "3.01").flatMap(version -> Stream.of(State.values())
                .map(state -> DynamicTest.dynamicTest(version + " " + state, () ->
                        assertThat(State.of(Shared.declaration("supply/cmrt/filled/" + version + "_" + state.name().toLowerCase() + ".xlsx")))
                                .isEqualTo(state))));
    }

    @Test
    void aGreenFormOfTheThirdGenerationGoesBackAsOutdated() {
        List<Finding> findings = SecondOpinion.all(Shared.declaration("supply/cmrt/filled/3.01_green.xlsx"),
                Background.of(LocalDate.of(2026, 11, 20)));

        assertThat(findings).filteredOn(f -> f.severity() == Finding.Severity.MUST_CORRECT)
                .extracting(f -> f.key() + " " + f.cell()).containsExactly("cmrt.version-outdated Declaration!J3", "cmrt.day-too-old Declaration!D22");
    }
}
